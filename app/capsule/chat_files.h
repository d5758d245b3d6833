// Files with chats, of Eddy and of other programs: what a file is, and what it holds. Recognised by content, never by
// name. Whoever made the file is not trusted. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "app/capsule/portable_chat.h"

namespace eddy {

enum class ChatFileKind {
  None,       ///< not one that we know
  Capsule,    ///< capsule_reader.h
  EddyJson,   ///< export_json()
  Markdown,   ///< export_markdown(), or headings that say who speaks
  ChatGpt,    ///< conversations.json of a data export, or one conversation of it
  LmStudio,   ///< *.conversation.json
  Gpt4All,    ///< gpt4all-*.chat
};

/// How many bytes of its beginning recognise_chat() wants to see.
inline constexpr std::size_t kRecogniseBytes = 65'536;

ChatFileKind recognise_chat(std::string_view beginning);
/// None also for what is not there or cannot be read.
ChatFileKind recognise_chat_file(const std::filesystem::path& file);

/// The chats of a file of any kind but a capsule; at least one. FileNotFound, FileUnreadable, UnsupportedFormat,
/// FileTooNew, FileCorrupt, Cancelled.
Result<std::vector<PortableChat>> read_chat_file(const std::filesystem::path& file, std::stop_token stop = {});

/// The same from memory; `name` is for messages.
Result<std::vector<PortableChat>> read_chats(std::string_view bytes, const std::string& name);

}  // namespace eddy
