#include "app/chat/code_highlighter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>

namespace eddy {
namespace {

constexpr int kSlice = 60;  // lines asked for, and coloured, at a time: about two milliseconds of the GUI thread

quint64 freshId() {
  static quint64 last = 0;
  return ++last;
}

}  // namespace

CodeHighlighter::CodeHighlighter(QObject* parent) : BlockHighlights(parent), m_id(freshId()) {
  connect(&CodeLexer::instance(), &CodeLexer::lexed, this, [this](quint64 id, const std::vector<CodeLine>& lines) {
    if (id == m_id) take(lines);
  });
}

CodeHighlighter::~CodeHighlighter() { CodeLexer::instance().forget(m_id); }

void CodeHighlighter::setCode(const QString& code) {
  if (code == m_code) return;
  const bool grows = code.startsWith(m_code);
  m_code = code;
  if (!grows) {
    m_written = 0;
    m_stale = m_waiting;
    m_anew = true;
    m_sent = 0;
    m_lines.clear();
  }
  write();
  emit codeChanged();
}

void CodeHighlighter::setLanguage(const QString& language) {
  if (language == m_language) return;
  m_language = language;
  m_stale = m_waiting;
  m_anew = true;
  m_sent = 0;
  m_lines.clear();
  emit languageChanged();
  ask();
}

QString CodeHighlighter::label() const {
  const auto* known = codeLanguage(m_language);
  return known ? known->label : m_language;
}

QString CodeHighlighter::extension() const {
  const auto* known = codeLanguage(m_language);
  return known ? known->extension : QStringLiteral("txt");
}

void CodeHighlighter::setColors(const QVariantList& colors) {
  if (colors == m_colors) return;
  m_colors = colors;
  if (hasPainter()) painter().rehighlight();
  emit colorsSet();
}

void CodeHighlighter::documentReady() {
  text()->setUndoRedoEnabled(false);
  m_written = 0;
  write();
}

/// Adds what is new at the end, so that the lines before it keep their layout.
void CodeHighlighter::write() {
  if (!text()) return;
  QTextCursor cursor(text());
  if (m_written == 0) cursor.select(QTextCursor::Document);
  else cursor.movePosition(QTextCursor::End);
  cursor.insertText(m_written == 0 ? m_code : m_code.mid(m_written));
  m_written = m_code.size();
  ask();
}

/// The next slice of whole lines with the line that is still open, if nothing is under way.
void CodeHighlighter::ask() {
  if (m_waiting || !text() || !codeLanguage(m_language)) return;
  const int whole = text()->blockCount() - 1;
  const auto open = text()->lastBlock().text();
  if (!m_anew && m_sent == whole && open == m_open) return;
  QStringList lines;
  auto line = text()->findBlockByNumber(m_sent);
  for (; lines.size() < kSlice && line.isValid() && line.blockNumber() < whole; line = line.next()) lines += line.text();
  m_asked = static_cast<int>(lines.size());
  m_open = m_sent + m_asked == whole ? open : QString();
  m_waiting = true;
  CodeLexer::instance().lex(m_id, m_language, std::exchange(m_anew, false), lines, m_open);
}

void CodeHighlighter::take(const std::vector<CodeLine>& lines) {
  m_waiting = false;
  if (std::exchange(m_stale, false) || !text()) return ask();
  const int first = m_sent;
  m_sent += m_asked;
  m_lines.resize(static_cast<std::size_t>(first));
  m_lines.insert(m_lines.end(), lines.begin(), lines.end());
  // As one change of the document: its views measure it anew once for the slice, not once for each line.
  QTextCursor slice(text());
  slice.beginEditBlock();
  auto line = text()->findBlockByNumber(first);
  for (std::size_t i = 0; i < lines.size() && line.isValid(); ++i, line = line.next()) {
    if (!lines[i].empty() || line.blockNumber() >= m_sent) painter().rehighlightBlock(line);
  }
  slice.endEditBlock();
  emit colored();
  ask();
}

void CodeHighlighter::paint(Painter& painter, const QString& words) {
  const auto line = static_cast<std::size_t>(painter.line());
  if (line < m_lines.size()) {
    for (const auto& run : m_lines[line]) {
      const auto kind = static_cast<qsizetype>(run.kind);
      if (kind < m_colors.size()) painter.setFormat(run.begin, run.length, m_colors[kind].value<QColor>());
    }
  }
  BlockHighlights::paint(painter, words);
}

void CodeHighlighter::copy() const { QGuiApplication::clipboard()->setText(m_code); }

QString CodeHighlighter::saveTo(const QUrl& url) const {
  QSaveFile file(url.toLocalFile());
  auto bytes = m_code.toUtf8();
  if (!bytes.endsWith('\n')) bytes += '\n';
  const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  return done ? QString() : tr("The file could not be written: %1").arg(file.errorString());
}

}  // namespace eddy
