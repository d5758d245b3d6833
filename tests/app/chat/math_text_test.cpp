// Formulas as text: what is known is set, what is not stays TeX, and nothing harmful comes of anything.
#include <QTest>

#include "app/chat/markdown_blocks.h"
#include "app/chat/math_text.h"

using namespace eddy;

class MathTextTest : public QObject {
  Q_OBJECT

  static QString plain(QString html) {
    return html.remove(QStringLiteral("<i>")).remove(QStringLiteral("</i>")).remove(QChar(0x2009)).replace(QChar(0xA0), u' ').simplified();
  }

 private slots:
  void formulas_are_set_as_text_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* tex, const char* text) { QTest::addRow("%s", tex) << QString::fromUtf8(tex) << QString::fromUtf8(text); };
    row("\\alpha + \\Omega", "α + Ω");
    row("a \\leq b \\neq c", "a ≤ b ≠ c");
    row("x^2", "x<sup>2</sup>");
    row("x_{ij}^{n+1}", "x<sub>ij</sub><sup>n+1</sup>");
    row("\\frac{1}{2}", "1/2");
    row("\\frac{a+b}{c}", "(a+b)/c");
    row("\\frac{d}{dx}", "d/(dx)");
    row("\\sqrt{x+1}", "√(x+1)");
    row("\\sqrt{2}", "√2");
    row("\\sqrt{b^2 - 4ac}", "√(b<sup>2</sup> − 4ac)");
    row("\\frac{x_1}{y^2}", "x<sub>1</sub>/y<sup>2</sup>");
    row("\\sqrt[3]{8}", "∛8");
    row("\\sum_{i=1}^{n} i", "∑<sub>i=1</sub><sup>n</sup> i");
    row("\\sin x", "sin x");
    row("\\mathbb{R}^n", "ℝ<sup>n</sup>");
    row("\\mathcal{L}", "ℒ");
    row("\\mathbf{v}", "<b>v</b>");
    row("\\text{if } x > 0", "if x &gt; 0");
    row("\\left( \\frac{1}{n} \\right)", "( 1/n )");
    row("\\left. x \\right|", "x |");
    row("\\hat{y}", "y\u0302");
    row("\\vec v", "v\u20d7");
    row("f'(x)", "f′(x)");
    row("a - b", "a − b");
    row("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "( a b ; c d )");
    row("\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}", "x = 1 <br/> y = 2");
    row("\\binom{n}{k}", "C(n, k)");
    row("\\unknown{x}", "\\unknownx");
    row("\\{1, 2\\}", "{1, 2}");
    row("E = mc^2", "E = mc<sup>2</sup>");
    row("", "");
  }
  void formulas_are_set_as_text() {
    QFETCH(QString, tex);
    QFETCH(QString, text);
    QCOMPARE(plain(mathHtml(tex)), text);
  }

  void hostile_formulas_do_nothing_bad_data() {
    QTest::addColumn<QString>("tex");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script> \\text{<img src=x>} \\href{javascript:x}{y}");
    QTest::newRow("open groups") << QStringLiteral("{").repeated(3000);
    QTest::newRow("deep fractions") << QStringLiteral("\\frac{").repeated(600);
    QTest::newRow("powers") << QStringLiteral("x^").repeated(1500);
    QTest::newRow("roots") << QStringLiteral("\\sqrt[").repeated(500);
    QTest::newRow("begins") << QStringLiteral("\\begin{matrix}").repeated(250);
    QTest::newRow("ends") << QStringLiteral("\\end{matrix}").repeated(250);
    QTest::newRow("lone backslash") << QStringLiteral("\\");
    QTest::newRow("half a character") << QString(QChar(0xD83D));
    QTest::newRow("long") << QStringLiteral("x").repeated(100'000);
    QTest::newRow("closing") << QStringLiteral("}}}}\\right)\\end{x}");
  }
  void hostile_formulas_do_nothing_bad() {
    QFETCH(QString, tex);
    const auto html = mathHtml(tex);
    for (const auto tag : {"<script", "<img", "<a ", "href="}) QVERIFY(!html.contains(QLatin1String(tag)));
    QVERIFY(html.size() <= 20 * tex.size() + 100);
  }

  void formulas_in_markdown_are_found_data() {
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QString>("source");
    const auto p = QStringLiteral("p"), m = QStringLiteral("m");
    QTest::newRow("alone") << QByteArray("$$x^2$$") << m << QStringLiteral("x^2");
    QTest::newRow("brackets") << QByteArray("\\[ x^2 \\]") << m << QStringLiteral("x^2");
    QTest::newRow("lines") << QByteArray("\\[\nx^2\n+ 1\n\\]") << m << QStringLiteral("x^2 + 1");
    QTest::newRow("dollar lines") << QByteArray("$$\nx\n= 2\n$$") << m << QStringLiteral("x = 2");
    QTest::newRow("lone dollars") << QByteArray("$$ and $ and $$$") << p << QString();
    QTest::newRow("between words") << QByteArray("So\n$$x$$\nholds.") << QStringLiteral("pmp") << QStringLiteral("x");
    QTest::newRow("inline") << QByteArray("So $x^2$ holds.") << p << QString();
    QTest::newRow("inline parentheses") << QByteArray("So \\(x^2\\) holds.") << p << QString();
    QTest::newRow("many dollars") << QByteArray("$").repeated(5000) << p << QString();
    QTest::newRow("money") << QByteArray("It costs $5 and $10.") << p << QString();
    QTest::newRow("unfinished") << QByteArray("\\[ x^2") << p << QString();
    QTest::newRow("code") << QByteArray("```\n\\[ x \\]\n```") << QStringLiteral("c") << QString();
    QTest::newRow("code inline") << QByteArray("`\\(x\\)`") << p << QString();
    QTest::newRow("other paragraph") << QByteArray("\\( x\n\ny \\)") << QStringLiteral("pp") << QString();
  }
  void formulas_in_markdown_are_found() {
    QFETCH(QByteArray, markdown);
    const auto blocks = parseMarkdown(markdown);
    QString kinds, source;
    for (const auto& block : blocks) {
      kinds += block.type == MarkdownBlockType::Math ? u'm' : block.type == MarkdownBlockType::Code ? u'c' : u'p';
      if (block.type == MarkdownBlockType::Math) source = block.language;
    }
    QTEST(kinds, "kinds");
    QTEST(source, "source");
  }

  void a_megabyte_of_signs_is_read_in_time_data() {
    QTest::addColumn<QByteArray>("piece");
    for (const char* piece : {"$", "$$ ", "\\[", "\\(x", "`", "$x ", "\\"}) QTest::addRow("%s", piece) << QByteArray(piece);
  }
  void a_megabyte_of_signs_is_read_in_time() {
    QFETCH(QByteArray, piece);
    QVERIFY(!parseMarkdown(piece.repeated(300'000 / piece.size())).empty());
  }

  void inline_formulas_and_money_read_as_they_should() {
    QVERIFY(parseMarkdown("So $x^2$ holds.").front().text.contains(u"<sup>2</sup>"));
    QVERIFY(parseMarkdown("So \\(x_i\\), then.").front().text.contains(u"<sub><i>i</i></sub>, then"));
    QCOMPARE(parseMarkdown("It costs $5 and $10.").front().text, QStringLiteral("It costs $5 and $10."));
    QCOMPARE(parseMarkdown("Prices: $ 5, 6$ and $7").front().text, QStringLiteral("Prices: $ 5, 6$ and $7"));
    QVERIFY(parseMarkdown("`\\(x\\)`").front().text.contains(u"\\(x\\)"));
    QCOMPARE(parseMarkdown("```\n\\[ x \\]\n```").front().text, QStringLiteral("\\[ x \\]"));
    QVERIFY(parseMarkdown("- $$x^2$$").front().text.contains(u"<sup>2</sup>"));
  }
};

QTEST_APPLESS_MAIN(MathTextTest)
#include "math_text_test.moc"
