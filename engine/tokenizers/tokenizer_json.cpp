#include "engine/tokenizers/tokenizer_json.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "engine/tokenizers/byte_level_bpe.h"
#include "engine/tokenizers/side_json.h"

namespace eddy {
namespace {

using Json = nlohmann::json;

/// The bytes of base64 text; nullopt for anything else.
std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  while (text.ends_with('=')) text.remove_suffix(1);
  for (char c : text) {
    const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+' ? 62 : c == '/' ? 63 : -1;
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

/// Fills a BpeSpec from the parsed file. The first mistake is kept and ends the reading.
class Reader {
 public:
  Reader(const Json& root, const std::string& source) : root_(root) { spec_.source = source; }

  Result<BpeSpec> read() {
    if (!root_.is_object()) corrupt("the file is not a JSON object");
    read_pre_tokenizer(field(root_, "pre_tokenizer"));
    read_model();
    read_added_tokens();
    read_normalizer(field(root_, "normalizer"));
    if (!byte_level_) read_decoder(field(root_, "decoder"));
    read_post_processor(field(root_, "post_processor"));
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
  void read_bpe(const Json& model);
  void read_unigram(const Json& model);
  void read_merges(const Json& merges);
  void read_decoder(const Json& node);
  void read_post_processor(const Json& node);
  void read_template(const Json& node);
  void read_metaspace(const Json& node);
  PrependMark prepend_scheme(const Json& node, const char* where);
  void read_added_tokens();
  void read_normalizer(const Json& node);
  void read_pre_tokenizer(const Json& node);
  void read_split(const Json& node);
  CutBehaviour behaviour(const Json& node, CutBehaviour otherwise);

  const Json& root_;
  BpeSpec spec_;
  std::optional<Error> error_;
  bool byte_level_ = false, fused_ = false;
};

void Reader::read_model() {
  const Json& model = field(root_, "model");
  if (!model.is_object()) return corrupt("model is missing or not an object");
  const std::string type = text(model, "type", "model");
  if (type == "Unigram" || (type.empty() && field(model, "vocab").is_array())) return read_unigram(model);
  if (!type.empty() && type != "BPE") return unsupported("model.type '" + type + "' (BPE and Unigram are known)");
  read_bpe(model);
}

/// A list of [piece, score]; the place in it is the id.
void Reader::read_unigram(const Json& model) {
  if (byte_level_) return unsupported("model.type 'Unigram' behind a ByteLevel pre-tokenizer");
  spec_.model = WordModel::Unigram;
  const Json& vocab = field(model, "vocab");
  if (!vocab.is_array()) return corrupt("model.vocab is missing or not a list");
  for (std::size_t i = 0; i < vocab.size(); ++i) {
    const Json& entry = vocab[i];
    if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() || !entry[1].is_number()) {
      return corrupt("model.vocab[" + std::to_string(i) + "] is not a piece and its score");
    }
    spec_.vocabulary.emplace_back(entry[0].get<std::string>(), static_cast<TokenId>(i));
    spec_.scores.push_back(entry[1].get<double>());
  }
  spec_.byte_fallback = flag(model, "byte_fallback", false, "model");
  spec_.fuse_unknown = true;
  const Json& unknown = field(model, "unk_id");
  if (unknown.is_null()) return;
  const TokenId place = id(unknown, "model.unk_id");
  if (error_) return;
  if (static_cast<std::size_t>(place) >= spec_.vocabulary.size()) return corrupt("model.unk_id is out of range");
  spec_.unknown = spec_.vocabulary[static_cast<std::size_t>(place)].first;
}

void Reader::read_bpe(const Json& model) {
  spec_.model = byte_level_ ? WordModel::ByteLevelBpe : WordModel::CharacterBpe;
  spec_.byte_fallback = !byte_level_ && flag(model, "byte_fallback", false, "model");
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
  } else if (type == "NFKC") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Nfkc, {}, {}});
  } else if (type == "NFKD") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Nfkd, {}, {}});
  } else if (type == "Lowercase") {
    spec_.normalizers.push_back({NormalizerStep::Kind::Lowercase, {}, {}});
  } else if (type == "Strip") {
    if (flag(node, "strip_left", true, "normalizer")) spec_.normalizers.push_back({NormalizerStep::Kind::StripLeft, {}, {}});
    if (flag(node, "strip_right", true, "normalizer")) spec_.normalizers.push_back({NormalizerStep::Kind::StripRight, {}, {}});
  } else if (type == "Precompiled") {
    auto map = from_base64(text(node, "precompiled_charsmap", "normalizer"));
    if (!map) return corrupt("normalizer.precompiled_charsmap is not base64");
    if (!map->empty()) spec_.normalizers.push_back({NormalizerStep::Kind::Precompiled, *std::move(map), {}});
  } else if (type == "Replace" && field(field(node, "pattern"), "Regex").is_string()) {
    spec_.normalizers.push_back({NormalizerStep::Kind::ReplaceRegex, text(field(node, "pattern"), "Regex", "normalizer.pattern"),
                                 text(node, "content", "normalizer")});
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
  } else if (type == "Metaspace") {
    read_metaspace(node);
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

PrependMark Reader::prepend_scheme(const Json& node, const char* where) {
  const std::string scheme = text(node, "prepend_scheme", where);
  if (scheme == "always") return PrependMark::Always;
  if (scheme == "first") return PrependMark::First;
  if (scheme == "never") return PrependMark::Never;
  if (!scheme.empty()) corrupt(std::string(where) + ".prepend_scheme '" + scheme + "' is unknown");
  return flag(node, "add_prefix_space", true, where) ? PrependMark::Always : PrependMark::Never;  // as older files say it
}

void Reader::read_metaspace(const Json& node) {
  PreTokenizerStep step{.behaviour = CutBehaviour::MergedWithNext};
  step.space_mark = text(node, "replacement", "pre_tokenizer");
  if (step.space_mark.empty()) return corrupt("pre_tokenizer.replacement is missing or empty");
  step.prepend = prepend_scheme(node, "pre_tokenizer");
  if (flag(node, "split", true, "pre_tokenizer")) step.pattern = quote_pattern(step.space_mark);
  spec_.pre_tokenizer.push_back(std::move(step));
}

/// Only what can be told of each piece by itself, and the one space at the beginning.
void Reader::read_decoder(const Json& node) {
  if (error_) return;
  const std::string type = text(node, "type", "decoder");
  if (type == "Sequence") {
    const Json& list = field(node, "decoders");
    if (!list.is_array()) return corrupt("decoder.decoders is not a list");
    for (const Json& n : list) read_decoder(n);
  } else if (type == "Replace" && field(field(node, "pattern"), "String").is_string() && text(node, "content", "decoder") == " ") {
    spec_.space_mark = text(field(node, "pattern"), "String", "decoder.pattern");
  } else if (type == "Metaspace") {
    spec_.space_mark = text(node, "replacement", "decoder");
    spec_.drops_first_space = prepend_scheme(node, "decoder") != PrependMark::Never;
  } else if (type == "ByteFallback") {
    spec_.byte_pieces = true;
  } else if (type == "Fuse") {
    fused_ = true;
  } else if (type == "Strip" && fused_ && text(node, "content", "decoder") == " " && field(node, "start") == 1 &&
             field(node, "stop") == 0) {
    spec_.drops_first_space = true;
  } else {
    unsupported("decoder.type '" + type + "' as it is used");
  }
}

/// BOS in front of a text; what comes behind a text is of no use to a model that goes on.
void Reader::read_post_processor(const Json& node) {
  if (node.is_null() || error_) return;
  const std::string type = text(node, "type", "post_processor");
  if (type == "Sequence") {
    const Json& list = field(node, "processors");
    if (!list.is_array()) return corrupt("post_processor.processors is not a list");
    for (const Json& n : list) read_post_processor(n);
  } else if (type == "TemplateProcessing") {
    read_template(node);
  } else if (type == "BertProcessing" || type == "RobertaProcessing") {
    const Json& first = field(node, "cls");
    if (!first.is_array() || first.size() != 2) return corrupt("post_processor.cls is not a token and its id");
    spec_.beginning = {id(first[1], "post_processor.cls")};
  } else if (type != "ByteLevel") {
    unsupported("post_processor.type '" + type + "'");
  }
}

void Reader::read_template(const Json& node) {
  const Json& single = field(node, "single");
  if (!single.is_array()) return corrupt("post_processor.single is not a list");
  spec_.beginning.clear();
  for (const Json& part : single) {
    const Json& special = field(part, "SpecialToken");
    if (!special.is_object()) return;  // the text itself
    const std::string name = text(special, "id", "post_processor.single");
    const Json& ids = field(field(field(node, "special_tokens"), name.c_str()), "ids");
    if (!ids.is_array()) return corrupt("post_processor.special_tokens has no ids for '" + name + "'");
    for (const Json& value : ids) spec_.beginning.push_back(id(value, "post_processor.special_tokens['" + name + "']"));
  }
}

/// tokenizer_config.json has the last word on BOS.
void apply(const TokenizerConfig& config, BpeSpec& spec) {
  if (!config.add_bos) return;
  spec.beginning.clear();
  if (!*config.add_bos || config.bos.empty()) return;
  for (const AddedToken& token : spec.added) {
    if (token.content == config.bos) spec.beginning = {token.id};
  }
}

}  // namespace

Result<std::shared_ptr<const Tokenizer>> parse_tokenizer_json(std::string_view text, const std::string& source,
                                                              const TokenizerConfig& config) {
  try {
    const auto root = parse_side_json(text, source);
    if (!root) return root.error();
    auto spec = Reader(*root, source).read();
    if (!spec) return spec.error();
    apply(config, *spec);
    return make_tokenizer(*std::move(spec));
  } catch (const Json::exception& e) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] unreadable JSON in " + source, e.what()};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[tokenizer] not enough memory to read " + source};
  }
}

}  // namespace eddy
