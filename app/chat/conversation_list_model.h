// The conversations, latest first. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <vector>

namespace eddy {

struct ConversationRow {
  qint64 id = 0;
  QString title;
  QString preview;   ///< start of the last message
  QDateTime updatedAt;
};

class ConversationListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.conversations")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(qint64 currentId READ currentId NOTIFY currentIdChanged)
  Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY undoChanged)
  Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)

 public:
  enum Role { ConversationIdRole = Qt::UserRole + 1, TitleRole, PreviewRole, UpdatedAtRole, IsCurrentRole, IsGeneratingRole };

  explicit ConversationListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  qint64 currentId() const { return m_currentId; }
  bool canUndoRemove() const { return m_removed.has_value(); }
  QString undoText() const;

  Q_INVOKABLE void create();
  Q_INVOKABLE void select(qint64 id);
  Q_INVOKABLE void rename(qint64 id, const QString& title);
  Q_INVOKABLE void remove(qint64 id);
  Q_INVOKABLE void undoRemove();
  Q_INVOKABLE void dismissUndo();

  void setGenerating(qint64 id);
  void setRows(std::vector<ConversationRow> rows);
  const ConversationRow* find(qint64 id) const;

 signals:
  void countChanged();
  void currentIdChanged();
  void undoChanged();

 private:
  int rowOf(qint64 id) const;

  std::vector<ConversationRow> m_rows;
  std::optional<ConversationRow> m_removed;
  qint64 m_currentId = 0;
  qint64 m_generatingId = 0;
  qint64 m_nextId = 1000;
};

}  // namespace eddy
