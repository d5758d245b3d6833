#include "engine/ops/scale.h"

#include <QTest>

using namespace eddy;

class ScaleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_number_takes_the_constant() {
    QCOMPARE(run(kScale, OpParams::of(0.5f)), (std::vector<float>{1, 2, 5, 10}));
  }

  void every_channel_takes_its_own() { QCOMPARE(run(kScaleChannels, {}), (std::vector<float>{6, -4, 30, -20})); }

 private:
  static std::vector<float> run(const OpKind& op, const OpParams& params) {
    std::vector<float> x{2, 4, 10, 20}, w{3, -1}, y(4);
    const Operand in[] = {{.tensor = {x.data(), {1, 2, 2}}}, {.tensor = {w.data(), {2}}}};
    const Operand out[] = {{.tensor = {y.data(), {1, 2, 2}}}};
    op.reference({1, 2, in, out, params});
    return y;
  }
};

QTEST_APPLESS_MAIN(ScaleTest)
#include "scale_test.moc"
