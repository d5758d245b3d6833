// A piece of a document with the place it stands at. Plain values, free to cross threads.
#pragma once

#include <cstdint>
#include <string>

namespace eddy {

/// The values are written to disk: add at the end, never renumber.
enum class PassageKind { Text = 0, Table = 1, Code = 2 };

struct Passage {
  std::int32_t page = 0;   ///< from 1; 0 where the format has no pages
  std::string heading;     ///< of the section it stands in; empty before the first one
  PassageKind kind = PassageKind::Text;
  /// UTF-8, one to a few paragraphs. A passage that begins a section begins with the heading's own line.
  std::string text;
};

/// What is known about a document apart from its text.
struct DocumentFacts {
  std::string format;      ///< "PDF", "Word document", …: a name, not translated
  std::string title;       ///< from the file's own metadata, may be empty
  std::int32_t pages = 0;  ///< 0 where the format has none
  std::string notice;      ///< what was left out and why; empty when nothing was
};

/// One thing a model is fed: the beginning of a document, a passage, its end.
struct ReadingStep {
  enum class Kind { Open, Passage, Close };
  Kind kind = Kind::Passage;
  std::string text;        ///< the passage; of several documents, the name of the one that begins
  std::int32_t page = 0;   ///< of a passage, counted through the documents; of an end, the page after the last
};

}  // namespace eddy
