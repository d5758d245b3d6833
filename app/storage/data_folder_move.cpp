#include <algorithm>
#include <array>
#include <vector>

#include "app/storage/data_location.h"
#include "app/storage/files.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

// eddy.lock stays: it is held in the old folder and made anew in the new one.
constexpr std::array<std::string_view, 3> kDatabases = {"eddy.db", "states.db", "documents.db"};
constexpr std::array<std::string_view, 2> kFolders = {"states", "library"};

/// eddy.db, eddy.db-wal, eddy.db.backup-10, states.db.damaged-1, …
bool is_ours(std::string_view name) {
  return std::any_of(kDatabases.begin(), kDatabases.end(), [&](std::string_view database) {
    return name == database || (name.starts_with(database) && (name[database.size()] == '-' || name[database.size()] == '.'));
  });
}

/// Names below `folder` of everything that is Eddy's.
Result<std::vector<fs::path>> our_files(const fs::path& folder) {
  std::vector<fs::path> names;
  std::error_code why;
  for (fs::directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) {
    if (it->is_regular_file() && is_ours(path_text(it->path().filename()))) names.push_back(it->path().filename());
  }
  if (why) return file_error("read the folder", folder, why);
  for (const std::string_view name : kFolders) {
    const fs::path inner = folder / name;
    if (!fs::is_directory(inner, why)) continue;
    for (fs::directory_iterator it(inner, why), end; !why && it != end; it.increment(why)) {
      if (it->is_regular_file()) names.push_back(fs::path(name) / it->path().filename());
    }
    if (why) return file_error("read the folder", inner, why);
  }
  return names;
}

bool is_inside(const fs::path& folder, const fs::path& other) {
  const auto [end, unused] = std::mismatch(other.begin(), other.end(), folder.begin(), folder.end());
  return end == other.end();
}

Result<void> check_target(const fs::path& from, const fs::path& to) {
  std::error_code ignored;
  const fs::path source = fs::weakly_canonical(from, ignored);
  const fs::path target = fs::weakly_canonical(to, ignored);
  if (to.empty() || source == target ||
      std::any_of(kFolders.begin(), kFolders.end(), [&](std::string_view name) { return is_inside(target, source / name); })) {
    return Error{ErrorCode::InvalidArgument, "[storage] " + path_text(to) + " is the present data folder. Choose another one", {}};
  }
  Result<std::vector<fs::path>> present = our_files(target);
  if (!present) return present.error();
  if (present->empty()) return {};
  return Error{ErrorCode::InvalidArgument,
               "[storage] " + path_text(to) + " already holds data of Eddy. Choose an empty folder, or start Eddy with --data-dir there", {}};
}

void remove_files(const fs::path& folder, const std::vector<fs::path>& names) {
  std::error_code ignored;
  for (const fs::path& name : names) fs::remove(folder / name, ignored);
  for (const std::string_view name : kFolders) fs::remove(folder / name, ignored);  // only when empty
}

Result<void> copy_files(const fs::path& from, const fs::path& to, const std::vector<fs::path>& names) {
  std::error_code why;
  for (const std::string_view name : kFolders) {
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
  Result<std::vector<fs::path>> names = our_files(from);
  if (!names) return names.error();
  Result<void> moved = copy_files(from, to, *names);
  if (moved) moved = set_data_location(to);
  remove_files(moved ? from : to, *names);
  return moved;
}

}  // namespace eddy
