// Opens eddy.db: the file that holds everything the user wrote. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "app/storage/migrations.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

inline constexpr const char* kConversationFile = "eddy.db";

struct ConversationDatabase {
  std::unique_ptr<Database> database;
  Migrated migration;
  std::string uuid;  ///< made with the file; states.db names it, so that another file's states are never used
};

/// ReadWrite makes folder and file when missing and migrates; hold a FolderLock first. ReadOnly changes nothing, may be used
/// while another program writes, and reports FileNotFound when there is none and UnsupportedFormat when it must be migrated first.
/// `key`: of an encrypted folder. Errors name the file and the way out, and leave it as it was.
Result<ConversationDatabase> open_conversation_database(const std::filesystem::path& folder, OpenMode mode,
                                                        int busy_timeout_ms = 5000, const KeyPointer& key = nullptr);

/// The same tables in memory, nothing of which ever reaches a disk: for private conversations. Ids of conversations and messages
/// begin after `first_id`.
Result<std::unique_ptr<Database>> conversation_database_in_memory(std::int64_t first_id);

}  // namespace eddy
