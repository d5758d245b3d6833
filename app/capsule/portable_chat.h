// A chat outside of eddy.db, whatever the format of its file. Plain values and pure functions, any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/storage/conversation_import.h"
#include "app/storage/state_library.h"
#include "engine/api/result.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// The state of the library that a chat begins with. Its bytes travel apart; there may be none.
struct PortableOrigin {
  LibraryState state;             ///< with its tokens, where they are known
  std::uint64_t checksum = 0;     ///< of the bytes
};

struct PortableChat {
  ConversationContent content;
  /// What answers were made with, as the settings name it ("temperature"). Only known names are ever used.
  std::map<std::string, std::string> settings;
  std::string model_name;         ///< of the last answer on show; empty when not known
  std::string model_fingerprint;
  std::string model_file;         ///< its file's name, without the folder
  std::optional<PortableOrigin> origin;
};

/// What nobody's chat reaches, and damage or malice does.
inline constexpr std::int64_t kMostMessages = 1'000'000;
inline constexpr std::int64_t kLargestTranscript = std::int64_t{512} << 20;  ///< bytes of text and tokens
inline constexpr std::int64_t kLatestTime = 253'402'300'799'999;             ///< the end of the year 9999, in milliseconds

/// FileCorrupt unless `content` is as import_conversations() needs it (but for questions without an answer) and every
/// value of it is one that Eddy could have written. `file` is named in the message.
Result<void> check_content(const ConversationContent& content, const std::string& file);

/// The same of what a chat begins with.
Result<void> check_origin(const PortableOrigin& origin, const std::string& file);

/// Questions that nobody answered get an interrupted answer, where "try again" stands. Chooses the branch on show when none
/// is: the last one.
void complete(ConversationContent& content);

/// The tokens of a branch from its beginning to the end of `leaf`.
std::vector<std::int32_t> branch_tokens(const ConversationContent& content, MessageId leaf);

/// Is this the key of a state that has read exactly the first tokens of the branch, after what the chat begins with?
bool is_on_branch(const PortableChat& chat, MessageId leaf, const SnapshotKey& key);

/// A name or title from elsewhere on one line, without control characters, of a length that a list can show.
std::string tidy_line(const std::string& text);

Error corrupt_chat(const std::string& file, const std::string& what);

}  // namespace eddy
