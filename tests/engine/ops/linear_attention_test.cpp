#include "engine/ops/linear_attention.h"

#include <QTest>

#include "tests/support/engine/many_tokens.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class LinearAttentionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("keys");
    QTest::addColumn<int>("values");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (const auto& [keys, values] : {std::pair{1, 1}, {8, 8}, {64, 64}, {32, 80}, {7, 16}}) {
          QTest::addRow("%d x %d, [%d, %d]", sequences, tokens, keys, values) << sequences << tokens << keys << values;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, keys);
    QFETCH(int, values);
    constexpr int kHeads = 3;
    for (bool bonus : {false, true}) {
      for (bool constant : {false, true}) {
        OpHarness op(sequences, tokens);
        for (int i = 0; i < 2; ++i) op.add_input(op.activation(kHeads * keys));  // r, k
        op.add_input(op.activation(kHeads * values));                            // v
        op.add_input(constant ? Shape{kHeads, keys} : op.activation(kHeads * keys), 0.5f, 1);
        op.add_state({kHeads, keys, values});
        if (bonus) op.add_input({kHeads, keys});
        op.add_output(op.activation(kHeads * values));
        const auto wrong = op.check(kLinearAttention, OpParams::of(LinearAttentionParams{0.25f, bonus}), 1e-5);
        QVERIFY2(wrong.empty(), wrong.c_str());
      }
    }
  }

  void many_tokens_agree_with_reference_data() { test::add_rows_of_many_tokens(); }
  void many_tokens_agree_with_reference() {
    QFETCH(int, tokens);
    QFETCH(int, keys);
    QFETCH(int, values);
    QFETCH(float, least);
    QFETCH(float, most);
    constexpr int kHeads = 2;
    for (bool bonus : {false, true}) {
      for (bool constant : {false, true}) {
        OpHarness op(2, tokens);
        for (int i = 0; i < 2; ++i) op.add_input(op.activation(kHeads * keys));  // r, k
        op.add_input(op.activation(kHeads * values));                            // v
        op.add_input(constant ? Shape{kHeads, keys} : op.activation(kHeads * keys), least, most);
        op.add_state({kHeads, keys, values});
        if (bonus) op.add_input({kHeads, keys});
        op.add_output(op.activation(kHeads * values));
        const auto wrong = op.check(kLinearAttention, OpParams::of(LinearAttentionParams{0.25f, bonus}), 1e-5);
        QVERIFY2(wrong.empty(), wrong.c_str());
      }
    }
  }

  void reference_reads_before_or_after_the_update() {
    // One head, S = [[1, 2], [3, 4]] as [key][value], k v^T = [[10, 20], [0, 0]].
    const std::vector<float> decayed{10.5f, 21, 3, 4};
    QCOMPARE(run(true), (Outcome{decayed, {2 * (1 + 3 * 10 + 10 * 3), 2 * (2 + 3 * 20 + 10 * 4)}}));
    QCOMPARE(run(false), (Outcome{decayed, {2 * (10.5f + 30), 2 * (21 + 40)}}));
  }

 private:
  using Outcome = std::pair<std::vector<float>, std::vector<float>>;  // S, y

  static Outcome run(bool bonus) {
    std::vector<float> r{1, 10}, k{1, 0}, v{10, 20}, w{0.5f, 1}, u{3, 5}, state{1, 2, 3, 4}, y(2);
    float* states[] = {state.data()};
    const auto input = [](std::vector<float>& x) { return Operand{.tensor = {x.data(), {1, 1, 2}}}; };
    std::vector<Operand> in{input(r), input(k), input(v), input(w), {.tensor = {.shape = {1, 2, 2}}, .states = states}};
    if (bonus) in.push_back({.tensor = {u.data(), {1, 2}}});
    const Operand out[] = {input(y)};
    kLinearAttention.reference({1, 1, in, out, OpParams::of(LinearAttentionParams{2, bonus})});
    return {state, y};
  }
};

QTEST_APPLESS_MAIN(LinearAttentionTest)
#include "linear_attention_test.moc"
