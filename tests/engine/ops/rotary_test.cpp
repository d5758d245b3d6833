#include "engine/ops/rotary.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace eddy;

class RotaryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void angles_grow_with_the_position_that_stays_behind() {
    float frequencies[] = {1, 0.25f}, position = 3, cosines[4], sines[4];
    float* states[] = {&position};
    const Operand in[] = {{.tensor = {frequencies, {2}}}, {.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {{.tensor = {cosines, {1, 2, 2}}}, {.tensor = {sines, {1, 2, 2}}}};
    kRotaryTable.reference({1, 2, in, out, {}});
    QCOMPARE(position, 5.0f);
    const float angles[] = {3, 0.75f, 4, 1};
    for (int i = 0; i < 4; ++i) {
      QCOMPARE(cosines[i], std::cos(angles[i]));
      QCOMPARE(sines[i], std::sin(angles[i]));
    }
  }

  void each_head_is_turned_by_the_same_angles() {
    // Two heads of 4 channels: a quarter turn for the first pair, none for the second.
    float x[] = {1, 2, 3, 4, 5, 6, 7, 8}, cosines[] = {0, 1}, sines[] = {1, 0}, y[8];
    const Operand in[] = {{.tensor = {x, {1, 1, 8}}}, {.tensor = {cosines, {1, 1, 2}}}, {.tensor = {sines, {1, 1, 2}}}};
    const Operand out[] = {{.tensor = {y, {1, 1, 8}}}};
    kRotate.reference({1, 1, in, out, {}});
    QCOMPARE(std::vector(y, y + 8), (std::vector<float>{-3, 2, 1, 4, -7, 6, 5, 8}));
  }
};

QTEST_APPLESS_MAIN(RotaryTest)
#include "rotary_test.moc"
