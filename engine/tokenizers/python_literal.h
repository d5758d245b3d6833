// Python string and bytes literals, as rwkv_vocab_v*.txt holds them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eddy {

/// The bytes of '…', "…", b'…' or b"…". In a str literal \xHH, \uHHHH and \UHHHHHHHH are characters (given as UTF-8), in a
/// bytes literal \xHH is a byte. nullopt for anything Python would not read, octal escapes, \N{…} and lone surrogates.
std::optional<std::string> parse_python_literal(std::string_view text);

/// Replaces the escapes of a bytes literal without its quotes. nullopt for a bad escape.
std::optional<std::string> unescape_python_bytes(std::string_view body);

}  // namespace eddy
