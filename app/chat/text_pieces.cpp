#include "app/chat/text_pieces.h"

#include <algorithm>

namespace eddy {

TextPieces::TextPieces(QObject* parent) : QAbstractListModel(parent) {
  connect(&m_block, &FollowedBlock::changed, this, [this] { setText(m_block.text()); });
}

void TextPieces::setBlocks(MessageBlocksModel* blocks) {
  if (blocks == m_block.blocks()) return;
  m_block.setBlocks(blocks);
  emit blocksChanged();
}

void TextPieces::setRow(int row) {
  if (row == m_block.row()) return;
  m_block.setRow(row);
  emit rowChanged();
}

QVariant TextPieces::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != PieceRole && role != Qt::DisplayRole)) return {};
  return piece(m_text, beginOf(index.row()), m_ends[static_cast<std::size_t>(index.row())]);
}

QString TextPieces::piece(const QString& text, qsizetype begin, qsizetype end) {
  auto piece = text.mid(begin, end - begin);
  if (end < text.size() && piece.endsWith(u'\n')) piece.chop(1);  // the next row is a new line by itself
  return piece;
}

/// After a line, else after a word, else between two characters.
std::vector<qsizetype> TextPieces::cut(QStringView text, qsizetype from) {
  std::vector<qsizetype> ends;
  while (text.size() - from > kLength) {
    const auto piece = text.sliced(from, kLength);
    auto length = piece.lastIndexOf(u'\n') + 1;
    if (length < kLength / 4) length = piece.lastIndexOf(u' ') + 1;
    if (length < kLength / 4) length = piece.back().isHighSurrogate() ? kLength - 1 : kLength;
    ends.push_back(from += length);
  }
  if (from < text.size()) ends.push_back(text.size());
  return ends;
}

void TextPieces::setText(const QString& text) {
  if (text == m_text) return;
  const bool grows = !m_ends.empty() && text.size() > m_text.size() && text.startsWith(m_text);
  const int before = count();
  const int kept = grows ? before - 1 : 0;
  if (!grows && before > 0) {
    beginRemoveRows({}, 0, before - 1);
    m_ends.clear();
    endRemoveRows();
  }
  m_text = text;
  const auto ends = cut(m_text, beginOf(kept));
  if (grows) {
    m_ends.back() = ends.front();
    emit dataChanged(index(kept), index(kept), {PieceRole, Qt::DisplayRole});
  }
  const int after = kept + static_cast<int>(ends.size());
  if (after > count()) {
    beginInsertRows({}, count(), after - 1);
    m_ends.insert(m_ends.end(), ends.begin() + (grows ? 1 : 0), ends.end());
    endInsertRows();
  }
  emit textChanged();
  if (count() != before) emit countChanged();
}

int TextPieces::placesBefore(int row, const QString& words) const {
  if (words.isEmpty() || row <= 0 || row >= count()) return 0;
  int places = 0;
  const auto end = beginOf(row);
  for (auto at = m_text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0 && at < end;
       at = m_text.indexOf(words, at + words.size(), Qt::CaseInsensitive)) {
    ++places;
  }
  return places;
}

int TextPieces::rowOfPlace(const QString& words, int nth) const {
  if (words.isEmpty() || nth < 0) return -1;
  auto at = m_text.indexOf(words, 0, Qt::CaseInsensitive);
  for (; at >= 0 && nth > 0; --nth) at = m_text.indexOf(words, at + words.size(), Qt::CaseInsensitive);
  if (at < 0) return -1;
  return static_cast<int>(std::upper_bound(m_ends.begin(), m_ends.end(), at) - m_ends.begin());
}

}  // namespace eddy
