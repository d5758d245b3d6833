// What the command palette lists: the actions of the window by name, then chats by title. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/conversation_list_model.h"

namespace eddy {

/// Actions are Qt Quick's Action objects: their `text`, `shortcut`, `enabled` and icon name are read, their trigger() is called.
class PaletteModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.palette")
  Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    NameRole = Qt::UserRole + 1,
    HtmlRole,       ///< the name with the letters that were typed in <b>
    IconRole, ShortcutRole, IsChatRole,
  };

  explicit PaletteModel(ConversationListModel& conversations, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  QString query() const { return m_query; }
  void setQuery(const QString& query);

  /// The palette opens: which actions there are now, and an empty query.
  Q_INVOKABLE void open(const QVariantList& actions);
  Q_INVOKABLE void run(int row);
  /// "Ctrl+N" as this system writes it.
  Q_INVOKABLE static QString keyText(const QVariant& shortcut);

 signals:
  void queryChanged();
  void countChanged();

 private:
  struct Row {
    QString name;
    QString html;
    QString icon;
    QString shortcut;
    QPointer<QObject> action;  ///< null for a chat
    qint64 chat = 0;
    int score = 0;
  };
  void filter();
  void show(std::vector<Row> rows);

  ConversationListModel& m_conversations;
  std::vector<Row> m_actions;
  std::vector<Row> m_rows;
  QString m_query;
};

}  // namespace eddy
