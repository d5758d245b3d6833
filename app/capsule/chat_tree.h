// Builds the tree of a chat from programs whose chats take other shapes than ours. One thread at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/capsule/portable_chat.h"

namespace eddy {

/// In our trees a question comes first, and questions and answers take turns. Two messages of one author in a row become
/// one; an answer at the beginning follows an empty question.
class ChatTree {
 public:
  using Place = std::size_t;                    ///< after some message
  static constexpr Place kBeginning = 0;

  struct Words {
    Author author = Author::User;
    std::string text;
    std::int64_t created_at = 0;
    std::string model_name;
    MessageStatus status = MessageStatus::Done;
  };
  Place add(Place after, Words words);

  /// Complete (see complete()); `shown` is the place whose branch is on show, nothing for the last one.
  ConversationContent finish(Conversation conversation, std::optional<Place> shown = {});

 private:
  struct Node {
    std::size_t message = 0;  // index
    std::size_t end = 0;      // where its text ends in that message
  };
  std::size_t settle(Node& node);
  std::size_t insert(std::optional<MessageId> parent, Words words);

  std::vector<Node> nodes_;
  std::vector<Message> messages_;
  std::vector<bool> has_children_;
  std::optional<std::size_t> empty_question_;
};

}  // namespace eddy
