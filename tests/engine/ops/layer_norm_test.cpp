#include "engine/ops/layer_norm.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class LayerNormTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 100}) {
        for (int channels : {1, 7, 63, 64, 100, 2052}) {
          QTest::addRow("%d x %d x %d", sequences, tokens, channels) << sequences << tokens << channels;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels), -3, 5);
    op.add_input({channels});
    op.add_input({channels});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kNorm, OpParams::of(NormParams{1e-5f, 1}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void groups_are_normalised_apart() {
    OpHarness op(2, 5);
    op.add_input(op.activation(4 * 17), -3, 5);
    op.add_input({4 * 17});
    op.add_input({4 * 17});
    op.add_output(op.activation(4 * 17));
    const auto wrong = op.check(kNorm, OpParams::of(NormParams{64e-5f, 4}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void reference_gives_zero_mean_and_unit_variance() {
    std::vector<float> x{1, 2, 3, 6}, weight{1, 1, 2, 1}, bias{0, 0, 0, 10}, y(4);
    const Operand in[] = {
        {.tensor = {x.data(), {1, 1, 4}}}, {.tensor = {weight.data(), {4}}}, {.tensor = {bias.data(), {4}}}};
    const Operand out[] = {{.tensor = {y.data(), {1, 1, 4}}}};
    kNorm.reference({1, 1, in, out, OpParams::of(NormParams{0, 1})});  // mean 3, variance 3.5
    const float unit = 1.0f / std::sqrt(3.5f);
    QCOMPARE(y, (std::vector<float>{-2 * unit, -1 * unit, 0, 3 * unit + 10}));
  }
};

QTEST_APPLESS_MAIN(LayerNormTest)
#include "layer_norm_test.moc"
