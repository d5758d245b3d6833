// Numbered steps from an empty file to today's tables. One thread at a time.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

/// One file of resources/migrations, embedded when the program is built. Released steps never change.
struct Migration {
  int version;
  std::string_view name;
  std::string_view sql;
};

/// The steps of one kind of database, oldest first, and the number that marks its files as ours.
struct Schema {
  std::int32_t application_id;
  std::span<const Migration> migrations;
  int newest() const { return migrations.back().version; }
};

const Schema& conversation_schema();  ///< eddy.db
const Schema& snapshot_schema();      ///< states.db
const Schema& document_schema();      ///< documents.db

enum class MigrationOutcome {
  UpToDate,  ///< nothing to do
  Created,   ///< the file was new or empty
  Migrated,  ///< steps were taken; the file as it was lies beside it
};

struct Migrated {
  MigrationOutcome outcome = MigrationOutcome::UpToDate;
  std::filesystem::path backup;  ///< of the older file; empty unless Migrated
};

/// Whose file is this? FileTooNew for a newer version's, UnsupportedFormat for another program's. Only reads.
Result<void> check_schema(const Database& database, const Schema& schema);

/// Brings the file to the newest version: backup first ("eddy.db.backup-10" for a file of version 10), then each step in a
/// transaction of its own. After an error the file is at the last step that succeeded, and the next start goes on there.
Result<Migrated> migrate(Database& database, const Schema& schema);

}  // namespace eddy
