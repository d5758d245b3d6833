#include "app/chat/block_highlights.h"

#include <QTextBlock>
#include <QTextDocument>

namespace eddy {

BlockHighlights::BlockHighlights(QObject* parent) : QObject(parent) {
  connect(this, &BlockHighlights::placeChanged, this, &BlockHighlights::refresh);
  connect(this, &BlockHighlights::colorsChanged, this, [this] {
    if (m_painter) m_painter->rehighlight();
  });
}

BlockHighlights::~BlockHighlights() { delete m_painter; }

void BlockHighlights::setDocument(QQuickTextDocument* document) {
  if (document == m_document) return;
  m_document = document;
  delete m_painter;
  emit documentChanged();
  if (text()) documentReady();
  refresh();
}

void BlockHighlights::setFind(FindInChat* find) {
  if (find == m_find) return;
  if (m_find) m_find->disconnect(this);
  m_find = find;
  if (find) {
    connect(find, &FindInChat::resultsChanged, this, &BlockHighlights::refresh);
    connect(find, &FindInChat::currentChanged, this, &BlockHighlights::refresh);
  }
  emit findChanged();
  refresh();
}

BlockHighlights::Painter& BlockHighlights::painter() {
  if (!m_painter) m_painter = new Painter(*this, text());
  return *m_painter;
}

int BlockHighlights::currentPosition() const {
  const auto* place = m_find ? m_find->current() : nullptr;
  if (!place || !text() || static_cast<double>(place->message) != m_messageId || place->block != m_block) return -1;
  int nth = place->nth - foundBefore(m_find->needle());
  if (nth < 0) return -1;
  for (auto line = text()->firstBlock(); line.isValid(); line = line.next()) {
    const auto words = line.text();
    for (auto at = words.indexOf(m_find->needle(), 0, Qt::CaseInsensitive); at >= 0;
         at = words.indexOf(m_find->needle(), at + m_find->needle().size(), Qt::CaseInsensitive)) {
      if (nth-- == 0) return line.position() + static_cast<int>(at);
    }
  }
  return -1;
}

void BlockHighlights::refresh() {
  if (!text()) return;
  const auto needle = m_find && m_find->active() ? m_find->needle() : QString();
  if (needle.isEmpty() && m_needle.isEmpty()) return;
  const auto before = std::exchange(m_needle, needle);
  const int current = needle.isEmpty() ? -1 : currentPosition();
  const bool arrived = current >= 0 && current != m_current;
  m_current = current;
  repaint(needle, before);
  if (arrived) emit currentArrived(current);
}

/// Only the lines that have, or had, something to mark.
void BlockHighlights::repaint(const QString& needle, const QString& before) {
  for (auto line = text()->firstBlock(); line.isValid(); line = line.next()) {
    const auto words = line.text();
    const bool has = !needle.isEmpty() && words.contains(needle, Qt::CaseInsensitive);
    const bool had = !before.isEmpty() && words.contains(before, Qt::CaseInsensitive);
    if (has || had) painter().rehighlightBlock(line);
  }
}

void BlockHighlights::paint(Painter& painter, const QString& words) {
  if (m_needle.isEmpty()) return;
  for (auto at = words.indexOf(m_needle, 0, Qt::CaseInsensitive); at >= 0;
       at = words.indexOf(m_needle, at + m_needle.size(), Qt::CaseInsensitive)) {
    const auto& color = painter.position() + at == m_current ? m_currentColor : m_foundColor;
    for (int i = static_cast<int>(at); i < at + m_needle.size(); ++i) {
      auto format = painter.format(i);  // code keeps its colour
      format.setBackground(color);
      painter.setFormat(i, 1, format);
    }
  }
}

}  // namespace eddy
