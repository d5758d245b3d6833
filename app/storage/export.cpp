#include "app/storage/export.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace eddy {
namespace {

constexpr std::array<const char*, 6> kStatusNames = {"pending", "streaming", "done", "cancelled", "interrupted", "failed"};

const char* status_name(MessageStatus status) {
  const auto index = static_cast<std::size_t>(status);
  return index < kStatusNames.size() ? kStatusNames[index] : "unknown";
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

/// Length of the UTF-8 character at the start of `text`; 0 when it is not one (overlong, surrogate, cut off, stray byte).
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF5 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const std::size_t length = character_length(text);
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

std::string json_message(const Message& message) {
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
  field("text", json_string(message.text));
  return out + "}";
}

/// How an answer that is not whole is marked for a reader.
std::string remark(const Message& message) {
  switch (message.status) {
    case MessageStatus::Done: return {};
    case MessageStatus::Cancelled: return "*(stopped)*";
    case MessageStatus::Failed: return "*(failed: " + message.error_text + ")*";
    default: return "*(interrupted)*";
  }
}

}  // namespace

std::string export_markdown(const Conversation& conversation, std::span<const Message> branch) {
  std::string out = "# " + (conversation.title.empty() ? std::string("Conversation") : conversation.title) + "\n";
  if (!conversation.system_prompt.empty()) out += "\n*System prompt:* " + conversation.system_prompt + "\n";
  for (const Message& message : branch) {
    out += message.author == Author::User ? "\n## You\n" : "\n## " + (message.model_name.empty() ? "Assistant" : message.model_name) + "\n";
    if (!message.text.empty()) out += "\n" + message.text + (message.text.back() == '\n' ? "" : "\n");
    if (const std::string note = remark(message); !note.empty()) out += "\n" + note + "\n";
  }
  return out;
}

std::string export_json(const Conversation& conversation, std::span<const Message> all_messages) {
  std::string out = "{\n  \"format\": \"eddy-conversation\",\n  \"version\": 1,\n";
  out += "  \"title\": " + json_string(conversation.title) + ",\n";
  out += "  \"created_at\": " + json_string(utc_time(conversation.created_at)) + ",\n";
  out += "  \"updated_at\": " + json_string(utc_time(conversation.updated_at)) + ",\n";
  out += "  \"system_prompt\": " + json_string(conversation.system_prompt) + ",\n";
  out += "  \"current_leaf\": " + json_id(conversation.current_leaf) + ",\n  \"messages\": [";
  for (std::size_t i = 0; i < all_messages.size(); ++i) out += (i ? ",\n" : "\n") + json_message(all_messages[i]);
  return out + (all_messages.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace eddy
