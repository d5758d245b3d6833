#include "app/desktop/desktop_notice.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>

#include "app/desktop/notice_clicks.h"
#include "eddy_product.h"

namespace eddy {
namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications"), kPath = QStringLiteral("/org/freedesktop/Notifications");

bool serviceThere() {
  const auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return false;
  return bus.interface()->isServiceRegistered(kService) ||
         bus.interface()->activatableServiceNames().value().contains(kService);
}

}  // namespace

NoticeClicks::NoticeClicks() {
  QDBusConnection::sessionBus().connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(invoked(uint, QString)));
}

void NoticeClicks::invoked(uint notice, const QString&) {
  if (notice == m_notice && m_context) m_clicked();
}

/// The last notice takes the place of the one before.
bool deliverNotice(const QString& title, const QString& text, QObject* context, std::function<void()> clicked) {
  if (!serviceThere()) return false;
  static NoticeClicks clicks;
  clicks.expect(context, std::move(clicked));
  auto call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
  const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral(EDDY_APP_ID)}};
  call << QStringLiteral("Eddy") << clicks.notice() << QStringLiteral(EDDY_APP_ID) << title << text.toHtmlEscaped()
       << QStringList{QStringLiteral("default"), QString()} << hints << -1;
  auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), &clicks);
  QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &clicks, [watcher] {
    const QDBusPendingReply<uint> reply = *watcher;
    if (!reply.isError()) clicks.setNotice(reply.value());
    watcher->deleteLater();
  });
  return true;
}

}  // namespace eddy
