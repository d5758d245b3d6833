#include "engine/tokenizers/tokenizer_json.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/tokenizers/byte_level_bpe.h"

namespace eddy {
namespace {

using Json = nlohmann::json;

/// Deepest nesting of brackets outside strings: checked before parsing, so that no file can make the parser eat memory.
int nesting(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return deepest;
}

/// Fills a BpeSpec from the parsed file. The first mistake is kept and ends the reading.
class Reader {
 public:
  Reader(const Json& root, const std::string& source) : root_(root) { spec_.source = source; }

  Result<BpeSpec> read() {
    if (!root_.is_object()) corrupt("the file is not a JSON object");
    read_model();
    read_added_tokens();
    read_normalizer(field(root_, "normalizer"));
    read_pre_tokenizer(field(root_, "pre_tokenizer"));
    if (!error_ && !byte_level_) unsupported("no ByteLevel pre-tokenizer; only byte-level BPE is known");
    if (error_) return *error_;
    return std::move(spec_);
  }

 private:
  void fail(ErrorCode code, const std::string& what) {
    if (!error_) error_ = Error{code, "[tokenizer] " + what + " in " + spec_.source};
  }
  void corrupt(const std::string& what) { fail(ErrorCode::FileCorrupt, what); }
  void unsupported(const std::string& what) { fail(ErrorCode::UnsupportedFormat, what); }

  /// A member of an object; null (never a wild reference) when absent.
  static const Json& field(const Json& object, const char* name) {
    static const Json none;
    if (!object.is_object()) return none;
    auto found = object.find(name);
    return found == object.end() ? none : *found;
  }

  std::string text(const Json& object, const char* name, const std::string& where) {
    const Json& value = field(object, name);
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_null()) corrupt(where + "." + name + " is not a string");
    return {};
  }

  bool flag(const Json& object, const char* name, bool otherwise, const std::string& where) {
    const Json& value = field(object, name);
    if (value.is_boolean()) return value.get<bool>();
    if (!value.is_null()) corrupt(where + "." + name + " is not true or false");
    return otherwise;
  }

  TokenId id(const Json& value, const std::string& where) {
    if (value.is_number_integer()) {
      const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<TokenId>::max();
      if (!huge && value.get<std::int64_t>() >= 0) return static_cast<TokenId>(value.get<std::int64_t>());
    }
    corrupt(where + " is not a token id");
    return 0;
  }

  void read_model();
  void read_merges(const Json& merges);
  void read_added_tokens();
  void read_normalizer(const Json& node);
  void read_pre_tokenizer(const Json& node);
  void read_split(const Json& node);
  CutBehaviour behaviour(const Json& node, CutBehaviour otherwise);

  const Json& root_;
  BpeSpec spec_;
  std::optional<Error> error_;
  bool byte_level_ = false;
};

void Reader::read_model() {
  const Json& model = field(root_, "model");
  if (!model.is_object()) return corrupt("model is missing or not an object");
  const std::string type = text(model, "type", "model");
  if (!type.empty() && type != "BPE") return unsupported("model.type '" + type + "' (only BPE is known)");
  for (const char* name : {"continuing_subword_prefix", "end_of_word_suffix"}) {
    if (!text(model, name, "model").empty()) return unsupported(std::string("model.") + name);
  }
  const Json& vocab = field(model, "vocab");
  if (!vocab.is_object()) return corrupt("model.vocab is missing or not an object");
  for (const auto& [piece, value] : vocab.items()) {
    spec_.vocabulary.emplace_back(piece, id(value, "model.vocab['" + piece + "']"));
    if (error_) return;
  }
  spec_.unknown = text(model, "unk_token", "model");
  spec_.fuse_unknown = flag(model, "fuse_unk", false, "model");
  spec_.ignore_merges = flag(model, "ignore_merges", false, "model");
  read_merges(field(model, "merges"));
}

/// Either "left right" or ["left", "right"].
void Reader::read_merges(const Json& merges) {
  if (!merges.is_array()) return corrupt("model.merges is missing or not a list");
  spec_.merges.reserve(merges.size());
  for (std::size_t rank = 0; rank < merges.size(); ++rank) {
    const Json& m = merges[rank];
    if (m.is_string()) {
      const auto& joined = m.get_ref<const std::string&>();
      const std::size_t space = joined.find(' ');
      if (space != std::string::npos && joined.find(' ', space + 1) == std::string::npos) {
        spec_.merges.emplace_back(joined.substr(0, space), joined.substr(space + 1));
        continue;
      }
    } else if (m.is_array() && m.size() == 2 && m[0].is_string() && m[1].is_string()) {
      spec_.merges.emplace_back(m[0].get<std::string>(), m[1].get<std::string>());
      continue;
    }
    return corrupt("model.merges[" + std::to_string(rank) + "] is not a pair of pieces");
  }
}

void Reader::read_added_tokens() {
  const Json& list = field(root_, "added_tokens");
  if (list.is_null()) return;
  if (!list.is_array()) return corrupt("added_tokens is not a list");
  for (std::size_t i = 0; i < list.size() && !error_; ++i) {
    const std::string where = "added_tokens[" + std::to_string(i) + "]";
    const Json& t = list[i];
    if (!t.is_object() || !field(t, "content").is_string()) return corrupt(where + ".content is missing or not a string");
    AddedToken token{.id = id(field(t, "id"), where + ".id"), .content = text(t, "content", where)};
    token.special = flag(t, "special", false, where);
    token.single_word = flag(t, "single_word", false, where);
    token.lstrip = flag(t, "lstrip", false, where);
    token.rstrip = flag(t, "rstrip", false, where);
    token.normalized = flag(t, "normalized", !token.special, where);
    spec_.added.push_back(std::move(token));
  }
}

void Reader::read_normalizer(const Json& node) {
  if (node.is_null() || error_) return;
  const std::string type = text(node, "type", "normalizer");
  if (type == "Sequence") {
    const Json& list = field(node, "normalizers");
    if (!list.is_array()) return corrupt("normalizer.normalizers is not a list");
    for (const Json& n : list) read_normalizer(n);
  } else if (type == "NFC") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Nfc, {}, {}});
  } else if (type == "NFD") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Nfd, {}, {}});
  } else if (type == "Prepend") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Prepend, {}, text(node, "prepend", "normalizer")});
  } else if (type == "Replace" && field(field(node, "pattern"), "String").is_string()) {
    NormalizerStep step{NormalizerStep::Kind::Replace, text(field(node, "pattern"), "String", "normalizer.pattern"),
                        text(node, "content", "normalizer")};
    if (step.pattern.empty()) return corrupt("normalizer.pattern is empty");
    spec_.normalizers.push_back(std::move(step));
  } else {
    unsupported("normalizer.type '" + type + "'");
  }
}

CutBehaviour Reader::behaviour(const Json& node, CutBehaviour otherwise) {
  const std::string name = text(node, "behavior", "pre_tokenizer");
  if (name.empty()) return otherwise;
  if (name == "Removed") return CutBehaviour::Removed;
  if (name == "Isolated") return CutBehaviour::Isolated;
  if (name == "MergedWithPrevious") return CutBehaviour::MergedWithPrevious;
  if (name == "MergedWithNext") return CutBehaviour::MergedWithNext;
  if (name == "Contiguous") return CutBehaviour::Contiguous;
  corrupt("pre_tokenizer.behavior '" + name + "' is unknown");
  return otherwise;
}

void Reader::read_split(const Json& node) {
  const Json& pattern = field(node, "pattern");
  PreTokenizerStep step{.behaviour = behaviour(node, CutBehaviour::Isolated)};
  step.invert = flag(node, "invert", false, "pre_tokenizer");
  if (field(pattern, "Regex").is_string()) {
    step.pattern = text(pattern, "Regex", "pre_tokenizer.pattern");
  } else if (field(pattern, "String").is_string()) {
    step.pattern = quote_pattern(text(pattern, "String", "pre_tokenizer.pattern"));
  }
  if (step.pattern.empty()) return corrupt("pre_tokenizer.pattern is missing or empty");
  spec_.pre_tokenizer.push_back(std::move(step));
}

void Reader::read_pre_tokenizer(const Json& node) {
  if (node.is_null() || error_) return;
  const std::string type = text(node, "type", "pre_tokenizer");
  auto& steps = spec_.pre_tokenizer;
  if (byte_level_) return unsupported("pre_tokenizer: '" + type + "' after ByteLevel");
  if (type == "Sequence") {
    const Json& list = field(node, "pretokenizers");
    if (!list.is_array()) return corrupt("pre_tokenizer.pretokenizers is not a list");
    for (const Json& n : list) read_pre_tokenizer(n);
  } else if (type == "ByteLevel") {
    PreTokenizerStep step{.add_prefix_space = flag(node, "add_prefix_space", true, "pre_tokenizer")};
    if (flag(node, "use_regex", true, "pre_tokenizer")) step.pattern = kGpt2Pattern;
    steps.push_back(std::move(step));
    byte_level_ = true;
  } else if (type == "Split") {
    read_split(node);
  } else if (type == "Digits") {
    const bool individual = flag(node, "individual_digits", false, "pre_tokenizer");
    steps.push_back({R"(\p{N})", individual ? CutBehaviour::Isolated : CutBehaviour::Contiguous});
  } else if (type == "Punctuation") {
    steps.push_back({R"([\p{P}!-/:-@\[-`{-~])", behaviour(node, CutBehaviour::Isolated)});
  } else if (type == "Whitespace") {
    steps.push_back({.pattern = R"(\w+|[^\w\s]+)", .behaviour = CutBehaviour::Removed, .invert = true});
  } else if (type == "WhitespaceSplit") {
    steps.push_back({.pattern = R"(\s)", .behaviour = CutBehaviour::Removed});
  } else {
    unsupported("pre_tokenizer.type '" + type + "'");
  }
}

}  // namespace

Result<std::shared_ptr<const Tokenizer>> parse_tokenizer_json(std::string_view text, const std::string& source) {
  constexpr int kDeepest = 64;
  if (nesting(text) > kDeepest) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] brackets are nested too deeply in " + source};
  }
  try {
    const Json root = Json::parse(text.begin(), text.end());
    auto spec = Reader(root, source).read();
    if (!spec) return spec.error();
    return make_byte_level_bpe(*std::move(spec));
  } catch (const Json::parse_error& e) {
    return Error{ErrorCode::FileCorrupt,
                 "[tokenizer] no valid JSON at byte " + std::to_string(e.byte) + " in " + source + "; copy the file anew", e.what()};
  } catch (const Json::exception& e) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] unreadable JSON in " + source, e.what()};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[tokenizer] not enough memory to read " + source};
  }
}

}  // namespace eddy
