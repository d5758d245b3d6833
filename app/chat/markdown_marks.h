// What the Markdown parser does not know by itself, written the way it does: formulas and footnotes. Any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace eddy {

/// The fence that opens or closes a code block on a line: its character and length, or 0.
struct CodeFence {
  char mark = 0;
  qsizetype length = 0;
  qsizetype indent = 0;
  bool bare = false;  ///< nothing follows, so it may close a block

  bool closes(const CodeFence& open) const { return mark == open.mark && length >= open.length && bare; }
};
CodeFence fenceOn(QByteArrayView line);

/// Around the name of a footnote in what withMarks() returns; a text's own are taken out.
inline constexpr char kFootnoteBegin = '\x02';
inline constexpr char kFootnoteEnd = '\x03';

/// Formulas as md4c knows them: \( \) and \[ \] become dollars, those of several lines one line, dollars that are money or alone are
/// no signs of a formula. [^name] and [^name]: become the name between kFootnoteBegin and kFootnoteEnd. Code stays as it is.
QByteArray withMarks(QByteArrayView markdown);

}  // namespace eddy
