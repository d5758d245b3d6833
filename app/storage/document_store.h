// Documents, their passages and what models have read of them (documents.db). One thread at a time.
//
// Every function that changes something is one transaction. A document can be imported again from its file, so this store
// never keeps anybody from chatting: a file that cannot be used is put aside, and a store that cannot be opened at all
// reports FileUnreadable for everything and is otherwise left alone.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/documents.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

class DocumentStore {
 public:
  struct Opened;
  using Clock = std::function<std::int64_t()>;
  /// Never fails; `notice` says when a file was put aside or nothing can be kept. Needs the folder's lock. A file made
  /// beside another eddy.db keeps its documents and forgets which conversations were about them.
  static Opened open(const std::filesystem::path& folder, std::string_view database_uuid, int busy_timeout_ms = 2000,
                     const KeyPointer& key = nullptr);
  /// Nothing on disk: for programs that keep nothing.
  static Result<DocumentStore> in_memory();

  bool is_open() const { return database_ != nullptr; }

  // Documents
  /// A document under way; an unfinished one of the same content is begun anew.
  Result<DocumentId> begin_document(std::string_view content_hash, std::string_view name, std::string_view path,
                                    std::int64_t file_bytes);
  /// In reading order, after those that are there.
  Result<void> append_passages(DocumentId id, std::span<const Passage> passages);
  Result<void> finish_document(DocumentId id, const DocumentFacts& facts);
  /// Of an import that was given up.
  Result<void> discard(DocumentId id);
  /// Every import that is under way.
  Result<void> discard_unfinished();
  /// Complete ones with this content, removed ones included: dropping a removed document brings it back.
  Result<std::optional<DocumentId>> find(std::string_view content_hash);
  Result<Document> document(DocumentId id) const;
  /// Newest first; removed and unfinished ones are left out.
  Result<std::vector<Document>> list() const;
  Result<void> remove(DocumentId id);
  Result<void> undo_remove(DocumentId id);
  /// Deletes removed and unfinished documents for good and says which readings went with them, so that their states can go too.
  Result<std::vector<ReadingId>> purge_removed();

  // Passages
  Result<std::vector<StoredPassage>> passages(DocumentId id, std::int64_t first, std::int64_t count) const;
  Result<StoredPassage> passage(PassageId id) const;
  /// All of a document's passages without their text.
  Result<std::vector<PassageOutline>> outline(DocumentId id) const;
  /// Of the first `passages` ones.
  Result<DocumentExtent> extent(DocumentId id, std::int64_t passages) const;
  /// Best first, by bm25. An empty list when no word fits. With `last_page`, nothing that stands behind it; pages are
  /// counted through the documents as in a reading.
  Result<std::vector<StoredPassage>> search(std::span<const DocumentId> documents, std::string_view question, int most,
                                            std::int32_t last_page = 0) const;

  // Readings
  /// The one of this model over these documents, made when there is none.
  Result<Reading> open_reading(std::span<const DocumentId> documents, std::string_view model_fingerprint,
                               std::string_view model_name);
  Result<std::optional<Reading>> find_reading(std::span<const DocumentId> documents, std::string_view model_fingerprint) const;
  Result<Reading> reading(ReadingId id) const;
  Result<std::vector<Reading>> readings() const;
  Result<void> set_status(ReadingId id, ReadingStatus status);
  /// Steps from `first` on, until `most_bytes` of text are there (at least one step while there are any). Pages are counted
  /// through the documents; the end of one stands on the page after its last.
  Result<std::vector<ReadingStep>> steps(ReadingId id, std::int64_t first, std::int64_t most_bytes) const;
  /// Call before the state is saved. The last few marks are kept.
  Result<void> add_mark(ReadingId id, const ReadingMark& mark, double seconds_more);
  Result<std::optional<ReadingMark>> find_mark(ReadingId id, std::int64_t tokens, std::uint64_t token_hash) const;
  Result<std::optional<ReadingMark>> last_mark(ReadingId id) const;
  Result<void> delete_reading(ReadingId id);
  /// The user gave it up: its marks and places go, whoever keeps the states has to forget them.
  Result<void> stop_reading(ReadingId id);
  /// Call before the state is saved. The same page again is the same place.
  Result<PlaceId> add_place(ReadingId id, std::int32_t page, const ReadingMark& mark);
  /// By page.
  Result<std::vector<ReadingPlace>> places(ReadingId id) const;
  Result<ReadingPlace> place(PlaceId id) const;

  // Conversations and questions
  Result<void> link(ConversationId conversation, std::span<const DocumentId> documents, AskMode mode, std::int32_t page = 0);
  Result<std::optional<ConversationDocuments>> documents_of(ConversationId conversation) const;
  Result<void> set_mode(ConversationId conversation, AskMode mode);
  Result<void> set_sources(MessageId question, ConversationId conversation, AskMode mode,
                           std::span<const PassageId> passages);
  /// Nothing for a message that was no question to a document. Passages deleted since are left out.
  Result<std::optional<QuestionSources>> sources(MessageId question) const;
  Result<void> forget(ConversationId conversation);

  // Notes and summaries
  Result<void> put_note(DocumentId id, std::string_view model_fingerprint, const DocumentNote& note);
  Result<std::vector<DocumentNote>> notes(DocumentId id, std::string_view model_fingerprint) const;
  Result<void> put_summary(DocumentId id, std::string_view model_fingerprint, SummaryStyle style,
                           std::span<const SummaryPoint> points);
  Result<std::optional<std::vector<SummaryPoint>>> summary(DocumentId id, std::string_view model_fingerprint,
                                                           SummaryStyle style) const;

 private:
  DocumentStore() = default;
  Result<std::string> scope(std::span<const DocumentId> documents, std::int32_t last_page) const;
  static Result<std::unique_ptr<Database>> open_file(const std::filesystem::path& file, std::string_view uuid, int busy_timeout_ms, const KeyPointer& key);
  Result<void> erase_document(DocumentId id, std::vector<ReadingId>& readings);

  std::unique_ptr<Database> database_;
};

struct DocumentStore::Opened {
  DocumentStore store;
  std::optional<Error> notice;
};

/// "3,8,5" and back.
std::string list_text(std::span<const DocumentId> documents);
std::vector<DocumentId> documents_in(std::string_view list);

}  // namespace eddy
