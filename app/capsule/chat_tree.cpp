#include "app/capsule/chat_tree.h"

#include <algorithm>

#include "app/storage/utf8.h"

namespace eddy {
namespace {
constexpr std::string_view kBetween = "\n\n";
}

std::size_t ChatTree::insert(std::optional<MessageId> parent, Words words) {
  Message message{.id = MessageId{static_cast<std::int64_t>(messages_.size()) + 1}, .parent = parent,
                  .author = words.author, .status = words.author == Author::User ? MessageStatus::Done : words.status,
                  .text = std::move(words.text)};
  message.model_name = tidy_line(words.model_name);
  message.created_at = std::clamp<std::int64_t>(words.created_at, 0, kLatestTime);
  if (parent) has_children_[static_cast<std::size_t>(*parent) - 1] = true;
  messages_.push_back(std::move(message));
  has_children_.push_back(false);
  return messages_.size() - 1;
}

/// The message that ends where the node ends. When another node's text was put behind it, the message is split off anew.
std::size_t ChatTree::settle(Node& node) {
  const Message& message = messages_[node.message];
  if (message.text.size() == node.end) return node.message;
  node.message = insert(message.parent, {message.author, message.text.substr(0, node.end), message.created_at,
                                         message.model_name, message.status});
  return node.message;
}

ChatTree::Place ChatTree::add(Place after, Words words) {
  words.text = repaired_utf8(words.text);
  std::optional<MessageId> parent;
  if (after != kBeginning) {
    const auto before = settle(nodes_[after - 1]);
    Message& previous = messages_[before];
    if (previous.author == words.author) {
      const auto joined = previous.text.empty() ? words.text : previous.text + std::string(kBetween) + words.text;
      if (!has_children_[before]) {
        previous.text = joined;
        nodes_.push_back({before, joined.size()});
        return nodes_.size();
      }
      parent = previous.parent;
      words.text = joined;
    } else {
      parent = previous.id;
    }
  } else if (words.author == Author::Assistant) {
    if (!empty_question_) empty_question_ = insert(std::nullopt, {Author::User, {}, words.created_at, {}, {}});
    parent = messages_[*empty_question_].id;
  }
  const auto end = words.text.size();
  nodes_.push_back({insert(parent, std::move(words)), end});
  return nodes_.size();
}

ConversationContent ChatTree::finish(Conversation conversation, std::optional<Place> shown) {
  ConversationContent content{std::move(conversation), {}};
  std::optional<std::size_t> leaf;
  if (shown && *shown != kBeginning) leaf = settle(nodes_[*shown - 1]);
  content.messages = messages_;
  auto& c = content.conversation;
  c.title = tidy_line(c.title);
  c.title_is_automatic = c.title.empty();
  c.system_prompt = repaired_utf8(c.system_prompt);
  c.created_at = std::clamp<std::int64_t>(c.created_at, 0, kLatestTime);
  c.updated_at = std::clamp<std::int64_t>(c.updated_at, c.created_at, kLatestTime);
  complete(content);
  if (!leaf) return content;
  // On from there to where the branch ends.
  c.current_leaf = content.messages[*leaf].id;
  for (const auto& message : content.messages) {
    if (message.parent == c.current_leaf) c.current_leaf = message.id;
  }
  return content;
}

}  // namespace eddy
