// Built where Poppler is missing.
#include "app/documents/readers/reader.h"

namespace eddy {

std::optional<DocumentError> read_pdf(const DocumentSource&, DocumentFacts&, PassageWriter&) {
  return DocumentError{DocumentProblem::Unsupported, "[pdf] this build of Eddy has no PDF reader (Poppler was not there)"};
}

std::optional<DocumentError> draw_page(DocumentSource, std::int32_t, int, const std::string&, DrawnPage&) {
  return DocumentError{DocumentProblem::Unsupported, "[pdf] this build of Eddy has no PDF reader (Poppler was not there)"};
}

}  // namespace eddy
