#include "engine/ops/rms_norm.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace eddy;

class RmsNormTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
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
