// Markdown text as a flat list of blocks with their inline markup as simple HTML.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

namespace eddy {

enum class MarkdownBlockType { Paragraph, Heading, Code, List, Quote, Rule, Table, Math };

struct MarkdownBlock {
  MarkdownBlockType type = MarkdownBlockType::Paragraph;
  QString text;      ///< HTML for text kinds (b, i, s, code, a, ul, ol, li, table, sub, sup); plain text for Code
  QString language;  ///< of a fenced code block, may be empty; of Math its source in TeX
  int level = 0;     ///< of a heading, 1 to 6

  friend bool operator==(const MarkdownBlock&, const MarkdownBlock&) = default;
};

/// Formulas between dollars or in \( \) and \[ \] are set as text; one that stands alone is a block of its own.
/// Raw HTML in `markdown` is shown as text, images as their description, links only to http, https and mailto.
std::vector<MarkdownBlock> parseMarkdown(QByteArrayView markdown);

/// Offset in `markdown` (UTF-8) before which no later text can change the blocks; a multiple of whole blocks, 0 if
/// none.
qsizetype settledLength(QByteArrayView markdown);

}  // namespace eddy
