// The blocks of one message (paragraphs, code, lists …), parsed from Markdown as it arrives. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/markdown_blocks.h"

namespace eddy {

/// Appending text re-parses only what can still change: everything before the last safe boundary keeps its rows, so a
/// view repaints the last block alone.
class MessageBlocksModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by MessageListModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Type { Paragraph, Heading, Code, List, Quote, Rule, Table, Math };
  Q_ENUM(Type)
  enum Role { TypeRole = Qt::UserRole + 1, TextRole, LanguageRole, LevelRole };

  explicit MessageBlocksModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_blocks.size()); }

  /// Shows `text` from scratch; blocks that stay the same keep their rows.
  void setText(const QString& text);
  void append(const QString& text);

 signals:
  void countChanged();

 private:
  void reparse();
  void replaceTail(int firstRow, std::vector<MarkdownBlock> blocks);

  QByteArray m_source;       // UTF-8 of the whole message
  qsizetype m_settled = 0;   // bytes of m_source whose blocks cannot change any more
  int m_settledRows = 0;     // rows made from those bytes
  std::vector<MarkdownBlock> m_blocks;
};

}  // namespace eddy
