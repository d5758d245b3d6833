// Why files and not blobs: a snapshot of a real model is 1 to 200 MB. As a file it is written once (not to the log and again
// to the database), read without a second copy, and deleted without leaving holes; the index stays tiny. One way for all sizes.
//
// Order of writing: file (temporary, sync, rename), then its row, then the replaced file is deleted. Order of deleting: row,
// then file. A crash in between leaves a file without a row, which the next open() sweeps away; never a row that lies, and a
// row whose file is damaged is found out by size and checksum.
#include "app/storage/snapshot_store.h"

#include <algorithm>
#include <random>
#include <set>

#include "app/storage/files.h"
#include "app/storage/migrations.h"
#include "app/storage/set_aside.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIndexFile = "states.db";
constexpr const char* kSnapshotFolder = "states";
constexpr const char* kExtension = ".state";
constexpr const char* kTemporaryExtension = ".tmp";

std::string new_file_name(MessageId message) {
  std::random_device random;
  constexpr char kHex[] = "0123456789abcdef";
  std::string name = std::to_string(static_cast<std::int64_t>(message)) + "-";
  for (int i = 0; i < 16; ++i) name += kHex[random() & 15];
  return name + kExtension;
}

void remove_quietly(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

Result<void> check_owner(Database& database, std::string_view uuid) {
  Rows rows = database.query("SELECT database_uuid FROM owner");
  const bool owned = rows.next();
  const std::string owner = owned ? rows.text(0) : std::string();
  if (rows.failed()) return rows.error();
  if (!owned) return database.run("INSERT INTO owner(database_uuid) VALUES (?)", uuid);
  if (owner == uuid) return {};
  return Error{ErrorCode::StateMismatch, "[storage] " + path_text(database.file()) + " belongs to another eddy.db", {}};
}

SnapshotInfo info_from(const Rows& rows) {
  return {.message = MessageId{rows.integer(0)},
          .conversation = ConversationId{rows.integer(1)},
          .model_fingerprint = rows.text(2),
          .token_hash = static_cast<std::uint64_t>(rows.integer(3)),
          .tokens = rows.integer(4),
          .bytes = rows.integer(5)};
}

constexpr const char* kInfoColumns = "message_id, conversation_id, model_fingerprint, token_hash, tokens, bytes";

}  // namespace

Result<std::unique_ptr<Database>> SnapshotStore::open_index(const fs::path& folder, std::string_view uuid,
                                                            int busy_timeout_ms) {
  std::error_code why;
  fs::create_directories(folder / kSnapshotFolder, why);
  if (why) return file_error("make", folder / kSnapshotFolder, why);
  Result<std::unique_ptr<Database>> database = Database::open(folder / kIndexFile, OpenMode::ReadWrite, busy_timeout_ms);
  if (!database) return database;
  if (Result<void> ours = check_schema(**database, snapshot_schema()); !ours) return ours.error();
  if (Result<void> configured = (*database)->configure(Durability::Normal); !configured) return configured.error();
  if (Result<Migrated> migrated = migrate(**database, snapshot_schema()); !migrated) return migrated.error();
  if (Result<void> sound = (*database)->quick_check(); !sound) return sound.error();  // tiny: there are no blobs inside
  if (Result<void> owned = check_owner(**database, uuid); !owned) return owned.error();
  return database;
}

SnapshotStore::Opened SnapshotStore::open(const fs::path& folder, std::string_view database_uuid, int busy_timeout_ms) {
  Opened opened{SnapshotStore(), std::nullopt};
  opened.store.folder_ = folder;
  Result<std::unique_ptr<Database>> index = open_index(folder, database_uuid, busy_timeout_ms);
  if (!index && cured_by_new_file(index.error().code)) {
    opened.notice = index.error();
    Result<fs::path> aside = move_aside(folder / kIndexFile);
    index = aside ? open_index(folder, database_uuid, busy_timeout_ms) : Result<std::unique_ptr<Database>>(aside.error());
    if (index) {
      opened.notice->message = "[storage] saved states could not be used and were begun anew; conversations are complete and are "
                               "read again when opened. The old file is " + path_text(*aside);
      opened.notice->detail = index ? opened.notice->detail : index.error().message;
    }
  }
  if (!index) {
    opened.notice = index.error();
    opened.notice->message += ". Until then conversations are kept, but read again when opened";
    return opened;
  }
  opened.store.database_ = std::move(*index);
  if (Result<void> swept = opened.store.sweep(); !swept) opened.notice = swept.error();
  return opened;
}

/// Files without a row and rows without a file are what a crash can leave.
Result<void> SnapshotStore::sweep() {
  std::set<std::string> kept;
  std::vector<std::int64_t> without_file;
  Rows rows = database_->query("SELECT id, file_name FROM snapshots");
  std::error_code why;
  while (rows.next()) {
    if (fs::exists(file_path(rows.text(1)), why)) kept.insert(rows.text(1));
    else without_file.push_back(rows.integer(0));
  }
  if (rows.failed()) return rows.error();
  std::vector<fs::path> orphans;
  for (fs::directory_iterator it(folder_ / kSnapshotFolder, why), end; !why && it != end; it.increment(why)) {
    const fs::path extension = it->path().extension();
    const bool ours = extension == kExtension || extension == kTemporaryExtension;
    if (ours && !kept.contains(path_text(it->path().filename()))) orphans.push_back(it->path());
  }
  for (const fs::path& orphan : orphans) remove_quietly(orphan);
  return drop_rows(without_file);
}

fs::path SnapshotStore::file_path(std::string_view name) const { return folder_ / kSnapshotFolder / fs::path(name); }

Result<void> SnapshotStore::put(const SnapshotInfo& info, std::span<const std::byte> bytes) {
  if (!database_) return {};
  const std::string name = new_file_name(info.message);
  if (Result<void> written = write_file_durably(file_path(name), bytes); !written) return written;
  std::string replaced;
  Result<void> stored = in_transaction(*database_, [&]() -> Result<void> {
    Rows old = database_->query("SELECT file_name FROM snapshots WHERE message_id = ? AND model_fingerprint = ?", info.message,
                                info.model_fingerprint);
    if (old.next()) replaced = old.text(0);
    if (old.failed()) return old.error();
    return database_->run(
        "INSERT OR REPLACE INTO snapshots(message_id, conversation_id, model_fingerprint, token_hash, tokens, last_used, bytes, "
        "checksum, file_name) VALUES (?, ?, ?, ?, ?, 1 + (SELECT ifnull(max(last_used), 0) FROM snapshots), ?, ?, ?)",
        info.message, info.conversation, info.model_fingerprint, info.token_hash, info.tokens, bytes.size(), checksum(bytes), name);
  });
  if (!stored) remove_quietly(file_path(name));
  else if (!replaced.empty()) remove_quietly(file_path(replaced));
  return stored;
}

Result<std::optional<StoredSnapshot>> SnapshotStore::get(MessageId message, std::string_view model_fingerprint) {
  if (!database_) return std::optional<StoredSnapshot>();
  Rows rows = database_->query("SELECT " + std::string(kInfoColumns) +
                               ", checksum, file_name, id FROM snapshots WHERE message_id = ? AND model_fingerprint = ?",
                               message, model_fingerprint);
  if (!rows.next()) {
    if (rows.failed()) return rows.error();
    return std::optional<StoredSnapshot>();
  }
  StoredSnapshot snapshot{info_from(rows), {}};
  const auto expected = static_cast<std::uint64_t>(rows.integer(6));
  const fs::path file = file_path(rows.text(7));
  const std::int64_t row = rows.integer(8);
  while (rows.next()) {}
  Result<std::vector<std::byte>> bytes = read_file(file);
  const bool sound = bytes && static_cast<std::int64_t>(bytes->size()) == snapshot.info.bytes && checksum(*bytes) == expected;
  if (!sound) {
    (void)drop_rows({row});  // a row that stays is found out again
    return Error{ErrorCode::FileCorrupt, "[storage] the saved state " + path_text(file) + " is damaged or missing and was dropped",
                 bytes ? "size or checksum differ" : bytes.error().message};
  }
  snapshot.bytes = std::move(*bytes);
  // Remembering the use is not worth failing for.
  (void)database_->run("UPDATE snapshots SET last_used = 1 + (SELECT max(last_used) FROM snapshots) WHERE id = ?", row);
  return std::optional(std::move(snapshot));
}

Result<std::optional<SnapshotInfo>> SnapshotStore::nearest(std::span<const MessageId> branch,
                                                           std::string_view model_fingerprint) const {
  if (!database_) return std::optional<SnapshotInfo>();
  const std::string sql =
      "SELECT " + std::string(kInfoColumns) + " FROM snapshots WHERE message_id = ? AND model_fingerprint = ?";
  for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
    Rows rows = database_->query(sql, *id, model_fingerprint);
    if (rows.next()) return std::optional(info_from(rows));
    if (rows.failed()) return rows.error();
  }
  return std::optional<SnapshotInfo>();
}

Result<void> SnapshotStore::discard(MessageId message, std::string_view model_fingerprint) {
  if (!database_) return {};
  Result<std::optional<std::int64_t>> row = database_->integer(
      "SELECT id FROM snapshots WHERE message_id = ? AND model_fingerprint = ?", message, model_fingerprint);
  if (!row) return row.error();
  return *row ? drop_rows({**row}) : Result<void>();
}

Result<void> SnapshotStore::forget(ConversationId conversation) {
  if (!database_) return {};
  std::vector<std::int64_t> doomed;
  Rows rows = database_->query("SELECT id FROM snapshots WHERE conversation_id = ?", conversation);
  while (rows.next()) doomed.push_back(rows.integer(0));
  if (rows.failed()) return rows.error();
  return drop_rows(doomed);
}

Result<void> SnapshotStore::forget_all_but(std::span<const ConversationId> conversations) {
  if (!database_) return {};
  const std::set<ConversationId> kept(conversations.begin(), conversations.end());
  std::vector<std::int64_t> doomed;
  Rows rows = database_->query("SELECT id, conversation_id FROM snapshots");
  while (rows.next()) {
    if (!kept.contains(ConversationId{rows.integer(1)})) doomed.push_back(rows.integer(0));
  }
  if (rows.failed()) return rows.error();
  return drop_rows(doomed);
}

Result<void> SnapshotStore::drop_rows(const std::vector<std::int64_t>& rowids) {
  if (rowids.empty()) return {};
  std::vector<fs::path> files;
  Result<void> dropped = in_transaction(*database_, [&]() -> Result<void> {
    for (const std::int64_t row : rowids) {
      Rows deleted = database_->query("DELETE FROM snapshots WHERE id = ? RETURNING file_name", row);
      while (deleted.next()) files.push_back(file_path(deleted.text(0)));
      if (deleted.failed()) return deleted.error();
    }
    return {};
  });
  if (!dropped) return dropped;
  for (const fs::path& file : files) remove_quietly(file);
  return {};
}

Result<std::int64_t> SnapshotStore::used_bytes() const {
  if (!database_) return std::int64_t{0};
  Result<std::optional<std::int64_t>> sum = database_->integer("SELECT sum(bytes) FROM snapshots");
  if (!sum) return sum.error();
  return sum->value_or(0);
}

Result<std::int64_t> SnapshotStore::enforce_budget(std::int64_t budget, std::span<const MessageId> keep_longest) {
  if (!database_) return std::int64_t{0};
  Result<std::int64_t> used = used_bytes();
  if (!used) return used.error();
  const std::set<MessageId> dear(keep_longest.begin(), keep_longest.end());
  std::vector<std::int64_t> doomed;
  std::int64_t freed = 0;
  for (const bool take_dear : {false, true}) {
    if (*used - freed <= budget) break;
    Rows rows = database_->query("SELECT id, message_id, bytes FROM snapshots ORDER BY last_used");
    while (*used - freed > budget && rows.next()) {
      if (dear.contains(MessageId{rows.integer(1)}) != take_dear) continue;
      doomed.push_back(rows.integer(0));
      freed += rows.integer(2);
    }
    if (rows.failed()) return rows.error();
  }
  if (Result<void> dropped = drop_rows(doomed); !dropped) return dropped.error();
  return freed;
}

}  // namespace eddy
