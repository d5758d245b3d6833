// What the conversation store hands out: plain structs, no behaviour, free to cross threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eddy {

enum class ConversationId : std::int64_t {};
enum class MessageId : std::int64_t {};

/// The values are written to disk: add at the end, never renumber.
enum class Author { User = 0, Assistant = 1 };

/// The values are written to disk: add at the end, never renumber.
enum class MessageStatus {
  Pending = 0,      ///< an answer was asked for and has not begun
  Streaming = 1,    ///< part of the answer is here
  Done = 2,         ///< complete; every user message is
  Cancelled = 3,    ///< stopped by the user, text kept
  Interrupted = 4,  ///< the program ended while it was pending or streaming, text kept
  Failed = 5,       ///< error_code and error_text say why, text kept
};

/// How an answer ended. The message's tokens are exactly those fed or sampled for it, in order, so that feeding a branch's
/// tokens again makes exactly the same state.
struct AnswerRecord {
  MessageStatus status = MessageStatus::Done;
  std::string text;
  std::vector<std::int32_t> tokens;
  std::string tokenizer_fingerprint;
  std::string model_fingerprint;
  std::string model_name;
  std::string stop_reason;
  std::string error_code;
  std::string error_text;
  double seconds_to_first_token = 0;
  double seconds = 0;
  std::int64_t tokens_generated = 0;
  std::int64_t tokens_reread = 0;
  std::string reread_reason;
  /// Tokens of the user message before it, as they were fed (stored with that message); nothing keeps what is stored.
  std::optional<std::vector<std::int32_t>> user_tokens;
  /// Of an answer that did not end by itself: what it takes to go on. Kept until the answer is finished.
  std::vector<std::byte> journal;
};

struct Message {
  MessageId id{};
  ConversationId conversation{};
  std::optional<MessageId> parent;  ///< nothing for the first message of a branch
  Author author = Author::User;
  MessageStatus status = MessageStatus::Done;
  std::string text;
  std::vector<std::int32_t> tokens;
  std::string tokenizer_fingerprint;
  std::string model_fingerprint;
  std::string model_name;
  std::string stop_reason;
  std::string error_code;
  std::string error_text;
  double seconds_to_first_token = 0;
  double seconds = 0;
  std::int64_t tokens_generated = 0;
  std::int64_t tokens_reread = 0;
  std::string reread_reason;
  std::int64_t created_at = 0;  ///< milliseconds since 1970, UTC
  int sibling_index = 0;        ///< place among the messages with the same parent, oldest first
  int sibling_count = 1;
};

struct Conversation {
  ConversationId id{};
  std::string title;
  bool title_is_automatic = true;  ///< taken from the first message until the user names it
  std::int64_t created_at = 0;
  std::int64_t updated_at = 0;
  std::optional<std::int64_t> deleted_at;  ///< removed, but undo is still possible
  std::optional<MessageId> current_leaf;   ///< last message of the branch on show; nothing while empty
  std::string model_path;
  std::string system_prompt;
  std::string draft;
};

struct ConversationSummary {
  ConversationId id{};
  std::string title;
  std::string preview;  ///< beginning of the newest text on the current branch, on one line
  std::int64_t created_at = 0;
  std::int64_t updated_at = 0;
  std::int64_t message_count = 0;
  bool pinned = false;
  bool archived = false;
  std::string folder;           ///< "" = in none
};

/// What a copied conversation's messages were copied to.
struct ConversationCopy {
  ConversationId id{};
  std::map<MessageId, MessageId> messages;
};

/// A question and the answer to be.
struct Turn {
  MessageId user_message{};
  MessageId assistant_message{};
};

}  // namespace eddy
