// Bytes of unknown encoding as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eddy {

/// The encoding by its iconv name: byte order mark, else UTF-8 if it is well-formed, else UTF-16 by its zeros, else what
/// statistics say, else Windows-1252. Looks at the first 256 KiB.
std::string detect_encoding(std::string_view bytes);

/// What cannot be converted becomes U+FFFD; an encoding iconv does not know is taken for Windows-1252. A byte order mark goes.
std::string to_utf8(std::string_view bytes, const std::string& encoding);

/// Nobody's text: zeros outside UTF-16, or many control characters.
bool looks_binary(std::string_view bytes);

}  // namespace eddy
