#include "app/storage/migrations.h"

#include <string>

namespace eddy {
namespace {

#include "embedded_migrations.inc"

constexpr std::int32_t kConversationFileId = 0x45646479;  // "Eddy"
constexpr std::int32_t kSnapshotFileId = 0x45645374;      // "EdSt"
constexpr std::int32_t kDocumentFileId = 0x4564446F;      // "EdDo"

Result<std::int64_t> pragma(const Database& database, const char* sql) {
  Result<std::optional<std::int64_t>> value = database.integer(sql);
  if (!value) return value.error();
  return value->value_or(0);
}

Result<int> version_of(const Database& database) {
  Result<std::int64_t> version = pragma(database, "PRAGMA user_version");
  if (!version) return version.error();
  return static_cast<int>(*version);
}

Result<void> take_step(Database& database, const Schema& schema, const Migration& step) {
  return in_transaction(database, [&]() -> Result<void> {
    if (Result<void> done = database.run_script(std::string(step.sql)); !done) return done;
    return database.run_script("PRAGMA application_id = " + std::to_string(schema.application_id) +
                               "; PRAGMA user_version = " + std::to_string(step.version));
  });
}

Result<std::filesystem::path> back_up(const Database& database, int version) {
  std::filesystem::path copy = database.file();
  copy += ".backup-" + std::to_string(version);
  if (Result<void> copied = database.back_up_to(copy); !copied) return copied.error();
  return copy;
}

}  // namespace

const Schema& conversation_schema() {
  static const Schema schema{kConversationFileId, kConversationMigrations};
  return schema;
}

const Schema& snapshot_schema() {
  static const Schema schema{kSnapshotFileId, kSnapshotMigrations};
  return schema;
}

const Schema& document_schema() {
  static const Schema schema{kDocumentFileId, kDocumentMigrations};
  return schema;
}

Result<void> check_schema(const Database& database, const Schema& schema) {
  Result<int> version = version_of(database);
  if (!version) return version.error();
  Result<std::int64_t> owner = pragma(database, "PRAGMA application_id");
  if (!owner) return owner.error();
  Result<std::int64_t> tables = pragma(database, "SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  const std::string name = path_text(database.file());
  const bool empty = *tables == 0 && *version == 0 && *owner == 0;
  if (!empty && *owner != schema.application_id) {
    return Error{ErrorCode::UnsupportedFormat,
                 "[storage] " + name + " belongs to another program. Move it away or choose another data folder; it was left untouched",
                 "application_id " + std::to_string(*owner)};
  }
  if (*version > schema.newest()) {
    return Error{ErrorCode::FileTooNew,
                 "[storage] " + name + " was written by a newer version of Eddy. Install that version again; the file was left untouched",
                 "version " + std::to_string(*version) + ", known " + std::to_string(schema.newest())};
  }
  return {};
}

Result<Migrated> migrate(Database& database, const Schema& schema) {
  if (Result<void> ours = check_schema(database, schema); !ours) return ours.error();
  Result<int> version = version_of(database);
  if (!version) return version.error();
  if (*version == schema.newest()) return Migrated{MigrationOutcome::UpToDate, {}};
  Migrated migrated{MigrationOutcome::Created, {}};
  if (*version > 0) {
    Result<std::filesystem::path> backup = back_up(database, *version);
    if (!backup) return backup.error();
    migrated = {MigrationOutcome::Migrated, *backup};
  }
  for (const Migration& step : schema.migrations) {
    if (step.version <= *version) continue;
    if (Result<void> taken = take_step(database, schema, step); !taken) {
      Error error = taken.error();
      error.message += " (while bringing it up to date, step " + std::string(step.name) + ")";
      return error;
    }
  }
  return migrated;
}

}  // namespace eddy
