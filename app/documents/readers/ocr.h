// Text from pictures by the program "tesseract", where it is installed.
#pragma once

#include <functional>
#include <string>

namespace eddy {

bool ocr_available();

/// `save` writes the picture to the file it is given. Empty when nothing was recognised or the program failed. Languages:
/// EDDY_OCR_LANGUAGES, else English.
std::string ocr_text(const std::function<bool(const std::string& file)>& save);

}  // namespace eddy
