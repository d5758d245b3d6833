// Conversations and their trees of messages in eddy.db. One thread at a time; the Database must outlive the store.
//
// Every function that changes something is one transaction and is on disk when it returns. Errors: DiskFull, FileLocked,
// FileUnreadable, FileCorrupt from the file, InvalidArgument for ids that are not there or do not fit; nothing changed then.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/picture_store.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

class ConversationStore {
 public:
  using Clock = std::function<std::int64_t()>;  ///< milliseconds since 1970, UTC
  explicit ConversationStore(Database& database, Clock clock = system_clock());
  static Clock system_clock();

  // Conversations
  Result<ConversationId> create_conversation(std::string_view title = {}, std::string_view model_path = {},
                                             std::string_view system_prompt = {});
  Result<Conversation> conversation(ConversationId id) const;
  /// Newest first; removed ones are left out.
  Result<std::vector<ConversationSummary>> list_conversations() const;
  Result<void> rename(ConversationId id, std::string_view title);
  Result<void> set_draft(ConversationId id, std::string_view draft);
  Result<void> set_model_path(ConversationId id, std::string_view model_path);
  Result<void> set_system_prompt(ConversationId id, std::string_view system_prompt);
  /// Hides it; undo_remove() brings it back until purge_removed() deletes the text for good.
  Result<void> remove(ConversationId id);
  Result<void> undo_remove(ConversationId id);
  /// All of them, or none when one is not there.
  Result<void> remove_all(std::span<const ConversationId> ids);
  Result<void> undo_remove_all(std::span<const ConversationId> ids);
  /// Deletes every removed conversation and says which they were, so that their snapshots can be forgotten too.
  Result<std::vector<ConversationId>> purge_removed();

  // Order (conversation_order.cpp); all of them, or none when one is not there.
  Result<void> set_pinned(std::span<const ConversationId> ids, bool pinned);
  Result<void> set_archived(std::span<const ConversationId> ids, bool archived);
  /// "" takes them out of their folder. A folder is there while a conversation names it.
  Result<void> set_folder(std::span<const ConversationId> ids, std::string_view folder);
  /// To a name that is there already: both become one. To "": its conversations have no folder any more.
  Result<void> rename_folder(std::string_view from, std::string_view to);
  /// A conversation of its own with every branch and token of this one.
  Result<ConversationCopy> duplicate(ConversationId id, std::string_view title);

  // Turns. Each one moves the conversation's current leaf to the new answer.
  /// A question and its pending answer after `parent` (an answer; nothing for the beginning of the conversation). Pictures that wait for a
  /// message are the question's.
  /// While the title is automatic and empty it is taken from the text.
  Result<Turn> append_turn(ConversationId conversation, std::optional<MessageId> parent, std::string_view user_text);
  /// Another pending answer to the same question.
  Result<MessageId> append_answer(MessageId user_message);
  /// The question asked otherwise: a sibling of `user_message` with a pending answer and its pictures; the draft stays.
  Result<Turn> append_edited_turn(MessageId user_message, std::string_view user_text);

  // Answers
  /// An ended answer is to grow: back to Streaming, text and tokens kept.
  Result<void> reopen_answer(MessageId id);
  /// `journal`: what else it takes to go on with the answer after a crash. `reading`: what made the tokens; "" leaves what
  /// is stored. All or nothing: text, tokens and journal belong together.
  Result<void> save_partial_answer(MessageId id, std::string_view text, std::span<const std::int32_t> tokens,
                                   std::span<const std::byte> journal = {}, std::string_view reading = {});
  /// What was last kept for an answer that is not finished; empty where nothing was.
  Result<std::vector<std::byte>> answer_journal(MessageId id) const;
  Result<void> finish_answer(MessageId id, const AnswerRecord& record);
  /// For a message whose tokens become known apart from an answer's end (the user's, as they were fed).
  Result<void> set_tokens(MessageId id, std::span<const std::int32_t> tokens, std::string_view tokenizer_fingerprint);
  /// At start-up: answers that were pending or streaming when the program ended become Interrupted. Says how many.
  Result<std::int64_t> recover_interrupted();

  // The tree
  Result<Message> message(MessageId id) const;
  /// Root first, `leaf` last.
  Result<std::vector<Message>> branch(MessageId leaf) const;
  /// Every message with the same parent, itself included, oldest first.
  Result<std::vector<MessageId>> siblings(MessageId id) const;
  Result<std::vector<MessageId>> children(MessageId id) const;
  /// Where a branch through `id` goes on: the leaf below it that was on show last. `id` itself when nothing follows.
  Result<MessageId> deepest_leaf(MessageId id) const;
  Result<void> set_current_leaf(ConversationId conversation, MessageId leaf);
  /// Puts a branch with this message on show, the current one if it has it.
  Result<void> show_message(ConversationId conversation, MessageId id);
  /// Every message of a conversation, parents before children, for an export.
  Result<std::vector<Message>> all_messages(ConversationId conversation) const;
  /// Of its messages, with their content, for an export.
  Result<std::vector<Picture>> all_pictures(ConversationId conversation) const { return PictureStore(database_).all(conversation); }

 private:
  Result<void> keep_journal(MessageId id, std::span<const std::byte> journal);
  Result<Turn> insert_turn(ConversationId conversation, std::optional<MessageId> parent, std::string_view text, std::optional<MessageId> original);
  Result<MessageId> insert_user(ConversationId conversation, std::optional<MessageId> parent, std::string_view text);
  Result<MessageId> insert_answer(ConversationId conversation, MessageId user_message);
  Result<void> check_parent(ConversationId conversation, std::optional<MessageId> parent) const;
  Result<void> show(ConversationId conversation, MessageId leaf);
  Result<void> copy_messages(ConversationId from, ConversationCopy& copy, const std::string& columns);

  Database& database_;
  Clock clock_;
};

}  // namespace eddy
