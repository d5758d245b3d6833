#include "engine/chat/model_template.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "engine/core/mapped_file.h"
#include "engine/model_files/model_file.h"
#include "engine/tokenizers/side_json.h"

namespace eddy {
namespace {

using Json = nlohmann::json;

constexpr const char* kGgufTemplate = "tokenizer.chat_template";
constexpr std::size_t kLargestTemplate = 4u << 20;  // what is read at all; the renderer refuses less than that
/// The names transformers gives to templates, and the GGUF key of the same token.
constexpr std::pair<const char*, const char*> kTokens[] = {{"bos_token", "tokenizer.ggml.bos_token_id"},
                                                           {"eos_token", "tokenizer.ggml.eos_token_id"},
                                                           {"unk_token", "tokenizer.ggml.unknown_token_id"},
                                                           {"pad_token", "tokenizer.ggml.padding_token_id"},
                                                           {"sep_token", "tokenizer.ggml.seperator_token_id"},
                                                           {"cls_token", "tokenizer.ggml.cls_token_id"},
                                                           {"mask_token", "tokenizer.ggml.mask_token_id"}};

const std::string* text_of(const ModelFile& model, const char* key) {
  const MetadataValue* value = model.metadata(key);
  return value != nullptr ? std::get_if<std::string>(value) : nullptr;
}

bool is_gguf(const ModelFile& model) { return model.container() == "gguf"; }

/// The parsed file, or null when absent or unreadable.
Json side_file(const ModelFile& model, const char* name, std::vector<std::string>* notes = nullptr) {
  const auto path = model.folder() / name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return nullptr;
  auto json = read_side_json(path);
  if (json) return *std::move(json);
  if (notes != nullptr) notes->push_back("It was passed over: " + json.error().message + ".");
  return nullptr;
}

std::optional<std::string> template_file(const ModelFile& model, std::vector<std::string>& notes) {
  const auto path = model.folder() / "chat_template.jinja";
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  auto mapped = MappedFile::open(path);
  if (mapped && (*mapped)->bytes().size() <= kLargestTemplate) {
    const auto bytes = (*mapped)->bytes();
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  notes.push_back("It was passed over: " + (mapped ? path.string() + " is too large" : mapped.error().message) + ".");
  return std::nullopt;
}

/// "…", or [{"name": "default", "template": "…"}, …].
std::optional<std::string> chosen_template(const Json& value, std::vector<std::string>& notes) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return std::nullopt;
  const std::string* chosen = nullptr;
  std::string name;
  for (const Json& item : value) {
    const Json& text = json_field(item, "template");
    const Json& called = json_field(item, "name");
    if (!text.is_string() || !called.is_string()) continue;
    if (chosen != nullptr && called != "default") continue;
    chosen = &text.get_ref<const std::string&>();
    name = called.get<std::string>();
  }
  if (chosen == nullptr) return std::nullopt;
  if (value.size() > 1) notes.push_back("Of its " + std::to_string(value.size()) + " templates '" + name + "' is used.");
  return *chosen;
}

void add_values(ChatTemplate& made, const ModelFile& model, const Tokenizer& tokenizer, const Json& config) {
  const Json map = is_gguf(model) ? Json() : side_file(model, "special_tokens_map.json");
  for (const auto& [name, key] : kTokens) {
    std::string text = token_text(json_field(config, name));
    if (text.empty()) text = token_text(json_field(map, name));
    if (const MetadataValue* value = model.metadata(key); text.empty() && value != nullptr) {
      const auto* id = std::get_if<std::int64_t>(value);
      if (id != nullptr && *id >= 0 && *id < tokenizer.vocabulary()) text = tokenizer.piece(static_cast<TokenId>(*id), true);
    }
    if (!text.empty()) made.values.emplace_back(name, std::move(text));
  }
}

void add_id(std::vector<TokenId>& ids, std::int64_t id, const Tokenizer& tokenizer) {
  if (id < 0 || id >= tokenizer.vocabulary()) return;
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(static_cast<TokenId>(id));
}

void add_ids(std::vector<TokenId>& ids, const MetadataValue* value, const Tokenizer& tokenizer) {
  if (value == nullptr) return;
  if (const auto* id = std::get_if<std::int64_t>(value)) add_id(ids, *id, tokenizer);
  if (const auto* list = std::get_if<std::vector<std::int64_t>>(value)) {
    for (std::int64_t id : *list) add_id(ids, id, tokenizer);
  }
}

void add_ids(std::vector<TokenId>& ids, const Json& value, const Tokenizer& tokenizer) {
  if (value.is_number_integer() && value.is_number_unsigned()) {
    add_id(ids, static_cast<std::int64_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), INT32_MAX)), tokenizer);
  }
  if (!value.is_array()) return;
  for (const Json& item : value) {
    if (!item.is_array()) add_ids(ids, item, tokenizer);
  }
}

}  // namespace

std::optional<ModelTemplate> template_of(const ModelFile& model, const Tokenizer& tokenizer, std::vector<std::string>& notes) {
  ModelTemplate made;
  std::optional<std::string> text;
  Json config;
  if (const std::string* header = text_of(model, kGgufTemplate)) {
    text = *header;
    made.source = kGgufTemplate;
  } else if (!is_gguf(model)) {  // a GGUF file has everything in it; what lies beside it may be another model's
    config = side_file(model, "tokenizer_config.json", &notes);
    if ((text = template_file(model, notes))) {
      made.source = "chat_template.jinja";
    } else if ((text = chosen_template(json_field(config, "chat_template"), made.notes))) {
      made.source = "tokenizer_config.json";
    } else if ((text = chosen_template(json_field(side_file(model, "chat_template.json", &notes), "chat_template"), made.notes))) {
      made.source = "chat_template.json";
    }
  }
  if (!text || text->empty()) return std::nullopt;
  made.chat_template.text = *std::move(text);
  add_values(made.chat_template, model, tokenizer, config);
  return made;
}

std::vector<TokenId> end_tokens_of(const ModelFile& model, const Tokenizer& tokenizer) {
  std::vector<TokenId> ids;
  for (const char* key : {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id",
                          "eos_token_id", "text_config.eos_token_id"}) {
    add_ids(ids, model.metadata(key), tokenizer);
  }
  if (is_gguf(model)) return ids;
  add_ids(ids, json_field(side_file(model, "generation_config.json"), "eos_token_id"), tokenizer);
  const std::string eos = token_text(json_field(side_file(model, "tokenizer_config.json"), "eos_token"));
  if (const auto id = tokenizer.special(eos)) add_id(ids, *id, tokenizer);
  return ids;
}

}  // namespace eddy
