// What the document store hands out: plain structs, no behaviour, free to cross threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/documents/passage.h"
#include "app/storage/messages.h"

namespace eddy {

enum class DocumentId : std::int64_t {};
enum class ReadingId : std::int64_t {};
enum class PassageId : std::int64_t {};

/// The message a reading's state is filed under in the snapshot store, and the place before the first message of a
/// conversation that goes on from it.
inline MessageId state_of(ReadingId reading) { return MessageId{-static_cast<std::int64_t>(reading)}; }
/// The conversation likewise, so that no clean-up of conversations touches it.
inline ConversationId owner_of(ReadingId reading) { return ConversationId{-static_cast<std::int64_t>(reading)}; }

struct Document {
  DocumentId id{};
  std::string content_hash;
  std::int64_t added_at = 0;
  std::int64_t file_bytes = 0;
  std::int64_t text_bytes = 0;
  std::int64_t passages = 0;
  std::string name;
  std::string path;
  DocumentFacts facts;
};

/// Pages are counted through all documents of a reading. Among several, one without pages counts as one.
inline std::int32_t pages_counted(const Document& document, bool alone) {
  return alone || document.facts.pages > 0 ? document.facts.pages : 1;
}

/// A passage with where it is from.
struct StoredPassage {
  PassageId id{};
  DocumentId document{};
  std::int64_t ordinal = 0;
  Passage passage;
};

/// A passage without its text.
struct PassageOutline {
  std::int32_t page = 0;
  std::int64_t bytes = 0;
  std::string heading;
};

/// What the first passages of a document come to.
struct DocumentExtent {
  std::int64_t bytes = 0;
  std::int32_t page = 0;   ///< the last one begun
};

/// The values are written to disk: add at the end, never renumber.
enum class ReadingStatus { UnderWay = 0, Paused = 1, Complete = 2, Failed = 3, Stopped = 4 };

struct Reading {
  ReadingId id{};
  std::string model_fingerprint;
  std::string model_name;
  std::vector<DocumentId> documents;
  ReadingStatus status = ReadingStatus::UnderWay;
  std::int64_t steps = 0;
  double seconds = 0;
};

/// A reading's position: this many steps, which are these tokens.
struct ReadingMark {
  std::int64_t steps = 0;
  std::int64_t tokens = 0;
  std::uint64_t token_hash = 0;
};

enum class PlaceId : std::int64_t {};

/// The end of a page at which the state was kept, with the model's word that it has read so far.
struct ReadingPlace {
  PlaceId id{};
  ReadingId reading{};
  std::int32_t page = 0;   ///< counted through the reading's documents
  ReadingMark mark;  ///< the word counts among the tokens, not among the steps
};

/// Places are numbered far below the readings.
constexpr std::int64_t kFirstPlace = std::int64_t{1} << 40;
inline MessageId state_of(PlaceId place) { return MessageId{-kFirstPlace - static_cast<std::int64_t>(place)}; }

/// The values are written to disk: add at the end, never renumber.
enum class AskMode { Memory = 0, Passages = 1, Both = 2 };

struct ConversationDocuments {
  std::vector<DocumentId> documents;
  AskMode mode = AskMode::Both;
  std::int32_t page = 0;  ///< as of the end of this page, counted through the documents; 0: all of it
};

/// What one question was answered from.
struct QuestionSources {
  AskMode mode = AskMode::Memory;
  std::vector<StoredPassage> passages;
};

struct DocumentNote {
  std::int64_t first_passage = 0;
  std::int64_t last_passage = 0;
  std::string text;
};

/// The values are written to disk: add at the end, never renumber.
enum class SummaryStyle { Line = 0, Paragraph = 1, Bullets = 2, Chapters = 3 };

struct SummaryPoint {
  std::int64_t first_passage = 0;
  std::int64_t last_passage = 0;
  std::string heading;  ///< of a chapter; else empty
  std::string text;
};

}  // namespace eddy
