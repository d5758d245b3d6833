// *.conversation.json of LM Studio: {"name", "createdAt", "messages": [{"versions": [...], "currentlySelected"}]}. A version is
// {"role", "content": [{"type": "text", "text"}]} or, of the assistant, {"role", "steps": [{"type": "contentBlock", "content":
// [...]}]}. The versions of a message are its alternatives; what follows belongs to the selected one.
#include "app/capsule/chat_readers.h"
#include "app/capsule/chat_tree.h"

namespace eddy {
namespace {

void append(std::string& words, const std::string& more) {
  if (more.empty()) return;
  if (!words.empty()) words += "\n\n";
  words += more;
}

std::string words_in(const Json& content) {
  std::string words;
  if (content.is_string()) return content.get<std::string>();
  if (!content.is_array()) return words;
  for (const Json& part : content) {
    if (text_of(part, "type") == "text") append(words, text_of(part, "text"));
  }
  return words;
}

bool is_thought(const Json& step) { return text_of(member(step, "style"), "type") == "thinking"; }

std::string words_of(const Json& version) {
  std::string words = words_in(member(version, "content"));
  const Json& steps = member(version, "steps");
  if (!steps.is_array()) return words;
  for (const Json& step : steps) {
    if (text_of(step, "type") == "contentBlock" && !is_thought(step)) append(words, words_in(member(step, "content")));
  }
  return words;
}

std::string system_prompt_of(const Json& root) {
  const Json& fields = member(member(root, "perChatPredictionConfig"), "fields");
  if (fields.is_array()) {
    for (const Json& field : fields) {
      if (text_of(field, "key") == "llm.prediction.systemPrompt") return text_of(field, "value");
    }
  }
  return text_of(root, "systemPrompt");
}

}  // namespace

Result<std::vector<PortableChat>> read_lm_studio(const Json& root, const std::string& name) {
  const Json& messages = member(root, "messages");
  if (!messages.is_array()) return corrupt_chat(name, "it is not laid out as LM Studio does");
  PortableChat chat;
  chat.model_name = tidy_line(text_of(member(root, "lastUsedModel"), "identifier"));
  const auto created = integer_of(root, "createdAt");
  ChatTree tree;
  ChatTree::Place at = ChatTree::kBeginning;
  for (const Json& message : messages) {
    const Json& versions = member(message, "versions");
    if (!versions.is_array()) continue;
    const auto selected = integer_of(message, "currentlySelected");
    ChatTree::Place next = at;
    std::int64_t index = 0;
    for (const Json& version : versions) {
      const auto role = text_of(version, "role");
      auto words = words_of(version);
      const bool is_selected = index++ == selected;
      if (words.empty() || (role != "user" && role != "assistant")) continue;
      const auto author = role == "user" ? Author::User : Author::Assistant;
      const auto place = tree.add(at, {.author = author, .text = std::move(words), .created_at = created,
                                       .model_name = author == Author::Assistant ? chat.model_name : std::string()});
      if (is_selected) next = place;
    }
    at = next;
  }
  Conversation c{.title = text_of(root, "name")};
  c.created_at = c.updated_at = created;
  c.system_prompt = system_prompt_of(root);
  chat.content = tree.finish(std::move(c), at);
  if (chat.content.messages.empty()) return corrupt_chat(name, "it holds no text");
  if (auto sound = check_content(chat.content, name); !sound) return sound.error();
  return std::vector{std::move(chat)};
}

}  // namespace eddy
