#include "app/desktop/announcement.h"

#include <QAccessible>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QWindow>

namespace eddy {
namespace {

/// Qt's own connection to the bus of assistive programs: events must come from where the objects are.
QDBusConnection accessibilityBus() { return QDBusConnection(QStringLiteral("a11y")); }

bool g_listened = false;

/// a(ss): who listens, and for what.
bool namesAnnouncements(const QDBusMessage& reply) {
  if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty()) return false;
  const auto list = reply.arguments().constFirst().value<QDBusArgument>();
  bool found = false;
  for (list.beginArray(); !list.atEnd();) {
    QString bus, event;
    list.beginStructure();
    list >> bus >> event;
    list.endStructure();
    found = found || event.startsWith(u"object:announcement", Qt::CaseInsensitive);
  }
  list.endArray();
  return found;
}

}  // namespace

void findAnnouncementListeners() {
  const auto bus = accessibilityBus();
  if (!QAccessible::isActive() || !bus.isConnected()) return;
  const auto call = QDBusMessage::createMethodCall(QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/registry"),
                                                   QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("GetRegisteredEvents"));
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), qGuiApp);
  QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qGuiApp, [watcher] {
    g_listened = namesAnnouncements(watcher->reply());
    watcher->deleteLater();
  });
}

bool announce(QWindow* window, const QString& text) {
  auto* item = g_listened && window ? QAccessible::queryAccessibleInterface(window) : nullptr;
  auto bus = accessibilityBus();
  if (!item || !bus.isConnected()) return false;
  constexpr int kPolite = 1;  // after what is being said
  auto event = QDBusMessage::createSignal(QStringLiteral("/org/a11y/atspi/accessible/%1").arg(QAccessible::uniqueId(item)),
                                          QStringLiteral("org.a11y.atspi.Event.Object"), QStringLiteral("Announcement"));
  event << QString() << kPolite << 0 << QVariant::fromValue(QDBusVariant(text)) << QVariantMap();
  return bus.send(event);
}

}  // namespace eddy
