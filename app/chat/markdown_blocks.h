// Markdown text as a flat list of blocks with their inline markup as simple HTML.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <vector>

namespace eddy {

enum class MarkdownBlockType { Paragraph, Heading, Code, List, Quote, Rule, Table, Math, Thinking, Picture };

struct MarkdownBlock {
  MarkdownBlockType type = MarkdownBlockType::Paragraph;
  QString text;      ///< HTML for text kinds (b, i, s, code, a, ul, ol, li, table, sub, sup); plain text for Code, Thinking and Picture (what it shows)
  QString language;  ///< of a fenced code block, may be empty; of Math its source in TeX; of Picture the name of a picture of the chat
  int level = 0;     ///< of a heading 1 to 6; of Code its CodeOrigin; of Thinking 1 while it goes on

  friend bool operator==(const MarkdownBlock&, const MarkdownBlock&) = default;
};

/// What a block of Code was in the answer (MarkdownBlock::level).
enum CodeOrigin { Fenced = 0, ToolCall = 1, ToolResult = 2, BareJson = 3 };

/// Formulas between dollars or in \( \) and \[ \] are set as text; one that stands alone is a block of its own.
/// Raw HTML in `markdown` is shown as text, images as their description unless their address is "attachment:NAME" (then they are blocks of their own; nothing is fetched from anywhere), footnotes where they stand, links only to http, https and mailto
/// and with addresses of ASCII alone. Whatever `markdown` holds: no block of text or HTML has much more than kLongestBlock characters, no table more
/// than kMostColumns, and nothing is nested deeper than kDeepestMarkup; what is longer goes on in another block.
std::vector<MarkdownBlock> parseMarkdown(QByteArrayView markdown);

/// The one block of a text that is a code block without its end; nothing for any other text. Its cost is that of one look at the text.
std::optional<MarkdownBlock> openCode(QByteArrayView markdown);

inline constexpr qsizetype kLongestBlock = 6000;
inline constexpr int kMostColumns = 60;
inline constexpr int kDeepestMarkup = 12;

/// Offset in `markdown` (UTF-8) before which no later text can change the blocks; a multiple of whole blocks, 0 if none. Text that
/// goes on for more than kLongestOpen bytes without such a place is cut there.
qsizetype settledLength(QByteArrayView markdown);

inline constexpr qsizetype kLongestOpen = 48'000;

}  // namespace eddy
