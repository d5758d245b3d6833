// How long a model may think: counted while it does, and only then.
#include <QTest>

#include "app/inference/thinking.h"

using namespace eddy;

class ThinkingTest : public QObject {
  Q_OBJECT

 private slots:
  void without_a_budget_there_is_no_limit() {
    ThinkingLimit limit({}, "<think>\n");
    QVERIFY(!limit.left("a long thought", 100'000));
  }
  void thinking_that_the_format_opened_counts_from_the_first_token() {
    ThinkingLimit limit({.wanted = {}, .budget = 10}, "<think>\n");
    QCOMPARE(limit.left("", 0), std::optional(10));
    QCOMPARE(limit.left("a", 4), std::optional(6));
    QCOMPARE(limit.left("a b", 12), std::optional(0));
    QVERIFY(!limit.left("a b</think>", 13));
    QVERIFY(!limit.left("a b</think> <think>", 14));
  }
  void thinking_that_the_model_opens_counts_too() {
    ThinkingLimit limit({.wanted = {}, .budget = 10}, "");
    QVERIFY(!limit.left("", 0));
    QVERIFY(!limit.left(" <thi", 2));
    QCOMPARE(limit.left(" <think>\nso", 4), std::optional(6));
  }
  void an_answer_that_does_not_think_is_left_alone() {
    ThinkingLimit limit({.wanted = {}, .budget = 2}, "");
    QVERIFY(!limit.left("The tag <think> opens", 5));
    QVERIFY(!limit.left("<think>", 9));  // it had begun otherwise
  }
  void thinking_that_was_switched_off_is_none() {
    ThinkingLimit limit({.wanted = false, .budget = 2}, "<think>\n");
    QVERIFY(!limit.left("Yes, of course.", 9));
  }
  void what_opens_thinking() {
    QVERIFY(opens_thinking("<think>\n") && opens_thinking("Assistant: <think>"));
    QVERIFY(!opens_thinking("") && !opens_thinking("<think>\n</think>") && !opens_thinking("</think>"));
  }
  void an_opening_that_closes_is_none() {
    ThinkingLimit limit({.wanted = {}, .budget = 2}, "<think>\n\n</think>\n\n");
    QVERIFY(!limit.left("Yes, of course.", 9));
  }
};

QTEST_GUILESS_MAIN(ThinkingTest)
#include "thinking_test.moc"
