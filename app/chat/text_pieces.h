// A long plain text as rows of a few hundred words, so that a view lays out only what is on show and, while it grows, only its end.
// GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/followed_block.h"

namespace eddy {

class TextPieces : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::MessageBlocksModel* blocks READ blocks WRITE setBlocks NOTIFY blocksChanged)
  Q_PROPERTY(int row READ row WRITE setRow NOTIFY rowChanged)
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  explicit TextPieces(QObject* parent = nullptr);

  /// Follows the text of a row of these; without them the text is what it is set to.
  MessageBlocksModel* blocks() const { return m_block.blocks(); }
  void setBlocks(MessageBlocksModel* blocks);
  int row() const { return m_block.row(); }
  void setRow(int row);

  enum Role { PieceRole = Qt::UserRole + 1 };
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override { return {{PieceRole, "piece"}}; }
  int count() const { return static_cast<int>(m_ends.size()); }
  QString text() const { return m_text; }
  /// One that begins with the text before keeps all rows but the last.
  void setText(const QString& text);

  /// Places of the words, which do not overlap, that begin before this row.
  int placesBefore(int row, const QString& words) const;
  /// The row in which the n-th place of the words begins, counted from 0; -1 where there are not so many.
  Q_INVOKABLE int rowOfPlace(const QString& words, int nth) const;

  /// Characters of a piece, unless a line ends soon before.
  static constexpr qsizetype kLength = 2000;

 signals:
  void blocksChanged();
  void rowChanged();
  void textChanged();
  void countChanged();

 private:
  static std::vector<qsizetype> cut(QStringView text, qsizetype from);
  qsizetype beginOf(int row) const { return row == 0 ? 0 : m_ends[static_cast<std::size_t>(row) - 1]; }

  static QString piece(const QString& text, qsizetype begin, qsizetype end);

  eddy::FollowedBlock m_block;
  QString m_text;
  std::vector<qsizetype> m_ends;
};

}  // namespace eddy
