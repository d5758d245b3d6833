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

struct Row {
  std::string_view name;
  std::vector<const char*> patterns;
  bool nfc = false;
  bool ignore_merges = false;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {"default", {kPunctuation, kGpt2Pattern, R"(\p{N}+)", kThreeDigits}},
      {"gpt-2", {kGpt2Pattern}},
      {"mpt", {kGpt2Pattern}, true},
      {"olmo", {kGpt2Pattern}, true},
      {"llama-bpe", {kLlama3}, false, true},
      {"falcon3", {kLlama3}, false, true},
      {"falcon-h1", {kLlama3}, false, true},
      {"lfm2", {kLlama3}, false, true},
      {"dbrx", {kLlama3}},
      {"smaug-bpe", {kLlama3}},
      {"qwen2", {kQwen2}, true},
      {"qwen35", {kQwen35}, true},
      {"tekken", {kTekken}, false, true},
      {"pixtral", {kTekken}, false, true},
      {"gpt-4o", {kGpt4o}},
      {"llama4", {kGpt4o}},
      {"falcon", {kFalconPunctuation, kGpt2Pattern, kThreeDigits}},
      {"starcoder", {R"(\p{N})", kGpt2Pattern}},
      {"refact", {R"(\p{N})", kGpt2Pattern}},
      {"codeshell", {R"(\p{N})", kGpt2Pattern}},
      {"smollm", {R"(\p{N})", kGpt2Pattern}},
      {"command-r", {R"(\p{N})", kGpt2Pattern}},
      {"deepseek-v3", {R"(\p{N}{1,3})", kHanAndKana, kDeepSeek3}},
      {"kimi-k2", {kKimiK2}},
  };
  return table;
}

}  // namespace

std::optional<NamedPreTokenizer> pre_tokenizer_by_name(std::string_view name) {
  const auto row = std::find_if(rows().begin(), rows().end(), [&](const Row& r) { return r.name == name; });
  if (row == rows().end()) return std::nullopt;
  NamedPreTokenizer found{.nfc = row->nfc, .ignore_merges = row->ignore_merges};
  for (const char* pattern : row->patterns) found.steps.push_back({.pattern = pattern});
  return found;
}

}  // namespace eddy
