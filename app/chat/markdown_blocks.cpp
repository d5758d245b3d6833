#include "app/chat/markdown_blocks.h"

#include <md4c.h>

#include <QUrl>
#include <algorithm>

#include "app/chat/markdown_marks.h"
#include "app/chat/math_text.h"

namespace eddy {
using namespace Qt::StringLiterals;
namespace {

QString utf8(const MD_CHAR* text, MD_SIZE size) { return QString::fromUtf8(text, static_cast<qsizetype>(size)); }

/// The address as ASCII, so that nothing in it can look like something else; "" for one that is not opened.
QString safeLink(const QString& url) {
  for (const auto scheme : {"https://"_L1, "http://"_L1, "mailto:"_L1}) {
    if (!url.startsWith(scheme, Qt::CaseInsensitive)) continue;
    const QUrl parsed(url);
    return parsed.isValid() ? QString::fromLatin1(parsed.toEncoded()) : QString();
  }
  return {};
}

/// Marks that turn the direction of what follows around: nothing that is written needs them, and they hide what it says.
bool isOverride(QChar c) { return c == QChar(0x202D) || c == QChar(0x202E); }

constexpr qsizetype kLongestPictureName = 1200;  // as it is written: each byte may be three letters

/// Collects md4c's callbacks into top-level blocks. Containers (lists, quotes, tables) keep their inner HTML as one block; what is open
/// is known, so that a block that grows too long can be closed anywhere and opened again.
class BlockCollector {
 public:
  std::vector<MarkdownBlock> blocks;

  void enterBlock(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_DOC) return;
    if (m_depth++ == 0) begin(type, detail);
    if (type == MD_BLOCK_TR) m_column = 0;
    if (type == MD_BLOCK_CODE) m_inPre = true;
    push(tagOf(type, detail));
  }

  void leaveBlock(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_DOC) return;
    pop();
    if (type == MD_BLOCK_CODE) m_inPre = false;
    if (type == MD_BLOCK_THEAD && m_depth == 2) keepHeader();
    if (--m_depth == 0) close(type);
    else if (type == MD_BLOCK_LI || type == MD_BLOCK_TR || type == MD_BLOCK_P) splitLong();
  }

  void enterSpan(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: return push({u"<i>"_s, u"</i>"_s});
      case MD_SPAN_STRONG: return push({u"<b>"_s, u"</b>"_s});
      case MD_SPAN_DEL: return push({u"<s>"_s, u"</s>"_s});
      case MD_SPAN_CODE: return push({u"<code>"_s, u"</code>"_s});
      case MD_SPAN_A: return push(linkTag(static_cast<MD_SPAN_A_DETAIL*>(detail)));
      case MD_SPAN_IMG: beginPicture(static_cast<MD_SPAN_IMG_DETAIL*>(detail)); return push({});
      case MD_SPAN_LATEXMATH:
      case MD_SPAN_LATEXMATH_DISPLAY:
        m_inMath = true;
        m_formula.clear();
        [[fallthrough]];
      default: return push({});
    }
  }

  void leaveSpan(MD_SPANTYPE type) {
    pop();
    if (type == MD_SPAN_IMG) return endPicture();
    if (type != MD_SPAN_LATEXMATH && type != MD_SPAN_LATEXMATH_DISPLAY) return;
    m_inMath = false;
    math(type == MD_SPAN_LATEXMATH_DISPLAY);
  }

  void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    if (m_codeAtTop) {
      m_current.text += utf8(text, size);
      return;
    }
    if (m_inMath || m_inPicture) {
      (m_inMath ? m_formula : m_alt) += utf8(text, size);
      return;
    }
    switch (type) {
      case MD_TEXT_BR: m_current.text += u"<br/>"; break;
      case MD_TEXT_SOFTBR: if (!m_afterMath || !m_current.text.isEmpty()) m_current.text += u"<br/>"; break;  // models mean their line breaks
      case MD_TEXT_ENTITY: m_current.text += entity(text, size); break;
      case MD_TEXT_NULLCHAR: m_current.text += QChar(QChar::ReplacementCharacter); break;
      default: write(utf8(text, size), type == MD_TEXT_CODE && m_inPre); break;
    }
    splitLong();
  }

 private:
  /// As it was opened, how to open it again in another block, and how it is closed.
  struct Tag {
    QString open, close, again;
    Tag() = default;
    Tag(QString opening, QString closing) : open(opening), close(std::move(closing)), again(std::move(opening)) {}
  };

  void push(Tag tag) {
    const bool shown = !m_inPicture && m_open < kDeepestMarkup && !tag.open.isEmpty();
    if (!shown) tag = {};
    else ++m_open;
    m_current.text += tag.open;
    m_tags.push_back(std::move(tag));
  }

  void pop() {
    m_current.text += m_tags.back().close;
    if (!m_tags.back().open.isEmpty()) --m_open;
    m_tags.pop_back();
  }

  /// A piece at a time, so that a line without an end becomes several blocks.
  void write(const QString& text, bool keepLines) {
    for (qsizetype at = 0; at < text.size();) {
      auto length = std::min(text.size() - at, kLongestBlock / 2);
      if (at + length < text.size()) {
        const auto blank = text.lastIndexOf(u' ', at + length - 1);
        if (blank > at + length / 2) length = blank + 1 - at;
        else if (text[at + length - 1].isHighSurrogate()) --length;
      }
      m_current.text += html(text.sliced(at, length), keepLines);
      at += length;
      splitLong();
    }
  }

  static QString html(QString text, bool keepLines) {
    text.removeIf(isOverride);
    auto html = text.toHtmlEscaped();
    if (html.contains(QLatin1Char(kFootnoteBegin)))
      html.replace(QLatin1Char(kFootnoteBegin), u"<sup>"_s).replace(QLatin1Char(kFootnoteEnd), u"</sup>"_s);
    return keepLines ? html.replace(u'\n', u"<br/>"_s) : html;
  }

  /// One that stands for a mark of direction says nothing.
  static QString entity(const MD_CHAR* text, MD_SIZE size) {
    const auto written = utf8(text, size);
    const bool number = written.startsWith(u"&#");
    if (!number) return written;
    const bool hex = written.size() > 2 && (written[2] == u'x' || written[2] == u'X');
    const auto code = QStringView(written).sliced(hex ? 3 : 2).chopped(1).toUInt(nullptr, hex ? 16 : 10);
    return code == 0x202D || code == 0x202E || code < 0x20 ? QString() : written;
  }

  void splitLong() {
    if (m_codeAtTop || m_current.text.size() < kLongestBlock) return;
    auto next = MarkdownBlock{.type = m_current.type, .text = {}, .language = {}, .level = m_current.level};
    for (auto tag = m_tags.rbegin(); tag != m_tags.rend(); ++tag) m_current.text += tag->close;
    for (std::size_t i = 0; i < m_tags.size(); ++i) next.text += m_tags[i].again + (i == 0 ? m_header : QString());
    blocks.push_back(std::exchange(m_current, std::move(next)));
    m_continued = true;
  }

  /// A table that goes on in another block has its headings there too, unless they are long themselves.
  void keepHeader() {
    const auto row = m_continued ? -1 : m_current.text.indexOf(u"<tr>");
    if (row >= 0 && m_current.text.size() - row < kLongestBlock / 4) m_header = m_current.text.sliced(row);
  }

  void begin(MD_BLOCKTYPE type, void* detail) {
    m_current = {};
    m_header.clear();
    m_continued = false;
    switch (type) {
      case MD_BLOCK_H:
        m_current.type = MarkdownBlockType::Heading;
        m_current.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE: {
        m_current.type = MarkdownBlockType::Code;
        m_codeAtTop = true;
        const auto& language = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
        if (language.text) m_current.language = utf8(language.text, language.size).left(40);
        break;
      }
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: m_current.type = MarkdownBlockType::List; break;
      case MD_BLOCK_QUOTE: m_current.type = MarkdownBlockType::Quote; break;
      case MD_BLOCK_HR: m_current.type = MarkdownBlockType::Rule; break;
      case MD_BLOCK_TABLE: m_current.type = MarkdownBlockType::Table; break;
      default: m_current.type = MarkdownBlockType::Paragraph; break;
    }
  }

  void close(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE && m_current.text.endsWith(u'\n')) m_current.text.chop(1);
    m_codeAtTop = false;
    const bool left = m_afterMath && isBlankHtml(m_current.text);  // of a paragraph that a formula ended
    const bool nothing = m_continued && withoutTags(QString(m_current.text).remove(m_header)).trimmed().isEmpty();
    m_afterMath = false;
    if (!left && !nothing) blocks.push_back(std::move(m_current));
    m_current = {};
    m_header.clear();
    m_continued = false;
  }

  Tag tagOf(MD_BLOCKTYPE type, void* detail) {
    const bool outer = m_depth == 1;  // says by its block's type what it is
    switch (type) {
      case MD_BLOCK_UL: return {u"<ul>"_s, u"</ul>"_s};
      case MD_BLOCK_OL: return {u"<ol start=\"%1\">"_s.arg(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start), u"</ol>"_s};
      case MD_BLOCK_LI: {
        Tag item(u"<li>"_s, u"</li>"_s);
        const auto* task = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
        if (task->is_task) item.open += task->task_mark == ' ' ? u"\u2610 " : u"\u2611 ";
        return item;
      }
      case MD_BLOCK_P: return outer ? Tag() : Tag(u"<p>"_s, u"</p>"_s);
      case MD_BLOCK_H: return outer ? Tag() : Tag(u"<p><b>"_s, u"</b></p>"_s);
      case MD_BLOCK_QUOTE: return outer ? Tag() : Tag(u"<blockquote>"_s, u"</blockquote>"_s);
      case MD_BLOCK_CODE: return outer ? Tag() : Tag(u"<pre>"_s, u"</pre>"_s);
      case MD_BLOCK_HR: return outer ? Tag() : Tag(u"<hr/>"_s, {});
      case MD_BLOCK_TABLE: return {u"<table cellspacing=\"0\" cellpadding=\"6\">"_s, u"</table>"_s};
      case MD_BLOCK_TR: return {u"<tr>"_s, u"</tr>"_s};
      case MD_BLOCK_TH: return cellTag(u"th", detail);
      case MD_BLOCK_TD: return cellTag(u"td", detail);
      default: return {};
    }
  }

  Tag cellTag(QStringView name, void* detail) {
    if (++m_column > kMostColumns) return {};
    const auto align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
    const auto side = align == MD_ALIGN_CENTER ? u"center"_s : align == MD_ALIGN_RIGHT ? u"right"_s : u"left"_s;
    return {u"<%1 align=\"%2\">"_s.arg(name, side), u"</%1>"_s.arg(name)};
  }

  static Tag linkTag(const MD_SPAN_A_DETAIL* detail) {
    const auto url = safeLink(utf8(detail->href.text, detail->href.size));
    if (url.isEmpty() || url.size() > kLongestBlock / 2) return {};
    return {u"<a href=\"%1\">"_s.arg(url.toHtmlEscaped()), u"</a>"_s};
  }

  static bool isBlankHtml(QString html) { return html.remove(u"<br/>"_s).trimmed().isEmpty(); }

  static QString withoutTags(const QString& html) {
    QString text;
    bool tag = false;
    for (const auto c : html) {
      if (c == u'<') tag = true;
      else if (c == u'>') tag = false;
      else if (!tag) text += c;
    }
    return text;
  }

  /// Only what stands in a paragraph by itself, as a formula on its own line does: its description is all that is shown of any other.
  bool standsApart() const { return m_depth == 1 && m_open == 0 && m_current.type == MarkdownBlockType::Paragraph; }

  void cutParagraph() {
    while (m_current.text.endsWith(u"<br/>")) m_current.text.chop(5);
    if (!isBlankHtml(m_current.text)) blocks.push_back(std::move(m_current));
    m_current = {};
    m_afterMath = true;
  }

  void beginPicture(const MD_SPAN_IMG_DETAIL* detail) {
    constexpr auto kScheme = "attachment:"_L1;
    const auto address = utf8(detail->src.text, detail->src.size);
    if (m_inPicture || !standsApart() || !address.startsWith(kScheme) || address.size() > kLongestPictureName) return;
    m_inPicture = true;
    m_alt.clear();
    m_picture = QUrl::fromPercentEncoding(address.sliced(kScheme.size()).toUtf8());
    m_picture.removeIf(isOverride);
  }

  void endPicture() {
    if (!std::exchange(m_inPicture, false)) return;
    m_alt.removeIf(isOverride);
    cutParagraph();
    blocks.push_back({.type = MarkdownBlockType::Picture, .text = m_alt.trimmed().left(kLongestPictureName), .language = m_picture});
  }

  /// A formula of its own line cuts a paragraph in two.
  void math(bool display) {
    const auto html = mathHtml(m_formula);
    if (!display || !standsApart()) {
      m_current.text += display ? u"<br/>"_s + html + u"<br/>"_s : html;
      return;
    }
    cutParagraph();
    blocks.push_back({.type = MarkdownBlockType::Math, .text = html, .language = m_formula.trimmed()});
  }

  MarkdownBlock m_current;
  std::vector<Tag> m_tags;
  QString m_formula;
  QString m_header;           // of the table, as HTML
  QString m_picture, m_alt;
  bool m_inPicture = false;
  bool m_inMath = false;
  bool m_afterMath = false;
  bool m_codeAtTop = false;
  bool m_inPre = false;
  int m_depth = 0;
  int m_open = 0;             // of m_tags those that are shown
  int m_column = 0;
  bool m_continued = false;   // m_current goes on with what did not fit into the block before
};

BlockCollector& collector(void* user) { return *static_cast<BlockCollector*>(user); }

/// A line that can only start a new top-level block after a blank line: not indented and no list item.
bool startsFreshBlock(QByteArrayView line) {
  if (line.isEmpty()) return false;
  const char c = line[0];
  const bool listLike = c == '-' || c == '+' || c == '*' || (c >= '0' && c <= '9');
  return c != ' ' && c != '\t' && c != '\r' && !listLike;
}

/// Where to cut text that has gone on for too long: after a line, else after a word, else between two characters.
qsizetype forcedCut(QByteArrayView markdown) {
  const auto head = markdown.first(kLongestOpen);
  const auto line = head.lastIndexOf('\n');
  if (line > kLongestOpen / 2) return line + 1;
  const auto word = head.lastIndexOf(' ');
  if (word > kLongestOpen / 2) return word + 1;
  qsizetype cut = kLongestOpen;
  while (cut > 1 && (static_cast<unsigned char>(markdown[cut]) & 0xC0) == 0x80) --cut;
  return cut;
}

}  // namespace

std::optional<MarkdownBlock> openCode(QByteArrayView markdown) {
  const auto head = markdown.indexOf('\n');
  if (head < 0 || markdown.contains('\r') || markdown.contains('\0')) return std::nullopt;
  const auto open = fenceOn(markdown.first(head));
  if (!open.mark || open.indent > 0) return std::nullopt;
  for (auto start = head + 1; start < markdown.size();) {
    auto end = markdown.indexOf('\n', start);
    if (end < 0) end = markdown.size();
    if (fenceOn(markdown.sliced(start, end - start)).closes(open)) return std::nullopt;
    start = end + 1;
  }
  auto heads = parseMarkdown(markdown.first(head));
  if (heads.size() != 1 || heads.front().type != MarkdownBlockType::Code) return std::nullopt;
  auto text = markdown.sliced(head + 1);
  if (text.endsWith('\n')) text.chop(1);
  heads.front().text = QString::fromUtf8(text);
  return std::move(heads.front());
}

std::vector<MarkdownBlock> parseMarkdown(QByteArrayView source) {
  const auto markdown = withMarks(source);
  BlockCollector result;
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS |
                 MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE t, void* d, void* u) { return collector(u).enterBlock(t, d), 0; };
  parser.leave_block = [](MD_BLOCKTYPE t, void*, void* u) { return collector(u).leaveBlock(t), 0; };
  parser.enter_span = [](MD_SPANTYPE t, void* d, void* u) { return collector(u).enterSpan(t, d), 0; };
  parser.leave_span = [](MD_SPANTYPE t, void*, void* u) { return collector(u).leaveSpan(t), 0; };
  parser.text = [](MD_TEXTTYPE t, const MD_CHAR* c, MD_SIZE n, void* u) { return collector(u).text(t, c, n), 0; };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &result);
  return std::move(result.blocks);
}

qsizetype settledLength(QByteArrayView markdown) {
  qsizetype settled = 0;
  CodeFence open;
  bool afterBlank = false, afterCode = false;
  for (qsizetype start = 0; start < markdown.size();) {
    auto end = markdown.indexOf('\n', start);
    if (end < 0) break;  // the last line is still being written
    const auto line = markdown.sliced(start, end - start);
    const auto fence = fenceOn(line);
    if (open.mark) {
      afterCode = fence.closes(open) && open.indent == 0;
      if (fence.closes(open)) open = {};
    } else {
      // A fence that is not indented ends whatever stands before it, and after its block something new begins.
      const bool code = fence.mark && fence.indent == 0;
      if (code || afterCode || (afterBlank && startsFreshBlock(line))) settled = start;
      afterCode = false;
      if (fence.mark) open = fence;
    }
    afterBlank = !open.mark && line.trimmed().isEmpty();
    start = end + 1;
  }
  return settled == 0 && !open.mark && markdown.size() > kLongestOpen ? forcedCut(markdown) : settled;
}

}  // namespace eddy
