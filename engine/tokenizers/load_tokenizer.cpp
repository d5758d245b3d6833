// Finds a model's tokenizer: in the file's metadata, else beside it.
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "engine/core/mapped_file.h"
#include "engine/model_files/model_file.h"
#include "engine/tokenizers/byte_level_bpe.h"
#include "engine/tokenizers/byte_tokenizer.h"
#include "engine/tokenizers/sentencepiece.h"
#include "engine/tokenizers/side_json.h"
#include "engine/tokenizers/tokenizer.h"
#include "engine/tokenizers/tokenizer_json.h"
#include "engine/tokenizers/world.h"

namespace eddy {
namespace {

constexpr std::size_t kLargestFile = 512u << 20;

/// The bytes of a tokenizer.model, in GGUF files that we made.
constexpr const char* kSentencePieceKey = "tokenizer.sentencepiece.model";

using TokenizerResult = Result<std::shared_ptr<const Tokenizer>>;

bool is_world_vocabulary(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with("rwkv_vocab_v") && name.ends_with(".txt");
}

/// A metadata value of the wanted type; null when absent. An error when it has another type.
template <class T>
Result<const T*> typed(const ModelFile& model, std::string_view key) {
  const MetadataValue* value = model.metadata(key);
  if (value == nullptr) return static_cast<const T*>(nullptr);
  if (const T* found = std::get_if<T>(value)) return found;
  return Error{ErrorCode::FileCorrupt, "[tokenizer] " + std::string(key) + " has the wrong type in " + model.path().string()};
}

Error missing(const ModelFile& model, const std::string& key) {
  return {ErrorCode::FileCorrupt, "[tokenizer] " + key + " is missing in " + model.path().string()};
}

/// tokenizer.ggml.token_type
enum GgufTokenType : std::int64_t { kUnknown = 2, kControl = 3, kUserDefined = 4 };

Result<void> fill_tokens(BpeSpec& spec, const std::vector<std::string>& tokens, const std::vector<std::int64_t>* types) {
  if (types != nullptr && types->size() != tokens.size()) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] tokenizer.ggml.token_type has " + std::to_string(types->size()) +
                                             " entries for " + std::to_string(tokens.size()) + " tokens in " + spec.source};
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::int64_t type = types != nullptr ? (*types)[i] : 1;
    const auto id = static_cast<TokenId>(i);
    if (type == kControl || type == kUnknown || type == kUserDefined) {
      spec.added.push_back({.id = id, .content = tokens[i], .special = type != kUserDefined});
    } else {
      spec.vocabulary.emplace_back(tokens[i], id);
    }
  }
  return {};
}

Result<void> fill_merges(BpeSpec& spec, const std::vector<std::string>& merges) {
  for (std::size_t rank = 0; rank < merges.size(); ++rank) {
    const std::size_t space = merges[rank].find(' ', 1);
    if (space == std::string::npos) {
      return Error{ErrorCode::FileCorrupt, "[tokenizer] tokenizer.ggml.merges[" + std::to_string(rank) +
                                               "] is not a pair of pieces in " + spec.source};
    }
    spec.merges.emplace_back(merges[rank].substr(0, space), merges[rank].substr(space + 1));
  }
  return {};
}

/// BOS if the file says so, or says nothing and its kind is used to it.
Result<std::vector<TokenId>> gguf_beginning(const ModelFile& model, bool usual) {
  auto add = typed<bool>(model, "tokenizer.ggml.add_bos_token");
  if (!add) return add.error();
  auto bos = typed<std::int64_t>(model, "tokenizer.ggml.bos_token_id");
  if (!bos) return bos.error();
  const bool wanted = *add != nullptr ? **add : usual;
  if (!wanted || *bos == nullptr || **bos < 0 || **bos > INT32_MAX) return std::vector<TokenId>();
  return std::vector<TokenId>{static_cast<TokenId>(**bos)};
}

TokenizerResult gguf_bpe(const ModelFile& model, const std::vector<std::string>& tokens,
                         const std::vector<std::int64_t>* types) {
  BpeSpec spec{.source = model.path().string()};
  auto merges = typed<std::vector<std::string>>(model, "tokenizer.ggml.merges");
  if (!merges) return merges.error();
  if (*merges == nullptr) return missing(model, "tokenizer.ggml.merges");
  auto pre_name = typed<std::string>(model, "tokenizer.ggml.pre");
  if (!pre_name) return pre_name.error();
  auto space = typed<bool>(model, "tokenizer.ggml.add_space_prefix");
  if (!space) return space.error();
  const std::string name = *pre_name == nullptr ? "default" : **pre_name;
  auto pre = pre_tokenizer_by_name(name);
  if (!pre) {
    return Error{ErrorCode::UnsupportedFormat, "[tokenizer] tokenizer.ggml.pre '" + name + "' is unknown in " + spec.source +
                                                   "; a tokenizer.json beside the file would be used instead"};
  }
  spec.pre_tokenizer = std::move(pre->steps);
  auto beginning = gguf_beginning(model, pre->bos);
  if (!beginning) return beginning.error();
  spec.beginning = *std::move(beginning);
  if (pre->nfc) spec.normalizers.push_back({NormalizerStep::Kind::Nfc, {}, {}});
  if (*space != nullptr && **space) spec.pre_tokenizer.insert(spec.pre_tokenizer.begin(), {.add_prefix_space = true});
  spec.ignore_merges = pre->ignore_merges;
  if (auto r = fill_tokens(spec, tokens, types); !r) return r.error();
  if (auto r = fill_merges(spec, **merges); !r) return r.error();
  return make_tokenizer(std::move(spec));
}

Result<void> same_length(const ModelFile& model, const char* key, std::size_t length, std::size_t tokens) {
  if (length == tokens) return {};
  return Error{ErrorCode::FileCorrupt, "[tokenizer] " + std::string(key) + " has " + std::to_string(length) + " entries for " +
                                           std::to_string(tokens) + " tokens in " + model.path().string(), {}};
}

/// "llama" and "t5": pieces with scores.
TokenizerResult gguf_sentencepiece(const ModelFile& model, const std::vector<std::string>& tokens,
                                   const std::vector<std::int64_t>* types, bool unigram) {
  SentencePieceList list{.pieces = tokens, .unigram = unigram};
  auto scores = typed<std::vector<double>>(model, "tokenizer.ggml.scores");
  if (!scores) return scores.error();
  if (*scores == nullptr) return missing(model, "tokenizer.ggml.scores");
  if (types == nullptr) return missing(model, "tokenizer.ggml.token_type");
  if (auto ok = same_length(model, "tokenizer.ggml.scores", (*scores)->size(), tokens.size()); !ok) return ok.error();
  if (auto ok = same_length(model, "tokenizer.ggml.token_type", types->size(), tokens.size()); !ok) return ok.error();
  list.scores = **scores;
  list.types = *types;
  auto prefix = typed<bool>(model, "tokenizer.ggml.add_space_prefix");
  auto extra = typed<bool>(model, "tokenizer.ggml.remove_extra_whitespaces");
  auto map = typed<std::vector<std::int64_t>>(model, "tokenizer.ggml.precompiled_charsmap");
  auto beginning = gguf_beginning(model, !unigram);
  if (!prefix) return prefix.error();
  if (!extra) return extra.error();
  if (!map) return map.error();
  if (!beginning) return beginning.error();
  if (*prefix != nullptr) list.space_prefix = **prefix;
  if (*extra != nullptr) list.remove_extra_spaces = **extra;
  if (*map != nullptr) {
    for (std::int64_t byte : **map) list.charsmap += static_cast<char>(byte);
  }
  SentencePieceExtras extras{.beginning = *std::move(beginning)};
  for (std::size_t id = 0; id < tokens.size(); ++id) {
    if (list.types[id] < 1 || list.types[id] > 6) {
      return Error{ErrorCode::FileCorrupt, "[tokenizer] tokenizer.ggml.token_type[" + std::to_string(id) + "] is unknown in " +
                                               model.path().string(), {}};
    }
    // Files list these as people write them, with spaces; they are found before anything else.
    if (list.types[id] == kUserDefined) extras.added.push_back({.id = static_cast<TokenId>(id), .content = tokens[id]});
  }
  return parse_sentencepiece(sentencepiece_model(list), model.path().string(), extras);
}

TokenizerResult gguf_tokenizer(const ModelFile& model, const std::string& kind) {
  auto tokens = typed<std::vector<std::string>>(model, "tokenizer.ggml.tokens");
  if (!tokens) return tokens.error();
  auto types = typed<std::vector<std::int64_t>>(model, "tokenizer.ggml.token_type");
  if (!types) return types.error();
  if (kind != "gpt2" && kind != "rwkv" && kind != "llama" && kind != "t5") {
    return Error{ErrorCode::UnsupportedFormat, "[tokenizer] tokenizer.ggml.model '" + kind + "' is unknown in " + model.path().string()};
  }
  if (*tokens == nullptr) return missing(model, "tokenizer.ggml.tokens");
  if (kind == "gpt2") return gguf_bpe(model, **tokens, *types);
  if (kind != "rwkv") return gguf_sentencepiece(model, **tokens, *types, kind == "t5");
  const std::vector<std::int64_t> none;
  return world_from_gguf(**tokens, *types != nullptr ? **types : none, model.path().string());
}

/// Tokenizer files of a folder, best first.
std::vector<std::filesystem::path> files_beside(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const char* name : {"tokenizer.json", "tokenizer.model", "spiece.model"}) {
    if (std::filesystem::is_regular_file(folder / name, error)) files.push_back(folder / name);
  }
  std::filesystem::path newest;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (is_world_vocabulary(it->path()) && it->path().filename() > newest.filename()) newest = it->path();
  }
  if (!newest.empty()) files.push_back(newest);
  return files;
}

/// A vocabulary of 256 without a tokenizer of its own is that of the bytes.
bool is_of_bytes(const ModelFile& model) {
  const auto says_256 = [&](const char* key) {
    const MetadataValue* value = model.metadata(key);
    return value != nullptr && *value == MetadataValue(std::int64_t{256});
  };
  return says_256("ggmf.n_vocab") || says_256("vocab_size");
}

/// What tokenizer_config.json says of tokens beyond a SentencePiece model, and of BOS.
SentencePieceExtras extras_of(const nlohmann::json& config) {
  SentencePieceExtras extras;
  const auto& decoder = json_field(config, "added_tokens_decoder");
  const std::string bos = token_text(json_field(config, "bos_token"));
  const auto& add = json_field(config, "add_bos_token");
  const bool with_bos = add.is_boolean() && add.get<bool>();
  if (!decoder.is_object()) return extras;
  for (const auto& [name, value] : decoder.items()) {
    const std::string& key = name;
    const nlohmann::json& token = value;
    TokenId id = -1;
    const auto [end, status] = std::from_chars(key.data(), key.data() + key.size(), id);
    const std::string content = token_text(token);
    if (status != std::errc() || end != key.data() + key.size() || id < 0 || content.empty()) continue;
    const auto is = [&token](const char* flag) { return json_field(token, flag) == nlohmann::json(true); };
    extras.added.push_back({.id = id, .content = content, .special = is("special"), .single_word = is("single_word"),
                            .lstrip = is("lstrip"), .rstrip = is("rstrip")});
    if (with_bos && content == bos) extras.beginning = {id};
  }
  return extras;
}

/// `config` is tokenizer_config.json where the file belongs to a model.
TokenizerResult load_with(const std::filesystem::path& file, const nlohmann::json& config) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return mapped.error();
  const auto bytes = (*mapped)->bytes();
  if (bytes.size() > kLargestFile) {
    return Error{ErrorCode::UnsupportedFormat, "[tokenizer] " + file.string() + " is too large to be a tokenizer", {}};
  }
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (file.extension() == ".json") {
    TokenizerConfig said{.bos = token_text(json_field(config, "bos_token"))};
    if (const auto& add = json_field(config, "add_bos_token"); add.is_boolean()) said.add_bos = add.get<bool>();
    return parse_tokenizer_json(text, file.string(), said);
  }
  if (file.extension() == ".model") return parse_sentencepiece(text, file.string(), extras_of(config));
  return parse_world_vocabulary(text, file.string());
}

bool not_understood(const TokenizerResult& result) {
  return !result && result.error().code == ErrorCode::UnsupportedFormat;
}

}  // namespace

TokenizerResult load_tokenizer(const std::filesystem::path& file) { return load_with(file, nullptr); }

TokenizerResult load_tokenizer(const ModelFile& model) {
  auto json = typed<std::string>(model, "tokenizer.huggingface.json");
  if (!json) return json.error();
  if (*json != nullptr) return parse_tokenizer_json(**json, model.path().string() + " (tokenizer.huggingface.json)");
  auto pieces = typed<std::string>(model, kSentencePieceKey);
  if (!pieces) return pieces.error();
  if (*pieces != nullptr) return parse_sentencepiece(**pieces, model.path().string() + " (" + kSentencePieceKey + ")");
  auto kind = typed<std::string>(model, "tokenizer.ggml.model");
  if (!kind) return kind.error();
  std::optional<TokenizerResult> first;  // what the first source said; the next ones help where it was not understood
  if (*kind != nullptr && **kind != "none" && **kind != "no_vocab") {
    first = gguf_tokenizer(model, **kind);
    if (!not_understood(*first)) return *std::move(first);
  }
  nlohmann::json config;
  if (auto read = read_side_json(model.folder() / "tokenizer_config.json")) config = *std::move(read);
  for (const auto& file : files_beside(model.folder())) {
    auto found = load_with(file, config);
    if (!not_understood(found)) return found;
    if (!first) first = std::move(found);
  }
  if (first) return *std::move(first);
  if (is_of_bytes(model)) return byte_tokenizer();
  return Error{ErrorCode::FileNotFound, "[tokenizer] neither in " + model.path().string() +
                                            " nor beside it (tokenizer.json, tokenizer.model or rwkv_vocab_v….txt): put the model's own there"};
}

}  // namespace eddy
