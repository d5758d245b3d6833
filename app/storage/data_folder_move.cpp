#include <algorithm>
#include <iterator>
#include <vector>

#include "app/storage/data_files.h"
#include "app/storage/data_location.h"
#include "app/storage/files.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

bool is_inside(const fs::path& folder, const fs::path& other) {
  const auto [end, unused] = std::mismatch(other.begin(), other.end(), folder.begin(), folder.end());
  return end == other.end();
}

Result<void> check_target(const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  const fs::path source = fs::weakly_canonical(from, ignored);
  const fs::path target = fs::weakly_canonical(to, ignored);
  if (to.empty() || source == target ||
      std::any_of(std::begin(kDataFolders), std::end(kDataFolders), [&](std::string_view name) { return is_inside(target, source / name); })) {
    return Error{ErrorCode::InvalidArgument, "[storage] " + path_text(to) + " is the present data folder. Choose another one", {}};
  }
  Result<std::vector<fs::path>> present = data_files(target);
  if (!present) return present.error();
  if (present->empty()) return {};
  return Error{ErrorCode::InvalidArgument,
               "[storage] " + path_text(to) + " already holds data of Eddy. Choose an empty folder, or start Eddy with --data-dir there", {}};
}

void remove_files(const fs::path& folder, const std::vector<fs::path>& names) {
  std::error_code ignored;
  for (const fs::path& name : names) fs::remove(folder / name, ignored);
  for (const std::string_view name : kDataFolders) fs::remove(folder / name, ignored);  // only when empty
}

Result<void> copy_files(const fs::path& from, const fs::path& to, const std::vector<fs::path>& names) {
  std::error_code why;
  for (const std::string_view name : kDataFolders) {
    fs::create_directories(to / name, why);
    if (why) return file_error("make the folder", to / name, why);
  }
  for (const fs::path& name : names) {
    if (Result<void> copied = copy_file_durably(from / name, to / name); !copied) return copied;
  }
  return {};
}

}  // namespace

Result<void> move_data_folder(const fs::path& from, const fs::path& to) {
  if (Result<void> made = to.empty() ? Result<void>() : create_data_folder(to); !made) return made;
  if (Result<void> fits = check_target(from, to); !fits) return fits;
  Result<std::vector<fs::path>> names = data_files(from);
  if (!names) return names.error();
  Result<void> moved = copy_files(from, to, *names);
  if (moved) moved = set_data_location(to);
  remove_files(moved ? from : to, *names);
  return moved;
}

}  // namespace eddy
