#include "app/storage/data_files.h"

#include <algorithm>
#include <array>

#include "app/storage/files.h"
#include "app/storage/sqlite.h"
#include "app/storage/vault.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

// eddy.lock is not among them: it is held in the old folder and made anew in a new one.
constexpr std::array<std::string_view, 4> kFiles = {"eddy.db", "states.db", "documents.db", kVaultFile};

/// eddy.db, eddy.db-wal, eddy.db.backup-10, states.db.damaged-1, …
bool is_ours(std::string_view name) {
  return std::any_of(kFiles.begin(), kFiles.end(), [&](std::string_view file) {
    return name == file || (name.starts_with(file) && (name[file.size()] == '-' || name[file.size()] == '.'));
  });
}

}  // namespace

Result<std::vector<fs::path>> data_files(const fs::path& folder) {
  std::vector<fs::path> names;
  std::error_code why;
  for (fs::directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) {
    if (it->is_regular_file() && is_ours(path_text(it->path().filename()))) names.push_back(it->path().filename());
  }
  if (why) return file_error("read the folder", folder, why);
  for (const std::string_view name : kDataFolders) {
    const fs::path inner = folder / name;
    if (!fs::is_directory(inner, why)) continue;
    for (fs::directory_iterator it(inner, why), end; !why && it != end; it.increment(why)) {
      if (it->is_regular_file()) names.push_back(fs::path(name) / it->path().filename());
    }
    if (why) return file_error("read the folder", inner, why);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace eddy
