// Ops that the CPU runs by their references: on other backends they are held against these (EDDY_TEST_BACKENDS).
#include <QTest>

#include "engine/ops/columns.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/head_bonus.h"
#include "engine/ops/multiply_add.h"
#include "engine/ops/repeat_heads.h"
#include "engine/ops/scale.h"
#include "engine/ops/sigmoid_decay.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class PlainOpsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void other_backends_agree_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (int channels : {6, 66, 96, 510})
          QTest::addRow("%d x %d x %d", sequences, tokens, channels) << sequences << tokens << channels;
      }
    }
  }

  void other_backends_agree_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    const auto check = [&](int inputs, const OpKind& op, const OpParams& params, const Shape& output,
                           double tolerance) {
      OpHarness harness(sequences, tokens);
      for (int i = 0; i < inputs; ++i) harness.add_input(harness.activation(channels), -3, 3);
      harness.add_output(output);
      const auto wrong = harness.check_elsewhere(op, params, tolerance);
      QVERIFY2(wrong.empty(), wrong.c_str());
    };
    const Shape same{sequences, tokens, channels};
    check(2, kAdd, {}, same, 0);
    check(2, kMultiply, {}, same, 0);
    check(3, kMultiplyAdd, {}, same, 0);
    check(1, kScale, OpParams::of(0.3f), same, 0);
    check(1, kSigmoidDecay, OpParams::of(SigmoidDecayParams{}), same, 1e-6);
    check(1, kLastTokens, {}, {sequences, 1, channels}, 0);
    check(1, kColumns, OpParams::of(std::int64_t{2}), {sequences, tokens, channels - 3}, 0);
    check(1, kRepeatHeads, OpParams::of(RepeatHeadsParams{3, 9}), {sequences, tokens, 3 * channels}, 0);
  }

  void the_bonus_of_heads_agrees_with_reference_data() { other_backends_agree_with_reference_data(); }

  void the_bonus_of_heads_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness harness(sequences, tokens);
    for (int i = 0; i < 4; ++i) harness.add_input(harness.activation(channels));
    harness.add_input({channels});
    harness.add_output(harness.activation(channels));
    const auto wrong = harness.check_elsewhere(kHeadBonus, OpParams::of(std::int64_t{3}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }
};

QTEST_APPLESS_MAIN(PlainOpsTest)
#include "plain_ops_test.moc"
