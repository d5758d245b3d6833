// One reader per kind of file. Private to app/capsule; chat_files.h is the door.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "app/capsule/portable_chat.h"

namespace eddy {

using Json = nlohmann::json;

Result<std::vector<PortableChat>> read_eddy_json(const Json& root, const std::string& name);
Result<std::vector<PortableChat>> read_chatgpt(const Json& root, const std::string& name);
Result<std::vector<PortableChat>> read_lm_studio(const Json& root, const std::string& name);
Result<std::vector<PortableChat>> read_gpt4all(std::string_view bytes, const std::string& name);
Result<std::vector<PortableChat>> read_markdown(std::string_view bytes, const std::string& name);

/// Looking into JSON without exceptions: what is missing or of another type is empty, null or the fallback.
const Json& member(const Json& object, const char* key);
std::string text_of(const Json& object, const char* key);
double number_of(const Json& object, const char* key);
/// 0 when it is not a whole number that fits.
std::int64_t integer_of(const Json& object, const char* key);
/// Seconds since 1970, as a fraction, in milliseconds.
std::int64_t milliseconds(double seconds);

}  // namespace eddy
