#include "app/chat/markdown_blocks.h"

#include <md4c.h>

#include <algorithm>
#include <array>

#include "app/chat/math_text.h"

namespace eddy {
using namespace Qt::StringLiterals;
namespace {

QString utf8(const MD_CHAR* text, MD_SIZE size) { return QString::fromUtf8(text, static_cast<qsizetype>(size)); }

bool isSafeLink(const QString& url) {
  return url.startsWith(u"https://", Qt::CaseInsensitive) || url.startsWith(u"http://", Qt::CaseInsensitive) ||
         url.startsWith(u"mailto:", Qt::CaseInsensitive);
}

/// Collects md4c's callbacks into top-level blocks. Containers (lists, quotes, tables) keep their inner HTML as one
/// block.
class BlockCollector {
 public:
  std::vector<MarkdownBlock> blocks;

  void enterBlock(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_DOC) return;
    if (m_depth++ == 0) open(type, detail);
    else m_current.text += innerTag(type, detail, true);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) openList(type, detail);
  }

  void leaveBlock(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_DOC) return;
    if (type == MD_BLOCK_UL) m_current.text += u"</ul>";
    if (type == MD_BLOCK_OL) m_current.text += u"</ol>";
    if (--m_depth > 0) {
      m_current.text += innerTag(type, detail, false);
      return;
    }
    close(type);
  }

  void span(MD_SPANTYPE type, void* detail, bool enter) {
    switch (type) {
      case MD_SPAN_EM: m_current.text += enter ? u"<i>" : u"</i>"; break;
      case MD_SPAN_STRONG: m_current.text += enter ? u"<b>" : u"</b>"; break;
      case MD_SPAN_DEL: m_current.text += enter ? u"<s>" : u"</s>"; break;
      case MD_SPAN_CODE: m_current.text += enter ? u"<code>" : u"</code>"; break;
      case MD_SPAN_LATEXMATH:
      case MD_SPAN_LATEXMATH_DISPLAY: math(type == MD_SPAN_LATEXMATH_DISPLAY, enter); break;
      case MD_SPAN_A: link(static_cast<MD_SPAN_A_DETAIL*>(detail), enter); break;
      default: break;
    }
  }

  void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    if (m_current.type == MarkdownBlockType::Code && m_codeAtTop) {
      m_current.text += utf8(text, size);
      return;
    }
    if (m_inMath) {
      m_formula += utf8(text, size);
      return;
    }
    switch (type) {
      case MD_TEXT_BR: m_current.text += u"<br/>"; break;
      case MD_TEXT_SOFTBR: if (!m_afterMath || !m_current.text.isEmpty()) m_current.text += u"<br/>"; break;  // models mean their line breaks
      case MD_TEXT_ENTITY: m_current.text += utf8(text, size); break;
      case MD_TEXT_NULLCHAR: m_current.text += QChar(QChar::ReplacementCharacter); break;
      case MD_TEXT_CODE: m_current.text += escaped(text, size, m_inPre); break;
      default: m_current.text += escaped(text, size, false); break;
    }
  }

 private:
  static QString escaped(const MD_CHAR* text, MD_SIZE size, bool keepLines) {
    auto html = utf8(text, size).toHtmlEscaped();
    return keepLines ? html.replace(u'\n', u"<br/>"_s) : html;
  }

  void open(MD_BLOCKTYPE type, void* detail) {
    m_current = {};
    switch (type) {
      case MD_BLOCK_H:
        m_current.type = MarkdownBlockType::Heading;
        m_current.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE: {
        m_current.type = MarkdownBlockType::Code;
        m_codeAtTop = true;
        const auto& language = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
        if (language.text) m_current.language = utf8(language.text, language.size);
        break;
      }
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: m_current.type = MarkdownBlockType::List; break;
      case MD_BLOCK_QUOTE: m_current.type = MarkdownBlockType::Quote; break;
      case MD_BLOCK_HR: m_current.type = MarkdownBlockType::Rule; break;
      case MD_BLOCK_TABLE:
        m_current.type = MarkdownBlockType::Table;
        m_current.text = u"<table cellspacing=\"0\" cellpadding=\"6\">"_s;
        break;
      default: m_current.type = MarkdownBlockType::Paragraph; break;
    }
  }

  void openList(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_UL) m_current.text += u"<ul>";
    else m_current.text += u"<ol start=\"%1\">"_s.arg(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
  }

  void close(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TABLE) m_current.text += u"</table>";
    if (type == MD_BLOCK_CODE && m_current.text.endsWith(u'\n')) m_current.text.chop(1);
    m_codeAtTop = false;
    const bool left = m_afterMath && isBlankHtml(m_current.text);  // of a paragraph that a formula ended
    m_afterMath = false;
    if (!left) blocks.push_back(std::move(m_current));
    m_current = {};
  }

  QString innerTag(MD_BLOCKTYPE type, void* detail, bool enter) {
    switch (type) {
      case MD_BLOCK_LI: {
        if (!enter) return u"</li>"_s;
        const auto* item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
        if (!item->is_task) return u"<li>"_s;
        return item->task_mark == ' ' ? u"<li>\u2610 "_s : u"<li>\u2611 "_s;
      }
      case MD_BLOCK_P: return enter ? u"<p>"_s : u"</p>"_s;
      case MD_BLOCK_H: return enter ? u"<p><b>"_s : u"</b></p>"_s;
      case MD_BLOCK_QUOTE: return enter ? u"<blockquote>"_s : u"</blockquote>"_s;
      case MD_BLOCK_CODE: m_inPre = enter; return enter ? u"<pre>"_s : u"</pre>"_s;
      case MD_BLOCK_HR: return enter ? u"<hr/>"_s : QString();
      case MD_BLOCK_TR: return enter ? u"<tr>"_s : u"</tr>"_s;
      case MD_BLOCK_TH: return enter ? u"<th align=\"%1\">"_s.arg(alignment(detail)) : u"</th>"_s;
      case MD_BLOCK_TD: return enter ? u"<td align=\"%1\">"_s.arg(alignment(detail)) : u"</td>"_s;
      default: return {};
    }
  }

  static QString alignment(void* detail) {
    switch (static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align) {
      case MD_ALIGN_CENTER: return u"center"_s;
      case MD_ALIGN_RIGHT: return u"right"_s;
      default: return u"left"_s;
    }
  }

  void link(const MD_SPAN_A_DETAIL* detail, bool enter) {
    const auto url = utf8(detail->href.text, detail->href.size);
    if (!isSafeLink(url)) return;
    m_current.text += enter ? u"<a href=\"%1\">"_s.arg(url.toHtmlEscaped()) : u"</a>"_s;
  }

  static bool isBlankHtml(QString html) { return html.remove(u"<br/>"_s).trimmed().isEmpty(); }

  /// A formula of its own line cuts a paragraph in two.
  void math(bool display, bool enter) {
    m_inMath = enter;
    if (enter) return m_formula.clear();
    const auto html = mathHtml(m_formula);
    const bool apart = display && m_depth == 1 && m_current.type == MarkdownBlockType::Paragraph;
    if (!apart) {
      m_current.text += display ? u"<br/>"_s + html + u"<br/>"_s : html;
      return;
    }
    while (m_current.text.endsWith(u"<br/>")) m_current.text.chop(5);
    if (!isBlankHtml(m_current.text)) blocks.push_back(std::move(m_current));
    blocks.push_back({.type = MarkdownBlockType::Math, .text = html, .language = m_formula.trimmed()});
    m_current = {};
    m_afterMath = true;
  }

  MarkdownBlock m_current;
  QString m_formula;
  bool m_inMath = false;
  bool m_afterMath = false;
  int m_depth = 0;
  bool m_codeAtTop = false;
  bool m_inPre = false;
};

BlockCollector& collector(void* user) { return *static_cast<BlockCollector*>(user); }

bool isBlank(QByteArrayView line) { return line.trimmed().isEmpty(); }

/// The fence that opens or closes a code block on this line: its character and length, or 0.
struct Fence {
  char mark = 0;
  qsizetype length = 0;
  bool bare = false;  // nothing follows, so it may close a block
};

Fence fenceOn(QByteArrayView line) {
  qsizetype indent = 0;
  while (indent < line.size() && line[indent] == ' ') ++indent;
  if (indent > 3 || indent == line.size()) return {};
  const char mark = line[indent];
  if (mark != '`' && mark != '~') return {};
  qsizetype end = indent;
  while (end < line.size() && line[end] == mark) ++end;
  if (end - indent < 3) return {};
  return {mark, end - indent, isBlank(line.sliced(end))};
}

/// A line that can only start a new top-level block after a blank line: not indented and no list item.
bool startsFreshBlock(QByteArrayView line) {
  if (line.isEmpty()) return false;
  const char c = line[0];
  const bool listLike = c == '-' || c == '+' || c == '*' || (c >= '0' && c <= '9');
  return c != ' ' && c != '\t' && c != '\r' && !listLike;
}

constexpr qsizetype kLongestFormula = 4000;

/// Where `mark` stands in this paragraph from `from` on; -1 when it does not, or not soon: then every sign without its
/// partner would be looked for through the whole text.
qsizetype inParagraph(QByteArrayView all, QByteArrayView mark, qsizetype from) {
  const auto text = all.first(std::min(all.size(), from + kLongestFormula));
  const auto found = text.indexOf(mark, from);
  const auto gap = text.first(found < 0 ? text.size() : found).indexOf("\n\n", from);
  return gap < 0 ? found : -1;
}

/// Formulas as md4c knows them: \( \) and \[ \] become dollars, those of several lines one line, dollars that are money or alone are no signs of a
/// formula. Code stays as it is.
class FormulaMarks {
 public:
  explicit FormulaMarks(QByteArrayView text) : m_text(text) {}

  QByteArray withDollars() {
    if (!m_text.contains('$') && m_text.indexOf("\\(") < 0 && m_text.indexOf("\\[") < 0) return m_text.toByteArray();
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
    else ++m_at;
  }

  void noteFence() {
    const auto end = m_text.indexOf('\n', m_at);
    const auto fence = fenceOn(m_text.sliced(m_at, (end < 0 ? m_text.size() : end) - m_at));
    const bool closes = fence.mark == m_fence.mark && fence.length >= m_fence.length && fence.bare;
    if (m_fence.mark ? closes : fence.mark != 0) m_fence = m_fence.mark ? Fence{} : fence;
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

  QByteArrayView m_text;
  QByteArray m_out;
  Fence m_fence;
  std::array<Missing, 3> m_missing;
  qsizetype m_at = 0, m_kept = 0;  // what stands before m_kept is in m_out
};

}  // namespace

std::vector<MarkdownBlock> parseMarkdown(QByteArrayView source) {
  const auto markdown = FormulaMarks(source).withDollars();
  BlockCollector result;
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS |
                 MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE t, void* d, void* u) { return collector(u).enterBlock(t, d), 0; };
  parser.leave_block = [](MD_BLOCKTYPE t, void* d, void* u) { return collector(u).leaveBlock(t, d), 0; };
  parser.enter_span = [](MD_SPANTYPE t, void* d, void* u) { return collector(u).span(t, d, true), 0; };
  parser.leave_span = [](MD_SPANTYPE t, void* d, void* u) { return collector(u).span(t, d, false), 0; };
  parser.text = [](MD_TEXTTYPE t, const MD_CHAR* c, MD_SIZE n, void* u) { return collector(u).text(t, c, n), 0; };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &result);
  return std::move(result.blocks);
}

qsizetype settledLength(QByteArrayView markdown) {
  qsizetype settled = 0;
  Fence open;
  bool afterBlank = false;
  for (qsizetype start = 0; start < markdown.size();) {
    auto end = markdown.indexOf('\n', start);
    if (end < 0) break;  // the last line is still being written
    const auto line = markdown.sliced(start, end - start);
    const auto fence = fenceOn(line);
    if (open.mark) {
      if (fence.mark == open.mark && fence.length >= open.length && fence.bare) open = {};
    } else {
      if (afterBlank && startsFreshBlock(line)) settled = start;
      if (fence.mark) open = fence;
    }
    afterBlank = !open.mark && isBlank(line);
    start = end + 1;
  }
  return settled;
}

}  // namespace eddy
