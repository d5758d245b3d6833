// Loading models: the starter at first, then the one used last; failures have a way out.
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "app/models/starter_location.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;

class ModelsViewModelTest : public QObject {
  Q_OBJECT

 private slots:
  void starter_is_loaded_with_progress() {
    OfflineApp app({.loadMsPerStep = 20});
    QSignalSpy progress(&app.models(), &ModelsViewModel::loadProgressChanged);
    QCOMPARE(app.models().status(), ModelsViewModel::Loading);
    QCOMPARE(app.chat().modelStatusText(), QStringLiteral("Loading the model\u2026"));
    QVERIFY(app.waitReady());
    QVERIFY(progress.count() >= 10);
    QVERIFY(app.models().isStarter());
    QCOMPARE(app.models().status(), ModelsViewModel::Ready);
    QCOMPARE(app.models().details(), QStringLiteral("RWKV-7 \u00b7 36 M parameters \u00b7 Q5_K \u00b7 29.0 MB"));
    QCOMPARE(app.models().stateText(), QStringLiteral("One saved turn costs 1.1 MB"));
    QCOMPARE(app.models().memoryText(), QStringLiteral("Uses 84.0 MB of memory"));
    QVERIFY(app.models().recent().isEmpty());
  }

  void last_model_is_loaded_again() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.models().load(QUrl::fromLocalFile(QStringLiteral("/fake/my model.gguf")).toString());
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QCOMPARE(app.models().path(), QStringLiteral("/fake/my model.gguf"));
    QCOMPARE(app.models().name(), QStringLiteral("my model"));
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.models().path(), QStringLiteral("/fake/my model.gguf"));
    QCOMPARE(app.models().recent(), QStringList{QStringLiteral("/fake/my model.gguf")});
    app.models().loadStarter();
    QTRY_VERIFY_WITH_TIMEOUT(app.models().isStarter() && app.models().status() == ModelsViewModel::Ready, 30000);
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(app.models().isStarter());
    QCOMPARE(app.models().recent().size(), 1);
  }

  void failed_load_says_what_helps_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("chatGoesOn");
    QTest::newRow("missing") << "/fake/missing" << true;
    QTest::newRow("broken") << "/fake/broken" << true;
    QTest::newRow("too large") << "/fake/huge" << false;
  }
  void failed_load_says_what_helps() {
    QFETCH(QString, path);
    QFETCH(bool, chatGoesOn);
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.models().load(path);
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Failed, 30000);
    QVERIFY(!app.models().errorTitle().isEmpty() && !app.models().errorText().isEmpty());
    QVERIFY(app.models().errorDetail().startsWith(u"[fake]"));
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().canSend(), chatGoesOn, 30000);
    QCOMPARE(app.chat().modelStatusText(), app.models().errorTitle());
    app.models().retry();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Failed, 30000);
    app.models().loadStarter();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QVERIFY(app.waitReady());
  }

  void load_can_be_stopped() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.models().load(QStringLiteral("/fake/slowload"));
    QTRY_VERIFY_WITH_TIMEOUT(app.models().loadProgress() > 0, 30000);
    app.models().cancelLoad();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Failed, 30000);
    QCOMPARE(app.models().errorTitle(), QStringLiteral("Loading was stopped"));
    app.models().loadStarter();
    QVERIFY(app.waitReady());
  }

  void later_load_wins() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.models().load(QStringLiteral("/fake/slowload"));
    app.models().load(QStringLiteral("/fake/second"));
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QCOMPARE(app.models().name(), QStringLiteral("second"));
    QVERIFY(app.waitReady());
  }

  void other_number_of_threads_loads_the_model_again_once() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QSignalSpy progress(&app.models(), &ModelsViewModel::loadProgressChanged);
    for (const int threads : {1, 2, 3}) app.settings().setProperty("threads", threads);
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QVERIFY(progress.count() < 20);
  }

  void starter_is_where_the_environment_says() {
    qputenv("EDDY_STARTER", "/nowhere/at/all");
    QVERIFY(starterLocation("/usr/bin").empty());
    QCOMPARE(starterPlaces("/usr/bin").size(), std::size_t{1});
    qputenv("EDDY_STARTER", QByteArray(EDDY_TEST_DATA));
    QCOMPARE(starterLocation("/usr/bin").string(), std::string(EDDY_TEST_DATA));
    qunsetenv("EDDY_STARTER");
    QCOMPARE(starterPlaces("/usr/bin").front().string(), std::string("/usr/share/eddy/starter"));
  }
};

QTEST_MAIN(ModelsViewModelTest)
#include "models_view_model_test.moc"
