#include "engine/ops/mamba3.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class Mamba3Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void heads_may_run_apart() {
    constexpr int kHeads = 6, kGroups = 2, kStates = 7, kChannels = 5, kAngles = 3;
    for (int tokens : {1, 7, 63}) {
      OpHarness op(2, tokens);
      op.add_input(op.activation(2 * kHeads * kChannels + 2 * kGroups * kStates + 3 * kHeads + kAngles), -3, 3);
      for (int i = 0; i < 2; ++i) op.add_input(op.activation(kGroups * kStates));
      for (int i = 0; i < 2; ++i) op.add_input({kHeads, kStates});
      for (int i = 0; i < 2; ++i) op.add_input({kHeads});
      op.add_state({kHeads, kAngles});
      op.add_state({kHeads, kStates, kChannels});
      op.add_state({kHeads, kStates});
      op.add_state({kHeads, kChannels});
      op.add_output(op.activation(kHeads * kChannels));
      for (bool heavy_tail : {false, true}) {
        const auto wrong = op.check(kMamba3Scan, OpParams::of(Mamba3Params{1e-4f, heavy_tail}), 0);
        QVERIFY2(wrong.empty(), wrong.c_str());
      }
    }
  }

  void half_of_an_input_is_taken_in_by_the_next_token() {
    // One head, channel and state; no decay but the floor 0 of f(v) = 1 / (1 - v) far below, steps of 1, shares of 1/2.
    std::vector<float> projected{0, 10, 0, 0, 0, -1e9f, 0, 0, 0, 100, 0, 0, 0, -1e9f, 0, 0};  // z, x, b, c, dt, ...
    std::vector<float> b{1, 1}, c{1, 1}, none{0}, step{std::log(std::exp(1.0f) - 1)}, theta{0}, ssm{0}, last_b{0},
        last_x{0}, y(2);
    float *angles[] = {theta.data()}, *states[] = {ssm.data()}, *bs[] = {last_b.data()}, *xs[] = {last_x.data()};
    const auto rows = [](std::vector<float>& v) {
      return Operand{.tensor = {v.data(), {1, 2, static_cast<std::int64_t>(v.size() / 2)}}};
    };
    const Operand bias{.tensor = {none.data(), {1, 1}}};
    const Operand in[] = {rows(projected),
                          rows(b),
                          rows(c),
                          bias,
                          bias,
                          {.tensor = {step.data(), {1}}},
                          {.tensor = {none.data(), {1}}},
                          {.tensor = {.shape = {1, 0}}, .states = angles},
                          {.tensor = {.shape = {1, 1, 1}}, .states = states},
                          {.tensor = {.shape = {1, 1}}, .states = bs},
                          {.tensor = {.shape = {1, 1}}, .states = xs}};
    const Operand out[] = {rows(y)};
    kMamba3Scan.reference({1, 2, in, out, OpParams::of(Mamba3Params{0, true})});
    QVERIFY(std::abs(y[0] - 5) < 1e-4f && std::abs(y[1] - (5 + 5 + 50)) < 1e-3f);
  }
};

QTEST_APPLESS_MAIN(Mamba3Test)
#include "mamba3_test.moc"
