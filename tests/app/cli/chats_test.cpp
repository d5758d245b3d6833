// eddy-cli chats reads what the app has stored.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/vault_change.h"
#include "tests/support/app/cli_runner.h"

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace eddy;
using namespace eddy::test;

class ChatsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    auto opened = open_conversation_database(dir_.path().toStdString(), OpenMode::ReadWrite);
    QVERIFY(opened.has_value());
    ConversationStore store(*opened->database);
    const auto empty = *store.create_conversation("Nothing yet");
    const auto chat = *store.create_conversation("Rivers");
    const auto turn = *store.append_turn(chat, std::nullopt, "Name a river.");
    QVERIFY(store.finish_answer(turn.assistant_message, {.text = "The Elbe."}).has_value());
    const auto other = *store.append_answer(turn.user_message);
    QVERIFY(store.finish_answer(other, {.text = "The Oder."}).has_value());
    empty_ = QString::number(static_cast<qint64>(empty));
    chat_ = QString::number(static_cast<qint64>(chat));
  }

  void chats_are_listed() {
    const auto text = chats({"list"});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("Rivers") && text.out.contains("Nothing yet"));
    const auto list = QJsonDocument::fromJson(chats({"list", "--json"}).out).array();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].toObject()["title"].toString(), QString("Rivers"));
    QCOMPARE(list[0].toObject()["id"].toInteger(), chat_.toLongLong());
  }

  void a_chat_is_shown() {
    const auto result = chats({"show", chat_});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("Name a river.") && result.out.contains("The Oder."));
    QVERIFY(!result.out.contains("The Elbe."));  // another branch
    QCOMPARE(chats({"show", empty_}).status, 0);
  }

  void a_chat_is_exported() {
    auto marked = chats({"export", chat_}).out;
    marked.replace(" <!-- eddy:question -->", "").replace(" <!-- eddy:answer done -->", "");
    QCOMPARE(marked, chats({"show", chat_}).out);
    const auto whole = QJsonDocument::fromJson(chats({"export", chat_, "--format", "json"}).out).object();
    QCOMPARE(whole["title"].toString(), QString("Rivers"));
    QCOMPARE(whole["messages"].toArray().size(), 3);
  }

  void a_portable_copy_looks_in_its_own_folder() {
    QTemporaryDir copy;
    const QString program = copy.path() + "/bin/eddy-cli";
    QVERIFY(QDir(copy.path()).mkdir("bin") && QFile::copy(EDDY_CLI, program));
    QFile marker(copy.path() + "/eddy.portable");
    QVERIFY(marker.open(QIODevice::WriteOnly));
    QProcess process;
    process.setProcessEnvironment(cli_environment());
    process.start(program, {"chats", "list"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains((copy.path() + "/data").toUtf8()));
  }

  void a_chat_that_is_not_there_is_an_error() {
    for (const QStringList& verb : {QStringList{"show", "4711"}, QStringList{"export", "4711"},
                                    QStringList{"export", "4711", "--format", "json"}}) {
      const auto result = chats(verb);
      QCOMPARE(result.status, 1);
      QVERIFY2(result.says_one_line() && result.err.contains("4711"), result.err);
    }
  }

  void the_folder_may_come_first_or_from_the_environment() {
    QCOMPARE(run_cli({"chats", "--data-dir", dir_.path(), "list"}).out, chats({"list"}).out);
    QProcess process;
    auto environment = cli_environment();
    environment.insert("EDDY_DATA_DIR", dir_.path());
    process.setProcessEnvironment(environment);
    process.start(EDDY_CLI, {"chats", "list"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), chats({"list"}).out);
  }

  void an_encrypted_folder_wants_its_passphrase() {
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    std::filesystem::copy(dir_.path().toStdString(), path, std::filesystem::copy_options::recursive);
    QVERIFY(encrypt_data_folder(path, "four quiet words", {}, VaultCost::cheapest()).has_value());
    const auto with = [&](const QByteArray& passphrase) {
      const auto file = write(folder, passphrase);
      return run_cli({"chats", "list", "--data-dir", folder.path(), "--passphrase-file", file});
    };
    const auto right = with("four quiet words\nanother line");
    QCOMPARE(right.status, 0);
    QVERIFY(right.out.contains("Rivers"));
    const auto wrong = with("four loud words");
    QVERIFY(wrong.status != 0 && wrong.err.contains("passphrase"));
    QVERIFY(!wrong.out.contains("Rivers"));
    QVERIFY(run_cli({"chats", "list", "--data-dir", folder.path(), "--passphrase-file", folder.filePath("none")}).status != 0);
#ifdef Q_OS_UNIX
    QProcess process;  // without a terminal to ask in
    process.setProcessEnvironment(cli_environment());
    process.setChildProcessModifier([] { setsid(); });
    process.start(EDDY_CLI, {"chats", "list", "--data-dir", folder.path()});
    QVERIFY(process.waitForFinished());
    QVERIFY(process.exitCode() != 0);
    QVERIFY(process.readAllStandardError().contains("--passphrase-file"));
#endif
  }

  void a_half_done_change_of_encryption_is_left_alone() {
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    std::filesystem::copy(dir_.path().toStdString(), path, std::filesystem::copy_options::recursive);
    QVERIFY(QDir(folder.path()).mkdir("vault-change"));
    QFile ready(folder.filePath("vault-change/ready"));
    QVERIFY(ready.open(QIODevice::WriteOnly));
    const auto result = run_cli({"chats", "list", "--data-dir", folder.path()});
    QVERIFY(result.status != 0 && result.err.contains("being turned on or off"));
  }

 private:
  static QString write(const QTemporaryDir& folder, const QByteArray& passphrase) {
    QFile file(folder.filePath("passphrase"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("no passphrase file");
    file.write(passphrase);
    return file.fileName();
  }

  CliResult chats(const QStringList& words) const {
    return run_cli(QStringList{"chats"} + words + QStringList{"--data-dir", dir_.path()});
  }

  QTemporaryDir dir_;
  QString empty_, chat_;
};

QTEST_GUILESS_MAIN(ChatsTest)
#include "chats_test.moc"
