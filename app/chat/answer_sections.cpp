#include "app/chat/answer_sections.h"

#include <array>

#include "app/chat/markdown_marks.h"

namespace eddy {
namespace {

struct Tag {
  QByteArrayView name;
  SectionKind kind;
};

constexpr std::array kTags = {
    Tag{"think", SectionKind::Thinking},           Tag{"thinking", SectionKind::Thinking},   Tag{"thought", SectionKind::Thinking},
    Tag{"reasoning", SectionKind::Thinking},       Tag{"tool_call", SectionKind::ToolCall},  Tag{"tool_calls", SectionKind::ToolCall},
    Tag{"function_call", SectionKind::ToolCall},   Tag{"tool_response", SectionKind::ToolResult}, Tag{"tool_result", SectionKind::ToolResult},
};

/// The tag that opens on this line; `length` is what it takes of the line.
const Tag* opening(QByteArrayView line, qsizetype& length) {
  qsizetype at = 0;
  while (at < line.size() && line[at] == ' ') ++at;
  if (at > 3 || at == line.size() || line[at] != '<') return nullptr;
  for (const auto& tag : kTags) {
    const auto end = at + 1 + tag.name.size();
    if (end >= line.size() || line[end] != '>' || line.sliced(at + 1, tag.name.size()) != tag.name) continue;
    length = end + 1;
    return &tag;
  }
  return nullptr;
}

/// Until the closing tag, or all there is. `from`: where the text begins.
AnswerSection tagged(QByteArrayView answer, qsizetype from, const Tag& tag) {
  const QByteArray closing = "</" + tag.name.toByteArray() + ">";
  const auto end = answer.indexOf(closing, from);
  if (end < 0) return {tag.kind, answer.sliced(from).trimmed(), false, answer.size()};
  return {tag.kind, answer.sliced(from, end - from).trimmed(), true, end + closing.size()};
}

/// Where the JSON that begins here ends; -1 while it does not.
qsizetype endOfJson(QByteArrayView text) {
  int depth = 0;
  bool quoted = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      else if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return -1;
}

/// An object, or an array of objects or texts: [a](b) and {braces} are words.
bool beginsJson(QByteArrayView text) {
  if (text.size() < 2 || (text[0] != '{' && text[0] != '[')) return false;
  const auto inner = text.sliced(1).trimmed();
  if (inner.isEmpty()) return false;
  return text[0] == '{' ? inner[0] == '"' || inner[0] == '}' : inner[0] == '"' || inner[0] == '{';
}

}  // namespace

bool endsThinking(QByteArrayView text) { return text.contains("</think>"); }

AnswerSection firstSection(QByteArrayView answer, AnswerBegin begin) {
  if (begin == AnswerBegin::Thinking && !answer.trimmed().startsWith("<think>")) return tagged(answer, 0, kTags[0]);
  if (begin != AnswerBegin::Middle) {
    qsizetype blank = 0;
    while (blank < answer.size() && (answer[blank] == ' ' || answer[blank] == '\n')) ++blank;
    const auto text = answer.sliced(blank);
    if (beginsJson(text)) {
      const auto end = endOfJson(text);
      if (end < 0) return {SectionKind::Json, text.trimmed(), false, answer.size()};
      return {SectionKind::Json, text.first(end), true, blank + end};
    }
  }
  CodeFence open;
  for (qsizetype start = 0; start < answer.size();) {
    auto end = answer.indexOf('\n', start);
    if (end < 0) end = answer.size();
    const auto line = answer.sliced(start, end - start);
    const auto fence = fenceOn(line);
    if (open.mark ? fence.closes(open) : fence.mark != 0) open = open.mark ? CodeFence{} : fence;
    qsizetype length = 0;
    if (!open.mark && line.contains('<')) {
      if (const auto* tag = opening(line, length)) {
        if (start > 0) return {SectionKind::Text, answer.first(start), true, start};
        return tagged(answer, length, *tag);
      }
      if (begin == AnswerBegin::Unknown && endsThinking(line)) return tagged(answer, 0, kTags[0]);
    }
    start = end + 1;
  }
  return {SectionKind::Text, answer, false, answer.size()};
}

}  // namespace eddy
