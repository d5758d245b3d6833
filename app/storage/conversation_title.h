// A title from the first message, and previews: text cut to a line. Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eddy {

/// The beginning of a text on one line: blanks folded, at most `characters` long, cut between words where there are any and
/// marked with "…". Never cuts a UTF-8 character.
std::string first_line(std::string_view text, std::size_t characters);

/// What a conversation is called until the user names it.
inline std::string title_from(std::string_view first_message) { return first_line(first_message, 60); }

}  // namespace eddy
