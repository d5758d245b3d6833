// What GGUF files mean by tokenizer.ggml.pre: one table.
#include <algorithm>
#include <iterator>

#include "engine/tokenizers/pre_tokenizer.h"

namespace eddy {

#define LETTERS_UPPER R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}])"
#define LETTERS_LOWER R"([\p{Ll}\p{Lm}\p{Lo}\p{M}])"
#define HAN_FREE_UPPER R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]])"
#define HAN_FREE_LOWER R"([\p{Ll}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]])"
#define CONTRACTIONS R"((?i:'s|'t|'re|'ve|'m|'ll|'d))"
#define SPACES R"(\s*[\r\n]+|\s+(?!\S)|\s+)"
#define BEFORE R"([^\r\n\p{L}\p{N}]?)"
#define LLAMA3(digits) \
  CONTRACTIONS "|" BEFORE R"(\p{L}+|)" digits R"(| ?[^\s\p{L}\p{N}]+[\r\n]*|)" SPACES

const char* const kGpt2Pattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

namespace {

constexpr const char* kLlama3 = LLAMA3(R"(\p{N}{1,3})");
constexpr const char* kQwen2 = LLAMA3(R"(\p{N})");
constexpr const char* kQwen35 = CONTRACTIONS "|" BEFORE R"([\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|)" SPACES;
constexpr const char* kTekken = BEFORE LETTERS_UPPER "*" LETTERS_LOWER "+|" BEFORE LETTERS_UPPER "+" LETTERS_LOWER
    R"(*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|)" SPACES;
constexpr const char* kGpt4o = BEFORE LETTERS_UPPER "*" LETTERS_LOWER "+" CONTRACTIONS "?|" BEFORE LETTERS_UPPER "+"
    LETTERS_LOWER "*" CONTRACTIONS R"(?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|)" SPACES;
constexpr const char* kKimiK2 = R"([\p{Han}]+|)" BEFORE HAN_FREE_UPPER "*" HAN_FREE_LOWER "+" CONTRACTIONS "?|" BEFORE
    HAN_FREE_UPPER "+" HAN_FREE_LOWER "*" CONTRACTIONS R"(?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|)" SPACES;
constexpr const char* kPunctuation = R"([\p{P}\$\+<=>\^~\|]+)";
constexpr const char* kFalconPunctuation = R"([\p{P}\$\+<=>\^~\|`]+)";
constexpr const char* kThreeDigits = "[0-9][0-9][0-9]";
constexpr const char* kDeepSeek3 =
    R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|)" SPACES;
constexpr const char* kHanAndKana = R"([\u4E00-\u9FA5\u3040-\u309F\u30A0-\u30FF]+)";

constexpr const char* kDigit = R"(\p{N})";
constexpr const char* kBloom = R"( ?[^(\s|.,!?…。，、।۔،)]+)";
constexpr const char* kExaoneMoe = CONTRACTIONS "|" BEFORE
    R"((?:\p{L}\p{M}*(?: \p{L}\p{M}*)*)+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]?|\s*[\r\n]|\s+(?!\S)|\s+)";
constexpr const char* kBailing = R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)";
constexpr const char* kSeedCoder =
    CONTRACTIONS "|" BEFORE R"(\p{L}+|\p{N}| ?[^\s\p{L}\p{N}\r\n]+|)" SPACES;
constexpr const char* kYoutuScripts =
    R"([\uAC00-\uD7A3\u3131-\u318E]+|[！…“”‘’—：；，、-〿︰-﹏]+|[\u3105-\u312F]+|[\u4E00-\u9FA5\u3040-\u309F\u30A0-\u30FF]+)";
constexpr const char* kYoutu = BEFORE LETTERS_UPPER "*" LETTERS_LOWER "+" CONTRACTIONS "?|" BEFORE LETTERS_UPPER "+"
    LETTERS_LOWER "*" CONTRACTIONS R"(?|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|)" SPACES;
constexpr const char* kMiniCpm5 = LLAMA3(R"(\p{N}+)");

enum Flags { kNfc = 1, kIgnoreMerges = 2, kBos = 4 };

struct Row {
  std::vector<std::string_view> names;
  std::vector<const char*> patterns;
  int flags = 0;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {{"default"}, {kPunctuation, kGpt2Pattern, R"(\p{N}+)", kThreeDigits}},
      {{"gpt-2", "phi-2", "jina-es", "jina-de", "jina-v1-en", "jina-v2-es", "jina-v2-de", "jina-v2-code", "roberta-bpe",
        "gigachat", "a.x-4.0", "mellum", "modern-bert", "jais", "trillion", "granite-docling", "exaone4"}, {kGpt2Pattern}},
      {{"mpt", "olmo"}, {kGpt2Pattern}, kNfc},
      {{"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "lfm2", "midm-2.0", "jina-v5-nano"}, {kLlama3},
       kIgnoreMerges | kBos},
      {{"dbrx", "smaug-bpe", "glm4", "chatglm-bpe"}, {kLlama3}},
      {{"qwen2", "deepseek-r1-qwen", "kormo", "f2llmv2", "megrez"}, {kQwen2}, kNfc},
      {{"stablelm2", "hunyuan", "solar-open", "grok-2"}, {kQwen2}},
      {{"qwen35"}, {kQwen35}, kNfc},
      {{"tekken", "pixtral"}, {kTekken}, kIgnoreMerges | kBos},
      {{"gpt-4o", "llama4", "kanana2", "talkie", "minimax-m2"}, {kGpt4o}},
      {{"falcon"}, {kFalconPunctuation, kGpt2Pattern, kThreeDigits}},
      {{"starcoder", "refact", "codeshell", "smollm", "command-r", "exaone", "minerva-7b", "mellum2"}, {kDigit, kGpt2Pattern}},
      {{"deepseek-v3", "hunyuan-dense", "joyai-llm"}, {R"(\p{N}{1,3})", kHanAndKana, kDeepSeek3}},
      {{"deepseek-coder"}, {"[\r\n]", R"(\s?\p{L}+)", R"(\s?\p{P}+)", R"([\u4E00-\u9FA5\u0800-\u4E00\uAC00-\uD7FF]+)", kDigit}},
      {{"kimi-k2"}, {kKimiK2}},
      {{"bloom", "poro-chat", "gpt3-finnish"}, {kBloom}},
      {{"viking"}, {kBloom, kDigit}},
      {{"bailingmoe", "bailingmoe2", "llada-moe"}, {kBailing}},
      {{"seed-coder"}, {kSeedCoder}},
      {{"exaone-moe"}, {kExaoneMoe}},
      {{"youtu"}, {kYoutuScripts, kYoutu}, kIgnoreMerges},
      {{"minicpm5"}, {R"(\p{N}{1,3})", kMiniCpm5}, kIgnoreMerges},
  };
  return table;
}

}  // namespace

std::optional<NamedPreTokenizer> pre_tokenizer_by_name(std::string_view name) {
  const auto row = std::find_if(rows().begin(), rows().end(), [&](const Row& r) {
    return std::find(r.names.begin(), r.names.end(), name) != r.names.end();
  });
  if (row == rows().end()) return std::nullopt;
  NamedPreTokenizer found{
      .nfc = (row->flags & kNfc) != 0, .ignore_merges = (row->flags & kIgnoreMerges) != 0, .bos = (row->flags & kBos) != 0};
  for (const char* pattern : row->patterns) found.steps.push_back({.pattern = pattern});
  return found;
}

}  // namespace eddy
