#include "engine/tokenizers/side_json.h"

#include <algorithm>
#include <new>

#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

using Json = nlohmann::json;

/// Deepest nesting of brackets outside strings: checked before parsing, so that no file can make the parser eat memory.
int nesting(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

Result<Json> parse_side_json(std::string_view text, const std::string& source) {
  constexpr int kDeepest = 64;
  if (nesting(text) > kDeepest) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] brackets are nested too deeply in " + source};
  }
  try {
    return Json::parse(text.begin(), text.end());
  } catch (const Json::parse_error& e) {
    return Error{ErrorCode::FileCorrupt,
                 "[tokenizer] no valid JSON at byte " + std::to_string(e.byte) + " in " + source + "; copy the file anew", e.what()};
  } catch (const Json::exception& e) {
    return Error{ErrorCode::FileCorrupt, "[tokenizer] unreadable JSON in " + source, e.what()};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[tokenizer] not enough memory to read " + source};
  }
}

Result<Json> read_side_json(const std::filesystem::path& file, std::size_t largest) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return std::move(mapped).error();
  const auto bytes = (*mapped)->bytes();
  if (bytes.size() > largest) {
    return Error{ErrorCode::UnsupportedFormat, "[tokenizer] " + file.string() + " is too large"};
  }
  return parse_side_json({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
}

const Json& json_field(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string token_text(const Json& value) {
  const Json& text = value.is_object() ? json_field(value, "content") : value;
  return text.is_string() ? text.get<std::string>() : std::string();
}

}  // namespace eddy
