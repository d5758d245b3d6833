// Asking for a newer Eddy: only when allowed or told to, and only a signed answer counts.
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <sodium.h>

#include "app/updates/updates_view_model.h"

using namespace eddy;

namespace {

struct Keys {
  QByteArray open = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), secret = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');
  Keys() {
    if (sodium_init() < 0) qFatal("libsodium");
    crypto_sign_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data()));
  }
  QByteArray sign(const QByteArray& bytes) const {
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                         static_cast<unsigned long long>(bytes.size()), reinterpret_cast<const unsigned char*>(secret.data()));
    return signature.toBase64();
  }
};

QByteArray releaseOf(const QByteArray& version) {
  return R"({"format": 1, "version": ")" + version + R"(", "date": "2026-12-01", "changes": "- faster", "packages": [{"platform": ")" +
         platformName().toLatin1() + R"(", "url": "https://example.org/Eddy.run", "bytes": 66, "sha256": ")" + QByteArray(64, 'a') + R"("}]})";
}

}  // namespace

class UpdatesViewModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_asked.clear();
    m_got.clear();
    m_answers.clear();
    m_storage = std::make_unique<StorageService>();
  }

  void nothing_is_asked_before_it_is_allowed() {
    auto updates = make();
    updates->start({}, m_now);
    QCOMPARE(updates->state(), UpdatesViewModel::NotLooked);
    QVERIFY(m_asked.isEmpty());
  }
  void allowed_looks_once_a_day_data() {
    QTest::addColumn<qint64>("before");
    QTest::addColumn<bool>("looks");
    QTest::newRow("an hour ago") << qint64{3600} << false;
    QTest::newRow("yesterday") << qint64{86'401} << true;
    QTest::newRow("in the future: the clock went back") << qint64{-86'400} << true;
  }
  void allowed_looks_once_a_day() {
    QFETCH(qint64, before);
    QFETCH(bool, looks);
    answer("1.0.0");
    auto updates = make();
    updates->start({{"updates.allowed", "1"}, {"updates.looked", std::to_string(m_now.toSecsSinceEpoch() - before)}}, m_now);
    QCOMPARE(!m_asked.isEmpty(), looks);
  }
  void a_newer_version_is_told_and_got() {
    answer("1.0.1");
    auto updates = make();
    updates->look();
    QCOMPARE(updates->state(), UpdatesViewModel::Newer);
    QCOMPARE(m_asked, (QStringList{"https://example.org/release.json", "https://example.org/release.json.sig"}));
    QVERIFY(updates->summary().contains("1.0.1") && updates->summary().contains("1.0.0"));
    QCOMPARE(updates->changes(), "- faster");
    QVERIFY(updates->gettable());
    updates->get();
    QCOMPARE(m_got, QStringList{"https://example.org/Eddy.run"});
  }
  void packages_and_builds_are_not_replaced() {
    answer("1.0.1");
    for (const auto kind : {InstallationKind::Packaged, InstallationKind::Built}) {
      auto updates = make({.kind = kind});
      updates->look();
      QVERIFY(updates->state() == UpdatesViewModel::Newer && !updates->gettable() && !updates->remedy().isEmpty());
      updates->get();
      QVERIFY(m_got.isEmpty());
    }
  }
  void the_same_or_an_older_one_is_no_news() {
    for (const char* version : {"1.0.0", "0.99.0"}) {
      answer(version);
      auto updates = make();
      updates->look();
      QCOMPARE(updates->state(), UpdatesViewModel::UpToDate);
      QVERIFY(updates->changes().isEmpty() && !updates->gettable());
    }
  }
  void a_wrong_answer_is_thrown_away_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("signature");
    const auto good = releaseOf("1.0.1");
    QTest::newRow("another's signature") << good << Keys().sign(good);
    QTest::newRow("another text's signature") << good << m_keys.sign(releaseOf("1.0.2"));
    QTest::newRow("no signature") << good << QByteArray();
    QTest::newRow("signed nonsense") << QByteArray("{}") << m_keys.sign("{}");
    const QByteArray later = R"({"format": 9})";
    QTest::newRow("of a later format") << later << m_keys.sign(later);
  }
  void a_wrong_answer_is_thrown_away() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, signature);
    m_answers = {{"https://example.org/release.json", bytes}, {"https://example.org/release.json.sig", signature}};
    auto updates = make();
    updates->look();
    QVERIFY(updates->state() == UpdatesViewModel::Failed && !updates->summary().isEmpty() && !updates->gettable());
  }
  void no_answer_says_why() {
    auto updates = make();
    updates->look();
    QCOMPARE(updates->state(), UpdatesViewModel::Failed);
    QCOMPARE(updates->summary(), "no connection");
    answer("1.0.1");
    updates->look();
    QCOMPARE(updates->state(), UpdatesViewModel::Newer);
  }
  void a_copy_without_an_address_asks_nobody() {
    for (const auto& publisher : {UpdatesViewModel::Publisher{{}, m_keys.open.toBase64(), m_running},
                                  UpdatesViewModel::Publisher{QUrl("http://example.org/release.json"), m_keys.open.toBase64(), m_running},
                                  UpdatesViewModel::Publisher{QUrl("https://example.org/release.json"), {}, m_running}}) {
      auto updates = make({}, publisher);
      QVERIFY(!updates->possible());
      updates->look();
      QVERIFY(m_asked.isEmpty() && updates->state() == UpdatesViewModel::NotLooked);
    }
  }
  void going_back_to_what_is_gone_says_so() {
    auto updates = make({.kind = InstallationKind::SelfContained, .previous = "0.9.0", .switcher = "/nowhere/switch-version.sh"});
    QSignalSpy quits(updates.get(), &UpdatesViewModel::quitRequested);
    updates->goBack();
    QVERIFY(quits.isEmpty() && updates->state() == UpdatesViewModel::Failed);
  }

 private:
  void answer(const QByteArray& version) {
    const auto bytes = releaseOf(version);
    m_answers = {{"https://example.org/release.json", bytes}, {"https://example.org/release.json.sig", m_keys.sign(bytes)}};
  }
  std::unique_ptr<UpdatesViewModel> make(Installation installation = {.kind = InstallationKind::SelfContained}) {
    return make(installation, {QUrl("https://example.org/release.json"), m_keys.open.toBase64(), m_running});
  }
  std::unique_ptr<UpdatesViewModel> make(Installation installation, UpdatesViewModel::Publisher publisher) {
    const auto fetch = [this](const QUrl& url, qint64, auto done) {
      m_asked += url.toString();
      const auto found = m_answers.find(url.toString());
      if (found == m_answers.end()) return done({}, QStringLiteral("no connection"));
      done(*found, {});
    };
    const auto get = [this](const QString&, const ReleasePackage& package) { m_got += package.url.toString(); };
    return std::make_unique<UpdatesViewModel>(UpdatesViewModel::Services{*m_storage, fetch, get}, std::move(publisher), std::move(installation));
  }

  const Keys m_keys;
  const QVersionNumber m_running{1, 0, 0};
  const QDateTime m_now = QDateTime(QDate(2026, 12, 2), QTime(12, 0), Qt::UTC);
  std::unique_ptr<StorageService> m_storage;
  QMap<QString, QByteArray> m_answers;
  QStringList m_asked, m_got;
};

QTEST_GUILESS_MAIN(UpdatesViewModelTest)
#include "updates_view_model_test.moc"
