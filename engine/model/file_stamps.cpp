#include "engine/model/file_stamps.h"

#include <system_error>

namespace eddy {

FileStamps::FileStamps(const ModelFile& file) {
  for (const auto& part : file.parts()) stamps_.push_back(stamp_of(part));
}

FileStamps::Stamp FileStamps::stamp_of(const std::filesystem::path& path) {
  std::error_code ignored;
  return {path, std::filesystem::file_size(path, ignored), std::filesystem::last_write_time(path, ignored)};
}

Result<void> FileStamps::check() const {
  for (const auto& before : stamps_) {
    const Stamp now = stamp_of(before.path);
    if (now.bytes == before.bytes && now.written == before.written) continue;
    return Error{ErrorCode::FileUnreadable,
                 "[load] " + before.path.string() + " was changed while it was loaded; load it again when it is complete", {}};
  }
  return {};
}

}  // namespace eddy
