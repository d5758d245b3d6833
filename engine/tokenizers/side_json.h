// JSON files that lie beside a model: parsed with their depth bounded and never thrown at the caller.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/api/result.h"

namespace eddy {

/// FileCorrupt naming `source`: no valid JSON, or brackets nested beyond what any tokenizer needs. OutOfMemory.
Result<nlohmann::json> parse_side_json(std::string_view text, const std::string& source);

/// Reads and parses a file of at most `largest` bytes. FileNotFound when it is not there.
Result<nlohmann::json> read_side_json(const std::filesystem::path& file, std::size_t largest = 64u << 20);

/// A member of an object; null (never a wild reference) when absent or when `object` is none.
const nlohmann::json& json_field(const nlohmann::json& object, const char* name);

/// The text of a token as configs spell it: "…" or {"content": "…"}; empty for anything else.
std::string token_text(const nlohmann::json& value);

}  // namespace eddy
