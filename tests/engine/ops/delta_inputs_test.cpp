// What the delta rule takes in: normalised keys and queries, and decays.
#include <QTest>

#include "engine/ops/l2_norm.h"
#include "engine/ops/softplus_decay.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class DeltaInputsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernels_agree_with_references_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("size");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 100}) {
        for (int size : {1, 7, 16, 64, 80})
          QTest::addRow("%d x %d, parts of %d", sequences, tokens, size) << sequences << tokens << size;
      }
    }
  }

  void kernels_agree_with_references() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, size);
    constexpr int kParts = 3;
    OpHarness norm(sequences, tokens);
    norm.add_input(norm.activation(kParts * size), -3, 3);
    norm.add_output(norm.activation(kParts * size));
    auto wrong = norm.check(kL2Norm, OpParams::of(L2NormParams{kParts, 1e-6f, 0.5f}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());

    OpHarness decay(sequences, tokens);
    decay.add_input(decay.activation(kParts * size), -20, 20);
    decay.add_input({kParts * size}, -16, 0);
    decay.add_input({kParts * size}, -4, 4);
    decay.add_output(decay.activation(kParts * size));
    wrong = decay.check(kSoftplusDecay, {}, 2e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void nothing_is_normalised_to_nothing() {
    QCOMPARE(l2({0, 0, 0, 4}, {2, 1e-6f, 3}), (std::vector<float>{0, 0, 0, 3.0f / std::sqrt(16 + 1e-6f) * 4}));
  }

  void decay_stays_finite_at_both_ends() {
    QCOMPARE(decays({-500, 500, 0}, {-2, -2, 0}, {0, 0, 0}), (std::vector<float>{1, 0, 1}));
  }

 private:
  using Numbers = std::vector<float>;

  static Operand operand(Numbers& x) { return {.tensor = {x.data(), {1, 1, static_cast<std::int64_t>(x.size())}}}; }
  static Numbers l2(Numbers x, const L2NormParams& params) {
    Numbers y(x.size());
    const Operand in[] = {operand(x)}, out[] = {operand(y)};
    kL2Norm.reference({1, 1, in, out, OpParams::of(params)});
    return y;
  }
  static Numbers decays(Numbers x, Numbers a, Numbers bias) {
    Numbers y(x.size());
    const Operand in[] = {operand(x), operand(a), operand(bias)}, out[] = {operand(y)};
    kSoftplusDecay.reference({1, 1, in, out, {}});
    return y;
  }
};

QTEST_APPLESS_MAIN(DeltaInputsTest)
#include "delta_inputs_test.moc"
