// The passphrase as the settings and the first page see it, over the real storage thread.
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "app/settings/vault_view_model.h"

using namespace eddy;

namespace {

constexpr int kPatience = 60'000;
const QString kPassphrase = QStringLiteral("four quiet words here");

/// The storage of one data folder and what the user can do with its passphrase.
class Part {
 public:
  explicit Part(const QString& folder) : m_folder(folder.toStdU16String()) {
    m_storage.setVaultCost(VaultCost::cheapest());
  }
  VaultViewModel& vault() { return m_vault; }
  StorageService& storage() { return m_storage; }
  bool quiet = true;

  /// As the composition does it at the start; what went wrong, or nothing.
  std::optional<Error> start() {
    std::optional<std::optional<Error>> done;
    m_storage.look(m_folder, &m_vault, [&](const Result<bool>& encrypted) {
      if (!encrypted) return void(done.emplace(encrypted.error()));
      if (*encrypted) {
        m_vault.setLocked(m_folder);
        return void(done.emplace());
      }
      m_storage.open(m_folder, &m_vault, [&](const auto& opened) {
        done.emplace(opened ? std::optional<Error>() : std::optional<Error>(opened.error()));
      });
    });
    if (!QTest::qWaitFor([&] { return done.has_value(); }, kPatience)) qFatal("the folder does not open");
    return *done;
  }
  bool idle() {
    return QTest::qWaitFor([&] { return !m_vault.busy(); }, kPatience);
  }
  void write(const std::string& title) {
    bool written = false;
    m_storage.submit(&m_vault, [title](Stores& stores) { return stores.conversations.create_conversation(title); },
                     [&](const Result<ConversationId>& id) { written = id.has_value(); });
    if (!QTest::qWaitFor([&] { return written; }, kPatience)) qFatal("nothing was written");
  }
  std::vector<std::string> titles() {
    std::optional<std::vector<std::string>> found;
    m_storage.submit(&m_vault, [](Stores& stores) { return stores.conversations.list_conversations(); },
                     [&](const auto& list) {
                       found.emplace();
                       if (list) for (const auto& chat : *list) found->push_back(chat.title);
                     });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, kPatience)) qFatal("no list");
    return *found;
  }

 private:
  std::filesystem::path m_folder;
  StorageService m_storage;
  VaultViewModel m_vault{m_storage, [this] { return quiet; }};
};

}  // namespace

class VaultViewModelTest : public QObject {
  Q_OBJECT

 private slots:
  void a_passphrase_is_set_asked_for_changed_and_taken_off() {
    const QTemporaryDir folder;
    {
      Part part(folder.path());
      QVERIFY(!part.start());
      part.write("a title");
      QSignalSpy progress(&part.vault(), &VaultViewModel::progressChanged);
      part.vault().turnOn(kPassphrase);
      QVERIFY(part.vault().busy() && part.vault().working());
      QVERIFY(part.idle());
      QVERIFY2(part.vault().encrypted() && part.vault().problem().isEmpty(), qPrintable(part.vault().detail()));
      QVERIFY(!part.vault().notice().isEmpty());
      QTRY_VERIFY_WITH_TIMEOUT(progress.count() > 2, 30000);
      part.write("while it is on");
    }
    {
      Part part(folder.path());
      QVERIFY(!part.start());
      QVERIFY(part.vault().locked() && part.vault().encrypted());
      QVERIFY(part.titles().empty());  // nothing is open
      part.vault().turnOff(kPassphrase);
      part.vault().lockNow();
      QVERIFY(!part.vault().busy());  // not before it is open
      QSignalSpy unlocked(&part.vault(), &VaultViewModel::unlocked);
      part.vault().unlock(QStringLiteral("four loud words here"));
      QVERIFY(part.idle());
      QVERIFY(part.vault().locked() && !part.vault().problem().isEmpty() && unlocked.isEmpty());
      part.vault().unlock(kPassphrase);
      QVERIFY(part.idle());
      QCOMPARE(unlocked.count(), 1);
      QCOMPARE(part.titles().size(), 2u);
      part.vault().changePassphrase(QStringLiteral("not this one"), QStringLiteral("other words entirely"));
      QVERIFY(part.idle());
      QVERIFY(!part.vault().problem().isEmpty());
      part.vault().changePassphrase(kPassphrase, QStringLiteral("short"));
      QVERIFY(part.idle());
      QVERIFY(!part.vault().problem().isEmpty());
      part.vault().changePassphrase(kPassphrase, QStringLiteral("other words entirely"));
      QVERIFY(part.idle());
      QVERIFY(part.vault().problem().isEmpty());
      part.vault().turnOff(kPassphrase);
      QVERIFY(part.idle());
      QVERIFY(part.vault().encrypted());
      part.vault().turnOff(QStringLiteral("other words entirely"));
      QVERIFY(part.idle());
      QVERIFY2(!part.vault().encrypted(), qPrintable(part.vault().detail()));
      QCOMPARE(part.titles().size(), 2u);
    }
    Part part(folder.path());
    QVERIFY(!part.start());
    QVERIFY(!part.vault().locked());
    QCOMPARE(part.titles().size(), 2u);
  }

  void guessing_has_to_wait_longer_each_time() {
    const QTemporaryDir folder;
    {
      Part part(folder.path());
      QVERIFY(!part.start());
      part.vault().turnOn(kPassphrase);
      QVERIFY(part.idle() && part.vault().encrypted());
    }
    Part part(folder.path());
    QVERIFY(!part.start());
    for (int guess = 0; guess < 3; ++guess) {
      QCOMPARE(part.vault().secondsToWait(), 0);
      part.vault().unlock(QStringLiteral("a wrong passphrase"));
      QVERIFY(part.idle());
    }
    QCOMPARE(part.vault().secondsToWait(), 2);
    part.vault().unlock(kPassphrase);
    QVERIFY(!part.vault().busy() && part.vault().locked());
    QTRY_COMPARE_WITH_TIMEOUT(part.vault().secondsToWait(), 0, kPatience);
    part.vault().unlock(QStringLiteral("a wrong passphrase"));
    QVERIFY(part.idle());
    QVERIFY(part.vault().secondsToWait() > 2);
  }

  void nothing_starts_while_an_answer_is_written() {
    const QTemporaryDir folder;
    Part part(folder.path());
    QVERIFY(!part.start());
    part.quiet = false;
    part.vault().turnOn(kPassphrase);
    QVERIFY(!part.vault().busy() && !part.vault().encrypted() && !part.vault().problem().isEmpty());
    part.vault().dismiss();
    QVERIFY(part.vault().problem().isEmpty());
  }

  void stopping_leaves_it_as_it_was() {
    const QTemporaryDir folder;
    Part part(folder.path());
    QVERIFY(!part.start());
    part.write("a title");
    part.vault().turnOn(kPassphrase);
    part.vault().stop();
    QVERIFY(part.idle());
    QVERIFY(!part.vault().encrypted() && part.vault().problem().isEmpty() && !part.vault().notice().isEmpty());
    QCOMPARE(part.titles().size(), 1u);
  }

  void a_damaged_vault_and_a_folder_in_use_are_told() {
    const QTemporaryDir folder;
    {
      Part part(folder.path());
      QVERIFY(!part.start());
      part.vault().turnOn(kPassphrase);
      QVERIFY(part.idle() && part.vault().encrypted());
      Part second(folder.path());  // the first still has it
      QVERIFY(second.start().has_value());
    }
    QFile vault(folder.filePath(QStringLiteral("eddy.vault")));
    QVERIFY(vault.open(QIODevice::ReadWrite));
    const auto good = vault.readAll();
    vault.resize(60);
    vault.close();
    Part part(folder.path());
    QVERIFY(!part.start());
    part.vault().unlock(kPassphrase);
    QVERIFY(part.idle());
    QVERIFY(part.vault().locked() && part.vault().detail().contains(QStringLiteral("eddy.vault")));
    QVERIFY(vault.open(QIODevice::WriteOnly));
    vault.write(good);
    vault.close();
    part.vault().unlock(kPassphrase);
    QVERIFY(part.idle());
    QVERIFY(!part.vault().locked());
  }

  void strength_counts_what_is_different_data() {
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<VaultViewModel::Strength>("strength");
    QTest::newRow("empty") << QString() << VaultViewModel::TooShort;
    QTest::newRow("seven") << QStringLiteral("abcdefg") << VaultViewModel::TooShort;
    QTest::newRow("one letter") << QString(40, QLatin1Char('a')) << VaultViewModel::Weak;
    QTest::newRow("a word") << QStringLiteral("elephants") << VaultViewModel::Weak;
    QTest::newRow("two words") << QStringLiteral("elephant toast") << VaultViewModel::Fair;
    QTest::newRow("four words") << QStringLiteral("elephant toast quiet lamp") << VaultViewModel::Good;
  }
  void strength_counts_what_is_different() {
    QFETCH(QString, passphrase);
    QFETCH(VaultViewModel::Strength, strength);
    QTemporaryDir folder;
    Part part(folder.path());
    QCOMPARE(part.vault().strength(passphrase), strength);
  }
};

QTEST_GUILESS_MAIN(VaultViewModelTest)
#include "vault_view_model_test.moc"
