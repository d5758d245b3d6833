// The file format of capsules, versions 1 to 3 (docs/capsule.md). Private to app/capsule.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "app/capsule/capsule_reader.h"

namespace eddy {

inline constexpr std::int32_t kCapsuleFileId = 0x45644368;  // "EdCh"
inline constexpr int kCapsuleVersion = 3;  ///< of a chat with pictures; 2 of one that begins with a state of the library; others are version 1

struct CapsuleTable {
  const char* name;
  const char* sql;
};

/// A file is a capsule of this version only when its schema is exactly this: no index, no view, no trigger.
inline constexpr std::array<CapsuleTable, 7> kCapsuleTables = {{
    {"facts", "CREATE TABLE facts(id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL) STRICT"},
    {"settings", "CREATE TABLE settings(id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL) STRICT"},
    {"messages",
     "CREATE TABLE messages(id INTEGER PRIMARY KEY, parent_id INTEGER, author INTEGER NOT NULL, status INTEGER NOT NULL, "
     "created_at INTEGER NOT NULL, tokens_generated INTEGER NOT NULL, tokens_reread INTEGER NOT NULL, "
     "seconds_to_first_token REAL NOT NULL, seconds REAL NOT NULL, tokenizer_fingerprint TEXT NOT NULL, "
     "model_fingerprint TEXT NOT NULL, model_name TEXT NOT NULL, stop_reason TEXT NOT NULL, error_code TEXT NOT NULL, "
     "error_text TEXT NOT NULL, reread_reason TEXT NOT NULL, text TEXT NOT NULL, tokens BLOB NOT NULL) STRICT"},
    {"states",
     "CREATE TABLE states(id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL, model_fingerprint TEXT NOT NULL, "
     "token_hash INTEGER NOT NULL, tokens INTEGER NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL) STRICT"},
    {"blocks", "CREATE TABLE blocks(id INTEGER PRIMARY KEY, hash TEXT NOT NULL, data BLOB NOT NULL) STRICT"},
    {"origin",
     "CREATE TABLE origin(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, created_at INTEGER NOT NULL, token_hash INTEGER NOT "
     "NULL, token_count INTEGER NOT NULL, checksum INTEGER NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, architecture TEXT "
     "NOT NULL, model_fingerprint TEXT NOT NULL, model_name TEXT NOT NULL, reading TEXT NOT NULL, text TEXT NOT NULL, tokens "
     "BLOB NOT NULL, data BLOB NOT NULL) STRICT"},
    {"pictures",
     "CREATE TABLE pictures(id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, "
     "width INTEGER NOT NULL, height INTEGER NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL) STRICT"},
}};
/// Those of a version.
inline std::span<const CapsuleTable> capsule_tables(int version) {
  return std::span(kCapsuleTables).first(version < 2 ? 5 : version < 3 ? 6 : 7);
}

/// A checksum over everything but the states' and blocks' own bytes, which have theirs. Sixteen hexadecimal digits.
std::string capsule_digest(const PortableChat& chat, const std::vector<CapsuleState>& states);

}  // namespace eddy
