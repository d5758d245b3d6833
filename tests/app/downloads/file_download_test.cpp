// One file: whole or not at all, whatever the server does.
#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/downloads/file_download.h"
#include "tests/support/app/test_server.h"
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace eddy;
using namespace eddy::test;
using Kind = DownloadProblem::Kind;

namespace {

QByteArray content(int size = 300'000, char seed = 1) {
  QByteArray bytes(size, Qt::Uninitialized);
  for (int i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 + i / 251 + seed);
  return bytes;
}
QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }
QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One download into a folder of its own.
struct Bench {
  TestServer server;
  QTemporaryDir folder;
  NetworkGate gate;
  FileTask task;
  PartRecord record;
  DownloadOptions options{.retries = 3, .firstWait = 1, .stallTimeout = 5000, .reserve = 0, .freeBytes = {}};
  std::unique_ptr<FileDownload> download;
  std::optional<DownloadProblem> problem;
  bool done = false;

  Bench() {
    gate.setRules({.hosts = {"127.0.0.1"}, .proxy = NetworkRules::Proxy::None, .proxyHost = {}});
    task = {.url = server.url("/model.gguf"), .target = folder.path() + "/model.gguf", .bytes = -1, .sha256 = {}};
  }
  QString part() const { return task.target + ".part"; }
  void make() {
    done = false;
    problem.reset();
    download = std::make_unique<FileDownload>(gate, task, record, options);
    QObject::connect(download.get(), &FileDownload::recordChanged, [this] { record = download->record(); });
    QObject::connect(download.get(), &FileDownload::finished, [this] { done = true; });
    QObject::connect(download.get(), &FileDownload::failed, [this](const DownloadProblem& p) { problem = p; });
  }
  bool run() {
    make();
    download->start();
    return QTest::qWaitFor([this] { return done || problem; }, 30'000);
  }
  /// Until at least so much lies there, then it is put down.
  bool runUntil(qint64 bytes) {
    make();
    download->start();
    const bool reached = QTest::qWaitFor([this, bytes] { return download->done() >= bytes || done || problem; }, 30'000);
    download->pause();
    return reached && !done && !problem;
  }
};

/// A hub that names the file and sends on to where its bytes lie.
void serveLinked(Bench& bench, const QByteArray& size, const QByteArray& sum, const QByteArray& bytes = content()) {
  bench.server.on("/model.gguf", [=](const ServerRequest&) {
    ServerAnswer answer{.status = 302, .headers = {{"Location", "/store/1"}, {"ETag", "\"hub\""}}, .body = {}};
    if (!size.isNull()) answer.headers.append({"X-Linked-Size", size});
    if (!sum.isNull()) answer.headers.append({"X-Linked-ETag", sum});
    return answer;
  });
  bench.server.serve("/store/1", bytes);
}

}  // namespace

class FileDownloadTest : public QObject {
  Q_OBJECT

 private slots:
  void whole_file_gets_its_name() {
    Bench bench;
    bench.server.serve("/model.gguf", content());
    bench.task.bytes = content().size();
    bench.task.sha256 = sha256(content());
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), content());
    QVERIFY(!QFile::exists(bench.part()));
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.server.requests().first().headers.value("user-agent"), QByteArray("Eddy"));
    QVERIFY(!bench.server.requests().first().headers.contains("cookie"));
  }

  void dropped_connection_goes_on_where_it_broke() {
    Bench bench;
    int times = 0;
    bench.server.on("/model.gguf", [&](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      if (++times < 4) answer.dropAfter = 70'000;
      return answer;
    });
    bench.task.sha256 = sha256(content());
    QVERIFY(bench.run());
    QVERIFY2(bench.done, qPrintable(bench.problem ? bench.problem->detail : QString()));
    QCOMPARE(read(bench.task.target), content());
    QCOMPARE(times, 4);
    QVERIFY(bench.server.requests()[1].first > 0);
    QCOMPARE(bench.server.requests()[1].headers.value("if-range"), QByteArray("\"one\""));
  }

  void server_that_is_always_gone_is_given_up() {
    Bench bench;
    bench.server.on("/model.gguf", [](const ServerRequest&) { return ServerAnswer{.headers = {}, .body = "abc", .length = 100, .dropAfter = 1}; });
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::ConnectionFails);
    QVERIFY(!QFile::exists(bench.task.target));
  }

  void restart_in_the_middle_reads_only_the_rest() {
    Bench bench;
    bench.server.on("/model.gguf", [](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      answer.pieceEvery = 5;
      return answer;
    });
    bench.task.sha256 = sha256(content());
    QVERIFY(bench.runUntil(60'000));
    const auto there = QFileInfo(bench.part()).size();
    QVERIFY(there >= 60'000 && there < content().size());
    bench.server.clear();
    bench.server.serve("/model.gguf", content());
    QVERIFY(bench.run());  // a new object with what was remembered
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), content());
    QCOMPARE(bench.server.requests().first().first, there);
  }

  void part_that_nobody_remembers_is_not_trusted() {
    Bench bench;
    bench.server.serve("/model.gguf", content());
    QFile part(bench.part());
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write("something else");
    part.close();
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), content());
    QCOMPARE(bench.server.requests().first().first, -1);
  }

  void file_changed_between_two_parts_starts_over_data() {
    QTest::addColumn<QString>("how");
    for (const auto* how : {"if-range", "etag", "size", "offset"}) QTest::newRow(how) << QString(how);
  }
  void file_changed_between_two_parts_starts_over() {
    QFETCH(QString, how);
    Bench bench;
    const auto later = content(310'000, 7);
    bench.server.on("/model.gguf", [&](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      answer.pieceEvery = 5;
      return answer;
    });
    QVERIFY(bench.runUntil(60'000));
    bench.server.on("/model.gguf", [&](ServerRequest request) {
      if (how == "if-range") return TestServer::fileAnswer(request, later, "\"two\"");  // does as it should: 200
      request.headers.remove("if-range");
      auto answer = TestServer::fileAnswer(request, later, how == "etag" ? "\"two\"" : "\"one\"");
      if (how == "offset" && request.first >= 0) {
        for (auto& [name, value] : answer.headers)
          if (name == "Content-Range") value = "bytes 5-299999/300000";
      }
      return answer;
    });
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), later);
  }

  void file_that_changes_for_ever_is_given_up() {
    Bench bench;
    int version = 0;
    bench.server.on("/model.gguf", [&](ServerRequest request) {
      request.headers.remove("if-range");
      auto answer = TestServer::fileAnswer(request, content(), '"' + QByteArray::number(++version) + '"');
      answer.dropAfter = 70'000;
      return answer;
    });
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::WrongContent);
  }

  void server_without_ranges_starts_over() {
    Bench bench;
    int times = 0;
    bench.server.on("/model.gguf", [&](const ServerRequest&) {
      ServerAnswer answer{.headers = {{"ETag", "\"one\""}}, .body = content()};
      if (++times == 1) answer.dropAfter = 90'000;
      return answer;
    });
    bench.task.sha256 = sha256(content());
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), content());
  }

  void wrong_hash_is_thrown_away() {
    Bench bench;
    bench.server.serve("/model.gguf", content());
    bench.task.sha256 = sha256("other");
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::WrongContent);
    QVERIFY(!QFile::exists(bench.task.target) && !QFile::exists(bench.part()));
  }

  void hosts_word_data() {
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("sum");
    QTest::addColumn<bool>("known");   // the sum, beforehand
    QTest::addColumn<int>("kind");     // of the problem; 0: all is well
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("check");
    const auto right = '"' + sha256(content()).toHex() + '"', other = '"' + sha256("other").toHex() + '"';
    const int none = int(FileDownload::Check::None), host = int(FileDownload::Check::Host), before = int(FileDownload::Check::Known);
    QTest::newRow("right") << QByteArray("300000") << right << false << 0 << 2 << host;
    QTest::newRow("right, no quotes, capitals") << QByteArray("300000") << sha256(content()).toHex().toUpper() << false << 0 << 2 << host;
    QTest::newRow("missing") << QByteArray() << QByteArray() << false << 0 << 2 << none;
    QTest::newRow("size alone") << QByteArray("300000") << QByteArray() << false << 0 << 2 << none;
    QTest::newRow("no SHA-256 but a git hash") << QByteArray("300000") << QByteArray('"' + QByteArray(40, 'a') + '"') << false << 0 << 2 << none;
    QTest::newRow("nonsense") << QByteArray("-5") << QByteArray("\"zz\"") << false << 0 << 2 << none;
    QTest::newRow("size beyond measure") << QByteArray(30, '9') << right << false << 0 << 2 << host;
    QTest::newRow("sum that lies") << QByteArray("300000") << other << false << int(Kind::WrongContent) << 2 << none;
    QTest::newRow("size that lies") << QByteArray("299999") << right << false << int(Kind::WrongSize) << 2 << host;
    QTest::newRow("agrees with what is known") << QByteArray("300000") << right << true << 0 << 2 << before;
    QTest::newRow("another file than is known") << QByteArray("300000") << other << true << int(Kind::WrongContent) << 2 << before;
  }
  void hosts_word() {
    QFETCH(QByteArray, size);
    QFETCH(QByteArray, sum);
    QFETCH(bool, known);
    QFETCH(int, kind);
    QFETCH(int, requests);
    QFETCH(int, check);
    Bench bench;
    if (known) bench.task.sha256 = sha256(content());
    serveLinked(bench, size, sum);
    QVERIFY(bench.run());
    QCOMPARE(bench.server.requests().size(), requests);
    QCOMPARE(int(FileDownload::checkOf(bench.task, bench.record)), check);
    QCOMPARE(bench.done, kind == 0);
    if (kind != 0) QCOMPARE(int(bench.problem->kind), kind);
    else QCOMPARE(read(bench.task.target), content());
    if (kind != 0) QVERIFY(!QFile::exists(bench.task.target));
    // A file that is plainly another is seen before its bytes are taken.
    if (known && kind != 0) QCOMPARE(QFileInfo(bench.part()).size(), 0);
  }

  void store_cannot_speak_for_the_host() {
    Bench bench;
    serveLinked(bench, "300000", '"' + sha256(content()).toHex() + '"', content(300'000, 9));
    bench.server.on("/store/1", [](const ServerRequest& request) {  // other bytes, with a sum that fits them
      auto answer = TestServer::fileAnswer(request, content(300'000, 9), "\"one\"");
      answer.headers.append({"X-Linked-ETag", '"' + sha256(content(300'000, 9)).toHex() + '"'});
      return answer;
    });
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::WrongContent);
    QVERIFY(!QFile::exists(bench.task.target));
  }

  void host_that_changes_its_word_between_two_parts_starts_over() {
    Bench bench;
    const auto later = content(300'000, 7);
    serveLinked(bench, "300000", '"' + sha256(content()).toHex() + '"');
    bench.server.on("/store/1", [](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"same\"");
      answer.pieceEvery = 5;
      return answer;
    });
    QVERIFY(bench.runUntil(60'000));
    QCOMPARE(bench.record.hostSha256, sha256(content()));
    serveLinked(bench, "300000", '"' + sha256(later).toHex() + '"', later);
    bench.server.serve("/store/1", later, "\"same\"");
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), later);
    QCOMPARE(bench.record.hostSha256, sha256(later));
  }

  void lies_about_the_length_data() {
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("known");
    QTest::addColumn<bool>("good");
    QTest::newRow("another size than the catalogue's") << qint64(-1) << qint64(12) << false;
    QTest::newRow("too much promised") << qint64(300'500) << qint64(-1) << true;  // the server says 416 to the rest
    QTest::newRow("too much promised, and known") << qint64(300'500) << qint64(300'500) << false;
    QTest::newRow("nothing said") << qint64(-2) << qint64(-1) << true;
    QTest::newRow("nothing said, and too much") << qint64(-2) << qint64(200'000) << false;
    QTest::newRow("nothing said, and too little") << qint64(-2) << qint64(400'000) << false;
  }
  void lies_about_the_length() {
    QFETCH(qint64, length);
    QFETCH(qint64, known);
    QFETCH(bool, good);
    Bench bench;
    bench.task.bytes = known;
    bench.server.on("/model.gguf", [&](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      if (answer.status == 200) answer.length = length;
      return answer;
    });
    QVERIFY(bench.run());
    QCOMPARE(bench.done, good);
    if (good) QCOMPARE(read(bench.task.target), content());
    else QCOMPARE(bench.problem->kind, Kind::WrongSize);
  }

  void answers_that_are_no_file_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("requests");
    QTest::newRow("404") << 404 << int(Kind::NotThere) << 1;
    QTest::newRow("410") << 410 << int(Kind::NotThere) << 1;
    QTest::newRow("401") << 401 << int(Kind::NotAllowed) << 1;
    QTest::newRow("403") << 403 << int(Kind::NotAllowed) << 1;
    QTest::newRow("416") << 416 << int(Kind::ServerFails) << 1;
    QTest::newRow("418") << 418 << int(Kind::ServerFails) << 1;
    QTest::newRow("500") << 500 << int(Kind::ServerFails) << 4;
    QTest::newRow("503") << 503 << int(Kind::ServerFails) << 4;
    QTest::newRow("429") << 429 << int(Kind::ServerFails) << 4;
    QTest::newRow("204") << 204 << int(Kind::ServerFails) << 1;
  }
  void answers_that_are_no_file() {
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(int, requests);
    Bench bench;
    bench.server.on("/model.gguf", [&](const ServerRequest&) { return ServerAnswer{.status = status, .headers = {}, .body = {}}; });
    QVERIFY(bench.run());
    QCOMPARE(int(bench.problem->kind), kind);
    QCOMPARE(bench.server.requests().size(), requests);
    QVERIFY(!QFile::exists(bench.task.target));
  }

  void web_page_is_no_model() {
    Bench bench;
    bench.server.serve("/model.gguf", "\n<!DOCTYPE html><html>please sign in</html>");
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::NotAModel);
  }

  void server_that_comes_back_is_waited_for() {
    Bench bench;
    int times = 0;
    bench.server.on("/model.gguf", [&](const ServerRequest& request) {
      return ++times < 3 ? ServerAnswer{.status = 503, .headers = {}, .body = {}} : TestServer::fileAnswer(request, content(), "\"one\"");
    });
    QVERIFY(bench.run());
    QVERIFY(bench.done);
  }

  void stalled_server_is_asked_again() {
    Bench bench;
    bench.options.stallTimeout = 200;
    int times = 0;
    bench.server.on("/model.gguf", [&](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      if (++times == 1) answer.pieceEvery = 60'000;
      return answer;
    });
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QVERIFY(times >= 2);
  }

  void slow_server_is_fast_enough() {
    Bench bench;
    bench.server.on("/model.gguf", [](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      answer.pieceEvery = 2;
      return answer;
    });
    QVERIFY(bench.run());
    QVERIFY(bench.done);
    QCOMPARE(bench.server.requests().size(), 1);
  }

  void full_disk_is_seen_before_and_while_writing() {
    Bench bench;
    bench.server.serve("/model.gguf", content());
    bench.options.freeBytes = [](const QString&) { return qint64(1000); };
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::DiskFull);
    QCOMPARE(QFileInfo(bench.part()).size(), 0);
    bench.options.freeBytes = {};
    bench.options.reserve = std::numeric_limits<qint64>::max() / 2;
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::DiskFull);
  }

  void disk_that_takes_no_more_keeps_what_is_sound() {
#ifdef Q_OS_UNIX
    Bench bench;
    bench.server.serve("/model.gguf", content());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{.rlim_cur = 100'000, .rlim_max = before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool ended = bench.run();
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(ended);
    QCOMPARE(bench.problem->kind, Kind::CannotWrite);
    QVERIFY(QFileInfo(bench.part()).size() <= 100'000);
    QVERIFY(bench.run());  // with room again it goes on
    QVERIFY(bench.done);
    QCOMPARE(read(bench.task.target), content());
#endif
  }

  void folder_that_cannot_be_written_is_named() {
    Bench bench;
    QFile blocked(bench.folder.path() + "/file");
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    bench.task.target = bench.folder.path() + "/file/model.gguf";
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::CannotWrite);
  }

  void file_that_is_there_is_not_overwritten() {
    Bench bench;
    bench.server.serve("/model.gguf", content());
    QFile old(bench.task.target);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    QVERIFY(bench.run());
    QCOMPARE(bench.problem->kind, Kind::CannotWrite);
    QCOMPARE(read(bench.task.target), QByteArray("mine"));
  }

  void cancelled_leaves_nothing() {
    Bench bench;
    bench.server.on("/model.gguf", [](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      answer.pieceEvery = 5;
      return answer;
    });
    QVERIFY(bench.runUntil(40'000));
    bench.download->cancel();
    QVERIFY(QDir(bench.folder.path()).isEmpty());
  }

  void network_switched_off_stops_it_at_once() {
    Bench bench;
    bench.server.on("/model.gguf", [](const ServerRequest& request) {
      auto answer = TestServer::fileAnswer(request, content(), "\"one\"");
      answer.pieceEvery = 5;
      return answer;
    });
    bench.make();
    bench.download->start();
    QVERIFY(QTest::qWaitFor([&] { return bench.download->done() > 20'000; }, 20'000));
    auto rules = bench.gate.rules();
    rules.never = true;
    bench.gate.setRules(rules);
    QVERIFY(bench.problem);
    QCOMPARE(bench.problem->kind, Kind::SwitchedOff);
    QVERIFY(QFileInfo(bench.part()).size() > 0);
  }
};

QTEST_GUILESS_MAIN(FileDownloadTest)
#include "file_download_test.moc"
