#include "app/cli/state_file.h"

#include <system_error>

#include "app/storage/files.h"
#include "engine/api/state_snapshot.h"

namespace eddy::cli {
namespace fs = std::filesystem;
namespace {

Error naming(const fs::path& file, Error error) {
  error.message += " (" + file.string() + ")";
  return error;
}

}  // namespace

Result<void> restore_from_file(Sequence& sequence, const fs::path& file) {
  auto bytes = read_shared(file);
  if (!bytes) return std::move(bytes).error();
  auto snapshot = parse_snapshot(*bytes);
  if (!snapshot) return naming(file, std::move(snapshot).error());
  auto restored = sequence.restore(**snapshot);
  return restored ? restored : naming(file, std::move(restored).error());
}

Result<void> save_to_file(Sequence& sequence, const fs::path& file) {
  auto snapshot = sequence.snapshot();
  if (!snapshot) return std::move(snapshot).error();
  return write_file_durably(file, (*snapshot)->serialise());
}

Result<void> check_writable(const fs::path& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored))
    return file_error("write", file, std::make_error_code(std::errc::is_a_directory));
  const fs::path folder = fs::absolute(file, ignored).parent_path();
  if (fs::is_directory(folder, ignored)) return {};
  return file_error("write", file, std::make_error_code(std::errc::no_such_file_or_directory));
}

}  // namespace eddy::cli
