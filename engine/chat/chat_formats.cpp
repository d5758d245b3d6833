#include "engine/chat/chat_formats.h"

#include <algorithm>
#include <cassert>

#include "engine/chat/marked_text_format.h"
#include "engine/chat/model_template.h"
#include "engine/chat/template_format.h"
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

/// Marks as the tokenizer of a model needs them.
std::shared_ptr<const ChatFormat> fitted(const ChatMarks& marks, const Tokenizer& tokenizer,
                                         const std::vector<TokenId>& end_tokens) {
  ChatMarks made = with_special_stops(marks, tokenizer);
  for (TokenId id : end_tokens) add_stop(made.stop_tokens, id);
  made.beginning = tokenizer.decode(tokenizer.text_beginning(), true);
  return make_marked_text_format(std::move(made), tokenizer.specials());
}

/// The named format whose marks a template writes.
std::string_view family_of(std::string_view chat_template) {
  constexpr std::pair<std::string_view, std::string_view> kFamilies[] = {
      {"<|im_start|>", "chatml"},     {"<|start_header_id|>", "llama3"}, {"<|start_of_role|>", "granite"},
      {"<start_of_turn>", "gemma"},   {"<SPECIAL_11>", "nemotron"},      {"[INST]", "mistral"}};
  for (const auto& [mark, name] : kFamilies) {
    if (chat_template.find(mark) != std::string_view::npos) return name;
  }
  return "none";
}

ChosenFormat by_template(const ModelTemplate& found, const Tokenizer& tokenizer, std::vector<TokenId> end_tokens,
                         std::vector<std::string> notes) {
  notes.insert(notes.end(), found.notes.begin(), found.notes.end());
  if (auto made = make_template_format(found.chat_template, tokenizer, end_tokens)) {
    notes.insert(notes.end(), made->notes.begin(), made->notes.end());
    return {made->format, found.source, notes};
  } else {
    const std::string_view name = family_of(found.chat_template.text);
    notes.push_back("The model's own template cannot be used (" + made.error().message + "); '" + std::string(name) +
                    "' stands in for it.");
    return {fitted(*marks_by_name(name), tokenizer, end_tokens), found.source, notes};
  }
}

}  // namespace

ChosenFormat choose_chat_format(const ModelFile& model, std::string_view architecture, const Tokenizer& tokenizer) {
  const auto end_tokens = end_tokens_of(model, tokenizer);
  for (const char* key : {"eddy.chat_format", "__metadata__.eddy.chat_format"}) {
    const std::string* name = text_of(model, key);
    const ChatMarks* marks = name != nullptr ? marks_by_name(*name) : nullptr;
    if (marks != nullptr) return {fitted(*marks, tokenizer, end_tokens), "named by the model", {}};
  }
  std::vector<std::string> notes;
  const auto found = template_of(model, tokenizer, notes);
  const bool world = tokenizer.kind() == "rwkv-world" || (found && found->chat_template.text == "rwkv-world");
  if (found && !world) return by_template(*found, tokenizer, end_tokens, std::move(notes));
  const bool rwkv = world || architecture.starts_with("rwkv");
  return {fitted(*marks_by_name(rwkv ? "rwkv" : "none"), tokenizer, end_tokens), world ? "its vocabulary" : "its architecture",
          std::move(notes)};
}

std::shared_ptr<const ChatFormat> chat_format_of(const ModelFile& model, std::string_view architecture,
                                                 const Tokenizer& tokenizer) {
  return choose_chat_format(model, architecture, tokenizer).format;
}

std::shared_ptr<const ChatFormat> chat_format_by_name(std::string_view name, const Tokenizer& tokenizer) {
  const ChatMarks* marks = marks_by_name(name);
  return marks != nullptr ? fitted(*marks, tokenizer, {}) : nullptr;
}

}  // namespace eddy
