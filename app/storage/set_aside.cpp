#include "app/storage/set_aside.h"

#include "app/storage/files.h"

namespace eddy {
namespace fs = std::filesystem;

Result<fs::path> move_aside(const fs::path& file) {
  std::error_code why;
  for (int n = 1; n < 1000; ++n) {
    fs::path aside = file;
    aside += ".damaged-" + std::to_string(n);
    if (fs::exists(aside, why)) continue;
    fs::rename(file, aside, why);
    if (why) return file_error("move aside", file, why);
    for (const char* log : {"-wal", "-shm"}) {
      fs::path from = file, to = aside;
      fs::rename(from += log, to += log, why);
    }
    return aside;
  }
  return Error{ErrorCode::FileUnreadable, "[storage] too many damaged copies beside " + path_text(file) + ". Delete some", {}};
}

bool cured_by_new_file(ErrorCode code) {
  return code == ErrorCode::FileCorrupt || code == ErrorCode::FileTooNew || code == ErrorCode::UnsupportedFormat ||
         code == ErrorCode::StateMismatch || code == ErrorCode::Internal;
}

}  // namespace eddy
