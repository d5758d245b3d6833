// A notice reaches the desktop's service, the next takes its place, and a click comes back. On a bus of its own.
#include "app/desktop/desktop_notice.h"

#include <QDBusConnection>
#include <QProcess>
#include <QTest>

using namespace eddy;

/// What a desktop offers.
class Desktop : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

 public:
  QStringList shown;
  QList<uint> replaced;

 public slots:
  uint Notify(const QString& program, uint replaces, const QString&, const QString& title, const QString& text, const QStringList&, const QVariantMap&, int) {
    shown += program + u'|' + title + u'|' + text;
    replaced += replaces;
    return 7;
  }

 signals:
  void ActionInvoked(uint notice, const QString& action);
};

class DesktopNoticeTest : public QObject {
  Q_OBJECT

  QProcess m_bus;
  Desktop m_desktop;

 private slots:
  void initTestCase() {
    m_bus.start(QStringLiteral(EDDY_DBUS_DAEMON), {QStringLiteral("--session"), QStringLiteral("--print-address"), QStringLiteral("--nofork")});
    QVERIFY(m_bus.waitForReadyRead(30'000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
  }
  void cleanupTestCase() {
    m_bus.kill();
    m_bus.waitForFinished();
  }

  void without_a_service_nothing_is_delivered() {
    QVERIFY(!deliverNotice(QStringLiteral("a"), QStringLiteral("b"), this, [] {}));
  }

  void notices_are_shown_and_clicks_come_back() {
    auto desktop = QDBusConnection::connectToBus(QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), QStringLiteral("desktop"));
    QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_desktop, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.Notifications")));
    int clicks = 0;
    QVERIFY(deliverNotice(QStringLiteral("The answer is there"), QStringLiteral("<b>Rivers"), this, [&] { ++clicks; }));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.shown.size(), 1, 30'000);
    QCOMPARE(m_desktop.shown.first(), QStringLiteral("Eddy|The answer is there|&lt;b&gt;Rivers"));
    QTRY_VERIFY_WITH_TIMEOUT((emit m_desktop.ActionInvoked(7, QStringLiteral("default")), clicks > 0), 30'000);
    QVERIFY(deliverNotice(QStringLiteral("c"), QStringLiteral("d"), this, [&] { ++clicks; }));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.shown.size(), 2, 30'000);
    QCOMPARE(m_desktop.replaced.last(), 7u);
  }
};

QTEST_GUILESS_MAIN(DesktopNoticeTest)
#include "desktop_notice_test.moc"
