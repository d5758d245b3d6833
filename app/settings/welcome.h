// The first start: what is special, and what this computer could run. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <map>

#include "app/chat/chat_view_model.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// Shown while there is no message in the data folder and it was never put away; never again afterwards.
class Welcome : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.welcome")
  Q_PROPERTY(bool shown READ shown NOTIFY shownChanged)
  Q_PROPERTY(QString memoryText READ memoryText CONSTANT)      // "This computer has 16 GB of memory."
  Q_PROPERTY(QString recommendation READ recommendation CONSTANT)
  Q_PROPERTY(QString recommendedId READ recommendedId CONSTANT)  // of the catalogue

 public:
  Welcome(StorageService& storage, ChatViewModel& chat, QObject* parent = nullptr);
  void start(const std::map<std::string, std::string>& stored);

  bool shown() const { return m_shown; }
  QString memoryText() const;
  QString recommendation() const { return recommendationFor(m_memory); }
  QString recommendedId() const { return recommendedIdFor(m_memory); }
  Q_INVOKABLE void dismiss();
  /// For who asks for it later; in an empty chat.
  Q_INVOKABLE void show();

  /// Which size of RWKV-7 a computer with so many bytes of memory runs well.
  static QString recommendationFor(qint64 bytes);
  static QString recommendedIdFor(qint64 bytes);

 signals:
  void shownChanged();

 private:
  StorageService& m_storage;
  ChatViewModel& m_chat;
  qint64 m_memory = 0;
  bool m_shown = false;
};

}  // namespace eddy
