#include "app/storage/vault_change.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/storage/data_files.h"
#include "app/storage/file_cipher.h"
#include "app/storage/files.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr const char* kWorkFolder = "vault-change";
constexpr const char* kReadyFile = "ready";
constexpr std::uintmax_t kSpare = std::uintmax_t{32} << 20;

/// What a file is, by its name: how it is encrypted.
struct Kind {
  KeyUse use = KeyUse::OtherFiles;
  bool database = false;
  bool log = false;  ///< "-wal" or "-shm" of a database
};

Kind kind_of(const fs::path& name) {
  const std::string text = path_text(name.filename());
  const bool log = text.ends_with("-wal") || text.ends_with("-shm");
  if (name.has_parent_path()) {
    return {path_text(name.parent_path()) == "states" ? KeyUse::StateFiles : KeyUse::LibraryFiles, false, false};
  }
  if (text.starts_with("eddy.db")) return {KeyUse::Conversations, !log, log};
  if (text.starts_with("states.db")) return {KeyUse::States, !log, log};
  if (text.starts_with("documents.db")) return {KeyUse::Documents, !log, log};
  return {};
}

bool must_open(const fs::path& name) { return name == "eddy.db" || name == "states.db" || name == "documents.db"; }

Error stopped() { return {ErrorCode::Cancelled, "[vault] stopped; nothing was changed", {}}; }

void remove_quietly(const fs::path& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

std::uintmax_t size_of(const fs::path& file) {
  std::error_code why;
  const std::uintmax_t size = fs::file_size(file, why);
  return why ? 0 : size;
}

/// Every file below a folder, without the folder's own path.
std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> names;
  std::error_code why;
  for (fs::recursive_directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) {
    if (it->is_regular_file()) names.push_back(it->path().lexically_relative(folder));
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// What was written before a decision. Of taking the encryption back it is plain text.
Result<void> discard_work(const fs::path& folder) {
  for (const fs::path& name : files_below(folder / kWorkFolder)) {
    if (Result<void> removed = overwrite_and_remove(folder / kWorkFolder / name); !removed) return removed;
  }
  remove_quietly(folder / kWorkFolder);
  return {};
}

/// One turning on or off, up to the decision.
class Change {
 public:
  Change(fs::path folder, KeyPointer before, KeyPointer after, const VaultChangeControl& control)
      : folder_(std::move(folder)), work_(folder_ / kWorkFolder), before_(std::move(before)), after_(std::move(after)), control_(control) {}

  Result<void> prepare() {
    Result<std::vector<fs::path>> names = data_files(folder_);
    if (!names) return names.error();
    names_ = *std::move(names);
    std::erase(names_, fs::path(kVaultFile));
    for (const fs::path& name : names_) total_ += size_of(folder_ / name);
    std::error_code why;
    const fs::space_info space = fs::space(folder_, why);
    if (!why && space.available < total_ + kSpare) return no_room(space.available);
    for (const std::string_view inner : kDataFolders) {
      fs::create_directories(work_ / inner, why);
      if (why) return file_error("make", work_ / inner, why);
    }
    return {};
  }

  Result<void> write_all() {
    for (const fs::path& name : names_) {
      if (!go_on(0)) return stopped();
      if (Result<void> written = kind_of(name).database ? convert_database(name) : convert_file(name); !written) return written;
      done_ += size_of(folder_ / name);
    }
    return go_on(0) ? Result<void>() : stopped();
  }

  /// The moment from which on the folder is the other thing.
  Result<void> decide() {
    std::string text = after_ ? "encrypt\n" : "decrypt\n";
    for (const fs::path& name : names_) {
      if (kind_of(name).log && belongs_to_written(name)) text += path_text(name) + "\n";
    }
    for (const fs::path& name : written_) sync_folder((work_ / name).parent_path());
    sync_folder(work_);
    if (!after_) text += std::string(kVaultFile) + "\n";
    return write_file_durably(work_ / kReadyFile, std::as_bytes(std::span(text)));
  }


 private:
  bool go_on(std::uintmax_t of_this) {
    const double part = total_ == 0 ? 1.0 : static_cast<double>(done_ + of_this) / static_cast<double>(total_);
    return control_.progress(std::min(part, 1.0) * 0.9);
  }

  Error no_room(std::uintmax_t available) const {
    const auto megabytes = [](std::uintmax_t bytes) { return std::to_string((bytes >> 20) + 1) + " MB"; };
    return {ErrorCode::DiskFull,
            "[vault] writing everything anew needs " + megabytes(total_ + kSpare) + " on this disk and " + megabytes(available) +
                " are free. Free some space, or free saved states in the settings", {}};
  }

  FileKey key_for(const KeyPointer& key, KeyUse use) const { return {key, use}; }

  Result<void> convert_database(const fs::path& name) {
    const KeyUse use = kind_of(name).use;
    auto database = Database::open(folder_ / name, OpenMode::ReadWrite, 2000, key_for(before_, use));
    Result<void> copied = database ? copy(**database, name, use) : Result<void>(database.error());
    if (copied || copied.error().code == ErrorCode::Cancelled || must_open(name)) return copied;
    // A copy that was put aside because it cannot be opened: its bytes, then.
    if (database && copied.error().code != ErrorCode::FileCorrupt) return copied;
    std::error_code ignored;
    fs::remove(work_ / name, ignored);
    return convert_file(name);
  }

  Result<void> copy(Database& database, const fs::path& name, KeyUse use) {
    // The log into the file: then the file alone is everything, whatever is deleted first later.
    if (Result<void> flushed = database.run_script("PRAGMA wal_checkpoint(TRUNCATE)"); !flushed) return flushed;
    const fs::path target = work_ / name;
    const FileKey key = key_for(after_, use);
    Result<void> copied = database.copy_to(target, key, [&] { return go_on(size_of(target)); });
    if (!copied) return copied;
    if (Result<void> synced = sync_file(target); !synced) return synced;
    if (Result<void> sound = check_copy(database, target, key); !sound) return sound;
    written_.insert(name);
    return {};
  }

  static Result<void> check_copy(const Database& database, const fs::path& target, const FileKey& key) {
    auto written = Database::open(target, OpenMode::ReadOnly, 0, key);
    if (!written) return written.error();
    if (Result<void> sound = (*written)->quick_check(); !sound) return sound;
    const auto before = database.integer("SELECT count(*) FROM sqlite_schema"), after = (*written)->integer("SELECT count(*) FROM sqlite_schema");
    if (before && after && *before == *after) return {};
    return Error{ErrorCode::FileCorrupt, "[vault] " + path_text(target) + " is not what was written. Check the disk and try again", {}};
  }

  Result<void> convert_file(const fs::path& name) {
    const Kind kind = kind_of(name);
    if (kind.log && belongs_to_written(name)) return {};  // its content is in the database's copy
    const KeyUse use = kind.log || kind.database ? KeyUse::OtherFiles : kind.use;
    const Result<SharedBytes> bytes = FileCipher(before_, use).read(folder_ / name);
    // What is damaged stays as it is, and is found out by whoever reads it.
    if (!bytes && bytes.error().code == ErrorCode::FileCorrupt) return {};
    if (!bytes) return bytes.error();
    const FileCipher cipher(after_, use);
    if (Result<void> written = cipher.write(work_ / name, bytes->view()); !written) return written;
    const Result<SharedBytes> again = cipher.read(work_ / name);
    if (!again) return again.error();
    if (!(*again == *bytes)) {
      return Error{ErrorCode::FileCorrupt, "[vault] " + path_text(work_ / name) + " is not what was written. Check the disk and try again", {}};
    }
    written_.insert(name);
    return {};
  }

  bool belongs_to_written(const fs::path& log) const {
    const std::string text = path_text(log);
    return written_.contains(fs::path(text.substr(0, text.size() - 4)));
  }

  fs::path folder_, work_;
  KeyPointer before_, after_;
  const VaultChangeControl& control_;
  std::vector<fs::path> names_;
  std::set<fs::path> written_;
  std::uintmax_t total_ = 0, done_ = 0;
};

/// After the decision: every new file in its place. May be begun again at any point.
Result<void> finish(const fs::path& folder, const VaultChangeControl& control) {
  const fs::path work = folder / kWorkFolder;
  const Result<std::vector<std::byte>> ready = read_file(work / kReadyFile);
  if (!ready) return ready.error();
  std::istringstream lines(std::string(reinterpret_cast<const char*>(ready->data()), ready->size()));
  std::string direction;
  std::getline(lines, direction);
  std::vector<fs::path> doomed;
  for (std::string name; std::getline(lines, name);) doomed.emplace_back(std::u8string(name.begin(), name.end()));
  // Logs first: a new database must never stand beside an old log. The vault last.
  std::sort(doomed.begin(), doomed.end());
  std::stable_partition(doomed.begin(), doomed.end(), [](const fs::path& name) { return name != kVaultFile; });
  std::vector<fs::path> names = files_below(work);
  std::erase(names, fs::path(kReadyFile));
  const double steps = static_cast<double>(names.size() + doomed.size() + 1);
  double step = 0;
  const auto go_on = [&] { (void)control.progress(0.9 + 0.1 * ++step / steps); };
  std::error_code why;
  const auto remove_doomed = [&](bool vault) -> Result<void> {
    for (const fs::path& name : doomed) {
      if ((name == kVaultFile) != vault) continue;
      go_on();
      if (!fs::exists(folder / name, why)) continue;
      if (Result<void> removed = overwrite_and_remove(folder / name); !removed) return removed;
    }
    return {};
  };
  if (Result<void> removed = remove_doomed(false); !removed) return removed;
  for (const fs::path& name : names) {
    go_on();
    const fs::path target = folder / name;
    fs::create_directories(target.parent_path(), why);
    if (direction == "encrypt" && fs::exists(target, why)) {
      if (Result<void> removed = overwrite_and_remove(target); !removed) return removed;
    }
    fs::rename(work / name, target, why);
    if (why) return file_error("write", target, why);
  }
  for (const std::string_view inner : kDataFolders) sync_folder(folder / inner);
  sync_folder(folder);
  if (Result<void> removed = remove_doomed(true); !removed) return removed;
  sync_folder(folder);
  go_on();
  remove_quietly(work);
  sync_folder(folder);
  return {};
}

Result<void> run(Change& change, const fs::path& folder, const VaultChangeControl& control) {
  Result<void> written = change.prepare();
  if (written) written = change.write_all();
  if (written) written = change.decide();
  if (!written) {
    (void)discard_work(folder);  // what is left goes at the next start
    return written;
  }
  return finish(folder, control);
}

}  // namespace

bool vault_change_pending(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / kWorkFolder / kReadyFile, ignored);
}

Result<void> settle_vault_change(const fs::path& folder) {
  if (vault_change_pending(folder)) return finish(folder, {});
  return discard_work(folder);
}

Result<KeyPointer> encrypt_data_folder(const fs::path& folder, std::string_view passphrase, const VaultChangeControl& control, VaultCost cost) {
  if (Result<void> settled = settle_vault_change(folder); !settled) return settled.error();
  if (Vault::exists_in(folder)) return Error{ErrorCode::InvalidArgument, "[vault] this data folder is encrypted already", {}};
  const KeyPointer key = DataKey::random();
  const Result<Vault> vault = Vault::wrap(*key, passphrase, cost);
  if (!vault) return vault.error();
  Change change(folder, nullptr, key, control);
  std::error_code why;
  fs::create_directories(folder / kWorkFolder, why);
  if (why) return file_error("make", folder / kWorkFolder, why);
  if (Result<void> written = vault->write(folder / kWorkFolder / kVaultFile); !written) {
    (void)discard_work(folder);
    return written.error();
  }
  if (Result<void> changed = run(change, folder, control); !changed) return changed.error();
  return key;
}

Result<void> decrypt_data_folder(const fs::path& folder, const KeyPointer& key, const VaultChangeControl& control) {
  if (Result<void> settled = settle_vault_change(folder); !settled) return settled;
  if (!key || !Vault::exists_in(folder)) return Error{ErrorCode::InvalidArgument, "[vault] this data folder is not encrypted", {}};
  Change change(folder, key, nullptr, control);
  return run(change, folder, control);
}

}  // namespace eddy
