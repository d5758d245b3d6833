// conversations.json of ChatGPT's data export: a list of conversations (or one of them), each with a "mapping" of nodes:
// {"id", "message": null or {"author": {"role"}, "content": {"content_type", "parts"}, "create_time", "metadata"}, "parent",
// "children"}, and "current_node". Nodes without words of the user or the assistant (system, tools, hidden ones) are left
// out, and what follows them follows what was before them.
#include <map>

#include "app/capsule/chat_readers.h"
#include "app/capsule/chat_tree.h"

namespace eddy {
namespace {

constexpr std::size_t kMostChats = 100'000;

/// The text of a message; empty when it has none.
std::string words_of(const Json& message) {
  const Json& content = member(message, "content");
  const auto kind = text_of(content, "content_type");
  if (kind != "text" && kind != "multimodal_text" && kind != "code") return {};
  std::string words = text_of(content, "text");
  const Json& parts = member(content, "parts");
  if (!parts.is_array()) return words;
  for (const Json& part : parts) {
    const auto text = part.is_string() ? part.get<std::string>() : text_of(part, "text");
    if (text.empty()) continue;
    if (!words.empty()) words += "\n\n";
    words += text;
  }
  return words;
}

bool is_hidden(const Json& message) {
  const Json& hidden = member(member(message, "metadata"), "is_visually_hidden_from_conversation");
  const auto recipient = text_of(message, "recipient");
  return (hidden.is_boolean() && hidden.get<bool>()) || (!recipient.empty() && recipient != "all");
}

/// Walks the nodes from the roots on; each node once, whatever the file says.
class Mapping {
 public:
  explicit Mapping(const Json& conversation) : mapping_(member(conversation, "mapping")) {}

  ConversationContent content(const Json& conversation) {
    for (const auto& [id, node] : mapping_.items()) {
      const auto parent = text_of(node, "parent");
      if (parent.empty() || !mapping_.contains(parent)) walk(id);
    }
    Conversation c{.title = text_of(conversation, "title")};
    c.created_at = milliseconds(number_of(conversation, "create_time"));
    c.updated_at = milliseconds(number_of(conversation, "update_time"));
    c.system_prompt = system_;
    const auto current = places_.find(text_of(conversation, "current_node"));
    return tree_.finish(std::move(c), current == places_.end() ? std::nullopt : std::optional(current->second));
  }
  const std::string& model() const { return model_; }

 private:
  void walk(const std::string& root) {
    std::vector<std::pair<std::string, ChatTree::Place>> waiting{{root, ChatTree::kBeginning}};
    while (!waiting.empty()) {
      const auto [id, after] = waiting.back();
      waiting.pop_back();
      const auto node = mapping_.find(id);
      if (node == mapping_.end() || places_.contains(id)) continue;
      const auto place = add(*node, after);
      places_[id] = place;
      const Json& children = member(*node, "children");
      if (!children.is_array()) continue;
      for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (child->is_string()) waiting.emplace_back(child->get<std::string>(), place);
      }
    }
  }

  ChatTree::Place add(const Json& node, ChatTree::Place after) {
    const Json& message = member(node, "message");
    const auto role = text_of(member(message, "author"), "role");
    auto words = words_of(message);
    if (role == "system" && after == ChatTree::kBeginning && system_.empty() && !is_hidden(message)) system_ = words;
    if (words.empty() || is_hidden(message) || (role != "user" && role != "assistant")) return after;
    auto model = text_of(member(message, "metadata"), "model_slug");
    if (role == "assistant" && !model.empty()) model_ = model;
    return tree_.add(after, {.author = role == "user" ? Author::User : Author::Assistant, .text = std::move(words),
                             .created_at = milliseconds(number_of(message, "create_time")), .model_name = std::move(model)});
  }

  const Json& mapping_;
  ChatTree tree_;
  std::map<std::string, ChatTree::Place> places_;
  std::string system_;
  std::string model_;
};

}  // namespace

Result<std::vector<PortableChat>> read_chatgpt(const Json& root, const std::string& name) {
  std::vector<const Json*> conversations;
  if (root.is_object()) conversations.push_back(&root);
  if (root.is_array()) {
    for (const Json& one : root) conversations.push_back(&one);
  }
  if (conversations.size() > kMostChats) return corrupt_chat(name, "it holds more chats than anybody has");
  std::vector<PortableChat> chats;
  for (const Json* one : conversations) {
    if (!member(*one, "mapping").is_object()) continue;
    Mapping mapping(*one);
    PortableChat chat;
    chat.content = mapping.content(*one);
    chat.model_name = tidy_line(mapping.model());
    if (chat.content.messages.empty()) continue;
    if (auto sound = check_content(chat.content, name); !sound) return sound.error();
    chats.push_back(std::move(chat));
  }
  if (chats.empty()) return corrupt_chat(name, "no chat in it has any text");
  return chats;
}

}  // namespace eddy
