// Conversations in great number for measuring. Any thread; nothing of it is open elsewhere.
#pragma once

#include <filesystem>

namespace eddy::bench {

/// `chats` of one question and answer each, in folders, pinned and archived here and there; then one of `messages` that was open last.
/// False when the folder could not be written.
bool makeChats(const std::filesystem::path& folder, int chats, int messages);

}  // namespace eddy::bench
