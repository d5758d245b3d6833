#include "app/chat/markdown_marks.h"

#include <algorithm>
#include <array>

namespace eddy {

CodeFence fenceOn(QByteArrayView line) {
  qsizetype indent = 0;
  while (indent < line.size() && line[indent] == ' ') ++indent;
  if (indent > 3 || indent == line.size()) return {};
  const char mark = line[indent];
  if (mark != '`' && mark != '~') return {};
  qsizetype end = indent;
  while (end < line.size() && line[end] == mark) ++end;
  if (end - indent < 3) return {};
  return {mark, end - indent, indent, line.sliced(end).trimmed().isEmpty()};
}

namespace {

constexpr qsizetype kLongestFormula = 4000;
constexpr qsizetype kLongestName = 34;  // of a footnote, with its bracket and sign

/// Where `mark` stands in this paragraph from `from` on; -1 when it does not, or not soon: then every sign without its
/// partner would be looked for through the whole text.
qsizetype inParagraph(QByteArrayView all, QByteArrayView mark, qsizetype from) {
  const auto text = all.first(std::min(all.size(), from + kLongestFormula));
  const auto found = text.indexOf(mark, from);
  const auto gap = text.first(found < 0 ? text.size() : found).indexOf("\n\n", from);
  return gap < 0 ? found : -1;
}

class MarkdownMarks {
 public:
  explicit MarkdownMarks(QByteArrayView text) : m_text(text) {}

  QByteArray written() {
    const bool plain = !m_text.contains('$') && m_text.indexOf("\\(") < 0 && m_text.indexOf("\\[") < 0 && m_text.indexOf("[^") < 0;
    if (plain) return m_text.toByteArray();
    while (m_at < m_text.size()) step();
    return m_out + m_text.sliced(m_kept).toByteArray();
  }

 private:
  char at(qsizetype place) const { return place >= 0 && place < m_text.size() ? m_text[place] : '\n'; }
  static bool isBlankChar(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
  static bool isWordChar(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  void step() {
    if (at(m_at - 1) == '\n') noteFence();
    const char c = at(m_at);
    if (m_fence.mark) ++m_at;
    else if (c == '`') skipCode();
    else if (c == '\\' && at(m_at + 1) == '[') formula("\\]", "$$", 2);
    else if (c == '\\' && at(m_at + 1) == '(') formula("\\)", "$", 2);
    else if (c == '\\') m_at += 2;
    else if (c == '$' && at(m_at + 1) == '$') formula("$$", "$$", 2);
    else if (c == '$') single();
    else if (c == '[' && at(m_at + 1) == '^') footnote();
    else ++m_at;
  }

  void noteFence() {
    const auto end = m_text.indexOf('\n', m_at);
    const auto fence = fenceOn(m_text.sliced(m_at, (end < 0 ? m_text.size() : end) - m_at));
    if (m_fence.mark ? fence.closes(m_fence) : fence.mark != 0) m_fence = m_fence.mark ? CodeFence{} : fence;
  }

  void skipCode() {
    const auto end = inParagraph(m_text, "`", m_at + 1);
    m_at = end > 0 ? end + 1 : m_at + 1;
  }

  void replace(qsizetype until, const QByteArray& with) {
    m_out += m_text.sliced(m_kept, m_at - m_kept).toByteArray() + with;
    m_at = m_kept = until;
  }

  /// Where a place had no partner, those up to `until` have none either.
  struct Missing {
    qsizetype until = 0;
  };

  qsizetype partner(QByteArrayView closing, qsizetype from, Missing& missing) {
    if (from < missing.until) return -1;
    const auto end = inParagraph(m_text, closing, from);
    const auto next = end < 0 ? m_text.indexOf(closing, from) : end;
    if (end < 0) missing.until = next < 0 ? m_text.size() : std::max(from, next - kLongestFormula);
    return end;
  }

  void formula(QByteArrayView closing, const QByteArray& dollars, qsizetype length) {
    const auto end = partner(closing, m_at + length, m_missing[closing[closing.size() - 1] == ']' ? 0 : closing[0] == '$' ? 1 : 2]);
    if (end > m_at + length) return replace(end + closing.size(), dollars + m_text.sliced(m_at + length, end - m_at - length).toByteArray().replace('\n', ' ') + dollars);
    if (at(m_at) == '$') return replace(m_at + length, "\\$\\$");
    m_at += length;
  }

  void single() {
    if (!isBlankChar(at(m_at + 1))) {
      for (auto end = m_at + 1; (end = inParagraph(m_text, "$", end)) > 0; ++end) {
        if (at(end - 1) == '\\') continue;
        if (isBlankChar(at(end - 1)) || isWordChar(at(end + 1)) || end == m_at + 1) break;
        m_at = end + 1;
        return;
      }
    }
    replace(m_at + 1, "\\$");
  }

  /// At the beginning of a line and before a colon it is the note itself.
  void footnote() {
    auto end = m_at + 2;
    while (end < m_text.size() && end - m_at < kLongestName && (isWordChar(m_text[end]) || m_text[end] == '-' || m_text[end] == '_')) ++end;
    if (at(end) != ']' || end == m_at + 2) {
      ++m_at;
      return;
    }
    const auto name = kFootnoteBegin + m_text.sliced(m_at + 2, end - m_at - 2).toByteArray() + kFootnoteEnd;
    const bool note = at(m_at - 1) == '\n' && at(end + 1) == ':';
    replace(note ? end + 2 : end + 1, name);
  }

  QByteArrayView m_text;
  QByteArray m_out;
  CodeFence m_fence;
  std::array<Missing, 3> m_missing;
  qsizetype m_at = 0, m_kept = 0;  // what stands before m_kept is in m_out
};

}  // namespace

QByteArray withMarks(QByteArrayView markdown) {
  if (!markdown.contains(kFootnoteBegin) && !markdown.contains(kFootnoteEnd)) return MarkdownMarks(markdown).written();
  auto own = markdown.toByteArray();
  own.replace(kFootnoteBegin, "").replace(kFootnoteEnd, "");
  return MarkdownMarks(own).written();
}

}  // namespace eddy
