#include "app/documents/readers/html_text.h"
#include "app/documents/readers/reader.h"

namespace eddy {

std::optional<DocumentError> read_html(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  write_html(source.bytes, {}, writer, facts.title);
  return std::nullopt;
}

}  // namespace eddy
