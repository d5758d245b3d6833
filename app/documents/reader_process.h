// Runs eddy-reader on one file and hands out what it says. Free of Qt; call it on a thread of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "app/documents/passage.h"
#include "app/documents/readers/reading_error.h"

namespace eddy {

struct ReaderOptions {
  std::filesystem::path program;   ///< empty: reader_program()
  std::string password;
  bool ocr = false;
  double silent_seconds = 120;     ///< without a word from the helper: it hangs
  double seconds = 1800;           ///< in all; ten times as long with text recognition
  unsigned megabytes = 2048;
};

/// Called with each passage in order; false ends the reading (Cancelled).
using PassageSink = std::function<bool(Passage passage)>;

/// The helper gets memory and processor limits, and is killed when it is silent for too long or a stop is requested.
/// Whatever becomes of it, nothing is left running and this program is none the worse.
std::variant<DocumentFacts, DocumentError> read_apart(const std::filesystem::path& file, const ReaderOptions& options,
                                                      std::stop_token stop, const PassageSink& sink);

/// $EDDY_READER, else "eddy-reader" beside this program, in its folder's bin/ neighbour, or in libexec/eddy.
std::filesystem::path reader_program();

struct PageWanted {
  std::int32_t page = 1;
  int dpi = 110;
  std::filesystem::path picture;   ///< where the PNG goes
};
/// Parts of 1 from the top left corner.
struct WordBox {
  double x = 0, y = 0, width = 0, height = 0;
  std::string text;
};
struct PageDrawing {
  std::int32_t pages = 0;
  double aspect = 1;               ///< height by width
  std::vector<WordBox> words;      ///< in reading order
};

/// Draws one page of a PDF.
std::variant<PageDrawing, DocumentError> draw_apart(const std::filesystem::path& file, const PageWanted& page,
                                                    const ReaderOptions& options, std::stop_token stop);

}  // namespace eddy
