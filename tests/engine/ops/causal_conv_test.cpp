#include "engine/ops/causal_conv.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class CausalConvTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 2, 3, 7, 8, 63}) {
        for (const auto& [kernel, channels] : {std::pair{2, 1}, {3, 8}, {4, 64}, {4, 37}, {6, 130}}) {
          QTest::addRow("%d x %d, [%d, %d]", sequences, tokens, kernel, channels)
              << sequences << tokens << kernel << channels;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, kernel);
    QFETCH(int, channels);
    for (Activation activation : {Activation::None, Activation::Silu}) {
      for (int first : {0, 5, 8}) {
        const bool bias = first > 0;
        OpHarness op(sequences, tokens);
        op.add_input(op.activation(channels + 2 * first));
        op.add_input({kernel, channels});
        op.add_state({kernel - 1, channels});
        if (bias) op.add_input({channels});
        op.add_output(op.activation(channels));
        const auto wrong = op.check(kCausalConv, OpParams::of(CausalConvParams{first, activation, bias}), 1e-5);
        QVERIFY2(wrong.empty(), wrong.c_str());
      }
    }
  }

  void the_newest_input_meets_the_last_weight() {
    // One channel, inputs 10, 20 after 1, 2.
    std::vector<float> x{10, 20}, weight{0.5f, 1, 2}, state{1, 2}, bias{100}, y(2);
    float* states[] = {state.data()};
    const Operand in[] = {{.tensor = {x.data(), {1, 2, 1}}},
                          {.tensor = {weight.data(), {3, 1}}},
                          {.tensor = {.shape = {2, 1}}, .states = states},
                          {.tensor = {bias.data(), {1}}}};
    const Operand out[] = {{.tensor = {y.data(), {1, 2, 1}}}};
    kCausalConv.reference({1, 2, in, out, OpParams::of(CausalConvParams{0, Activation::None, true})});
    QCOMPARE(y, (std::vector<float>{100 + 0.5f * 1 + 2 + 2 * 10, 100 + 0.5f * 2 + 10 + 2 * 20}));
    QCOMPARE(state, (std::vector<float>{10, 20}));
  }
};

QTEST_APPLESS_MAIN(CausalConvTest)
#include "causal_conv_test.moc"
