// Built where Poppler is missing.
#include "app/documents/readers/reader.h"

namespace eddy {

std::optional<DocumentError> read_pdf(const DocumentSource&, DocumentFacts&, PassageWriter&) {
  return DocumentError{DocumentProblem::Unsupported, "[pdf] this build of Eddy has no PDF reader (Poppler was not there)"};
}

}  // namespace eddy
