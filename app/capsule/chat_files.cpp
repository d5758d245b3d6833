#include "app/capsule/chat_files.h"

#include <cmath>
#include <fstream>

#include "app/capsule/chat_readers.h"
#include "app/storage/files.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;
constexpr int kDeepest = 100;  // nested values; the formats need less than twenty
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

ChatFileKind recognise_json(std::string_view text) {
  if (has(text, "\"eddy-conversation\"")) return ChatFileKind::EddyJson;
  if (has(text, "\"mapping\"") && (has(text, "\"parent\"") || has(text, "\"current_node\""))) return ChatFileKind::ChatGpt;
  if (has(text, "\"messages\"") && has(text, "\"versions\"")) return ChatFileKind::LmStudio;
  return ChatFileKind::None;
}

Error unknown(const std::string& name) {
  return {ErrorCode::UnsupportedFormat,
          "[capsule] " + name + " holds no chat in a form that Eddy knows. It opens its own chat files, and those of ChatGPT, "
          "LM Studio and GPT4All", {}};
}

Result<Json> parsed(std::string_view text, const std::string& name) {
  bool too_deep = false;
  const auto shallow = [&too_deep](int depth, Json::parse_event_t, Json&) {
    too_deep |= depth > kDeepest;
    return !too_deep;
  };
  Json root = Json::parse(text, shallow, false);
  if (too_deep) return corrupt_chat(name, "its values are nested too deeply");
  if (root.is_discarded()) return corrupt_chat(name, "it is cut off or damaged");
  return root;
}

}  // namespace

const Json& member(const Json& object, const char* key) {
  static const Json null;
  if (!object.is_object()) return null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

std::string text_of(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

double number_of(const Json& object, const char* key) {
  const Json& value = member(object, key);
  const double number = value.is_number() ? value.get<double>() : 0;
  return std::isfinite(number) ? number : 0;
}

std::int64_t integer_of(const Json& object, const char* key) {
  const double number = number_of(object, key);
  return std::abs(number) <= 9e15 ? static_cast<std::int64_t>(number) : 0;
}

std::int64_t milliseconds(double seconds) {
  return seconds > 0 && seconds < 1e12 ? static_cast<std::int64_t>(seconds * 1000) : 0;
}

ChatFileKind recognise_chat(std::string_view beginning) {
  if (beginning.starts_with(std::string_view("SQLite format 3\0", 16))) {
    return beginning.substr(68).starts_with("EdCh") ? ChatFileKind::Capsule : ChatFileKind::None;
  }
  if (beginning.starts_with("\xF5\xD5\x53\xCC")) return ChatFileKind::Gpt4All;
  if (beginning.starts_with(kByteOrderMark)) beginning.remove_prefix(kByteOrderMark.size());
  const auto start = beginning.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return ChatFileKind::None;
  if (beginning[start] == '{' || beginning[start] == '[') return recognise_json(beginning);
  return has(beginning, "<!-- eddy:") ? ChatFileKind::Markdown : ChatFileKind::None;
}

ChatFileKind recognise_chat_file(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return ChatFileKind::None;
  std::ifstream in(file, std::ios::binary);
  std::string beginning(kRecogniseBytes, '\0');
  in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  beginning.resize(static_cast<std::size_t>(in.gcount()));
  return recognise_chat(beginning);
}

Result<std::vector<PortableChat>> read_chats(std::string_view bytes, const std::string& name) {
  auto kind = recognise_chat(bytes.substr(0, kRecogniseBytes));
  if (kind == ChatFileKind::Gpt4All) return read_gpt4all(bytes, name);
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (kind == ChatFileKind::None) {
    // Not what a drop would be taken for, but it was opened as a chat: look at all of it.
    auto markdown = read_markdown(bytes, name);
    return markdown ? markdown : unknown(name);
  }
  if (kind == ChatFileKind::Markdown) return read_markdown(bytes, name);
  if (kind == ChatFileKind::Capsule) return unknown(name);
  const auto root = parsed(bytes, name);
  if (!root) return root.error();
  if (kind == ChatFileKind::EddyJson) return read_eddy_json(*root, name);
  return kind == ChatFileKind::ChatGpt ? read_chatgpt(*root, name) : read_lm_studio(*root, name);
}

Result<std::vector<PortableChat>> read_chat_file(const fs::path& file, std::stop_token stop) {
  std::error_code why;
  const auto size = fs::file_size(file, why);
  if (!why && size > kLargestFile) return corrupt_chat(path_text(file.filename()), "it is larger than any chat");
  auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[capsule] reading was stopped", {}};
  return read_chats({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, path_text(file.filename()));
}

}  // namespace eddy
