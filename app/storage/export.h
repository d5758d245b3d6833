// A conversation as text for other programs and people. Pure functions, any thread.
#pragma once

#include <span>
#include <string>

#include "app/storage/messages.h"

namespace eddy {

/// The given branch (root first) as Markdown: title, then who said what.
std::string export_markdown(const Conversation& conversation, std::span<const Message> branch);

/// The whole tree as JSON: {"format": "eddy-conversation", "version": 1, "title": …, "messages": [{"id", "parent", "author", …}]}.
/// Bytes that are not UTF-8 become U+FFFD.
std::string export_json(const Conversation& conversation, std::span<const Message> all_messages);

}  // namespace eddy
