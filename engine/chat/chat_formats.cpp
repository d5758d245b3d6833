#include "engine/chat/chat_formats.h"

#include <algorithm>
#include <cassert>

#include "engine/chat/marked_text_format.h"
#include "engine/model_files/model_file.h"

namespace eddy {
namespace {

const std::vector<ChatMarks>& known_formats() {
  static const std::vector<ChatMarks> formats = [] {
    std::vector<ChatMarks> made;
    for (std::string_view file : chat_format_files()) {
      auto marks = parse_chat_marks(file);
      assert(marks.has_value());  // tests/engine/chat reads every file
      if (marks) made.push_back(*std::move(marks));
    }
    return made;
  }();
  return formats;
}

const ChatMarks* marks_by_name(std::string_view name) {
  auto found = std::find_if(known_formats().begin(), known_formats().end(), [&](const ChatMarks& m) { return m.name == name; });
  return found == known_formats().end() ? nullptr : &*found;
}

const std::string* text_of(const ModelFile& model, std::string_view key) {
  const MetadataValue* value = model.metadata(key);
  return value != nullptr ? std::get_if<std::string>(value) : nullptr;
}

void add_stop(std::vector<TokenId>& stops, TokenId id) {
  if (std::find(stops.begin(), stops.end(), id) == stops.end()) stops.push_back(id);
}

ChatMarks with_special_stops(ChatMarks marks, const Tokenizer& tokenizer) {
  for (const std::string& text : marks.stop_specials) {
    if (auto id = tokenizer.special(text)) add_stop(marks.stop_tokens, *id);
  }
  return marks;
}

const ChatMarks& marks_of(const ModelFile& model, std::string_view architecture) {
  for (const char* key : {"eddy.chat_format", "__metadata__.eddy.chat_format"}) {
    const std::string* name = text_of(model, key);
    if (const ChatMarks* marks = name != nullptr ? marks_by_name(*name) : nullptr) return *marks;
  }
  const std::string* chat_template = text_of(model, "tokenizer.chat_template");
  const bool rwkv = (chat_template != nullptr && *chat_template == "rwkv-world") || architecture.starts_with("rwkv");
  const ChatMarks* marks = marks_by_name(rwkv ? "rwkv" : "none");
  assert(marks != nullptr);
  return *marks;
}

}  // namespace

std::shared_ptr<const ChatFormat> chat_format_of(const ModelFile& model, std::string_view architecture,
                                                 const Tokenizer& tokenizer) {
  ChatMarks marks = with_special_stops(marks_of(model, architecture), tokenizer);
  for (const char* key : {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"}) {
    const MetadataValue* value = model.metadata(key);
    const auto* id = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    if (id != nullptr && *id >= 0 && *id < tokenizer.vocabulary()) add_stop(marks.stop_tokens, static_cast<TokenId>(*id));
  }
  return make_marked_text_format(std::move(marks));
}

std::shared_ptr<const ChatFormat> chat_format_by_name(std::string_view name, const Tokenizer& tokenizer) {
  const ChatMarks* marks = marks_by_name(name);
  return marks != nullptr ? make_marked_text_format(with_special_stops(*marks, tokenizer)) : nullptr;
}

}  // namespace eddy
