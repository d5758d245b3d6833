// The queue: several files of a model, pause, restart, hosts that are not allowed, hostile journals and names.
#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/downloads/download_journal.h"
#include "app/downloads/downloads.h"
#include "tests/support/app/test_server.h"

using namespace eddy;
using namespace eddy::test;

namespace {

QByteArray content(char seed) {
  QByteArray bytes(200'000, seed);
  for (int i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
  return bytes;
}
QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The list with its thread, over a storage that is not open: settings live in memory alone.
struct Bench {
  TestServer server;
  QTemporaryDir folder;
  StorageService storage;
  NetworkSettings settings{storage};
  std::unique_ptr<Downloads> downloads;

  Bench() { start(); }
  void start() {
    downloads = std::make_unique<Downloads>(settings, DownloadOptions{.retries = 2, .firstWait = 1, .reserve = 0, .freeBytes = {}});
    settings.setProxy(NetworkSettings::NoProxy);
    downloads->open(folder.path());
  }
  QVariant role(int row, int role) const { return downloads->index(row).data(role); }
  QString id(int row) const { return role(row, Downloads::IdRole).toString(); }
  bool reach(int row, Downloads::State state) {
    return QTest::qWaitFor([&] { return downloads->count() > row && role(row, Downloads::StateRole).toInt() == state; }, 20'000);
  }
  bool allow() { return QTest::qWaitFor([] { return true; }, 1) && settings.allowHost("localhost"); }
  QUrl url(const QString& path) const {
    auto url = server.url(path);
    url.setHost("localhost");
    return url;
  }
  ServerAnswer slow(const ServerRequest& request, char seed) const {
    auto answer = TestServer::fileAnswer(request, content(seed), "\"e\"");
    answer.pieceEvery = 15;
    return answer;
  }
};

}  // namespace

class DownloadQueueTest : public QObject {
  Q_OBJECT

 private slots:
  void model_of_several_files_lies_in_a_folder() {
    Bench bench;
    bench.allow();
    bench.server.serve("/a/config.json", "{}");
    bench.server.serve("/a/model.safetensors", content('m'));
    QSignalSpy arrived(bench.downloads.get(), &Downloads::arrived);
    QVERIFY(bench.downloads->add("My model", {{.url = bench.url("/a/config.json"), .name = {}, .bytes = 2, .sha256 = {}},
                                              {.url = bench.url("/a/model.safetensors"), .name = {}, .bytes = 200'000, .sha256 = {}}}));
    QVERIFY(bench.reach(0, Downloads::Done));
    QCOMPARE(read(bench.folder.path() + "/My model/model.safetensors"), content('m'));
    QCOMPARE(arrived.first().first().toString(), bench.folder.path() + "/My model");
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(bench.folder.path() + "/downloads.json"), 30000);
    QVERIFY(bench.settings.contacts().join(' ').contains("localhost"));
  }

  void one_after_another_and_each_can_wait() {
    Bench bench;
    bench.allow();
    for (const auto* name : {"/1.gguf", "/2.gguf"}) bench.server.on(name, [&](const ServerRequest& r) { return bench.slow(r, '1'); });
    QVERIFY(bench.downloads->addAddress(bench.url("/1.gguf").toString(), {}).isEmpty());
    QVERIFY(bench.downloads->addAddress(bench.url("/2.gguf").toString(), {}).isEmpty());
    QVERIFY(bench.reach(1, Downloads::Queued));
    QVERIFY(bench.downloads->active() == 2);
    bench.downloads->pause(bench.id(0));
    QVERIFY(bench.reach(0, Downloads::Paused));
    QVERIFY(bench.reach(1, Downloads::Done));
    bench.downloads->resume(bench.id(0));
    QVERIFY(bench.reach(0, Downloads::Done));
    QCOMPARE(read(bench.folder.path() + "/1.gguf"), content('1'));
    bench.downloads->cancel(bench.id(0));
    QTRY_COMPARE_WITH_TIMEOUT(bench.downloads->count(), 1, 30000);
    QVERIFY(QFile::exists(bench.folder.path() + "/1.gguf"));  // what is done stays
  }

  void restart_goes_on_when_asked_and_not_before() {
    Bench bench;
    bench.allow();
    bench.server.on("/1.gguf", [&](const ServerRequest& r) { return bench.slow(r, '1'); });
    QVERIFY(bench.downloads->addAddress(bench.url("/1.gguf").toString(), {}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(bench.folder.path() + "/1.gguf.part").size() > 30'000, 30000);
    bench.downloads.reset();
    bench.server.clear();
    bench.server.serve("/1.gguf", content('1'), "\"e\"");
    bench.start();
    QVERIFY(bench.reach(0, Downloads::Paused));
    QVERIFY(bench.server.requests().isEmpty());
    bench.downloads->resume(bench.id(0));
    QVERIFY(bench.reach(0, Downloads::Done));
    QCOMPARE(read(bench.folder.path() + "/1.gguf"), content('1'));
    QVERIFY(bench.server.requests().first().first >= 30'000);
  }

  void cancelled_download_leaves_nothing() {
    Bench bench;
    bench.allow();
    bench.server.on("/1.gguf", [&](const ServerRequest& r) { return bench.slow(r, '1'); });
    QVERIFY(bench.downloads->addAddress(bench.url("/1.gguf").toString(), {}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(bench.folder.path() + "/1.gguf.part"), 30000);
    bench.downloads->cancel(bench.id(0));
    QTRY_COMPARE_WITH_TIMEOUT(bench.downloads->count(), 0, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(QDir(bench.folder.path()).isEmpty(), 30000);
  }

  void redirect_to_a_stranger_asks_first() {
    Bench bench;
    bench.allow();
    bench.server.on("/1.gguf", [&](const ServerRequest&) {
      return ServerAnswer{.status = 302, .headers = {{"Location", bench.server.url("/real.gguf").toEncoded()}}, .body = {}};
    });
    bench.server.serve("/real.gguf", content('r'));
    QVERIFY(bench.downloads->addAddress(bench.url("/1.gguf").toString(), {}).isEmpty());
    QVERIFY(bench.reach(0, Downloads::Failed));
    QCOMPARE(bench.role(0, Downloads::HostRole).toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(bench.role(0, Downloads::ProblemRole).toString().contains("127.0.0.1"));
    bench.downloads->allowAndResume(bench.id(0), "127.0.0.1");
    QVERIFY(bench.reach(0, Downloads::Done));
    QCOMPARE(read(bench.folder.path() + "/1.gguf"), content('r'));
  }

  void switch_makes_everything_impossible() {
    Bench bench;
    bench.allow();
    bench.server.serve("/1.gguf", content('1'));
    bench.settings.setNever(true);
    QVERIFY(bench.downloads->addAddress(bench.url("/1.gguf").toString(), {}).contains("switched off"));
    QVERIFY(bench.downloads->add("x", {{.url = bench.url("/1.gguf"), .name = {}, .bytes = -1, .sha256 = {}}}));
    QVERIFY(bench.reach(0, Downloads::Failed));
    QString problem;
    bench.downloads->fetch(bench.url("/1.gguf"), 100, &bench.settings, [&](const QByteArray&, const QString& why) { problem = why; });
    QTRY_VERIFY_WITH_TIMEOUT(problem.contains("switched off"), 30000);
    QVERIFY(bench.server.requests().isEmpty());
    bench.settings.setNever(false);
    bench.downloads->resume(bench.id(0));
    QVERIFY(bench.reach(0, Downloads::Done));
  }

  void addresses_that_will_not_do_are_refused_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("sum");
    const QString sum(64, 'a');
    QTest::newRow("http") << "http://models.example/x.gguf" << "";
    QTest::newRow("script") << "javascript:alert(1)" << "";
    QTest::newRow("no file") << "https://models.example/" << "";
    QTest::newRow("no model") << "https://models.example/run.exe" << "";
    QTest::newRow("hidden") << "https://models.example/.gguf" << "";
    QTest::newRow("short sum") << "https://models.example/x.gguf" << "abc";
    QTest::newRow("sum with other letters") << "https://models.example/x.gguf" << QString(64, 'z');
    QTest::newRow("nothing") << "" << "";
  }
  void addresses_that_will_not_do_are_refused() {
    QFETCH(QString, address);
    QFETCH(QString, sum);
    Bench bench;
    QVERIFY(!bench.downloads->addAddress(address, sum).isEmpty());
    QCOMPARE(bench.downloads->count(), 0);
  }

  void file_names_stay_in_their_folder_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "model-Q5_K.gguf" << "model-Q5_K.gguf";
    QTest::newRow("up") << "../../etc/cron.d/x.gguf" << "x.gguf";
    QTest::newRow("windows up") << "..\\..\\x.gguf" << "x.gguf";
    QTest::newRow("absolute") << "/etc/passwd" << "";
    QTest::newRow("hidden") << "..x.gguf" << "x.gguf";
    QTest::newRow("option") << "-rf.gguf" << "rf.gguf";
    QTest::newRow("device") << "CON.gguf" << "";
    QTest::newRow("line end") << "a\nb.gguf" << "ab.gguf";
    QTest::newRow("zero") << QString("a") + QChar(0) + ".gguf" << "a.gguf";
    QTest::newRow("direction") << QString("evil") + QChar(0x202e) + "fugg.gguf" << "evilfugg.gguf";
    QTest::newRow("stream") << "x.gguf:evil" << "";
    QTest::newRow("program") << "x.sh" << "";
    QTest::newRow("long") << QString(5000, 'x') + ".gguf" << QString(120, 'x') + ".gguf";
    QTest::newRow("other script") << QStringLiteral("\u6A21\u578B.gguf") << QStringLiteral("\u6A21\u578B.gguf");
  }
  void file_names_stay_in_their_folder() {
    QFETCH(QString, wanted);
    QFETCH(QString, name);
    QCOMPARE(safeFileName(wanted), name);
  }

  void taken_names_get_numbers() {
    QTemporaryDir folder;
    QFile(folder.path() + "/x.gguf").open(QIODevice::WriteOnly);
    QFile(folder.path() + "/x (2).gguf.part").open(QIODevice::WriteOnly);
    QCOMPARE(freeTarget(folder.path(), "x.gguf"), folder.path() + "/x (3).gguf");
  }

  void journal_comes_back_and_strangers_stay_out() {
    DownloadOrder order{.id = "1", .name = "n", .files = {}};
    order.files.append({.task = {.url = QUrl("https://h/x.gguf"), .target = "/models/x.gguf", .bytes = 5, .sha256 = QByteArray(32, 'h')},
                        .record = {.etag = "\"e\"", .lastModified = "Mon", .total = 5, .hostSha256 = QByteArray(32, 's')}, .done = true});
    const auto back = ordersFrom(journalOf({order}), "/models");
    QCOMPARE(back.size(), 1);
    QCOMPARE(back[0].files[0].record, order.files[0].record);
    QCOMPARE(back[0].files[0].task.sha256, QByteArray(32, 'h'));
    QVERIFY(back[0].files[0].done);
    QVERIFY(ordersFrom(journalOf({order}), "/other").isEmpty());
    auto shortSum = order;
    shortSum.files[0].record.hostSha256 = "s";
    QVERIFY(ordersFrom(journalOf({shortSum}), "/models").isEmpty());
    for (const auto* target : {"/models/../etc/x.gguf", "/models/.profile", "/models/x.sh"}) {
      auto evil = order;
      evil.files[0].task.target = target;
      QVERIFY(ordersFrom(journalOf({evil}), "/models").isEmpty());
    }
    for (const auto* text : {"", "[]", "{\"downloads\":5}", "{\"downloads\":[1,{\"id\":\"x\",\"files\":[3]}]}"})
      QVERIFY(ordersFrom(text, "/models").isEmpty());
  }

  void mirror_and_proxy_are_checked() {
    Bench bench;
    QVERIFY(!bench.settings.setMirror("http://mirror.example"));
    QVERIFY(bench.settings.setMirror("https://mirror.example/hub/"));
    QCOMPARE(bench.settings.mirrored(QUrl("https://huggingface.co/a/b.gguf")), QUrl("https://mirror.example/hub/a/b.gguf"));
    QCOMPARE(bench.settings.mirrored(QUrl("https://host/a/b.gguf")), QUrl("https://host/a/b.gguf"));  // whose paths are its own
    QVERIFY(bench.settings.hosts().contains("mirror.example"));
    QVERIFY(bench.settings.setMirror(""));
    QCOMPARE(bench.settings.mirrored(QUrl("https://huggingface.co/a")), QUrl("https://huggingface.co/a"));
    QVERIFY(!bench.settings.setProxyAddress("proxy"));
    QVERIFY(!bench.settings.setProxyAddress("proxy:99999"));
    QVERIFY(bench.settings.setProxyAddress("proxy:3128"));
    QCOMPARE(bench.settings.proxyAddress(), QStringLiteral("proxy:3128"));
    for (const auto* host : {"", "a b", "x/y", "-x.org", "http://x.org", "x"}) QVERIFY(!bench.settings.allowHost(host));
    bench.settings.forbidHost("mirror.example");
    QVERIFY(!bench.settings.hosts().contains("mirror.example"));
  }

  void whose_word_the_checksum_is_is_said_data() {
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("hostSays");
    QTest::addColumn<QString>("words");
    QTest::newRow("known before") << true << true << "known before";
    QTest::newRow("the host's own") << false << true << "host's checksum";
    QTest::newRow("nobody's") << false << false << "No checksum";
  }
  void whose_word_the_checksum_is_is_said() {
    QFETCH(bool, known);
    QFETCH(bool, hostSays);
    QFETCH(QString, words);
    Bench bench;
    bench.allow();
    const auto sum = QCryptographicHash::hash(content('m'), QCryptographicHash::Sha256);
    bench.server.on("/hub/m.gguf", [&](const ServerRequest&) {
      ServerAnswer answer{.status = 302, .headers = {{"Location", "/store/1"}}, .body = {}};
      if (hostSays) answer.headers += {{"X-Linked-Size", "200000"}, {"X-Linked-ETag", '"' + sum.toHex() + '"'}};
      return answer;
    });
    bench.server.on("/store/1", [&](const ServerRequest& request) { return bench.slow(request, 'm'); });
    QVERIFY(bench.downloads->add("M", {{.url = bench.url("/hub/m.gguf"), .name = {}, .bytes = -1, .sha256 = known ? sum : QByteArray()}}));
    if (hostSays && !known) {
      QTRY_VERIFY_WITH_TIMEOUT(bench.downloads->count() == 1 && bench.role(0, Downloads::CheckRole).toString().contains("own word"), 30000);
    }
    QVERIFY(bench.reach(0, Downloads::Done));
    QVERIFY2(bench.role(0, Downloads::CheckRole).toString().contains(words), qPrintable(bench.role(0, Downloads::CheckRole).toString()));
  }

  void text_that_is_too_long_is_not_taken() {
    Bench bench;
    bench.allow();
    bench.server.serve("/x.json", QByteArray(5000, 'x'));
    QString problem;
    QByteArray got;
    bench.downloads->fetch(bench.url("/x.json"), 4000, &bench.settings, [&](const QByteArray& b, const QString& why) { got = b, problem = why; });
    QTRY_VERIFY_WITH_TIMEOUT(!problem.isEmpty(), 30000);
    QVERIFY(got.isEmpty());
    bench.downloads->fetch(bench.url("/x.json"), 5000, &bench.settings, [&](const QByteArray& b, const QString&) { got = b; });
    QTRY_COMPARE_WITH_TIMEOUT(got.size(), 5000, 30000);
    problem.clear();
    bench.downloads->fetch(bench.url("/none.json"), 5000, &bench.settings, [&](const QByteArray&, const QString& why) { problem = why; });
    QTRY_VERIFY_WITH_TIMEOUT(!problem.isEmpty(), 30000);
  }

  void every_problem_has_words() {
    for (int kind = 1; kind <= int(DownloadProblem::Kind::CannotWrite); ++kind)
      QVERIFY(problemText({static_cast<DownloadProblem::Kind>(kind), "host", {}}).endsWith('.'));
    QVERIFY(problemText({}).isEmpty());
  }
};

QTEST_GUILESS_MAIN(DownloadQueueTest)
#include "download_queue_test.moc"
