// eddy-cli chats export, import and verify: chats move between data folders.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/data_location.h"
#include "tests/support/app/cli_runner.h"

using namespace eddy;
using namespace eddy::test;

class ChatTransferTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    auto opened = open_conversation_database(here_.path().toStdString(), OpenMode::ReadWrite);
    QVERIFY(opened.has_value());
    ConversationStore store(*opened->database);
    const auto chat = *store.create_conversation("Rivers");
    const auto turn = *store.append_turn(chat, std::nullopt, "Name a river.");
    QVERIFY(store.finish_answer(turn.assistant_message, {.text = "The Elbe.", .model_name = "Tiny"}).has_value());
    QVERIFY(store.finish_answer(*store.append_answer(turn.user_message), {.text = "The Oder."}).has_value());
    chat_ = QString::number(static_cast<qint64>(chat));
  }

  void chat_moves_to_another_folder() {
    QFETCH(QString, format);
    QFETCH(int, messages);
    const QString file = files_.filePath("chat." + format);
    QCOMPARE(chats(here_, {"export", chat_, "--format", format, "-o", file}).status, 0);
    const auto verified = chats(there_, {"verify", file});
    QCOMPARE(verified.status, 0);
    QVERIFY2(verified.out.contains(QByteArray("\"Rivers\", ") + QByteArray::number(messages) + " messages"), verified.out);
    const auto imported = chats(there_, {"import", file});
    QVERIFY2(imported.status == 0, imported.err);
    const auto id = QString::fromUtf8(imported.out.split('\t').first());
    QCOMPARE(chats(there_, {"show", id}).out, chats(here_, {"show", chat_}).out);
    const auto tree = QJsonDocument::fromJson(chats(there_, {"export", id, "--format", "json"}).out).object();
    QCOMPARE(tree["messages"].toArray().size(), messages);
  }
  void chat_moves_to_another_folder_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("messages");
    QTest::newRow("eddy") << "eddy" << 3;
    QTest::newRow("json") << "json" << 3;
    QTest::newRow("markdown") << "markdown" << 2;
  }

  void states_are_asked_for_by_name() {
    for (const auto* states : {"none", "leaf", "all"}) {
      const auto done = chats(here_, {"export", chat_, "--format", "eddy", "--states", states, "-o", files_.filePath("s.eddy")});
      QVERIFY2(done.status == 0, done.err);
    }
    QCOMPARE(chats(here_, {"export", chat_, "--format", "eddy", "--states", "some", "-o", "x"}).status, 2);
  }

  void chats_of_other_programs_are_taken_over() {
    const auto imported = chats(there_, {"import", EDDY_TEST_DATA "/chats/chatgpt.json", EDDY_TEST_DATA "/chats/lm_studio.json"});
    QVERIFY2(imported.status == 0, imported.err);
    QCOMPARE(imported.out.count('\n'), 2);
  }

  void a_capsule_cannot_be_printed() {
    const auto printed = chats(here_, {"export", chat_, "--format", "eddy"});
    QCOMPARE(printed.status, 1);
    QVERIFY2(printed.says_one_line() && printed.err.contains("--output"), printed.err);
  }

  void files_that_are_no_chats_are_refused() {
    QFile broken(files_.filePath("broken.eddy"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("SQLite format 3");
    broken.close();
    for (const auto& file : {broken.fileName(), files_.filePath("missing.eddy")}) {
      for (const auto* verb : {"verify", "import"}) {
        const auto refused = chats(there_, {verb, file});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.says_one_line(), refused.err);
      }
    }
  }

  void nothing_is_imported_while_the_app_runs() {
    const auto lock = FolderLock::acquire(there_.path().toStdString());
    QVERIFY(lock.has_value());
    const auto refused = chats(there_, {"import", EDDY_TEST_DATA "/chats/chatgpt.json"});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.says_one_line(), refused.err);
  }

 private:
  static CliResult chats(const QTemporaryDir& folder, const QStringList& words) {
    return run_cli(QStringList{"chats"} + words + QStringList{"--data-dir", folder.path()});
  }

  QTemporaryDir here_, there_, files_;
  QString chat_;
};

QTEST_GUILESS_MAIN(ChatTransferTest)
#include "chat_transfer_test.moc"
