#include "app/desktop/notices.h"

#include <QGuiApplication>

#include "app/desktop/desktop_notice.h"

namespace eddy {

Notices::Notices(Services services, QObject* parent) : QObject(parent), m_services(services) {
  m_clock.start();
  m_ports = {.windowActive = [] { return QGuiApplication::applicationState() == Qt::ApplicationActive; },
             .now = [this] { return m_clock.elapsed(); },
             .deliver = [this](const QString& title, const QString& text) { return deliverNotice(title, text, this, [this] { show(); }); }};
  connect(&services.settings, &Settings::noticesChanged, this, &Notices::trayShownChanged);
  connect(&services.chat, &ChatViewModel::generatingChanged, this, &Notices::onAnswering);
  connect(&services.documents, &DocumentsViewModel::readingChanged, this, &Notices::onReading);
}

void Notices::start() {
  m_started = true;
  emit trayShownChanged();
}

bool Notices::isTrayShown() const { return m_started && m_services.settings.property("trayIcon").toBool(); }

void Notices::show() { emit showRequested(m_about); }

/// Several answers in one conversation count as one.
void Notices::onAnswering(qint64 conversation, bool answering) {
  if (answering) {
    if (!m_answeringSince.contains(conversation)) m_answeringSince.insert(conversation, m_ports.now());
    return;
  }
  if (!m_answeringSince.contains(conversation)) return;
  const auto took = m_ports.now() - m_answeringSince.take(conversation);
  if (took < kLong) return;
  const auto title = m_services.conversations.titleOf(conversation);
  tell(tr("The answer is there"), title.isEmpty() ? tr("In a chat of yours") : title, conversation);
}

void Notices::onReading() {
  const bool reading = m_services.documents.status() == DocumentsViewModel::UnderWay;
  if (reading) {
    if (m_readingSince < 0) m_readingSince = m_ports.now();
    return;
  }
  if (m_readingSince < 0) return;
  const auto took = m_ports.now() - std::exchange(m_readingSince, -1);
  if (took < kLong || m_services.documents.status() != DocumentsViewModel::Complete) return;
  tell(tr("The documents have been read"), m_services.conversations.titleOf(m_services.chat.conversationId()), m_services.chat.conversationId());
}

void Notices::tell(const QString& title, const QString& text, qint64 conversation) {
  if (!m_started || !m_services.settings.property("notifications").toBool() || m_ports.windowActive()) return;
  m_about = conversation;
  if (!m_ports.deliver(title, text)) emit said(title, text);
}

}  // namespace eddy
