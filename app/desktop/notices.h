// Tells the user of what has ended while the window was not looked at. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/chat/chat_view_model.h"
#include "app/chat/conversation_list_model.h"
#include "app/documents/documents_view_model.h"
#include "app/settings/settings.h"

namespace eddy {

class Notices : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.notices")
  Q_PROPERTY(bool trayShown READ isTrayShown NOTIFY trayShownChanged)  // the user wants it, and this is no test

 public:
  /// What takes less than this was waited for. Milliseconds.
  static constexpr qint64 kLong = 8000;

  struct Services {
    Settings& settings;
    ChatViewModel& chat;
    ConversationListModel& conversations;
    DocumentsViewModel& documents;
  };
  /// How the desktop and the clock are asked; tests pass others.
  struct Ports {
    std::function<bool()> windowActive;
    std::function<qint64()> now;                                             ///< milliseconds
    std::function<bool(const QString& title, const QString& text)> deliver;  ///< false: no service for it is there
  };
  explicit Notices(Services services, QObject* parent = nullptr);

  void setPorts(Ports ports) { m_ports = std::move(ports); }
  /// From now on the desktop may be spoken to.
  void start();
  bool isTrayShown() const;

  /// The user clicked a notice or the icon.
  Q_INVOKABLE void show();

 signals:
  void trayShownChanged();
  /// For a tray icon, where the desktop has no other service for notices.
  void said(const QString& title, const QString& text);
  void showRequested(qint64 conversation);  ///< 0: none in particular

 private:
  void onAnswering(qint64 conversation, bool answering);
  void onReading();
  void tell(const QString& title, const QString& text, qint64 conversation);

  Services m_services;
  Ports m_ports;
  QElapsedTimer m_clock;
  QHash<qint64, qint64> m_answeringSince;  // by conversation
  qint64 m_readingSince = -1;
  qint64 m_about = 0;  // the conversation of the last notice
  bool m_started = false;
};

}  // namespace eddy
