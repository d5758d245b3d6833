#include "app/chat/markdown_blocks.h"

#include <md4c.h>

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
      case MD_SPAN_A: link(static_cast<MD_SPAN_A_DETAIL*>(detail), enter); break;
      default: break;
    }
  }

  void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    if (m_current.type == MarkdownBlockType::Code && m_codeAtTop) {
      m_current.text += utf8(text, size);
      return;
    }
    switch (type) {
      case MD_TEXT_BR: m_current.text += u"<br/>"; break;
      case MD_TEXT_SOFTBR: m_current.text += u"<br/>"; break;  // models mean their line breaks
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
    blocks.push_back(std::move(m_current));
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

  MarkdownBlock m_current;
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

}  // namespace

std::vector<MarkdownBlock> parseMarkdown(QByteArrayView markdown) {
  BlockCollector result;
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS |
                 MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
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
