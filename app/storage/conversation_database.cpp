#include "app/storage/conversation_database.h"

#include "app/storage/data_location.h"
#include "app/storage/settings_store.h"

namespace eddy {
namespace {

/// Looks before anything is written: opening for writing alone would already touch the file's log.
Result<void> check_existing(const std::filesystem::path& file, int busy_timeout_ms, const FileKey& key) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored) || std::filesystem::is_empty(file, ignored)) return {};
  Result<std::unique_ptr<Database>> database = Database::open(file, OpenMode::ReadOnly, busy_timeout_ms, key);
  if (!database) return database.error();
  return check_schema(**database, conversation_schema());
}

Result<Migrated> prepare_for_writing(Database& database) {
  if (Result<void> configured = database.configure(Durability::Full); !configured) return configured.error();
  return migrate(database, conversation_schema());
}

Result<Migrated> prepare_for_reading(const Database& database) {
  if (Result<void> ours = check_schema(database, conversation_schema()); !ours) return ours.error();
  Result<std::optional<std::int64_t>> version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (version->value_or(0) < conversation_schema().newest()) {
    return Error{ErrorCode::UnsupportedFormat,
                 "[storage] " + path_text(database.file()) + " was written by an older version of Eddy. Start Eddy once to bring it up to date", {}};
  }
  return Migrated{};
}

Result<std::string> uuid_of(Database& database) {
  Result<std::optional<std::string>> uuid = SettingsStore(database).value("database_uuid");
  if (!uuid) return uuid.error();
  return uuid->value_or(std::string());
}

}  // namespace

Result<ConversationDatabase> open_conversation_database(const std::filesystem::path& folder, OpenMode mode,
                                                        int busy_timeout_ms, const KeyPointer& key) {
  const std::filesystem::path file = folder / kConversationFile;
  const FileKey file_key{key, KeyUse::Conversations};
  if (mode == OpenMode::ReadWrite) {
    if (Result<void> made = create_data_folder(folder); !made) return made.error();
    if (Result<void> checked = check_existing(file, busy_timeout_ms, file_key); !checked) return checked.error();
  }
  Result<std::unique_ptr<Database>> database = Database::open(file, mode, busy_timeout_ms, file_key);
  if (!database) return database.error();
  Result<Migrated> migrated =
      mode == OpenMode::ReadWrite ? prepare_for_writing(**database) : prepare_for_reading(**database);
  if (!migrated) return migrated.error();
  Result<std::string> uuid = uuid_of(**database);
  if (!uuid) return uuid.error();
  return ConversationDatabase{std::move(*database), std::move(*migrated), std::move(*uuid)};
}

Result<std::unique_ptr<Database>> conversation_database_in_memory(std::int64_t first_id) {
  Result<std::unique_ptr<Database>> database = Database::open({}, OpenMode::ReadWrite);
  if (!database) return database;
  if (Result<Migrated> made = prepare_for_writing(**database); !made) return made.error();
  // Sorting must not spill to a file.
  const std::string first = std::to_string(first_id);
  Result<void> prepared = (*database)->run_script(
      "PRAGMA temp_store = MEMORY; INSERT INTO sqlite_sequence(name, seq) VALUES ('conversations', " + first + "), ('messages', " +
      first + "), ('library_states', " + first + ")");
  if (!prepared) return prepared.error();
  return database;
}

}  // namespace eddy
