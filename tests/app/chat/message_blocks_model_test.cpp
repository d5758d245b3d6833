// Markdown as it streams in: the same blocks as when it comes at once, and only the last one changes.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/chat/message_blocks_model.h"
#include "tests/support/app/fake_engine.h"

using namespace eddy;
using namespace Qt::StringLiterals;

class MessageBlocksModelTest : public QObject {
  Q_OBJECT

  static QVariantList contents(const MessageBlocksModel& model) {
    QVariantList all;
    for (int row = 0; row < model.rowCount(); ++row) {
      for (const int role : {MessageBlocksModel::TypeRole, MessageBlocksModel::TextRole,
                             MessageBlocksModel::LanguageRole, MessageBlocksModel::LevelRole}) {
        all += model.data(model.index(row), role);
      }
    }
    return all;
  }

 private slots:
  void one_block_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* markdown, MessageBlocksModel::Type type, const char* text) {
      QTest::newRow(name) << QString::fromUtf8(markdown) << static_cast<int>(type) << QString::fromUtf8(text);
    };
    using Model = MessageBlocksModel;
    row("paragraph", "one *two* **three** `four` ~~five~~", Model::Paragraph,
        "one <i>two</i> <b>three</b> <code>four</code> <s>five</s>");
    row("line break", "one\ntwo", Model::Paragraph, "one<br/>two");
    row("escaped", "1 < 2 & \"x\"", Model::Paragraph, "1 &lt; 2 &amp; &quot;x&quot;");
    row("html is text", "<b onclick=x>hi</b>", Model::Paragraph, "&lt;b onclick=x&gt;hi&lt;/b&gt;");
    row("link", "[a](https://x.org/?a=1&b=2)", Model::Paragraph, "<a href=\"https://x.org/?a=1&amp;b=2\">a</a>");
    row("no scripts", "[a](javascript:x)", Model::Paragraph, "a");
    row("no local files", "[a](file:///etc/passwd)", Model::Paragraph, "a");
    row("image", "![a cat](https://x.org/cat.png)", Model::Paragraph, "a cat");
    row("local image", "![a cat](file:///home/cat.png)", Model::Paragraph, "a cat");
    row("image in data", "![a cat](data:image/png;base64,AAAA)", Model::Paragraph, "a cat");
    row("attached image", "![a *fat* cat](attachment:cat.png)", Model::Picture, "a fat cat");
    row("attached image in a list", "- ![a cat](attachment:cat.png)", Model::List, "<ul><li>a cat</li></ul>");
    row("heading", "## Two", Model::Heading, "Two");
    row("code", "```cpp\nint x = 1 < 2;\n```", Model::Code, "int x = 1 < 2;");
    row("open code", "```\nhalf", Model::Code, "half");
    row("list", "- a\n- b\n  - c", Model::List, "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>");
    row("numbers", "3. a\n4. b", Model::List, "<ol start=\"3\"><li>a</li><li>b</li></ol>");
    row("quote", "> a\n> b", Model::Quote, "<p>a<br/>b</p>");
    row("rule", "---", Model::Rule, "");
    row("table", "|a|b|\n|---|--:|\n|1|2|", Model::Table,
        "<table cellspacing=\"0\" cellpadding=\"6\"><tr><th align=\"left\">a</th><th align=\"right\">b</th></tr>"
        "<tr><td align=\"left\">1</td><td align=\"right\">2</td></tr></table>");
    row("task list", "- [ ] a\n- [x] b", Model::List, "<ul><li>\u2610 a</li><li>\u2611 b</li></ul>");
    row("footnote", "one[^1] and[^a-b]", Model::Paragraph, "one<sup>1</sup> and<sup>a-b</sup>");
    row("the note itself", "[^1]: https://x.org is no address of a link", Model::Paragraph,
        "<sup>1</sup> <a href=\"https://x.org\">https://x.org</a> is no address of a link");
    row("two notes", "[^1]: one\n[^2]: two", Model::Paragraph, "<sup>1</sup> one<br/><sup>2</sup> two");
    row("no footnote", "a[^ b] `[^1]`", Model::Paragraph, "a[^ b] <code>[^1]</code>");
    row("thinking", "<think>\nIs *it* so?\n</think>\n", Model::Thinking, "Is *it* so?");
    row("tool call", "<tool_call>\n{\"name\": \"f\"}\n</tool_call>", Model::Code, "{\"name\": \"f\"}");
    row("bare JSON", "{\"a\": [1, \"}\"]}", Model::Code, "{\"a\": [1, \"}\"]}");
    row("no JSON", "[a] and {b}", Model::Paragraph, "[a] and {b}");
    row("no thinking", "`<think>` is a tag", Model::Paragraph, "<code>&lt;think&gt;</code> is a tag");
    row("not ascii", "grüße 你好 🚀", Model::Paragraph, "grüße 你好 🚀");
  }
  void one_block() {
    QFETCH(QString, markdown);
    MessageBlocksModel model;
    model.setText(markdown);
    QCOMPARE(model.rowCount(), 1);
    QTEST(model.data(model.index(0), MessageBlocksModel::TypeRole).toInt(), "type");
    QTEST(model.data(model.index(0), MessageBlocksModel::TextRole).toString(), "text");
  }

  void a_table_that_goes_on_has_its_headings_again() {
    const auto blocks = parseMarkdown(QByteArray("|river|length|\n|---|---|\n") + QByteArray("|Aare|288 km|\n").repeated(400));
    QVERIFY(blocks.size() > 2);
    for (const auto& block : blocks) {
      QCOMPARE(block.type, MarkdownBlockType::Table);
      QCOMPARE(block.text.count(QStringLiteral("<th ")), 2);
      QVERIFY2(block.text.startsWith(QStringLiteral("<table")) && block.text.indexOf(QStringLiteral("river")) < block.text.indexOf(QStringLiteral("Aare")), qPrintable(block.text.left(300)));
    }
  }

  void streamed_text_makes_the_same_blocks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("step");
    const auto tour = QString::fromStdString(fake::canned_answer("User: tour"));
    const QString tricky = QStringLiteral(
        "a\n\n    indented\n\n* x\n\n* y\n\nz\n===\n\n````\n```\n\n# no heading\n```\n````\nend\n\n~~~\nopen");
    const QString thoughts = QStringLiteral("<think>\na\n\n```\n</x>\n```\nb\n</think>\n\nSo **c**.\n\n<tool_call>\n{\"d\": 1}\n</tool_call>\nand\n<tool_response>e</tool_response>\n\nf[^1]\n\n[^1]: g");
    const QString unopened = QStringLiteral("I wonder.\n\nWhat is it?\n\n- a\n- b\n</think>\n\nIt is so.");
    const QString json = QStringLiteral("{\"a\": [1, 2, {\"b\": \"```\"}]}\n\nThat was it.");
    for (const int step : {1, 7, 63, 2000}) {
      QTest::addRow("thoughts %d", step) << thoughts << step;
      QTest::addRow("unopened %d", step) << unopened << step;
      QTest::addRow("json %d", step) << json << step;
      QTest::addRow("tour %d", step) << tour << step;
      QTest::addRow("tricky %d", step) << tricky << step;
    }
  }
  void streamed_text_makes_the_same_blocks() {
    QFETCH(QString, text);
    QFETCH(int, step);
    MessageBlocksModel model;
    QAbstractItemModelTester tester(&model);
    for (int at = 0; at < text.size(); at += step) model.append(text.mid(at, step));
    MessageBlocksModel whole;
    whole.setText(text);
    QCOMPARE(contents(model), contents(whole));
  }

  void only_the_last_block_changes_while_it_grows() {
    MessageBlocksModel model;
    model.setText(QStringLiteral("# Title\n\nfirst paragraph\n\nsecond "));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 20; ++i) model.append(QStringLiteral("word "));
    QVERIFY(!changed.isEmpty());
    for (const auto& signal : changed) QCOMPARE(signal.at(0).toModelIndex().row(), 2);
    QCOMPARE(model.rowCount(), 3);
  }

  void thinking_goes_on_until_it_ends() {
    MessageBlocksModel model;
    QAbstractItemModelTester tester(&model);
    model.append(QStringLiteral("<think>\nfirst"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.data(model.index(0), MessageBlocksModel::LevelRole).toInt(), 1);
    model.append(QStringLiteral(" and\n\nsecond</think>\nSo it is."));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.data(model.index(0), MessageBlocksModel::LevelRole).toInt(), 0);
    QCOMPARE(model.data(model.index(0), MessageBlocksModel::TextRole).toString(), QStringLiteral("first and\n\nsecond"));
    QCOMPARE(model.data(model.index(1), MessageBlocksModel::TextRole).toString(), QStringLiteral("So it is."));
  }

  void thinking_that_the_format_opened_is_known_from_the_first_word() {
    MessageBlocksModel model;
    model.setBeginsThinking(true);
    model.append(QStringLiteral("Hm, "));
    QCOMPARE(model.data(model.index(0), MessageBlocksModel::TypeRole).toInt(), int(MessageBlocksModel::Thinking));
    model.append(QStringLiteral("yes.</think>\n\nYes."));
    QCOMPARE(model.rowCount(), 2);
  }

  void code_of_tools_says_what_it_is() {
    MessageBlocksModel model;
    model.setText(QStringLiteral("<tool_call>{}</tool_call>\n<tool_response>plain</tool_response>\n```json\n{}\n```"));
    QCOMPARE(model.rowCount(), 3);
    const int origins[] = {MessageBlocksModel::ToolCall, MessageBlocksModel::ToolResult, MessageBlocksModel::Fenced};
    for (int row = 0; row < 3; ++row) QCOMPARE(model.data(model.index(row), MessageBlocksModel::LevelRole).toInt(), origins[row]);
  }

  void a_text_is_parsed_when_it_is_looked_at() {
    MessageBlocksModel model;
    model.setText(QStringLiteral("a\n\nb"));
    QVERIFY(!model.isParsed());
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.isParsed());
    MessageBlocksModel grown;
    grown.setText(QStringLiteral("a\n\nb"));
    grown.append(QStringLiteral("\n\nc"));
    QCOMPARE(grown.rowCount(), 3);
  }

  void code_that_grows_is_what_it_would_be_whole_data() {
    QTest::addColumn<QString>("text");
    const auto lines = QStringLiteral("int a;\n\n  // b\n").repeated(20);
    QTest::newRow("without an end") << u"Before.\n\n```cpp\n"_s + lines;
    QTest::newRow("with one") << u"Before.\n\n```cpp\n"_s + lines + u"```\n\nAfter.\n"_s;
    QTest::newRow("shorter fences inside") << u"````md\n```\nx\n```\n"_s + lines + u"````\nAfter"_s;
    QTest::newRow("a line that begins like the end") << u"```\n"_s + lines + u"```x\n"_s + lines;
    QTest::newRow("waves") << u"~~~\n```\n"_s + lines + u"~~~~\n\n- one\n"_s;
    QTest::newRow("only line ends") << u"```\n\n\n\n"_s;
    QTest::newRow("two of them") << u"```\n"_s + lines + u"```\n\n```js\n"_s + lines;
    QTest::newRow("other line ends") << u"```\na\r\nb\n"_s + lines;
    QTest::newRow("letters of two bytes") << u"```\näöü €\n"_s + lines + u"😀"_s;
    QTest::newRow("words of thinking") << u"So.\n\n```\n</think>\n"_s + lines;
  }
  void code_that_grows_is_what_it_would_be_whole() {
    QFETCH(QString, text);
    for (const int step : {1, 2, 7, 60}) {
      MessageBlocksModel model;
      (void)model.blocks();
      for (int at = 0; at < text.size(); at += step) {
        auto end = std::min<qsizetype>(at + step, text.size());
        if (text[end - 1].isHighSurrogate()) ++end;
        model.append(text.mid(at, end - at));
        at = static_cast<int>(end) - step;
        QCOMPARE(model.blocks(), MessageBlocksModel::blocksOf(text.first(end)));
      }
    }
  }

  void long_text_is_parsed_in_bounded_time() {
    MessageBlocksModel model;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 4000; ++i) model.append(QStringLiteral("A paragraph of an answer that is rather long.\n\n"));
    QCOMPARE(model.rowCount(), 4000);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
  }

  void shorter_text_removes_blocks() {
    MessageBlocksModel model;
    QAbstractItemModelTester tester(&model);
    model.setText(QStringLiteral("a\n\nb\n\nc"));
    model.setText(QStringLiteral("a"));
    QCOMPARE(model.rowCount(), 1);
    model.setText(QString());
    QCOMPARE(model.rowCount(), 0);
  }
};

QTEST_GUILESS_MAIN(MessageBlocksModelTest)
#include "message_blocks_model_test.moc"
