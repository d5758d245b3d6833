#include "app/storage/conversation_import.h"

#include "app/storage/conversation_title.h"

namespace eddy {
namespace {

std::string title_of(const ConversationContent& content) {
  if (!content.conversation.title.empty() || content.messages.empty()) return content.conversation.title;
  return title_from(content.messages.front().text);
}

Result<ConversationId> insert_conversation(Database& database, const ConversationContent& content) {
  const Conversation& c = content.conversation;
  // The path of a model on another computer says nothing here.
  Result<void> inserted = database.run(
      "INSERT INTO conversations(title, title_is_automatic, created_at, updated_at, model_path, system_prompt, draft) "
      "VALUES (?, ?, ?, ?, '', ?, ?)", title_of(content), c.title.empty() || c.title_is_automatic, c.created_at, c.updated_at,
      c.system_prompt, c.draft);
  if (!inserted) return inserted.error();
  return ConversationId{database.last_insert_id()};
}

Result<MessageId> insert_message(Database& database, ConversationId conversation, std::optional<MessageId> parent,
                                 const Message& m) {
  const bool unfinished = m.status == MessageStatus::Pending || m.status == MessageStatus::Streaming;
  Result<void> inserted = database.run(
      "INSERT INTO messages(conversation_id, parent_id, author, status, created_at, tokenizer_fingerprint, model_fingerprint, "
      "model_name, stop_reason, error_code, error_text, seconds_to_first_token, seconds, tokens_generated, tokens_reread, "
      "reread_reason, text, tokens) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      conversation, parent, m.author, unfinished ? MessageStatus::Interrupted : m.status, m.created_at,
      m.tokenizer_fingerprint, m.model_fingerprint, m.model_name, m.stop_reason, m.error_code, m.error_text,
      m.seconds_to_first_token, m.seconds, m.tokens_generated, m.tokens_reread, m.reread_reason, m.text,
      std::as_bytes(std::span(m.tokens)));
  if (!inserted) return inserted.error();
  return MessageId{database.last_insert_id()};
}

/// Within the transaction of the import; what a file holds was checked when it was read.
Result<void> insert_picture(Database& database, ConversationId conversation, const Picture& p) {
  return database.run("INSERT INTO pictures(conversation_id, message_id, name, media_type, width, height, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                      conversation, p.message, p.name, p.media_type, p.width, p.height, std::span<const std::byte>(p.content));
}

Result<void> show(Database& database, ConversationId conversation, MessageId leaf) {
  if (auto stamped = database.run("UPDATE messages SET shown = 1 WHERE id = ?", leaf); !stamped) return stamped;
  return database.run("UPDATE conversations SET current_leaf = ? WHERE id = ?", leaf, conversation);
}

Result<ImportedConversation> import_one(Database& database, const ConversationContent& content) {
  Result<ConversationId> id = insert_conversation(database, content);
  if (!id) return id.error();
  if (content.origin) {
    auto begun = database.run("INSERT INTO conversation_origins(conversation_id, state_id) VALUES (?, ?)", *id, *content.origin);
    if (!begun) return begun.error();
  }
  ImportedConversation imported{*id, {}};
  const auto place = [](MessageId local) { return static_cast<std::size_t>(local) - 1; };
  for (const Message& message : content.messages) {
    std::optional<MessageId> parent;
    if (message.parent) parent = imported.messages.at(place(*message.parent));
    Result<MessageId> added = insert_message(database, *id, parent, message);
    if (!added) return added.error();
    imported.messages.push_back(*added);
  }
  for (Picture picture : content.pictures) {
    if (!picture.message) continue;
    picture.message = imported.messages.at(place(*picture.message));
    if (auto added = insert_picture(database, *id, picture); !added) return added.error();
  }
  if (const auto leaf = content.conversation.current_leaf) {
    if (auto shown = show(database, *id, imported.messages.at(place(*leaf))); !shown) return shown.error();
  }
  return imported;
}

}  // namespace

Result<std::vector<ImportedConversation>> import_conversations(Database& database,
                                                               std::span<const ConversationContent> contents) {
  return in_transaction(database, [&]() -> Result<std::vector<ImportedConversation>> {
    std::vector<ImportedConversation> all;
    for (const ConversationContent& content : contents) {
      Result<ImportedConversation> imported = import_one(database, content);
      if (!imported) return imported.error();
      all.push_back(*std::move(imported));
    }
    return all;
  });
}

}  // namespace eddy
