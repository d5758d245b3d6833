#include "app/cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#endif

namespace eddy::cli {

void Output::write(std::string_view text) {
  if (error_ != 0) return;
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written) error_ = errno != 0 ? errno : EIO;
}

void Output::write_json(const nlohmann::ordered_json& value, int indent) {
  write(value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Result<void> Output::finish() {
  write("");
  if (error_ == 0 || error_ == EPIPE) return {};
  return Error{ErrorCode::FileUnreadable,
               std::string("[output] cannot write to standard output: ") + std::strerror(error_)};
}

Output& standard_output() {
  static Output output = [] {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
#if defined(_WIN32)
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);  // what scripts read is the same on every system
#endif
    return Output();
  }();
  return output;
}

}  // namespace eddy::cli
