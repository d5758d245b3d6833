#include "app/chat/answer_announcer.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QWindow>

#include "app/desktop/announcement.h"

namespace eddy {
namespace {

QWindow* speakingWindow() {
  if (auto* focused = QGuiApplication::focusWindow()) return focused;
  const auto windows = QGuiApplication::topLevelWindows();
  return windows.isEmpty() ? nullptr : windows.constFirst();
}

}  // namespace

AnswerAnnouncer::AnswerAnnouncer(Settings& settings, ChatViewModel& chat, QObject* parent)
    : QObject(parent), m_settings(settings), m_chat(chat) {
  m_ports = {.listening = [] { return QAccessible::isActive(); }, .prepare = findAnnouncementListeners,
             .announce = [](const QString& text) { return announce(speakingWindow(), text); }};
  m_pace.setSingleShot(true);
  m_pace.setInterval(kPace);
  connect(&m_pace, &QTimer::timeout, this, &AnswerAnnouncer::deliver);
  connect(&chat, &ChatViewModel::conversationChanged, this, &AnswerAnnouncer::leave);
  connect(&chat.turns(), &ChatTurns::started, this, [this] {
    if (m_ports.listening()) m_ports.prepare();
  });
  connect(&chat.turns(), &ChatTurns::textAppended, this, &AnswerAnnouncer::onText);
  connect(&chat.turns(), &ChatTurns::ended, this, &AnswerAnnouncer::onEnded);
}

void AnswerAnnouncer::leave() {
  m_message = 0;
  m_text = {};
  m_waiting.clear();
  m_whole.clear();
}

void AnswerAnnouncer::onText(qint64 conversation, qint64 message, const QString& text) {
  if (conversation != m_chat.conversationId() || m_settings.announcements() == Settings::NoAnnouncements || !m_ports.listening()) return;
  QStringList sentences;
  if (m_message == 0) {
    const auto* row = m_chat.messages()->find(message);
    if (row && row->beginsThinking) sentences = m_text.beginThinking();
    m_message = message;
  }
  if (m_message != message) return;  // several are written side by side: two voices at once are none
  sentences += m_text.feed(text);
  if (m_settings.announcements() == Settings::AtEnd) m_whole += sentences;
  else say(sentences);
}

void AnswerAnnouncer::onEnded(TurnRunner* runner) {
  if (m_message == 0 || runner->job().answer != m_message) return;
  m_message = 0;
  auto rest = m_text.end();
  if (m_settings.announcements() == Settings::AtEnd) rest = std::exchange(m_whole, {}) + rest;
  if (runner->record().stop_reason == "cancelled") rest += tr("Stopped here.");
  say(rest);
}

void AnswerAnnouncer::say(const QStringList& sentences) {
  m_waiting += sentences;
  if (!m_pace.isActive()) deliver();
}

void AnswerAnnouncer::deliver() {
  if (m_waiting.isEmpty()) return;
  const auto text = std::exchange(m_waiting, {}).join(u'\n');
  m_pace.start();
  if (!m_ports.announce(text)) emit said(text);
}

}  // namespace eddy
