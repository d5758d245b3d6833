// A conversation as text for other programs and people. Pure functions, any thread. app/capsule reads it back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/storage/messages.h"
#include "app/storage/picture_store.h"

namespace eddy {

/// The given branch (root first) as Markdown: title, then who said what. Each heading ends in a comment, which readers of the
/// page do not see, and by which it is told from headings in the text. Without `marks` it is for reading alone. Pictures are named ("![cat.png](attachment:cat.png)"),
/// their bytes are left out.
std::string export_markdown(const Conversation& conversation, std::span<const Message> branch, bool marks = true, std::span<const Picture> pictures = {});

inline constexpr std::string_view kMarkdownMark = "<!-- eddy:";

struct MarkdownHeading {
  Author author = Author::User;
  std::string name;  ///< of the model; empty when not known
  MessageStatus status = MessageStatus::Done;
};
/// Nothing when the line is none of export_markdown()'s headings.
std::optional<MarkdownHeading> markdown_heading(std::string_view line);
/// A message's text as it was before it was exported.
std::string markdown_unmarked(std::string_view text);

/// The whole tree as JSON: {"format": "eddy-conversation", "version": 1, "title": …, "messages": [{"id", "parent", "author", …}]}.
/// A message with pictures has "pictures": [{"name", "media_type", "width", "height", "data"}], data in base64. Bytes that are not UTF-8 become U+FFFD.
std::string export_json(const Conversation& conversation, std::span<const Message> all_messages, std::span<const Picture> pictures = {});

/// Base64 as export_json() writes it; nothing when `text` is not that.
std::optional<std::vector<std::byte>> bytes_of_base64(std::string_view text);

/// "2026-11-21T22:45:00Z" in milliseconds since 1970; nothing when it is no such text.
std::optional<std::int64_t> milliseconds_of(std::string_view utc);

}  // namespace eddy
