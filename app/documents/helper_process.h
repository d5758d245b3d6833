// Runs a helper program apart from this one, with limits, and listens to what it writes. Any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/documents/readers/reading_error.h"

namespace eddy {

struct HelperRun {
  std::filesystem::path program;
  std::vector<std::string> words;   ///< arguments, without the program's own name
  std::string told;                 ///< one line on its standard input, at most 1000 bytes
  double silent_seconds = 120;      ///< given up when nothing is heard for so long
  double seconds = 1800;            ///< in all
  unsigned megabytes = 0;           ///< set from outside where the system can; elsewhere the helper limits itself. 0: none
  double cpu_seconds = 0;           ///< likewise
};

/// A path as the helper takes it among its words: bytes as they are, under Windows UTF-8.
std::string argument_of(const std::filesystem::path& path);

/// True while more is wanted.
using HelperSink = std::function<bool(std::string_view bytes)>;

enum class HelperEnded { Closed, Refused };

/// Returns when the helper has closed its output or the sink refused; everything it started is gone then. An error when it
/// could not be started, was stopped, took too long, or died: its exit status alone is none.
std::variant<HelperEnded, DocumentError> run_helper(const HelperRun& run, std::stop_token stop, const HelperSink& sink);

}  // namespace eddy
