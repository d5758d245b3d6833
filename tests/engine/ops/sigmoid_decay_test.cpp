#include "engine/ops/sigmoid_decay.h"

#include <QTest>
#include <cmath>

using namespace eddy;

class SigmoidDecayTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void is_a_root_of_the_sigmoid_data() {
    QTest::addColumn<float>("x");
    for (float x : {-60.0f, -3.0f, 0.0f, 0.5f, 7.0f, 100.0f}) QTest::addRow("%g", double(x)) << x;
  }
  void is_a_root_of_the_sigmoid() {
    QFETCH(float, x);
    const double expected = std::pow(1 / (1 + std::exp(-double(x))), 1.0 / 16);
    QVERIFY(std::abs(run(x, {}) - expected) <= 1e-6);
  }
  void far_below_zero_it_does_not_overflow() { QCOMPARE(run(-1600, {}), std::exp(-100.0f)); }
  void its_logarithm_has_a_floor() { QCOMPARE(run(-1600, {.smallest_log = -2}), std::exp(-2.0f)); }

 private:
  static float run(float x, const SigmoidDecayParams& params) {
    float y = 0;
    const Operand in[] = {{.tensor = {&x, {1, 1, 1}}}}, out[] = {{.tensor = {&y, {1, 1, 1}}}};
    kSigmoidDecay.reference({1, 1, in, out, OpParams::of(params)});
    return y;
  }
};

QTEST_APPLESS_MAIN(SigmoidDecayTest)
#include "sigmoid_decay_test.moc"
