// Saved states as the user sees them: what they take, what had to be read again and why, and what would prevent it. GUI
// thread only.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/settings/reread_list_model.h"
#include "app/settings/settings.h"
#include "app/settings/state_usage_model.h"
#include "app/storage/storage_service.h"

namespace eddy {

class StatesViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.states")
  Q_PROPERTY(eddy::StateUsageModel* chats READ chats CONSTANT)
  Q_PROPERTY(eddy::RereadListModel* log READ log CONSTANT)
  /// Of the message that showMessage() was called for.
  Q_PROPERTY(eddy::RereadListModel* details READ details CONSTANT)
  Q_PROPERTY(QString summary READ summary NOTIFY changed)

 public:
  StatesViewModel(StorageService& storage, Settings& settings, QObject* parent = nullptr);

  StateUsageModel* chats() { return &m_chats; }
  RereadListModel* log() { return &m_log; }
  RereadListModel* details() { return &m_details; }
  QString summary() const;   ///< "1.2 GB of 4 GB, in 12 chats"

  /// Reads everything anew; pages call it when they are shown.
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void showMessage(qint64 messageId);
  Q_INVOKABLE void freeChat(qint64 conversationId);
  Q_INVOKABLE void freeAll();
  Q_INVOKABLE void keepChat(qint64 conversationId, bool kept);
  Q_INVOKABLE void clearLog();
  /// Does what would prevent the re-reading in this row of `log` or `details` the next time.
  Q_INVOKABLE void prevent(eddy::RereadListModel* list, int row);

 signals:
  void changed();
  void failed(const eddy::Error& error);

 private:
  struct View {
    std::vector<StateUsageRow> chats;
    std::vector<RereadListModel::Row> log;
    std::vector<RereadListModel::Row> details;
    std::int64_t usedBytes = 0;
  };
  static Result<View> read(Stores& stores, qint64 message);
  template <class Work>
  void change(Work work);

  StorageService& m_storage;
  Settings& m_settings;
  StateUsageModel m_chats;
  RereadListModel m_log;
  RereadListModel m_details;
  qint64 m_message = 0;
};

}  // namespace eddy
