// Settings reach the database and come back; what makes no sense does no harm.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class SettingsTest : public QObject {
  Q_OBJECT

 private slots:
  void values_come_back_after_a_restart() {
    OfflineApp app;
    auto& before = app.settings();
    before.setProperty("theme", Settings::Dark);
    before.setProperty("temperature", 0.25);
    before.setProperty("stopStrings", QStringList{QStringLiteral("END"), QStringLiteral("##")});
    before.setProperty("systemPrompt", QStringLiteral("Be brief.\nAlways."));
    before.setProperty("windowGeometry", QRectF(10, 20, 800, 600));
    before.setProperty("sidebarOpen", false);
    before.setProperty("stateBudgetBytes", 5e9);
    before.setProperty("seed", QStringLiteral("42"));
    before.setProperty("announcements", Settings::AtEnd);
    before.setProperty("reducedMotion", true);
    app.restart();
    auto& after = app.settings();
    QCOMPARE(after.property("theme").toInt(), static_cast<int>(Settings::Dark));
    QVERIFY(after.dark());
    QCOMPARE(after.property("temperature").toDouble(), 0.25);
    QCOMPARE(after.property("stopStrings").toStringList(), QStringList({QStringLiteral("END"), QStringLiteral("##")}));
    QCOMPARE(after.property("systemPrompt").toString(), QStringLiteral("Be brief.\nAlways."));
    QCOMPARE(after.property("windowGeometry").toRectF(), QRectF(10, 20, 800, 600));
    QCOMPARE(after.property("sidebarOpen").toBool(), false);
    QCOMPARE(after.announcements(), Settings::AtEnd);
    QVERIFY(after.property("reducedMotion").toBool());
    QCOMPARE(after.stateBudget(), 5'000'000'000);
    QCOMPARE(after.generationParams().sampler.seed, std::uint64_t{42});
  }

  void defaults_suit_the_starter() {
    OfflineApp app;
    const auto params = app.settings().generationParams();
    QCOMPARE(params.sampler.temperature, 0.7f);
    QCOMPARE(params.sampler.top_p, 0.9f);
    QVERIFY(params.sampler.seed != 0);
    QVERIFY(params.sampler.seed != app.settings().generationParams().sampler.seed);
  }

  void reset_touches_generation_alone() {
    OfflineApp app;
    QSignalSpy changed(&app.settings(), &Settings::generationChanged);
    app.settings().setProperty("temperature", 1.5);
    app.settings().setProperty("fontSize", 20);
    app.settings().resetGeneration();
    QCOMPARE(app.settings().property("temperature").toDouble(), 0.7);
    QCOMPARE(app.settings().property("fontSize").toInt(), 20);
    QVERIFY(changed.count() >= 2);
  }

  void all_settings_are_put_back() {
    OfflineApp app;
    auto& settings = app.settings();
    settings.setProperty("temperature", 1.5);
    settings.setProperty("theme", Settings::Dark);
    settings.setProperty("language", QStringLiteral("de"));
    settings.setProperty("announcements", Settings::AtEnd);
    settings.setProperty("reducedMotion", true);
    settings.setProperty("threads", 3);
    settings.setProperty("windowGeometry", QRectF(1, 2, 800, 600));
    settings.resetAll();
    QCOMPARE(settings.property("temperature").toDouble(), 0.7);
    QCOMPARE(settings.property("theme").toInt(), int(Settings::System));
    QCOMPARE(settings.property("language").toString(), QString());
    QCOMPARE(settings.announcements(), Settings::BySentence);
    QCOMPARE(settings.property("reducedMotion").toBool(), false);
    QCOMPARE(settings.threads(), 0);
    QCOMPARE(settings.property("windowGeometry").toRectF(), QRectF(1, 2, 800, 600));
    app.restart();
    QCOMPARE(app.settings().property("theme").toInt(), int(Settings::System));
    QCOMPARE(app.settings().announcements(), Settings::BySentence);
  }

  void nonsense_is_brought_to_what_makes_sense() {
    OfflineApp app;
    auto& settings = app.settings();
    settings.setProperty("temperature", -3.0);
    settings.setProperty("topP", 7.0);
    settings.setProperty("topK", -1);
    settings.setProperty("maxTokens", 0);
    settings.setProperty("threads", -4);
    settings.setProperty("seed", QStringLiteral("no number"));
    settings.setProperty("stopStrings", QStringList{QString()});
    const auto params = settings.generationParams();
    QCOMPARE(params.sampler.temperature, 0.0f);
    QCOMPARE(params.sampler.top_p, 1.0f);
    QCOMPARE(params.sampler.top_k, 0);
    QCOMPARE(params.max_tokens, 1);
    QCOMPARE(settings.threads(), 0);
    QVERIFY(params.sampler.seed != 0);
    QVERIFY(params.stop_strings.empty());
  }

  void unreadable_stored_values_are_left_alone() {
    OfflineApp app;
    app.settings().restore(
        {{"settings.temperature", "warm"}, {"settings.windowGeometry", "1 2"}, {"settings.unknown", "x"}});
    QCOMPARE(app.settings().property("temperature").toDouble(), 0.7);
    QVERIFY(app.settings().property("windowGeometry").toRectF().isEmpty());
  }

  void data_folder_moves_and_chat_goes_on() {
    QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QTemporaryDir target;
    const auto to = target.filePath(QStringLiteral("moved"));
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.settings().moveDataFolder(QUrl::fromLocalFile(to));
    QTRY_COMPARE_WITH_TIMEOUT(app.settings().dataFolder(), to, 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    QVERIFY(std::filesystem::exists(std::filesystem::path(to.toStdString()) / "eddy.db"));
    QVERIFY(!std::filesystem::exists(app.folder() / "eddy.db"));
    QCOMPARE(app.settings().moveError(), QString());
    app.settings().moveDataFolder(QUrl::fromLocalFile(to));  // where it is already
    QTRY_VERIFY_WITH_TIMEOUT(!app.settings().moveError().isEmpty(), 30000);
    QVERIFY(app.ask(QStringLiteral("short three")));
    app.stop();
    qunsetenv("XDG_CONFIG_HOME");
  }

  void saved_states_are_counted_and_kept_within_the_budget() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    QTRY_VERIFY_WITH_TIMEOUT(app.settings().stateUsedBytes() > 0, 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    app.settings().setProperty("stateBudgetBytes", 1.0);
    QTRY_COMPARE_WITH_TIMEOUT(app.settings().stateUsedBytes(), 0.0, 30000);
  }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
