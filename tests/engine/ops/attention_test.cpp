#include "engine/ops/attention.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

namespace {

struct Case {
  const char* name;
  int sequences, tokens, before, query_heads, key_heads, key_size, value_size, window;
  float cap;
};

constexpr Case kCases[] = {
    {"first token", 1, 1, 0, 1, 1, 1, 1, 0, 0},
    {"decode", 2, 1, 700, 8, 2, 16, 16, 0, 0},
    {"decode across blocks", 1, 1, 256, 4, 4, 64, 64, 0, 0},
    {"short prompt", 1, 7, 0, 4, 2, 16, 16, 0, 0},
    {"chunk in the middle", 2, 63, 1000, 6, 3, 8, 8, 0, 0},
    {"odd sizes", 3, 5, 70, 3, 1, 7, 5, 0, 0},
    {"keys and values of other sizes", 1, 33, 40, 4, 2, 24, 16, 0, 0},
    {"window", 1, 40, 600, 4, 1, 16, 16, 100, 0},
    {"window at decode", 2, 1, 600, 4, 1, 16, 16, 128, 0},
    {"window of one", 1, 20, 3, 2, 2, 8, 8, 1, 0},
    {"window that nothing leaves", 1, 20, 3, 2, 2, 8, 8, 4096, 0},
    {"cap", 1, 17, 30, 2, 1, 16, 16, 0, 2.0f},
    {"heads of 64, several blocks of rows", 1, 130, 10, 4, 2, 64, 64, 0, 0},
    {"heads of 128", 1, 70, 250, 4, 2, 128, 128, 0, 0},
    {"heads of 100 and 72", 2, 37, 90, 3, 1, 100, 72, 0, 0},
    {"many blocks of rows", 5, 130, 10, 16, 16, 64, 64, 0, 0},
    {"many blocks of rows, heads of 128", 5, 130, 0, 16, 16, 128, 128, 0, 0},
    {"heads of 160", 1, 33, 100, 2, 1, 160, 160, 0, 0},
    {"window that many rows leave", 1, 130, 500, 2, 1, 64, 64, 70, 0},
};

AttentionParams params_of(const Case& c) {
  return {c.query_heads, c.key_heads, 1.0f / std::sqrt(static_cast<float>(c.key_size)), c.window, c.cap};
}

OpHarness harness_of(const Case& c) {
  OpHarness op(c.sequences, c.tokens);
  const std::int64_t absent = first_visible(params_of(c), c.before);
  op.add_input(op.activation(c.query_heads * c.key_size), -3, 3);
  op.add_rows(c.key_heads * c.key_size, c.before, absent);
  op.add_rows(c.key_heads * c.value_size, c.before, absent);
  return op;
}

/// Rows of a slot in memory of their own.
struct Rows {
  std::vector<float> block;
  std::vector<float*> addresses;
  TokenRows rows;

  Rows(std::vector<float> values, std::int64_t width, std::int64_t before) : block(std::move(values)) {
    block.resize(static_cast<std::size_t>(TokenRows::kPerBlock * width));
    addresses = {block.data()};
    rows = {addresses, before, width};
  }
};

}  // namespace

class AttentionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kCases)); ++i) QTest::newRow(kCases[i].name) << i;
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, index);
    const Case& c = kCases[index];
    OpHarness op = harness_of(c);
    op.add_output(op.activation(c.query_heads * c.value_size));
    const auto wrong = op.check(kAttention, OpParams::of(params_of(c)), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void stripes_agree_with_reference_data() { kernel_agrees_with_reference_data(); }
  void stripes_agree_with_reference() {
    QFETCH(int, index);
    const Case& c = kCases[index];
    // Stripes that see nothing hold minus infinity, which no difference can compare: every stripe has a tile here.
    if (c.before < 8 * kAttentionTile || (c.window > 0 && c.window < 8 * kAttentionTile)) return;
    OpHarness op = harness_of(c);
    op.add_output(op.activation(c.query_heads * kAttentionStripes * (c.value_size + 2)));
    const auto wrong = op.check(kAttentionStripe, OpParams::of(params_of(c)), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void joining_agrees_with_reference() {
    for (const auto& [heads, size] : {std::pair{1, 1}, {5, 7}, {40, 64}}) {
      OpHarness op(2, 3);
      op.add_input(op.activation(heads * kAttentionStripes * (size + 2)), 0.1f, 2);
      op.add_output(op.activation(heads * size));
      const auto wrong = op.check(kAttentionJoin, OpParams::of(AttentionParams{.query_heads = heads}), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void rows_are_appended_behind_those_that_are_there() {
    for (int before : {0, 3, 250, 511}) {
      OpHarness op(2, 9);
      op.add_input(op.activation(5));
      op.add_rows(5, before);
      const auto wrong = op.check(kAppendRows, {}, 0);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void reference_is_a_softmax_over_what_is_visible() {
    // One head of one channel; keys 0, ln 2, ln 4 against q = 1 weigh 1, 2, 4.
    QCOMPARE(attend(0, 0), (100.0f + 2 * 10 + 4 * 1) / 7);
    QCOMPARE(attend(2, 0), (2 * 10 + 4 * 1) / 6.0f);
    QCOMPARE(attend(1, 0), 1.0f);
    QVERIFY(attend(0, 0.1f) > attend(0, 0));  // a cap brings the weights together
  }

 private:
  static float attend(int window, float cap) {
    Rows keys({0, std::log(2.0f), std::log(4.0f)}, 1, 2), values({100, 10, 1}, 1, 2);
    float q = 1, y = 0;
    const Operand in[] = {{.tensor = {&q, {1, 1, 1}}},
                          {.tensor = {.shape = {1}}, .rows = {&keys.rows, 1}},
                          {.tensor = {.shape = {1}}, .rows = {&values.rows, 1}}};
    const Operand out[] = {{.tensor = {&y, {1, 1, 1}}}};
    kAttention.reference({1, 1, in, out, OpParams::of(AttentionParams{1, 1, 1, window, cap})});
    return y;
  }
};

QTEST_APPLESS_MAIN(AttentionTest)
#include "attention_test.moc"
