// The page of models: what is listed, why some cannot run, what is kept between starts.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class ModelShelfTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_home;

  static QString write(const QString& path) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write("weights");
    return path;
  }
  static QString own(OfflineApp& app) { return QString::fromStdString((app.folder() / "models").string()); }
  static QVariant role(OfflineApp& app, const QString& path, int role) {
    auto& models = app.composition().shelf().models();
    for (int row = 0; row < models.rowCount(); ++row)
      if (models.index(row).data(InstalledModels::PathRole) == path) return models.index(row).data(role);
    return {};
  }
  static bool open(OfflineApp& app) {
    auto& shelf = app.composition().shelf();
    QSignalSpy finished(&shelf.inspector(), &ModelInspector::finished);
    shelf.setOpen(true);
    return QTest::qWaitFor([&] { return finished.count() > 0; }, 30'000);
  }
  static bool rescanned(OfflineApp& app) {
    auto& shelf = app.composition().shelf();
    shelf.rescan();
    return QTest::qWaitFor([&] { return !shelf.isScanning(); }, 20'000);
  }

 private slots:
  // Models of the one who runs the tests are no part of them.
  void initTestCase() {
    qputenv("HOME", QFile::encodeName(m_home.path()));
    for (const auto* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE", "OLLAMA_MODELS"}) qunsetenv(name);
  }

  void what_runs_and_what_does_not_are_both_listed() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto good = write(own(app) + "/good.gguf"), bad = write(own(app) + "/broken.gguf"), away = write(own(app) + "/missing.gguf");
    QVERIFY(open(app));
    QCOMPARE(role(app, good, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable));
    QCOMPARE(role(app, good, InstalledModels::NameRole).toString(), QStringLiteral("good"));
    QVERIFY(role(app, good, InstalledModels::FactsRole).toString().startsWith(u"RWKV-7"));
    QVERIFY(role(app, good, InstalledModels::StateRole).toString().contains(u"1.1 MB"));
    QVERIFY(role(app, good, InstalledModels::MemoryRole).toString().contains(u"84.0 MB"));
    QCOMPARE(role(app, bad, InstalledModels::StatusRole).toInt(), int(InstalledModels::CannotRun));
    QVERIFY(!role(app, bad, InstalledModels::WhyRole).toString().isEmpty());
    QVERIFY(role(app, bad, InstalledModels::WhyDetailRole).toString().contains(u"ends in the middle"));
    QCOMPARE(role(app, away, InstalledModels::StatusRole).toInt(), int(InstalledModels::CannotRun));
  }

  void files_are_looked_into_once() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto path = write(own(app) + "/good.gguf");
    QVERIFY(open(app));
    QSignalSpy looked(&app.composition().shelf().inspector(), &ModelInspector::inspected);
    QVERIFY(rescanned(app));
    QCOMPARE(looked.count(), 0);
    write(path + ".pth");
    QVERIFY(rescanned(app));
    QCOMPARE(looked.count(), 1);
    app.restart();
    QVERIFY(app.waitReady());
    QSignalSpy again(&app.composition().shelf().inspector(), &ModelInspector::inspected);
    QVERIFY(open(app));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable), 30000);
    QCOMPARE(again.count(), 0);
  }

  void speed_is_that_of_real_answers() {
    OfflineApp app({.tokenUs = 300});
    QVERIFY(app.waitReady());
    const auto path = write(own(app) + "/good.gguf");
    QVERIFY(open(app));
    app.composition().shelf().load(path);
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QVERIFY(role(app, path, InstalledModels::LoadedRole).toBool());
    QVERIFY(app.ask("short question"));
    QVERIFY(app.ask("long question"));
    app.composition().shelf().setOpen(false);
    app.composition().shelf().setOpen(true);
    QTRY_VERIFY_WITH_TIMEOUT(role(app, path, InstalledModels::SpeedRole).toString().contains(u"tokens/s"), 30000);
  }

  void model_is_let_go_and_loaded_again() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(open(app));
    app.composition().shelf().unload();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::NoModel, 30000);
    QVERIFY(!app.chat().canSend());
    app.models().retry();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    QVERIFY(app.waitReady());
  }

  void warm_model_is_loaded_at_the_start() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto path = write(own(app) + "/good.gguf");
    QVERIFY(open(app));
    app.composition().shelf().setWarm(path, true);
    QVERIFY(role(app, path, InstalledModels::WarmRole).toBool());
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.models().path(), path);
    QVERIFY(open(app));
    QVERIFY(role(app, path, InstalledModels::WarmRole).toBool());
    app.composition().shelf().setWarm(path, false);
    QVERIFY(!role(app, path, InstalledModels::WarmRole).toBool());
  }

  void removed_from_the_list_is_kept_on_the_disk() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto path = write(own(app) + "/good.gguf");
    QVERIFY(open(app));
    auto& view = *app.composition().shelf().installed();
    const int before = view.count();
    app.composition().shelf().setRemoved(path, true);
    QCOMPARE(view.count(), before - 1);
    QVERIFY(QFile::exists(path));
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(open(app));
    auto& later = *app.composition().shelf().installed();
    later.setKind(InstalledView::Removed);
    QCOMPARE(later.count(), 1);
    app.composition().shelf().setRemoved(path, false);
    QCOMPARE(later.count(), 0);
  }

  void only_our_own_files_are_deleted_at_one_question() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QTemporaryDir elsewhere;
    const auto ours = write(own(app) + "/ours.gguf"), theirs = write(elsewhere.path() + "/theirs.gguf");
    QVERIFY(open(app));
    auto& shelf = app.composition().shelf();
    shelf.addFolder(QUrl::fromLocalFile(elsewhere.path()));
    QTRY_VERIFY_WITH_TIMEOUT(role(app, theirs, InstalledModels::StatusRole).isValid(), 30000);
    shelf.deleteFile(theirs, false);
    QVERIFY(QFile::exists(theirs));
    shelf.deleteFile("/etc/passwd", true);
    QVERIFY(QFile::exists("/etc/passwd"));
    shelf.deleteFile(ours, false);
    QVERIFY(!QFile::exists(ours));
    QTRY_VERIFY_WITH_TIMEOUT(!role(app, ours, InstalledModels::StatusRole).isValid(), 30000);
  }

  void folders_are_kept_with_their_switch() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QTemporaryDir elsewhere;
    const auto path = write(elsewhere.path() + "/x.gguf");
    QVERIFY(open(app));
    auto& shelf = app.composition().shelf();
    shelf.addFolder(QUrl::fromLocalFile(elsewhere.path()));
    QTRY_VERIFY_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).isValid(), 30000);
    shelf.addFolder(QUrl::fromLocalFile(elsewhere.path()));
    QVERIFY(!shelf.problem().isEmpty());
    shelf.dismissProblem();
    shelf.folders()->setUsed(elsewhere.path(), false);
    QTRY_VERIFY_WITH_TIMEOUT(!role(app, path, InstalledModels::StatusRole).isValid(), 30000);
    app.restart();
    QVERIFY(app.waitReady());
    auto& folders = *app.composition().shelf().folders();
    QTRY_VERIFY_WITH_TIMEOUT(folders.count() >= 2, 30000);
    QVERIFY(folders.has(elsewhere.path()));
    QVERIFY(!folders.index(1).data(ModelFolders::UsedRole).toBool());
    folders.remove(elsewhere.path());
    QVERIFY(!folders.has(elsewhere.path()));
  }

  void drive_that_was_taken_out_is_no_gap() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QTemporaryDir drive;
    const auto folder = drive.path() + "/models", path = write(folder + "/x.gguf");
    QVERIFY(open(app));
    app.composition().shelf().addFolder(QUrl::fromLocalFile(folder));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable), 30000);
    QVERIFY(QDir().rename(folder, drive.path() + "/away"));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Missing), 20'000);
    QVERIFY(role(app, path, InstalledModels::WhyRole).toString().contains(u"drive"));
    QVERIFY(QDir().rename(drive.path() + "/away", folder));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable), 20'000);
  }

  void file_chosen_by_hand_is_listed() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QTemporaryDir elsewhere;
    const auto path = write(elsewhere.path() + "/alone.gguf");
    QVERIFY(open(app));
    app.composition().shelf().addFile(QUrl::fromLocalFile(path));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable), 30000);
    app.composition().shelf().addFile(QUrl::fromLocalFile(path + "x"));
    QVERIFY(app.composition().shelf().problem().contains(u"alone.ggufx"));
  }

  void view_searches_filters_and_sorts() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    for (const auto* name : {"/beta.gguf", "/alpha.gguf", "/broken.gguf"}) write(own(app) + name);
    QVERIFY(open(app));
    auto& view = *app.composition().shelf().installed();
    const auto name = [&](int row) { return view.index(row, 0).data(InstalledModels::NameRole).toString(); };
    view.setKind(InstalledView::ThatCannot);
    QCOMPARE(view.count(), 1);
    view.setKind(InstalledView::All);
    view.setSearch("a.gguf");
    QCOMPARE(view.count(), 2);
    QCOMPARE(name(0), QStringLiteral("alpha"));
    view.setOrder(InstalledView::BySize);
    QCOMPARE(view.count(), 2);
    view.setSearch({});
    view.setKind(InstalledView::Hybrid);
    QCOMPARE(view.count(), 0);
    QVERIFY(view.total() >= 3);
  }

  static QStringList names(ModelChoices& choices) {
    QStringList names;
    for (int row = 0; row < choices.count(); ++row) names += choices.index(row, 0).data(InstalledModels::NameRole).toString();
    return names;
  }

  /// The one in use, those used lately, the others that run, those that cannot.
  void choices_are_all_models_those_used_lately_first() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QStringList paths;
    for (const auto* name : {"delta", "alpha", "broken", "gamma", "beta"}) paths += write(own(app) + QStringLiteral("/%1.gguf").arg(QLatin1String(name)));
    QVERIFY(open(app));
    auto& choices = *app.composition().shelf().choices();
    const QStringList unused{"alpha", "beta", "delta", "gamma", "broken"};
    QTRY_COMPARE_WITH_TIMEOUT(names(choices), unused, 30000);
    for (const int used : {3, 0}) {
      app.composition().shelf().load(paths[used]);
      QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Ready, 30000);
    }
    const QStringList wanted{"delta", "gamma", "alpha", "beta", "broken"};
    QTRY_COMPARE_WITH_TIMEOUT(names(choices), wanted, 30000);
    QVERIFY(!choices.index(4, 0).data(InstalledModels::WhyRole).toString().isEmpty());
    choices.setSearch(QStringLiteral(" alpha.gg "));
    QCOMPARE(names(choices), QStringList({"alpha"}));
    QCOMPARE(choices.total(), 5);
    choices.setSearch({});
    app.composition().shelf().setRemoved(paths[4], true);
    QCOMPARE(choices.count(), 4);
    QCOMPARE(choices.total(), 4);
  }

  /// Before any folder is searched again.
  void choices_are_there_at_once_at_the_next_start() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto path = write(own(app) + "/good.gguf"), gone = write(own(app) + "/gone.gguf");
    QVERIFY(open(app));
    QTRY_COMPARE_WITH_TIMEOUT(role(app, path, InstalledModels::StatusRole).toInt(), int(InstalledModels::Runnable), 30000);
    app.stop();
    QVERIFY(QFile::remove(gone));
    app.start();
    QVERIFY(app.waitReady());
    auto& shelf = app.composition().shelf();
    QTRY_VERIFY_WITH_TIMEOUT(shelf.folders()->count() > 0, 30000);
    shelf.look();
    QVERIFY(names(*shelf.choices()).contains(QStringLiteral("good")));
    QVERIFY(!names(*shelf.choices()).contains(QStringLiteral("gone")));
    QTRY_VERIFY_WITH_TIMEOUT(!shelf.isScanning(), 30000);
  }

  void memory_is_held_against_the_machine() {
    const MachineMemory memory{.total = 100, .available = 40, .gpus = {}};
    QCOMPARE(fitOf(30, memory), MemoryFit::Fits);
    QCOMPARE(fitOf(60, memory), MemoryFit::Tight);
    QCOMPARE(fitOf(101, memory), MemoryFit::TooLarge);
    QCOMPARE(fitOf(0, memory), MemoryFit::Unknown);
    QCOMPARE(fitOf(5, {}), MemoryFit::Unknown);
    QVERIFY(fitText(MemoryFit::Unknown).isEmpty());
    QVERIFY(machineText({}).isEmpty());
    QVERIFY(machineText({.total = 100, .available = 1, .gpus = {{"Card", 5}, {"Bare", 0}}}).contains(u"Card: 5 bytes"));
    QVERIFY(machineMemory().total > 0 && machineMemory().available > 0);
  }
};

QTEST_GUILESS_MAIN(ModelShelfTest)
#include "model_shelf_test.moc"
