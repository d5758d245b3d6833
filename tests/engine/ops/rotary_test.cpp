#include "engine/ops/rotary.h"

#include <QTest>
#include <cmath>
#include <vector>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class RotaryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void angles_grow_with_the_position_that_stays_behind() {
    float frequencies[] = {1, 0.25f}, position = 3, cosines[4], sines[4];
    float* states[] = {&position};
    const Operand in[] = {{.tensor = {frequencies, {2}}}, {.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {{.tensor = {cosines, {1, 2, 2}}}, {.tensor = {sines, {1, 2, 2}}}};
    kRotaryTable.reference({1, 2, in, out, OpParams::of(2.0f)});
    QCOMPARE(position, 5.0f);
    const float angles[] = {3, 0.75f, 4, 1};
    for (int i = 0; i < 4; ++i) {
      QCOMPARE(cosines[i], 2 * std::cos(angles[i]));
      QCOMPARE(sines[i], 2 * std::sin(angles[i]));
    }
  }

  void each_head_is_turned_by_the_same_angles() {
    // Two heads of 4 channels: a quarter turn for the first pair, none for the second.
    float x[] = {1, 2, 3, 4, 5, 6, 7, 8}, cosines[] = {0, 1}, sines[] = {1, 0}, y[8];
    const Operand in[] = {{.tensor = {x, {1, 1, 8}}}, {.tensor = {cosines, {1, 1, 2}}}, {.tensor = {sines, {1, 1, 2}}}};
    const Operand out[] = {{.tensor = {y, {1, 1, 8}}}};
    kRotate.reference({1, 1, in, out, OpParams::of(RotateParams{4, 0})});
    QCOMPARE(std::vector(y, y + 8), (std::vector<float>{-3, 2, 1, 4, -7, 6, 5, 8}));
    kRotate.reference({1, 1, in, out, OpParams::of(RotateParams{4, 1})});
    QCOMPARE(std::vector(y, y + 8), (std::vector<float>{-2, 1, 3, 4, -6, 5, 7, 8}));
    kRotate.reference({1, 1, in, out, OpParams::of(RotateParams{8, 0})});
    QCOMPARE(std::vector(y, y + 8), (std::vector<float>{-3, 2, 1, 4, 5, 6, 7, 8}));
  }

  void kernel_agrees_with_reference() {
    for (const auto& [half, size] : {std::pair{1, 2}, {8, 16}, {3, 16}, {32, 64}}) {
      for (std::int64_t adjacent : {0, 1}) {
        OpHarness op(2, 9);
        op.add_input(op.activation(3 * size));
        op.add_input(op.activation(half));
        op.add_input(op.activation(half));
        op.add_output(op.activation(3 * size));
        const auto wrong = op.check(kRotate, OpParams::of(RotateParams{size, adjacent}), 1e-6);
        QVERIFY2(wrong.empty(), wrong.c_str());
      }
    }
  }
};

QTEST_APPLESS_MAIN(RotaryTest)
#include "rotary_test.moc"
