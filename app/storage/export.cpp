#include "app/storage/export.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "app/storage/utf8.h"

namespace eddy {
namespace {

constexpr std::array<const char*, 6> kStatusNames = {"pending", "streaming", "done", "cancelled", "interrupted", "failed"};

const char* status_name(MessageStatus status) {
  const auto index = static_cast<std::size_t>(status);
  return index < kStatusNames.size() ? kStatusNames[index] : "unknown";
}

constexpr std::string_view kUnknownModel = "Assistant";

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

/// 2026-11-21T22:45:00Z. Days to a civil date by counting eras of 400 years (no time zone data, no library locks).
std::string utc_time(std::int64_t milliseconds) {
  std::int64_t seconds = milliseconds / 1000 - (milliseconds % 1000 < 0);
  std::int64_t days = seconds / 86400 - (seconds % 86400 < 0);
  const std::int64_t in_day = seconds - days * 86400;
  days += 719468;  // from 0000-03-01
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;  // 0 is March
  const std::int64_t day = day_of_year - (153 * month + 2) / 5 + 1;
  const std::int64_t year = year_of_era + era * 400 + (month >= 10);
  char text[64];
  std::snprintf(text, sizeof text, "%04lld-%02lld-%02lldT%02lld:%02lld:%02lldZ", static_cast<long long>(year),
                static_cast<long long>(month < 10 ? month + 3 : month - 9), static_cast<long long>(day),
                static_cast<long long>(in_day / 3600), static_cast<long long>(in_day / 60 % 60),
                static_cast<long long>(in_day % 60));
  return text;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    const char c = text.front();
    if (length == 0) {
      out += "\xEF\xBF\xBD";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out.append(text.substr(0, length));
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out + '"';
}

std::string json_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  for (char& c : text) {
    if (c == ',') c = '.';  // a locale's decimal comma
  }
  return text;
}

std::string json_id(const std::optional<MessageId>& id) {
  return id ? std::to_string(static_cast<std::int64_t>(*id)) : "null";
}

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::span<const std::byte> bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k) out += k <= count ? kBase64[group >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

std::string json_pictures(std::span<const Picture> pictures, MessageId message) {
  std::string out;
  for (const Picture& p : pictures) {
    if (p.message != message) continue;
    out += (out.empty() ? "" : ", ") + std::string("{\"name\": ") + json_string(p.name) + ", \"media_type\": " + json_string(p.media_type) +
           ", \"width\": " + std::to_string(p.width) + ", \"height\": " + std::to_string(p.height) + ", \"data\": \"" + base64(p.content) + "\"}";
  }
  return out;
}

std::string json_message(const Message& message, std::span<const Picture> pictures) {
  std::string out = "    {\"id\": " + json_id(message.id) + ", \"parent\": " + json_id(message.parent);
  const auto field = [&](const char* name, const std::string& value) { out += std::string(", \"") + name + "\": " + value; };
  const auto text_field = [&](const char* name, const std::string& value) {
    if (!value.empty()) field(name, json_string(value));
  };
  field("author", message.author == Author::User ? "\"user\"" : "\"assistant\"");
  field("status", json_string(status_name(message.status)));
  field("created_at", json_string(utc_time(message.created_at)));
  text_field("model", message.model_name);
  text_field("stop_reason", message.stop_reason);
  text_field("error_code", message.error_code);
  text_field("error_text", message.error_text);
  if (message.author == Author::Assistant) {
    field("seconds_to_first_token", json_number(message.seconds_to_first_token));
    field("seconds", json_number(message.seconds));
    field("tokens_generated", std::to_string(message.tokens_generated));
    field("tokens_reread", std::to_string(message.tokens_reread));
  }
  text_field("reread_reason", message.reread_reason);
  if (const auto shown = json_pictures(pictures, message.id); !shown.empty()) field("pictures", "[" + shown + "]");
  field("text", json_string(message.text));
  return out + "}";
}

/// How an answer that is not whole is marked for a reader.
std::string remark(const Message& message) {
  switch (message.status) {
    case MessageStatus::Done: return {};
    case MessageStatus::Cancelled: return " *(stopped)*";
    case MessageStatus::Failed: return " *(failed: " + one_line(message.error_text) + ")*";
    default: return " *(interrupted)*";
  }
}

std::string heading(const Message& message) {
  if (message.author == Author::User) return "## You";
  return "## " + (message.model_name.empty() ? std::string(kUnknownModel) : one_line(message.model_name)) + remark(message);
}

std::string mark(const Message& message) {
  const std::string kind = message.author == Author::User ? "question" : std::string("answer ") + status_name(message.status);
  return " " + std::string(kMarkdownMark) + kind + " -->";
}

/// A mark in the text itself gets a backslash before its colon, one more each time it goes through here.
template <class Change>
std::string change_marks(std::string_view text, Change change) {
  constexpr std::string_view kStart = kMarkdownMark.substr(0, kMarkdownMark.size() - 1);
  std::string out;
  while (true) {
    const auto found = text.find(kStart);
    if (found == std::string_view::npos) return out.append(text);
    auto end = text.find_first_not_of('\\', found + kStart.size());
    if (end == std::string_view::npos) end = text.size();
    const auto slashes = end - found - kStart.size();
    const bool mark = end < text.size() && text[end] == ':';
    out.append(text.substr(0, found)).append(kStart).append(mark ? change(slashes) : slashes, '\\');
    text.remove_prefix(end);
  }
}

/// Letters and figures as they are, everything else as %xx: nothing of a name can end the link.
std::string link_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += plain ? std::string(1, c) : std::string(code);
  }
  return out;
}

}  // namespace

std::string export_markdown(const Conversation& conversation, std::span<const Message> branch, bool marks, std::span<const Picture> pictures) {
  std::string out = "# " + (conversation.title.empty() ? std::string("Conversation") : one_line(conversation.title)) + "\n";
  if (!conversation.system_prompt.empty()) out += "\n*System prompt:* " + conversation.system_prompt + "\n";
  for (const Message& message : branch) {
    out += "\n" + heading(message) + (marks ? mark(message) : std::string()) + "\n";
    const auto text = change_marks(repaired_utf8(message.text), [marks](std::size_t slashes) { return slashes + marks; });
    if (!text.empty()) out += "\n" + text + (text.back() == '\n' ? "" : "\n");
    for (const Picture& p : pictures) {
      if (p.message == message.id) out += "\n![" + one_line(p.name) + "](attachment:" + link_name(p.name) + ")\n";
    }
  }
  return out;
}

std::optional<std::vector<std::byte>> bytes_of_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  const auto padding = text.ends_with("==") ? 2U : text.ends_with('=') ? 1U : 0U;
  std::vector<std::byte> bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const bool last = i + 4 == text.size();
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const bool padded = last && k >= 4 - padding;
      const auto value = padded ? 0 : kBase64.find(text[i + k]);
      if (value == std::string_view::npos) return {};
      group = group << 6 | static_cast<std::uint32_t>(value);
    }
    for (std::size_t k = 0; k < (last ? 3 - padding : 3U); ++k) bytes.push_back(static_cast<std::byte>(group >> (16 - 8 * k) & 255));
  }
  return bytes;
}

std::optional<MarkdownHeading> markdown_heading(std::string_view line) {
  constexpr std::string_view kEnd = " -->";
  const auto mark = line.rfind(kMarkdownMark);
  if (!line.starts_with("## ") || mark == std::string_view::npos || !line.ends_with(kEnd)) return {};
  const auto kind = line.substr(mark + kMarkdownMark.size(), line.size() - kEnd.size() - mark - kMarkdownMark.size());
  if (kind == "question") return MarkdownHeading{};
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kind != "answer " + std::string(kStatusNames[i])) continue;
    auto name = line.substr(3, mark - 3);
    if (i != static_cast<std::size_t>(MessageStatus::Done)) name = name.substr(0, name.find(" *("));
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    return MarkdownHeading{Author::Assistant, name == kUnknownModel ? std::string() : std::string(name), static_cast<MessageStatus>(i)};
  }
  return {};
}

std::string markdown_unmarked(std::string_view text) {
  return change_marks(text, [](std::size_t slashes) { return slashes == 0 ? 0 : slashes - 1; });
}

std::optional<std::int64_t> milliseconds_of(std::string_view utc) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
  if (utc.size() != kShape.size()) return {};
  std::array<std::int64_t, 6> parts{};  // year to second
  std::size_t part = 0;
  for (std::size_t i = 0; i + 1 < kShape.size(); ++i) {
    if (kShape[i] != '0') {
      if (utc[i] != kShape[i]) return {};
      ++part;
    } else if (utc[i] >= '0' && utc[i] <= '9') {
      parts[part] = parts[part] * 10 + (utc[i] - '0');
    } else {
      return {};
    }
  }
  const auto [year, month, day, hour, minute, second] = parts;
  if (utc.back() != 'Z' || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return {};
  // The reverse of utc_time(): years begin in March.
  const std::int64_t shifted = month > 2 ? year : year - 1;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + day_of_year - 719468;
  return (days * 86400 + hour * 3600 + minute * 60 + second) * 1000;
}

std::string export_json(const Conversation& conversation, std::span<const Message> all_messages, std::span<const Picture> pictures) {
  std::string out = "{\n  \"format\": \"eddy-conversation\",\n  \"version\": 1,\n";
  out += "  \"title\": " + json_string(conversation.title) + ",\n";
  out += "  \"created_at\": " + json_string(utc_time(conversation.created_at)) + ",\n";
  out += "  \"updated_at\": " + json_string(utc_time(conversation.updated_at)) + ",\n";
  out += "  \"system_prompt\": " + json_string(conversation.system_prompt) + ",\n";
  out += "  \"current_leaf\": " + json_id(conversation.current_leaf) + ",\n  \"messages\": [";
  for (std::size_t i = 0; i < all_messages.size(); ++i) out += (i ? ",\n" : "\n") + json_message(all_messages[i], pictures);
  return out + (all_messages.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace eddy
