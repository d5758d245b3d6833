// Why files and not blobs: a snapshot of a real model is 1 to 200 MB. As a file it is written once (not to the log and again
// to the database), read without a second copy, and deleted without leaving holes; the index stays tiny. One way for all sizes.
//
// Order of writing: files (temporary, sync, rename), then their rows, then the replaced files are deleted. Order of deleting:
// rows, then files. A crash in between leaves a file without a row, which the next open() sweeps away; never a row that lies,
// and a row whose file is damaged is found out by size and checksum.
#include "app/storage/snapshot_store.h"

#include <algorithm>
#include <random>

#include "app/storage/files.h"
#include "app/storage/migrations.h"
#include "app/storage/set_aside.h"
#include "app/storage/state_checksum.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIndexFile = "states.db";
constexpr const char* kSnapshotFolder = "states";
constexpr const char* kExtension = ".state";
constexpr const char* kRowsExtension = ".rows";
constexpr const char* kTemporaryExtension = ".tmp";

/// Use is counted, not timed. A damaged count near the end of all numbers is passed over.
constexpr const char* kNextUse = "1 + (SELECT ifnull(max(last_used), 0) FROM snapshots WHERE last_used < 4611686018427387904)";

std::string new_file_name(MessageId message) {  // without extension
  std::random_device random;
  constexpr char kHex[] = "0123456789abcdef";
  std::string name = std::to_string(static_cast<std::int64_t>(message)) + "-";
  for (int i = 0; i < 16; ++i) name += kHex[random() & 15];
  return name;
}

void remove_quietly(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

void remove_quietly(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) remove_quietly(file);
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
                                                            int busy_timeout_ms, const KeyPointer& key) {
  std::error_code why;
  fs::create_directories(folder / kSnapshotFolder, why);
  if (why) return file_error("make", folder / kSnapshotFolder, why);
  Result<std::unique_ptr<Database>> database = Database::open(folder / kIndexFile, OpenMode::ReadWrite, busy_timeout_ms,
                                                              {key, KeyUse::States});
  if (!database) return database;
  if (Result<void> ours = check_schema(**database, snapshot_schema()); !ours) return ours.error();
  if (Result<void> configured = (*database)->configure(Durability::Normal); !configured) return configured.error();
  if (Result<Migrated> migrated = migrate(**database, snapshot_schema()); !migrated) return migrated.error();
  if (Result<void> sound = (*database)->quick_check(); !sound) return sound.error();  // tiny: there are no blobs inside
  if (Result<void> owned = check_owner(**database, uuid); !owned) return owned.error();
  return database;
}

SnapshotStore::Opened SnapshotStore::open(const fs::path& folder, std::string_view database_uuid, int busy_timeout_ms,
                                          const KeyPointer& key) {
  Opened opened{SnapshotStore(), std::nullopt};
  opened.store.folder_ = folder;
  opened.store.database_uuid_ = database_uuid;
  opened.store.busy_timeout_ms_ = busy_timeout_ms;
  opened.store.key_ = key;
  Result<std::unique_ptr<Database>> index = open_index(folder, database_uuid, busy_timeout_ms, key);
  if (!index && cured_by_new_file(index.error().code)) {
    opened.notice = index.error();
    Result<fs::path> aside = move_aside(folder / kIndexFile);
    index = aside ? open_index(folder, database_uuid, busy_timeout_ms, key) : Result<std::unique_ptr<Database>>(aside.error());
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

/// Whether there is an index to work with. One that was deleted under us is begun anew: what we hold is no file any more.
bool SnapshotStore::ready() {
  std::error_code why;
  if (!database_ || fs::exists(folder_ / kIndexFile, why) || why) return database_ != nullptr;
  database_.reset();
  *this = std::move(open(folder_, database_uuid_, busy_timeout_ms_, key_).store);
  return database_ != nullptr;
}

/// Files without a row and rows without a file are what a crash can leave.
Result<void> SnapshotStore::sweep() {
  std::set<std::string> kept;
  std::vector<std::int64_t> without_file, rows_without_file;
  std::error_code why;
  const auto look = [&](const char* sql, std::vector<std::int64_t>& missing) -> Result<void> {
    Rows rows = database_->query(sql);
    while (rows.next()) {
      if (fs::exists(file_path(rows.text(1)), why)) kept.insert(rows.text(1));
      else missing.push_back(rows.integer(0));
    }
    if (rows.failed()) return rows.error();
    return {};
  };
  if (Result<void> looked = look("SELECT id, file_name FROM snapshots", without_file); !looked) return looked;
  if (Result<void> looked = look("SELECT id, file_name FROM row_files", rows_without_file); !looked) return looked;
  std::vector<fs::path> orphans;
  for (fs::directory_iterator it(folder_ / kSnapshotFolder, why), end; !why && it != end; it.increment(why)) {
    const fs::path extension = it->path().extension();
    const bool ours = extension == kExtension || extension == kRowsExtension || extension == kTemporaryExtension;
    if (ours && !kept.contains(path_text(it->path().filename()))) orphans.push_back(it->path());
  }
  remove_quietly(orphans);
  for (const std::int64_t file : rows_without_file) {
    if (Result<void> dropped = drop_users_of(file); !dropped) return dropped;
  }
  return drop_rows(without_file, Departure::Damaged);
}

fs::path SnapshotStore::file_path(std::string_view name) const {
  return name.empty() ? folder_ / kSnapshotFolder : folder_ / kSnapshotFolder / fs::path(name);
}

Result<void> SnapshotStore::put(const SnapshotInfo& info, std::span<const std::byte> bytes) {
  if (!ready()) return {};
  return write(info, {.before = {nullptr, bytes}, .hash = state_checksum(bytes)}, {});
}

Result<void> SnapshotStore::put(const SnapshotInfo& info, const StateSnapshot& snapshot) {
  if (!ready()) return {};
  const std::vector<SnapshotBlock> blocks = snapshot.blocks();
  const Result<RowPlan> plan = shared_rows().plan(blocks, info.conversation);
  if (!plan) return plan.error();
  return write(info, snapshot.parts_without_blocks(), *plan);
}

Result<void> SnapshotStore::write(const SnapshotInfo& info, const SnapshotParts& parts, const RowPlan& rows) {
  std::error_code ignored;
  fs::create_directories(file_path({}), ignored);  // it may have been deleted; what is wrong with it is said below
  const std::string name = new_file_name(info.message);
  const std::vector<fs::path> written{file_path(name + kRowsExtension), file_path(name + kExtension)};
  Result<void> stored = rows.added.empty() ? Result<void>() : cipher().write(written[0], rows.bytes);
  const std::span<const std::byte> bytes[] = {parts.before, parts.state, parts.after};
  if (stored) stored = cipher().write(written[1], bytes);
  std::vector<fs::path> replaced;
  if (stored) stored = in_transaction(*database_, [&] { return enter(info, parts, rows, name, replaced); });
  remove_quietly(stored ? replaced : written);
  return stored;
}

Result<void> SnapshotStore::enter(const SnapshotInfo& info, const SnapshotParts& parts, const RowPlan& plan,
                                  const std::string& name, std::vector<fs::path>& replaced) {
  Rows old = database_->query("SELECT file_name FROM snapshots WHERE message_id = ? AND model_fingerprint = ?", info.message,
                              info.model_fingerprint);
  while (old.next()) replaced.push_back(file_path(old.text(0)));
  if (old.failed()) return old.error();
  Result<void> entered = database_->run(
      std::string("INSERT OR REPLACE INTO snapshots(message_id, conversation_id, model_fingerprint, token_hash, tokens, last_used, bytes, "
                  "checksum, file_name) VALUES (?, ?, ?, ?, ?, ") + kNextUse + ", ?, ?, ?)",
      info.message, info.conversation, info.model_fingerprint, info.token_hash, info.tokens, parts.size(), parts.hash,
      name + kExtension);
  if (!entered) return entered;
  if (entered = shared_rows().enter(plan, name + kRowsExtension, database_->last_insert_id()); !entered) return entered;
  entered = database_->run("DELETE FROM departures WHERE message_id = ? AND model_fingerprint = ?", info.message, info.model_fingerprint);
  if (!entered) return entered;
  const Result<std::vector<fs::path>> released = shared_rows().release();
  if (!released) return released.error();
  replaced.insert(replaced.end(), released->begin(), released->end());
  return {};
}

Result<std::optional<SavedSnapshot>> SnapshotStore::get(MessageId message, std::string_view model_fingerprint) {
  if (!ready()) return std::optional<SavedSnapshot>();
  Rows row = database_->query("SELECT " + std::string(kInfoColumns) +
                              ", checksum, file_name, id FROM snapshots WHERE message_id = ? AND model_fingerprint = ?",
                              message, model_fingerprint);
  if (!row.next()) {
    if (row.failed()) return row.error();
    return std::optional<SavedSnapshot>();
  }
  SavedSnapshot snapshot{{.checked = true}, info_from(row)};
  const auto expected = static_cast<std::uint64_t>(row.integer(6));
  const fs::path file = file_path(row.text(7));
  const std::int64_t id = row.integer(8);
  while (row.next()) {}
  Result<SharedBytes> bytes = cipher().read(file);
  const bool lost = !bytes && (bytes.error().code == ErrorCode::FileNotFound || bytes.error().code == ErrorCode::FileCorrupt);
  if (!bytes && !lost) return bytes.error();  // it may be readable another time
  if (!bytes || static_cast<std::int64_t>(bytes->size()) != snapshot.info.bytes || !has_state_checksum(*bytes, expected)) {
    (void)drop_rows({id}, Departure::Damaged);  // a row that stays is found out again
    return Error{ErrorCode::FileCorrupt, "[storage] the saved state " + path_text(file) + " is damaged or missing and was dropped",
                 bytes ? "size or checksum differ" : bytes.error().message};
  }
  snapshot.bytes = std::move(*bytes);
  std::int64_t damaged = 0;
  Result<FindBlock> blocks = shared_rows().load(id, damaged);
  if (!blocks) {
    if (damaged != 0) (void)drop_users_of(damaged);
    return blocks.error();
  }
  snapshot.find = *std::move(blocks);
  // Remembering the use is not worth failing for.
  (void)database_->run(std::string("UPDATE snapshots SET last_used = ") + kNextUse + " WHERE id = ?", id);
  return std::optional(std::move(snapshot));
}

Result<std::optional<SnapshotInfo>> SnapshotStore::nearest(std::span<const MessageId> branch, std::string_view model_fingerprint) {
  if (!ready()) return std::optional<SnapshotInfo>();
  const std::string sql =
      "SELECT " + std::string(kInfoColumns) + " FROM snapshots WHERE message_id = ? AND model_fingerprint = ?";
  for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
    Rows rows = database_->query(sql, *id, model_fingerprint);
    if (rows.next()) return std::optional(info_from(rows));
    if (rows.failed()) return rows.error();
  }
  return std::optional<SnapshotInfo>();
}

Result<std::optional<Departure>> SnapshotStore::departure(MessageId message, std::string_view model_fingerprint) const {
  if (!database_) return std::optional<Departure>();
  const auto why = database_->integer("SELECT why FROM departures WHERE message_id = ? AND model_fingerprint = ?", message,
                                      model_fingerprint);
  if (!why) return why.error();
  if (!*why || **why < 0 || **why > static_cast<std::int64_t>(Departure::Damaged)) return std::optional<Departure>();
  return std::optional(static_cast<Departure>(**why));
}

Result<void> SnapshotStore::discard(MessageId message, std::string_view model_fingerprint) {
  if (!ready()) return {};
  Result<std::optional<std::int64_t>> row = database_->integer(
      "SELECT id FROM snapshots WHERE message_id = ? AND model_fingerprint = ?", message, model_fingerprint);
  if (!row) return row.error();
  return *row ? drop_rows({**row}) : Result<void>();
}

Result<std::vector<std::int64_t>> SnapshotStore::ids_of(std::optional<ConversationId> conversation) const {
  std::vector<std::int64_t> ids;
  Rows rows = database_->query("SELECT id FROM snapshots WHERE ?1 IS NULL OR conversation_id = ?1", conversation);
  while (rows.next()) ids.push_back(rows.integer(0));
  if (rows.failed()) return rows.error();
  return ids;
}

Result<void> SnapshotStore::forget(ConversationId conversation) {
  if (!ready()) return {};
  const Result<std::vector<std::int64_t>> doomed = ids_of(conversation);
  if (!doomed) return doomed.error();
  if (Result<void> dropped = drop_rows(*doomed); !dropped) return dropped;
  return database_->run("DELETE FROM departures WHERE conversation_id = ?", conversation);
}

Result<void> SnapshotStore::forget_all_but(std::span<const ConversationId> conversations) {
  if (!ready()) return {};
  const std::set<ConversationId> kept(conversations.begin(), conversations.end());
  std::set<ConversationId> doomed;
  Rows rows = database_->query("SELECT conversation_id FROM snapshots UNION SELECT conversation_id FROM departures");
  while (rows.next()) {
    if (!kept.contains(ConversationId{rows.integer(0)})) doomed.insert(ConversationId{rows.integer(0)});
  }
  if (rows.failed()) return rows.error();
  for (const ConversationId conversation : doomed) {
    if (Result<void> forgotten = forget(conversation); !forgotten) return forgotten;
  }
  return {};
}

Result<void> SnapshotStore::free_conversation(ConversationId conversation) {
  if (!ready()) return {};
  const Result<std::vector<std::int64_t>> doomed = ids_of(conversation);
  return doomed ? drop_rows(*doomed, Departure::Freed) : Result<void>(doomed.error());
}

Result<void> SnapshotStore::free_all() {
  if (!ready()) return {};
  const Result<std::vector<std::int64_t>> doomed = ids_of(std::nullopt);
  return doomed ? drop_rows(*doomed, Departure::Freed) : Result<void>(doomed.error());
}

Result<void> SnapshotStore::drop_rows(const std::vector<std::int64_t>& rowids, std::optional<Departure> why) {
  if (rowids.empty()) return {};
  std::vector<fs::path> files;
  Result<void> dropped = in_transaction(*database_, [&]() -> Result<void> {
    for (const std::int64_t row : rowids) {
      if (why) {
        Result<void> noted = database_->run(
            "INSERT OR REPLACE INTO departures(message_id, model_fingerprint, conversation_id, why) "
            "SELECT message_id, model_fingerprint, conversation_id, ? FROM snapshots WHERE id = ?",
            *why, row);
        if (!noted) return noted;
      }
      Rows deleted = database_->query("DELETE FROM snapshots WHERE id = ? RETURNING file_name", row);
      while (deleted.next()) files.push_back(file_path(deleted.text(0)));
      if (deleted.failed()) return deleted.error();
    }
    const Result<std::vector<fs::path>> released = shared_rows().release();
    if (!released) return released.error();
    files.insert(files.end(), released->begin(), released->end());
    return {};
  });
  if (dropped) remove_quietly(files);
  return dropped;
}

/// A file that is damaged or gone takes all snapshots with it that share it.
Result<void> SnapshotStore::drop_users_of(std::int64_t row_file) {
  std::vector<std::int64_t> doomed;
  Rows rows = database_->query("SELECT snapshot_id FROM snapshot_files WHERE row_file_id = ?", row_file);
  while (rows.next()) doomed.push_back(rows.integer(0));
  if (rows.failed()) return rows.error();
  return drop_rows(doomed, Departure::Damaged);
}

Result<std::int64_t> SnapshotStore::used_bytes() const {
  if (!database_) return std::int64_t{0};
  Result<std::optional<std::int64_t>> sum = database_->integer(
      "SELECT ifnull((SELECT sum(bytes) FROM snapshots), 0) + ifnull((SELECT sum(bytes) FROM row_files), 0)");
  if (!sum) return sum.error();
  return sum->value_or(0);
}

Result<std::vector<ConversationStates>> SnapshotStore::usage() const {
  std::vector<ConversationStates> usage;
  if (!database_) return usage;
  Rows rows = database_->query(
      "SELECT conversation_id, sum(bytes), sum(one) FROM ("
      "  SELECT conversation_id, bytes, 1 AS one FROM snapshots UNION ALL"
      "  SELECT (SELECT conversation_id FROM snapshots WHERE id = (SELECT min(snapshot_id) FROM snapshot_files WHERE row_file_id = f.id)),"
      "    bytes, 0 FROM row_files f) "
      "GROUP BY conversation_id ORDER BY sum(bytes) DESC, conversation_id");
  while (rows.next()) usage.push_back({ConversationId{rows.integer(0)}, rows.integer(1), rows.integer(2)});
  if (rows.failed()) return rows.error();
  return usage;
}

Result<std::vector<StateRow>> SnapshotStore::state_rows(const StateWishes& wishes) const {
  std::vector<StateRow> states;
  std::map<std::int64_t, std::size_t> index;
  Rows rows = database_->query("SELECT id, message_id, conversation_id, model_fingerprint, bytes, last_used FROM snapshots");
  while (rows.next()) {
    const MessageId message{rows.integer(1)};
    const auto place = wishes.places.find(message);
    const bool wanted = wishes.conversations.contains(ConversationId{rows.integer(2)}) || wishes.models.contains(rows.text(3));
    const bool corner = place == wishes.places.end() || place->second.corner;
    const StateRank rank = wanted ? StateRank::Wanted : wishes.on_show.contains(message) ? StateRank::OnShow
                           : corner ? StateRank::Corner : StateRank::Between;
    index.emplace(rows.integer(0), states.size());
    states.push_back({.id = rows.integer(0), .bytes = rows.integer(4), .last_used = rows.integer(5), .rank = rank,
                      .turn = place == wishes.places.end() ? 0 : place->second.turn, .files = {}});
  }
  if (rows.failed()) return rows.error();
  Rows shared = database_->query("SELECT snapshot_id, row_file_id FROM snapshot_files");
  while (shared.next()) states[index.at(shared.integer(0))].files.push_back(shared.integer(1));
  if (shared.failed()) return shared.error();
  return states;
}

Result<std::map<std::int64_t, std::int64_t>> SnapshotStore::row_file_bytes() const {
  std::map<std::int64_t, std::int64_t> bytes;
  Rows rows = database_->query("SELECT id, bytes FROM row_files");
  while (rows.next()) bytes.emplace(rows.integer(0), rows.integer(1));
  if (rows.failed()) return rows.error();
  return bytes;
}

Result<std::int64_t> SnapshotStore::enforce_budget(std::int64_t budget, const StateWishes& wishes) {
  if (!ready()) return std::int64_t{0};
  const Result<std::int64_t> before = used_bytes();
  if (!before || *before <= budget) return before ? Result<std::int64_t>(0) : before;
  Result<std::vector<StateRow>> states = state_rows(wishes);
  if (!states) return states.error();
  const Result<std::map<std::int64_t, std::int64_t>> file_bytes = row_file_bytes();
  if (!file_bytes) return file_bytes.error();
  std::map<Departure, std::vector<std::int64_t>> doomed;
  for (const StateDrop& drop : what_to_drop(*std::move(states), *file_bytes, budget)) doomed[drop.why].push_back(drop.id);
  for (const auto& [why, ids] : doomed) {
    if (Result<void> dropped = drop_rows(ids, why); !dropped) return dropped.error();
  }
  const Result<std::int64_t> after = used_bytes();
  return after ? Result<std::int64_t>(*before - *after) : after;
}

}  // namespace eddy
