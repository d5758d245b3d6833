// Has answers read aloud by a screen reader while they are written. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/chat/chat_view_model.h"
#include "app/chat/spoken_text.h"
#include "app/settings/settings.h"

namespace eddy {

/// Of the conversation that is shown, one answer at a time; nothing is done while no assistive program is there. What comes within
/// a fifth of a second is one announcement, so that a fast model does not send dozens a second.
class AnswerAnnouncer : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.announcer")

 public:
  static constexpr int kPace = 200;  ///< milliseconds

  /// How the desktop is asked; tests pass others.
  struct Ports {
    std::function<bool()> listening;                     ///< an assistive program is there
    std::function<void()> prepare;                       ///< an answer begins
    std::function<bool(const QString& text)> announce;   ///< false: said() is to tell the window
  };
  AnswerAnnouncer(Settings& settings, ChatViewModel& chat, QObject* parent = nullptr);
  void setPorts(Ports ports) { m_ports = std::move(ports); }

 signals:
  /// For an item of the window whose role is that of a notification, where announcements are not listened for.
  void said(const QString& text);

 private:
  void onText(qint64 conversation, qint64 message, const QString& text);
  void onEnded(TurnRunner* runner);
  void leave();
  void say(const QStringList& sentences);
  void deliver();

  Settings& m_settings;
  ChatViewModel& m_chat;
  Ports m_ports;
  SpokenText m_text;
  qint64 m_message = 0;     // the answer that is read aloud; 0: none
  QStringList m_waiting, m_whole;
  QTimer m_pace;
};

}  // namespace eddy
