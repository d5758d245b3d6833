// Which conversations are about which documents, and what their questions were answered from.
#include "app/storage/document_rows.h"
#include "app/storage/document_store.h"

namespace eddy {
using namespace document_rows;

Result<void> DocumentStore::link(ConversationId conversation, std::span<const DocumentId> documents, AskMode mode,
                                 std::int32_t page) {
  if (!database_) return closed();
  return database_->run("INSERT OR REPLACE INTO conversations(conversation_id, document_list, mode, page) VALUES (?, ?, ?, ?)",
                        conversation, list_text(documents), mode, page);
}

Result<std::optional<ConversationDocuments>> DocumentStore::documents_of(ConversationId conversation) const {
  if (!database_) return std::optional<ConversationDocuments>();
  return one_row(database_->query("SELECT document_list, mode, page FROM conversations WHERE conversation_id = ?", conversation),
                 [](const Rows& rows) {
                   return ConversationDocuments{documents_in(rows.text(0)), static_cast<AskMode>(rows.integer(1)),
                                               static_cast<std::int32_t>(rows.integer(2))};
                 });
}

Result<void> DocumentStore::set_mode(ConversationId conversation, AskMode mode) {
  if (!database_) return closed();
  return database_->run("UPDATE conversations SET mode = ? WHERE conversation_id = ?", mode, conversation);
}

Result<void> DocumentStore::set_sources(MessageId question, ConversationId conversation, AskMode mode,
                                        std::span<const PassageId> passages) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<void> {
    if (auto gone = database_->run("DELETE FROM questions WHERE message_id = ?", question); !gone) return gone;
    auto added = database_->run("INSERT INTO questions(message_id, conversation_id, mode) VALUES (?, ?, ?)", question, conversation, mode);
    for (std::size_t i = 0; added && i < passages.size(); ++i) {
      added = database_->run("INSERT INTO question_passages(message_id, place, passage_id) VALUES (?, ?, ?)", question, i, passages[i]);
    }
    return added;
  });
}

Result<std::optional<QuestionSources>> DocumentStore::sources(MessageId question) const {
  if (!database_) return std::optional<QuestionSources>();
  auto mode = database_->integer("SELECT mode FROM questions WHERE message_id = ?", question);
  if (!mode) return mode.error();
  if (!*mode) return std::optional<QuestionSources>();
  auto shown = all_rows(database_->query(std::string("SELECT ") + kPassageColumns +
                                       " FROM question_passages q JOIN passages p ON p.id = q.passage_id WHERE q.message_id = ? ORDER BY q.place",
                                         question),
                        passage_from);
  if (!shown) return shown.error();
  return std::optional(QuestionSources{static_cast<AskMode>(**mode), *std::move(shown)});
}

Result<void> DocumentStore::forget(ConversationId conversation) {
  if (!database_) return {};
  return in_transaction(*database_, [&]() -> Result<void> {
    if (auto gone = database_->run("DELETE FROM questions WHERE conversation_id = ?", conversation); !gone) return gone;
    return database_->run("DELETE FROM conversations WHERE conversation_id = ?", conversation);
  });
}

}  // namespace eddy
