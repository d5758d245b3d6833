// A branch as Markdown. What export_markdown() wrote carries marks that no reader of the page sees and is read back exactly;
// elsewhere headings of the second level that name a speaker divide the text.
#include <array>

#include "app/capsule/chat_readers.h"
#include "app/capsule/chat_tree.h"
#include "app/storage/export.h"
#include "app/storage/utf8.h"

namespace eddy {
namespace {

struct Part {
  std::optional<Author> author;  // nothing before the first message
  std::string model_name;
  MessageStatus status = MessageStatus::Done;
  std::string text;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

constexpr std::array<std::string_view, 5> kUsers = {"you", "user", "human", "me", "prompt"};
constexpr std::array<std::string_view, 7> kAssistants = {"assistant", "ai", "model", "chatgpt", "bot", "response", "eddy"};

/// Who speaks below this line, if it is a heading that says so.
std::optional<Part> speaker(std::string_view line, bool marked) {
  if (marked) {
    const auto heading = markdown_heading(line);
    if (!heading) return {};
    return Part{heading->author, heading->name, heading->status, {}};
  }
  if (!line.starts_with("## ")) return {};
  const auto name = lower(trimmed(line.substr(3)));
  for (const auto user : kUsers) {
    if (name == user) return Part{Author::User, {}, MessageStatus::Done, {}};
  }
  for (const auto assistant : kAssistants) {
    if (name == assistant) return Part{Author::Assistant, {}, MessageStatus::Done, {}};
  }
  return {};
}

std::vector<Part> parts_of(std::string_view text, bool marked) {
  std::vector<Part> parts(1);
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (auto next = speaker(line, marked)) {
      parts.push_back(*std::move(next));
    } else {
      parts.back().text += line;
      parts.back().text += '\n';
    }
  }
  return parts;
}

void read_head(std::string_view head, Conversation& c) {
  head = trimmed(head);
  if (head.starts_with("# ")) {
    const auto end = head.find('\n');
    c.title = std::string(head.substr(2, end == std::string_view::npos ? end : end - 2));
    head = end == std::string_view::npos ? std::string_view() : trimmed(head.substr(end));
  }
  constexpr std::string_view kPrompt = "*System prompt:* ";
  if (head.starts_with(kPrompt)) c.system_prompt = std::string(trimmed(head.substr(kPrompt.size())));
}

}  // namespace

Result<std::vector<PortableChat>> read_markdown(std::string_view bytes, const std::string& name) {
  if (!is_valid_utf8(bytes)) return corrupt_chat(name, "it is not UTF-8");
  const bool marked = bytes.find(kMarkdownMark) != std::string_view::npos;
  const auto parts = parts_of(bytes, marked);
  if (parts.size() < 2) return Error{ErrorCode::UnsupportedFormat, "[capsule] " + name + " holds no chat", {}};
  PortableChat chat;
  Conversation c;
  read_head(parts.front().text, c);
  ChatTree tree;
  ChatTree::Place at = ChatTree::kBeginning;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Part& part = parts[i];
    auto words = std::string(trimmed(part.text));
    if (marked) words = markdown_unmarked(words);
    if (words.empty() && !marked) continue;
    at = tree.add(at, {.author = *part.author, .text = std::move(words), .model_name = part.model_name, .status = part.status});
    if (!part.model_name.empty()) chat.model_name = part.model_name;
  }
  chat.content = tree.finish(std::move(c), at);
  if (auto sound = check_content(chat.content, name); !sound) return sound.error();
  return std::vector{std::move(chat)};
}

}  // namespace eddy
