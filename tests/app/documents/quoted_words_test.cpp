// Which words of a drawn page are marked.
#include <QtTest>

#include "app/documents/quoted_words.h"

using namespace eddy;

namespace {

/// Words on lines of a page: ten to the width, one line each tenth of the height.
std::vector<WordBox> page(const std::vector<const char*>& lines) {
  std::vector<WordBox> words;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const auto parts = QString::fromUtf8(lines[line]).split(QLatin1Char(' '));
    for (int i = 0; i < parts.size(); ++i) words.push_back({0.1 * i, 0.1 * static_cast<double>(line), 0.08, 0.05, parts[i].toStdString()});
  }
  return words;
}

}  // namespace

class QuotedWordsTest : public QObject {
  Q_OBJECT

 private slots:
  void a_quote_is_marked_line_by_line() {
    const auto words = page({"The harbour has two", "boats and a lamp", "which has two sides"});
    const auto boxes = quoted_boxes(words, "has two\nboats and");
    QCOMPARE(boxes.size(), std::size_t{2});
    QVERIFY(qAbs(boxes[0].x - 0.2) < 1e-9 && qAbs(boxes[0].width - 0.18) < 1e-9);
    QVERIFY(qAbs(boxes[1].x) < 1e-9 && qAbs(boxes[1].y - 0.1) < 1e-9);
  }
  void punctuation_and_case_do_not_matter() {
    QCOMPARE(quoted_boxes(page({"- \xE2\x80\x9EHas two, boats!"}), "has TWO boats").size(), std::size_t{1});
  }
  void short_quotes_and_other_scripts_are_found() {
    QCOMPARE(quoted_boxes(page({"a lamp burns"}), "lamp").size(), std::size_t{1});
    QCOMPARE(quoted_boxes(page({"\xE6\xB8\xAF\xE5\x8F\xA3 x"}), "\xE6\xB8\xAF\xE5\x8F\xA3").size(), std::size_t{1});
  }
  void a_word_divided_at_the_end_of_a_line_is_marked_whole() {
    const auto boxes = quoted_boxes(page({"the red boat is Gud-", "run and carries"}), "boat is Gudrun and");
    QCOMPARE(boxes.size(), std::size_t{2});
    QVERIFY(qAbs(boxes[0].x + boxes[0].width - 0.48) < 1e-9 && qAbs(boxes[1].width - 0.18) < 1e-9);
    QCOMPARE(quoted_boxes(page({"a boat is well-", "known here"}), "boat is well-known").size(), std::size_t{2});
  }
  void nothing_is_marked_for_nothing() {
    QVERIFY(quoted_boxes(page({"a lamp burns"}), " \n ").empty());
    QVERIFY(quoted_boxes({}, "a lamp").empty());
    QVERIFY(quoted_boxes(page({"a lamp burns"}), "has two boats").empty());
  }
  void a_selection_runs_in_reading_order_whichever_way_it_is_drawn() {
    const auto words = page({"one two three", "four five six"});
    for (const bool backwards : {false, true}) {
      const auto boxes = backwards ? selected_boxes(words, 0.15, 0.12, 0.11, 0.01) : selected_boxes(words, 0.11, 0.01, 0.15, 0.12);
      QCOMPARE(boxes.size(), std::size_t{2});
      QCOMPARE(boxes.front().text, std::string("two three four five"));
    }
    QVERIFY(selected_boxes({}, 0, 0, 1, 1).empty());
  }
};

QTEST_APPLESS_MAIN(QuotedWordsTest)
#include "quoted_words_test.moc"
