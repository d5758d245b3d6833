// What a screen reader is given of an answer: whole sentences, in order, once, however the answer arrives.
#include <QTest>

#include "app/chat/spoken_text.h"

using namespace eddy;

class SpokenTextTest : public QObject {
  Q_OBJECT

  static QStringList said(const QString& markdown, int piece) {
    SpokenText text;
    QStringList all;
    for (qsizetype at = 0; at < markdown.size(); at += piece) all += text.feed(markdown.mid(at, piece));
    return all + text.end();
  }

 private slots:
  void answers_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("sentences");
    const auto row = [](const char* name, const char* markdown, QStringList sentences) {
      QTest::newRow(name) << QString::fromUtf8(markdown) << std::move(sentences);
    };
    row("nothing", "", {});
    row("two sentences", "It rains. Take a coat!", {"It rains.", "Take a coat!"});
    row("no full stop", "It rains", {"It rains"});
    row("lines end sentences", "It rains\nand pours", {"It rains", "and pours"});
    row("numbers and short words", "Pi is 3.14 e.g. for Dr. Who. The rest is known.", {"Pi is 3.14 e.g. for Dr. Who.", "The rest is known."});
    row("questions in quotes", "\"Is it?\" She nodded.", {"\"Is it?\"", "She nodded."});
    row("markdown is not read", "# Title\n\n**Bold** and `code` and [a link](https://x.org).\n\n> quoted", {"Title", "Bold and code and a link.", "quoted"});
    row("emphasis over two sentences", "**It rains. It pours.** Now.", {"It rains.", "It pours.", "Now."});
    row("lists keep their numbers", "1. First thing\n2. Second thing\n\n- a point\n* another", {"1. First thing", "2. Second thing", "a point", "another"});
    row("a number inside", "It was in 1986. That is long ago.", {"It was in 1986.", "That is long ago."});
    row("code is summed up", "Look:\n\n```python\na = 1\n\nb = 2\n```\nDone.", {"Look:", "Code block in python, 3 lines.", "Done."});
    row("code without a language", "~~~~\n```\nx\n```\n~~~~\n", {"Code block, 3 lines."});
    row("code that never ends", "```\nx\ny", {"Code block, 2 lines."});
    row("code with an empty line", "```js\nx\n\n```", {"Code block in js, 2 lines."});
    row("inline code first", "`x` is a name. It is short.", {"x is a name.", "It is short."});
    row("thinking is summed up", "<think>\nHm. Let me see.\n</think>\n\nIt is 4.", {"Thinking.", "Thought about it in 4 words.", "It is 4."});
    row("thinking that never ends", "<think>\nHm. Let me", {"Thinking."});
    row("empty thinking", "<think>\n\n</think>\nYes.", {"Thinking.", "Thought about it in 0 words.", "Yes."});
    row("a table", "| Name | Size |\n|---|--:|\n| one | 1 |\n| | 2 |\n", {"Name, Size", "one, 1", "2"});
    row("rules are silent", "One.\n\n---\n\n***\n\nTwo.", {"One.", "Two."});
    row("a formula", "$$\nx^2\n$$\nThat is it.", {"x^2", "That is it."});
    row("other scripts", "今天下雨。带上外套！好", {QString::fromUtf8("今天下雨。"), QString::fromUtf8("带上外套！"), QString::fromUtf8("好")});
    row("less than", "<5 is small. <B> is a tag.", {"<5 is small.", "<B> is a tag."});
    row("blanks alone", "  \n\n \n", {});
  }
  void answers() {
    QFETCH(QString, markdown);
    QFETCH(QStringList, sentences);
    for (const int piece : {1, 2, 3, 7, 1000}) QCOMPARE(said(markdown, piece), sentences);
  }

  void a_sentence_is_said_when_the_next_begins() {
    SpokenText text;
    QCOMPARE(text.feed(QStringLiteral("It rains. ")), QStringList());
    QCOMPARE(text.feed(QStringLiteral("T")), QStringList{QStringLiteral("It rains.")});
    QCOMPARE(text.feed(QStringLiteral("hen the sun shines.\n")), QStringList{QStringLiteral("Then the sun shines.")});
    QCOMPARE(text.end(), QStringList());
  }

  void thinking_that_the_format_opened_is_summed_up() {
    SpokenText text;
    QCOMPARE(text.beginThinking(), QStringList{QStringLiteral("Thinking.")});
    QCOMPARE(text.feed(QStringLiteral("Let me see.</think>Four.")), QStringList{QStringLiteral("Thought about it in 3 words.")});
    QCOMPARE(text.end(), QStringList{QStringLiteral("Four.")});
  }

  void what_comes_next_is_of_the_next_answer() {
    SpokenText text;
    (void)text.feed(QStringLiteral("```\nx"));
    (void)text.end();
    QCOMPARE(text.feed(QStringLiteral("y\n")), QStringList{QStringLiteral("y")});
  }

  void a_long_line_costs_no_more_than_its_length() {
    SpokenText text;
    QStringList all;
    for (int i = 0; i < 20'000; ++i) all += text.feed(QStringLiteral("Yes it is. "));
    all += text.end();
    QCOMPARE(all.size(), 20'000);
    QString endless;
    for (int i = 0; i < 50'000; ++i) endless += text.feed(QStringLiteral("and on ")).join(u' ') + u' ';
    endless += text.end().join(u' ');
    QCOMPARE(endless.count(QStringLiteral("and")), 50'000);
  }
};

QTEST_MAIN(SpokenTextTest)
#include "spoken_text_test.moc"
