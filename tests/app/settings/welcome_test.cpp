// The welcome: at the very first start, until something is written or it is put away, and never again.
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class WelcomeTest : public QObject {
  Q_OBJECT

 private slots:
  void it_is_shown_until_it_is_put_away_and_never_again() {
    OfflineApp app({.welcome = true});
    QTRY_VERIFY_WITH_TIMEOUT(app.composition().welcome().shown(), 30000);
    app.restart();  // nothing was done yet
    QTRY_VERIFY_WITH_TIMEOUT(app.composition().welcome().shown(), 30000);
    app.composition().welcome().dismiss();
    QVERIFY(!app.composition().welcome().shown());
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(!app.composition().welcome().shown());
  }

  void writing_puts_it_away() {
    OfflineApp app({.welcome = true});
    QTRY_VERIFY_WITH_TIMEOUT(app.composition().welcome().shown(), 30000);
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(!app.composition().welcome().shown());
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(!app.composition().welcome().shown());
  }

  void who_has_data_never_sees_it() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.stop();
    OfflineApp other({.sampleChats = true, .welcome = true});
    QVERIFY(other.waitReady());
    QVERIFY(!other.composition().welcome().shown());
  }

  void it_can_be_asked_for_in_an_empty_chat() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& welcome = app.composition().welcome();
    welcome.show();
    QVERIFY(welcome.shown());
    welcome.dismiss();
    QVERIFY(app.ask(QStringLiteral("short")));
    welcome.show();
    QVERIFY(!welcome.shown());
  }

  void a_model_is_recommended_for_every_memory() {
    QString last;
    for (const qint64 gigabytes : {0, 2, 6, 12, 24, 64}) {
      const auto text = Welcome::recommendationFor(gigabytes * 1'000'000'000);
      QVERIFY(text.contains(QStringLiteral("RWKV-7")) && text != last);
      last = text;
    }
  }

  void what_is_recommended_can_be_fetched() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    for (const qint64 gigabytes : {0, 2, 6, 12, 24, 64}) {
      const auto id = Welcome::recommendedIdFor(gigabytes * 1'000'000'000);
      QTRY_VERIFY2_WITH_TIMEOUT(!app.app().shelf()->catalogue()->fileTextOf(id).isEmpty(), qPrintable(id), 30'000);
    }
  }
};

QTEST_MAIN(WelcomeTest)
#include "welcome_test.moc"
