// What every document reader is: a function from a file to passages. Runs in the helper process only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/documents/readers/passage_writer.h"
#include "app/documents/readers/reading_error.h"

namespace eddy {

struct DocumentSource {
  std::filesystem::path path;
  std::string bytes;        ///< the whole file, up to the largest size we take
  std::string extension;    ///< lower case, without the dot
  std::string password;     ///< empty: none was given
  bool ocr = false;         ///< read pictures of pages with Tesseract
};

/// Nothing when it went well. Facts are filled in as they become known.
using ReadDocument = std::optional<DocumentError> (*)(const DocumentSource& source, DocumentFacts& facts,
                                                      PassageWriter& writer);

struct DocumentReader {
  const char* format;       ///< DocumentFacts::format
  const char* extensions;   ///< " txt text log "
  ReadDocument read;
};

/// By content first, by name where content does not tell.
const DocumentReader* choose_reader(const DocumentSource& source);

/// Reads the file and hands out its passages, then the facts are complete. `writer` is finished.
std::optional<DocumentError> read_document(DocumentSource source, DocumentFacts& facts, PassageWriter& writer);

/// Fills in the bytes; any size that a document may have.
std::optional<DocumentError> read_source(DocumentSource& source);

/// A page of a PDF as a PNG at `picture`, with its words. `words` are [x, y, width, height] in parts of 1, and the text.
struct DrawnPage {
  std::int32_t pages = 0;
  double aspect = 1;
  struct Word {
    double box[4];
    std::string text;
  };
  std::vector<Word> words;
};
std::optional<DocumentError> draw_page(DocumentSource source, std::int32_t page, int dpi, const std::string& picture, DrawnPage& drawn);

// One per file below readers/.
std::optional<DocumentError> read_text(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_code(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_markdown(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_separated(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_html(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_pdf(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_docx(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_open_document(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_pptx(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_epub(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_rtf(const DocumentSource&, DocumentFacts&, PassageWriter&);
std::optional<DocumentError> read_mail(const DocumentSource&, DocumentFacts&, PassageWriter&);

}  // namespace eddy
