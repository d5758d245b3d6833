#include "engine/ops/rms_norm.h"

#include <QTest>
#include <cmath>
#include <vector>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class RmsNormTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("size");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 100}) {
        for (int size : {1, 7, 16, 64, 80, 513, 516, 2052})
          QTest::addRow("%d x %d, parts of %d", sequences, tokens, size) << sequences << tokens << size;
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, size);
    constexpr int kParts = 3;
    for (const auto& [groups, weights] : {std::pair{1, kParts * size}, {kParts, kParts * size}, {kParts, size}}) {
      OpHarness op(sequences, tokens);
      op.add_input(op.activation(kParts * size), -3, 3);
      op.add_input({weights});
      op.add_output(op.activation(kParts * size));
      const auto wrong = op.check(kRmsNorm, OpParams::of(RmsNormParams{1e-5f, groups}), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void mean_square_becomes_one() {
    QCOMPARE(run({3, -4}, {1, 1}, 0, 1), (std::vector<float>{3 / std::sqrt(12.5f), -4 / std::sqrt(12.5f)}));
  }
  void weights_scale_channels() { QCOMPARE(run({2, 2}, {5, -7}, 0, 1), (std::vector<float>{5, -7})); }
  void epsilon_is_added_to_the_mean_square() { QCOMPARE(run({1, 1}, {1, 1}, 3, 1), (std::vector<float>{0.5f, 0.5f})); }
  void groups_are_normed_apart() {
    QCOMPARE(run({2, 2, 10, 10}, {1, 2, 3, 4}, 0, 2), (std::vector<float>{1, 2, 3, 4}));
  }
  void groups_can_share_weights() { QCOMPARE(run({2, 2, 10, 10}, {1, 2}, 0, 2), (std::vector<float>{1, 2, 1, 2})); }

 private:
  static std::vector<float> run(std::vector<float> x, std::vector<float> weight, float epsilon, std::int64_t groups) {
    std::vector<float> y(x.size());
    const Shape shape{1, 1, std::int64_t(x.size())};
    const Operand in[] = {{.tensor = {x.data(), shape}}, {.tensor = {weight.data(), {std::int64_t(weight.size())}}}};
    const Operand out[] = {{.tensor = {y.data(), shape}}};
    kRmsNorm.reference({1, 1, in, out, OpParams::of(RmsNormParams{epsilon, groups})});
    return y;
  }
};

QTEST_APPLESS_MAIN(RmsNormTest)
#include "rms_norm_test.moc"
