// What reading and drawing a PDF share.
#pragma once

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>

#include <memory>
#include <string>

#include "app/documents/readers/reader.h"

namespace eddy {

std::string pdf_text(const poppler::ustring& text);
/// Refused when it is damaged, locked or without pages.
std::optional<DocumentError> open_pdf(const DocumentSource& source, std::unique_ptr<poppler::document>& pdf);

}  // namespace eddy
