// Nothing leaves this computer that the user did not allow.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "app/downloads/network_gate.h"
#include "tests/support/app/test_server.h"

using namespace eddy;
using namespace eddy::test;
using Reason = NetworkRefusal::Reason;

namespace {

const NetworkRules kHere{.hosts = {"127.0.0.1"}, .proxy = NetworkRules::Proxy::None, .proxyHost = {}};

struct Outcome {
  QByteArray bytes;
  int status = 0;
  bool ended = false, whole = false;
  std::optional<NetworkRefusal> refusal;
};
Outcome fetch(NetworkGate& gate, const QUrl& url) {
  Outcome outcome;
  auto* fetch = gate.get({.url = url, .headers = {}, .stallTimeout = 5000});
  QObject::connect(fetch, &NetworkFetch::finished, [&](bool whole) {
    outcome.bytes = fetch->read(1 << 20);
    outcome.status = fetch->status();
    outcome.whole = whole;
    outcome.ended = true;
  });
  QObject::connect(fetch, &NetworkFetch::refused, [&](const NetworkRefusal& refusal) {
    outcome.refusal = refusal;
    outcome.ended = true;
  });
  QTest::qWaitFor([&] { return outcome.ended; }, 20'000);
  delete fetch;
  return outcome;
}
ServerAnswer redirect(const QByteArray& to) { return {.status = 302, .headers = {{"Location", to}}, .body = {}}; }

}  // namespace

class NetworkGateTest : public QObject {
  Q_OBJECT

 private slots:
  void addresses_are_held_against_the_rules_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("reason");  // -1: allowed
    const int allowed = -1;
    QTest::newRow("https") << "https://models.example/x.gguf" << allowed;
    QTest::newRow("capitals") << "HTTPS://Models.Example/x.gguf" << allowed;
    QTest::newRow("this computer") << "http://localhost:80/x" << allowed;
    QTest::newRow("http") << "http://models.example/x.gguf" << int(Reason::NotSecure);
    QTest::newRow("ftp") << "ftp://models.example/x.gguf" << int(Reason::NotSecure);
    QTest::newRow("file") << "file:///etc/passwd" << int(Reason::BadAddress);
    QTest::newRow("javascript") << "javascript:alert(1)" << int(Reason::BadAddress);
    QTest::newRow("data") << "data:text/plain,hello" << int(Reason::BadAddress);
    QTest::newRow("password") << "https://me:secret@models.example/x" << int(Reason::BadAddress);
    QTest::newRow("nothing") << "" << int(Reason::BadAddress);
    QTest::newRow("other host") << "https://other.example/x" << int(Reason::HostNotAllowed);
    QTest::newRow("lookalike") << "https://models.example.evil.org/x" << int(Reason::HostNotAllowed);
    QTest::newRow("looks like here") << "http://localhost.evil.org/x" << int(Reason::NotSecure);
  }
  void addresses_are_held_against_the_rules() {
    QFETCH(QString, address);
    QFETCH(int, reason);
    NetworkRules rules{.hosts = {"models.example", "localhost"}, .proxyHost = {}};
    const auto refusal = refuse(QUrl(address), rules);
    QCOMPARE(refusal ? int(refusal->reason) : -1, reason);
    rules.never = true;
    QCOMPARE(refuse(QUrl(address), rules)->reason, Reason::SwitchedOff);
  }

  void allowed_host_answers_and_is_noted() {
    TestServer server;
    server.serve("/x", "hello");
    NetworkGate gate;
    gate.setRules(kHere);
    QSignalSpy contacted(&gate, &NetworkGate::contacted);
    const auto outcome = fetch(gate, server.url("/x"));
    QVERIFY(outcome.whole && outcome.status == 200 && outcome.bytes == "hello");
    QCOMPARE(contacted.count(), 1);
    QCOMPARE(contacted.first().first().toString(), QStringLiteral("127.0.0.1"));
  }

  void switched_off_sends_nothing() {
    TestServer server;
    server.serve("/x", "hello");
    NetworkGate gate;
    auto rules = kHere;
    rules.never = true;
    gate.setRules(rules);
    QCOMPARE(fetch(gate, server.url("/x")).refusal->reason, Reason::SwitchedOff);
    QVERIFY(server.requests().isEmpty());
  }

  void redirects_are_followed_within_the_rules_data() {
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("reason");
    QTest::newRow("same host") << QByteArray("/end") << -1;
    QTest::newRow("circle") << QByteArray("/start") << int(Reason::TooManyRedirects);
    QTest::newRow("to http") << QByteArray("http://models.example/x") << int(Reason::NotSecure);
    QTest::newRow("to a stranger") << QByteArray("https://cdn.example/x") << int(Reason::HostNotAllowed);
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << int(Reason::BadAddress);
    QTest::newRow("to a script") << QByteArray("javascript:alert(1)") << int(Reason::BadAddress);
  }
  void redirects_are_followed_within_the_rules() {
    QFETCH(QByteArray, to);
    QFETCH(int, reason);
    TestServer server;
    server.on("/start", [&](const ServerRequest&) { return redirect(to); });
    server.serve("/end", "the end");
    NetworkGate gate;
    gate.setRules(kHere);
    const auto outcome = fetch(gate, server.url("/start"));
    QCOMPARE(outcome.refusal ? int(outcome.refusal->reason) : -1, reason);
    if (reason < 0) QCOMPARE(outcome.bytes, QByteArray("the end"));
    QVERIFY(server.requests().size() <= NetworkFetch::kMostRedirects + 1);
  }

  void running_request_ends_when_its_host_is_forbidden() {
    TestServer server;
    server.on("/x", [](const ServerRequest&) {
      return ServerAnswer{.headers = {}, .body = QByteArray(200'000, 'x'), .pieceEvery = 20};
    });
    NetworkGate gate;
    gate.setRules(kHere);
    auto* running = gate.get({.url = server.url("/x"), .headers = {}});
    QSignalSpy data(running, &NetworkFetch::dataArrived);
    std::optional<NetworkRefusal> refusal;
    connect(running, &NetworkFetch::refused, this, [&](const NetworkRefusal& r) { refusal = r; });
    QTRY_VERIFY_WITH_TIMEOUT(data.count() > 0, 30000);
    gate.setRules({.proxyHost = {}});
    QCOMPARE(refusal->reason, Reason::HostNotAllowed);
  }

  void pages_load_nothing_from_elsewhere() {
    TestServer server;
    server.serve("/x", "hello");
    ClosedNetwork factory;
    const std::unique_ptr<QNetworkAccessManager> manager(factory.create(nullptr));
    auto* reply = manager->get(QNetworkRequest(server.url("/x")));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30000);
    QVERIFY(reply->error() != QNetworkReply::NoError);
    QVERIFY(server.requests().isEmpty());
  }

  // Any other way to the network would go around the rules.
  void nothing_else_in_the_tree_speaks_to_the_network() {
    const QDir root(QStringLiteral(EDDY_RESOURCES "/.."));
    static const QRegularExpression ways(QStringLiteral(
        "QNetworkAccessManager|QTcpSocket|QSslSocket|QUdpSocket|QWebSocket|XMLHttpRequest|curl_easy|WinHttp|getaddrinfo|QDnsLookup"));
    const QStringList allowed{QStringLiteral("network_gate.h"), QStringLiteral("network_gate.cpp")};
    int files = 0;
    for (const auto* folder : {"app", "engine", "ui"}) {
      QDirIterator it(root.filePath(QLatin1String(folder)), {"*.cpp", "*.h", "*.qml", "*.js"}, QDir::Files, QDirIterator::Subdirectories);
      while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        const auto match = ways.match(QString::fromUtf8(file.readAll()));
        const bool gate = allowed.contains(QFileInfo(file).fileName());
        QVERIFY2(gate || !match.hasMatch(), qPrintable(file.fileName() + ": " + match.captured()));
      }
    }
    QVERIFY(files > 300);
  }
};

QTEST_GUILESS_MAIN(NetworkGateTest)
#include "network_gate_test.moc"
