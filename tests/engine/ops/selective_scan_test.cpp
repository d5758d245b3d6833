#include "engine/ops/selective_scan.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class SelectiveScanTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("states");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (const auto& [states, channels] : {std::pair{1, 1}, {8, 8}, {16, 64}, {5, 37}, {16, 130}, {32, 20}}) {
          QTest::addRow("%d x %d, [%d, %d]", sequences, tokens, states, channels)
              << sequences << tokens << states << channels;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, states);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), -30, 4);  // softplus from nothing to 4
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(states));
    op.add_input({states, channels}, -16, 0);
    op.add_input({channels});
    op.add_input(op.activation(2 * channels + 3), -100, 100);
    op.add_state({states, channels});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kSelectiveScan, OpParams::of(std::int64_t{channels + 3}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void the_state_fades_and_takes_in_the_input() {
    // One channel, two states; a step of log 2 with a = -1 halves the state.
    const float half_step = 0.0f;  // softplus(0) = log 2
    const float delta = std::log(2.0f);
    std::vector<float> x{3}, dt{half_step}, b{1, 10}, c{1, 0.1f}, a{-1, 0}, d{100}, z{50}, state{4, 6}, y(1);
    float* states[] = {state.data()};
    const auto vector = [](std::vector<float>& v) {
      return Operand{.tensor = {v.data(), {1, 1, static_cast<std::int64_t>(v.size())}}};
    };
    const Operand in[] = {vector(x),
                          vector(dt),
                          vector(b),
                          vector(c),
                          {.tensor = {a.data(), {2, 1}}},
                          vector(d),
                          vector(z),
                          {.tensor = {.shape = {2, 1}}, .states = states}};
    const Operand out[] = {vector(y)};
    kSelectiveScan.reference({1, 1, in, out, OpParams::of(std::int64_t{0})});
    const std::vector<float> wanted{2 + 3 * delta, 6 + 30 * delta};
    QVERIFY(std::abs(state[0] - wanted[0]) < 1e-5f && std::abs(state[1] - wanted[1]) < 1e-4f);
    QVERIFY(std::abs(y[0] - 50 * (wanted[0] + 0.1f * wanted[1] + 300)) < 0.1f);
  }
};

QTEST_APPLESS_MAIN(SelectiveScanTest)
#include "selective_scan_test.moc"
