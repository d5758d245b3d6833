// Whether bytes are UTF-8, and making them so. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eddy {

/// Length of the character at the start of `text`, which is not empty; 0 when it is not one (overlong, surrogate, cut off,
/// stray byte).
std::size_t utf8_character_length(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// Every byte that is part of no character becomes U+FFFD.
std::string repaired_utf8(std::string_view text);

}  // namespace eddy
