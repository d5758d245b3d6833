// Text that means harm: what comes of it is bounded, links lead only where they say, and no work grows faster than the text.
#include <QElapsedTimer>
#include <QTest>
#include <ctime>

#include "app/chat/message_blocks_model.h"

using namespace eddy;

class HostileMarkdownTest : public QObject {
  Q_OBJECT

  static double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

  static QString allText(const MessageBlocksModel& model) {
    QString all;
    for (const auto& block : model.blocks()) all += block.text;
    return all;
  }

  static int deepest(const QString& html) {
    int depth = 0, most = 0;
    for (qsizetype i = 0; (i = html.indexOf(u'<', i)) >= 0; ++i) {
      if (html.mid(i).startsWith(QStringLiteral("<br")) || html.mid(i).startsWith(QStringLiteral("<hr"))) continue;
      depth += html[i + 1] == u'/' ? -1 : 1;
      most = std::max(most, depth);
    }
    return depth == 0 ? most : 1000;
  }

 private slots:
  void whatever_comes_is_bounded_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");  // a word that must still be there
    const auto row = [](const char* name, const QString& text, const QString& kept) { QTest::newRow(name) << text << kept; };
    row("a line of a megabyte", QStringLiteral("word ").repeated(200'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("a megabyte without a blank", QString(1'000'000, u'x') + QStringLiteral("end"), QStringLiteral("end"));
    row("a megabyte of bold", QStringLiteral("**") + QStringLiteral("word ").repeated(100'000) + QStringLiteral("end**"), QStringLiteral("end"));
    row("a megabyte beyond the basic plane", QStringLiteral("🚀").repeated(250'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("10,000 nested quotes", QString(10'000, u'>') + QStringLiteral(" deep"), QStringLiteral("deep"));
    row("10,000 nested quotes in lines", [] {
      QString text;
      for (int i = 1; i < 1000; ++i) text += QString(i, u'>') + QStringLiteral(" line\n");
      return text + QStringLiteral("deep");
    }(), QStringLiteral("deep"));
    row("10,000 nested lists", QStringLiteral("- ").repeated(10'000) + QStringLiteral("deep"), QStringLiteral("deep"));
    row("lists by indentation", [] {
      QString text;
      for (int i = 0; i < 1000; ++i) text += QString(2 * i, u' ') + QStringLiteral("- x\n");
      return text + QStringLiteral("\ndeep");
    }(), QStringLiteral("deep"));
    row("a table of 20,000 rows", QStringLiteral("|a|b|\n|---|---|\n") + QStringLiteral("|one|two|\n").repeated(20'000) + QStringLiteral("|end|x|"), QStringLiteral("end"));
    row("a table of 10,000 columns", [] {
      return QStringLiteral("|a").repeated(10'000) + QStringLiteral("|\n") + QStringLiteral("|-").repeated(10'000) + QStringLiteral("|\n") + QStringLiteral("|b").repeated(10'000) + QStringLiteral("|end|");
    }(), QStringLiteral("b"));
    row("a list of 50,000 points", QStringLiteral("- one point\n").repeated(50'000) + QStringLiteral("- end"), QStringLiteral("end"));
    row("open brackets", QStringLiteral("[").repeated(100'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("open links", QStringLiteral("[a](").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("stars", QStringLiteral("*a **b ").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("backticks", [] {
      QString text;
      for (int i = 1; i < 1200; ++i) text += QString(i, u'`') + QStringLiteral("x ");
      return text + QStringLiteral("end");
    }(), QStringLiteral("end"));
    row("dollars", QStringLiteral("$a $$b \\(").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("footnotes", QStringLiteral("[^a").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("tags", QStringLiteral("<think>\n").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("tool calls", QStringLiteral("<tool_call>\n</tool_call>\n").repeated(5'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("open JSON", QStringLiteral("{\"a\":[").repeated(50'000) + QStringLiteral("end"), QStringLiteral("end"));
    row("nothing but line ends", QString(500'000, u'\n') + QStringLiteral("end"), QStringLiteral("end"));
    row("zero characters", QString(100'000, QChar(0)) + QStringLiteral("end"), QStringLiteral("end"));
  }
  void whatever_comes_is_bounded() {
    QFETCH(QString, text);
    QFETCH(QString, kept);
    MessageBlocksModel model;
    const double before = cpu();
    model.setText(text);
    const int count = model.count();
    const double spent = cpu() - before;
    QVERIFY2(spent < 4, qPrintable(QString::number(spent)));  // seconds of the processor, a hundred times what it takes
    QVERIFY(count <= text.size() / 8 + 2);  // a view shows GradualRows::kMost of them
    qsizetype longest = 0;
    for (const auto& block : model.blocks()) {
      if (block.type == MarkdownBlockType::Code || block.type == MarkdownBlockType::Thinking) continue;
      longest = std::max(longest, block.text.size());
      QVERIFY2(deepest(block.text) <= kDeepestMarkup, qPrintable(block.text.left(200)));
    }
    QVERIFY2(longest < 5 * kLongestBlock, qPrintable(QString::number(longest)));
    QVERIFY(allText(model).contains(kept));
  }

  void streamed_it_stays_bounded_too_data() {
    QTest::addColumn<QString>("piece");
    QTest::newRow("a line without an end") << QStringLiteral("word word word ");
    QTest::newRow("no blank at all") << QString(16, u'x');
    QTest::newRow("quotes") << QStringLiteral("> a line\n");
    QTest::newRow("points") << QStringLiteral("- a point\n");
    QTest::newRow("code") << QStringLiteral("int x = 0;\n");
  }
  void streamed_it_stays_bounded_too() {
    QFETCH(QString, piece);
    MessageBlocksModel model;
    if (qstrcmp(QTest::currentDataTag(), "code") == 0) model.append(QStringLiteral("```cpp\n"));
    const auto chunk = piece.repeated(16);
    while (model.blocks().empty() || model.rowCount() == 0) model.append(chunk);
    const double before = cpu();
    int steps = 0;
    for (qsizetype length = 0; length < 400'000; length += chunk.size(), ++steps) model.append(chunk);
    const double each = (cpu() - before) / steps * 1e3;
    QVERIFY2(each < 8, qPrintable(QString::number(each)));  // milliseconds, of a frame's sixteen
  }

  void links_lead_where_they_say_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("href");  // "": none
    const auto row = [](const char* name, const char* markdown, const char* href) { QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(href); };
    row("script", "[a](javascript:alert(1))", "");
    row("script with a line end", "[a](java\nscript:alert(1))", "");
    row("script in capitals", "[a](JaVaScRiPt:alert(1))", "");
    row("script with a zero-width blank", "[a](java\xE2\x80\x8Bscript:alert(1))", "");
    row("script by entities", "[a](&#106;avascript:alert(1))", "");
    row("data", "[a](data:text/html;base64,PGI+)", "");
    row("file", "[a](file:///etc/passwd)", "");
    row("file by itself", "<file:///etc/passwd>", "");
    row("share", "[a](\\\\server\\share)", "");
    row("no scheme", "[a](//example.org/x)", "");
    row("program", "[a](vscode://open?x)", "");
    row("quote out of the attribute", "[a](https://x.org/\"onclick=\"b)", "https://x.org/%22onclick=%22b");
    row("direction turned in the address", "[a](https://x.org/\xE2\x80\xAEgnp.exe)", "https://x.org/%E2%80%AEgnp.exe");
    row("letters that look like others", "[a](https://\xD0\xB0pple.com/)", "https://xn--pple-43d.com/");
    row("zero-width in the address", "[a](https://x.org/a\xE2\x80\x8B" "b)", "https://x.org/a%E2%80%8Bb");
    row("plain", "[a](https://x.org/a?b=c&d=e)", "https://x.org/a?b=c&amp;d=e");
    row("mail", "[a](mailto:ada@example.org)", "mailto:ada@example.org");
  }
  void links_lead_where_they_say() {
    QFETCH(QString, markdown);
    QFETCH(QString, href);
    MessageBlocksModel model;
    model.setText(markdown);
    const auto html = allText(model);
    if (href.isEmpty()) QVERIFY2(!html.contains(QStringLiteral("<a ")), qPrintable(html));
    else QVERIFY2(html.contains(QStringLiteral("<a href=\"%1\">").arg(href)), qPrintable(html));
  }

  void nothing_is_fetched_and_no_markup_gets_through_data() {
    QTest::addColumn<QString>("markdown");
    for (const char* markdown : {"![x](https://x.org/track.png)", "<img src=https://x.org/a.png>", "<iframe src=\"x\"></iframe>", "<style>*{}</style>", "[![x](https://x.org/a.png)](https://x.org)",
                                 "| <img src=x> |\n|---|\n| <b onclick=x> |", "- <script>alert(1)</script>", "> <object data=x>", "```\n```\n<img src=x>", "![x][r]\n\n[r]: https://x.org/a.png",
                                 "$\\href{javascript:x}{a}$ and $<img src=x>$", "[^<img src=x>]", "[^a]: <img src=x>"})
      QTest::newRow(markdown) << QString::fromUtf8(markdown);
  }
  void nothing_is_fetched_and_no_markup_gets_through() {
    QFETCH(QString, markdown);
    MessageBlocksModel model;
    model.setText(markdown);
    for (const auto& block : model.blocks()) {
      if (block.type == MarkdownBlockType::Code) continue;
      for (const char* tag : {"<img", "<iframe", "<style", "<script", "<object", "<b onclick"}) QVERIFY2(!block.text.contains(QLatin1String(tag)), qPrintable(block.text));
    }
  }

  void direction_is_not_turned_around() {
    MessageBlocksModel model;
    model.setText(QString::fromUtf8("a \xE2\x80\xAE" "b &#x202E;c &#8238;d `e\xE2\x80\xAD`"));
    const auto text = allText(model);
    for (const char16_t mark : {u'\u202D', u'\u202E'}) QVERIFY(!text.contains(QChar(mark)));
    QVERIFY(!text.contains(QStringLiteral("202E"), Qt::CaseInsensitive));
    QVERIFY(!text.contains(QStringLiteral("8238")));
  }

  void marks_of_footnotes_cannot_be_forged() {
    MessageBlocksModel model;
    model.setText(QStringLiteral("a\x02" "b\x03" "c"));
    QCOMPARE(allText(model), QStringLiteral("abc"));
  }
};

QTEST_GUILESS_MAIN(HostileMarkdownTest)
#include "hostile_markdown_test.moc"
