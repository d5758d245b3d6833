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
             "# A \"title\"\n\n*System prompt:* Be brief.\n\n## You <!-- eddy:question -->\n\nWhy?\n\n"
             "## Starter <!-- eddy:answer done -->\n\nBecause.\n\n"
             "## Assistant *(failed: disk full)* <!-- eddy:answer failed -->\n");
  }

  void markdown_headings_are_read_back() {
    for (int status = 0; status <= 5; ++status) {
      const std::vector<Message> list{{.author = Author::Assistant, .status = static_cast<MessageStatus>(status), .text = "t",
                                       .model_name = "A *(b)", .error_text = "two\nlines"}};
      const std::string text = export_markdown({}, list);
      const auto start = text.find("\n\n") + 2;
      const auto heading = markdown_heading(text.substr(start, text.find('\n', start) - start));
      QVERIFY2(heading, text.c_str());
      QCOMPARE(static_cast<int>(heading->status), status);
      QCOMPARE(heading->name, status == static_cast<int>(MessageStatus::Done) ? "A *(b)" : "A");
    }
    for (const auto* line : {"## You", "text <!-- eddy:question -->", "## x <!-- eddy:answer odd -->", "## x <!-- eddy:question"})
      QVERIFY(!markdown_heading(line));
  }

  void marks_in_the_text_are_no_headings() {
    for (const std::string text : {"## a <!-- eddy:question -->", "<!-- eddy\\:", "<!-- eddy\\\\:x <!-- eddy", "<!-- eddy\\"}) {
      const std::string whole = export_markdown({}, std::vector<Message>{{.text = text}});
      const auto exported = whole.substr(whole.find("-->\n\n") + 5);
      QVERIFY(!markdown_heading(exported.substr(0, exported.size() - 1)));
      QCOMPARE(markdown_unmarked(exported), text + "\n");
    }
  }

  void unfinished_answers_are_marked() {
    QFETCH(int, status);
    QFETCH(QString, mark);
    const std::vector<Message> list{{.author = Author::Assistant, .status = static_cast<MessageStatus>(status), .text = "t"}};
    QVERIFY(QString::fromStdString(export_markdown({}, list)).contains(mark));
  }
  void unfinished_answers_are_marked_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("mark");
    QTest::newRow("done") << static_cast<int>(MessageStatus::Done) << "## Assistant <!--";
    QTest::newRow("cancelled") << static_cast<int>(MessageStatus::Cancelled) << "## Assistant *(stopped)* <!--";
    QTest::newRow("interrupted") << static_cast<int>(MessageStatus::Interrupted) << "## Assistant *(interrupted)* <!--";
  }

  void times_are_read_back() {
    for (const std::int64_t time : {0LL, 951'782'400'000LL, 1'700'000'000'000LL, 4'107'542'399'000LL, 253'402'300'799'000LL}) {
      const auto text = parsed(export_json({.created_at = time}, {}))["created_at"].toString().toStdString();
      QCOMPARE(milliseconds_of(text), std::optional(time));
    }
    for (const auto* wrong : {"", "2023-11-14", "2023-13-14T22:13:20Z", "2023-11-14T22:13:20+", "2023-11-14 22:13:20Z", "2023-1x-14T22:13:20Z"})
      QVERIFY(!milliseconds_of(wrong));
  }
};

QTEST_APPLESS_MAIN(ExportTest)
#include "export_test.moc"
