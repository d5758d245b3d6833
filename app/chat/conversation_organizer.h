// Pins, archives, files away and copies conversations. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/chat/conversation_list_model.h"

namespace eddy {

class ConversationOrganizer : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.organizer")

 public:
  ConversationOrganizer(ConversationListModel& conversations, StorageService& storage, QObject* parent = nullptr);

  Q_INVOKABLE void setPinned(const QVariantList& ids, bool pinned);
  Q_INVOKABLE void setArchived(const QVariantList& ids, bool archived);
  /// All of them, unless all are already: then none.
  Q_INVOKABLE void togglePinned(const QVariantList& ids) { setPinned(ids, !all(ids, &ConversationRow::pinned)); }
  Q_INVOKABLE void toggleArchived(const QVariantList& ids) { setArchived(ids, !all(ids, &ConversationRow::archived)); }
  /// "" takes them out of their folder.
  Q_INVOKABLE void setFolder(const QVariantList& ids, const QString& folder);
  Q_INVOKABLE void renameFolder(const QString& from, const QString& to);
  /// Makes a copy with all its branches and opens it.
  Q_INVOKABLE void duplicate(qint64 id);

 signals:
  void failed(const eddy::Error& error);

 private:
  template <class Work>
  void change(Work work);
  bool all(const QVariantList& ids, bool ConversationRow::* are) const;

  ConversationListModel& m_conversations;
  StorageService& m_storage;
};

}  // namespace eddy
