// What leaves Eddy can be read elsewhere.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/storage/export.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

Conversation conversation() {
  return {.id = ConversationId{1}, .title = "A \"title\"", .created_at = 1'700'000'000'123, .updated_at = 951'782'400'000,
          .current_leaf = MessageId{2}, .system_prompt = "Be brief."};
}

std::vector<Message> messages() {
  return {{.id = MessageId{1}, .author = Author::User, .text = "Why?"},
          {.id = MessageId{2}, .parent = MessageId{1}, .author = Author::Assistant, .text = "Because.\n", .model_name = "Starter",
           .stop_reason = "end", .seconds = 1.5, .tokens_generated = 3},
          {.id = MessageId{3}, .parent = MessageId{1}, .author = Author::Assistant, .status = MessageStatus::Failed, .error_text = "disk full"}};
}

QJsonObject parsed(const std::string& json) {
  QJsonParseError error{};
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
  if (error.error) qFatal("%s in %s", qPrintable(error.errorString()), json.c_str());
  return document.object();
}

}  // namespace

class ExportTest : public QObject {
  Q_OBJECT

 private slots:
  void json_is_read_back_with_the_whole_tree() {
    const QJsonObject root = parsed(export_json(conversation(), messages()));
    QCOMPARE(root["format"].toString(), "eddy-conversation");
    QCOMPARE(root["version"].toInt(), 1);
    QCOMPARE(root["title"].toString(), "A \"title\"");
    QCOMPARE(root["created_at"].toString(), "2023-11-14T22:13:20Z");
    QCOMPARE(root["updated_at"].toString(), "2000-02-29T00:00:00Z");
    QCOMPARE(root["current_leaf"].toInt(), 2);
    const QJsonArray list = root["messages"].toArray();
    QCOMPARE(list.size(), 3);
    QVERIFY(list[0].toObject()["parent"].isNull());
    QCOMPARE(list[1].toObject()["parent"].toInt(), 1);
    QCOMPARE(list[1].toObject()["author"].toString(), "assistant");
    QCOMPARE(list[1].toObject()["text"].toString(), "Because.\n");
    QCOMPARE(list[1].toObject()["seconds"].toDouble(), 1.5);
    QCOMPARE(list[2].toObject()["status"].toString(), "failed");
  }

  void empty_conversation_is_valid_json() { QVERIFY(parsed(export_json({}, {}))["messages"].toArray().isEmpty()); }

  void any_text_survives_json() {
    QFETCH(QByteArray, text);
    QFETCH(QString, read_back);
    const std::vector<Message> list{{.text = text.toStdString()}};
    QCOMPARE(parsed(export_json({}, list))["messages"].toArray()[0].toObject()["text"].toString(), read_back);
  }
  void any_text_survives_json_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read_back");
    const auto same = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text << QString::fromUtf8(text); };
    same("unicode", "naïve 日本語 🚀");
    same("quotes and slashes", "\"\\/'\t\r\n\b\f");
    same("control characters", QByteArray("\x01\x1f\x7f", 3));
    same("zero byte", QByteArray("a\0b", 3));
    const QString bad(QChar(0xFFFD));
    QTest::newRow("stray byte") << QByteArray("a\xff") << "a" + bad;
    QTest::newRow("cut character") << QByteArray("\xe6\x97") << bad + bad;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << bad + bad + bad;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << bad + bad;
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << bad + bad + bad + bad;
  }

  void markdown_reads_like_a_conversation() {
    const std::string text = export_markdown(conversation(), messages());
    QCOMPARE(text,
             "# A \"title\"\n\n*System prompt:* Be brief.\n\n## You\n\nWhy?\n\n## Starter\n\nBecause.\n\n## Assistant\n\n"
             "*(failed: disk full)*\n");
  }

  void unfinished_answers_are_marked() {
    QFETCH(int, status);
    QFETCH(QString, mark);
    const std::vector<Message> list{{.author = Author::Assistant, .status = static_cast<MessageStatus>(status), .text = "t"}};
    QVERIFY(QString::fromStdString(export_markdown({}, list)).endsWith(mark));
  }
  void unfinished_answers_are_marked_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("mark");
    QTest::newRow("done") << static_cast<int>(MessageStatus::Done) << "\nt\n";
    QTest::newRow("cancelled") << static_cast<int>(MessageStatus::Cancelled) << "*(stopped)*\n";
    QTest::newRow("interrupted") << static_cast<int>(MessageStatus::Interrupted) << "*(interrupted)*\n";
  }
};

QTEST_APPLESS_MAIN(ExportTest)
#include "export_test.moc"
