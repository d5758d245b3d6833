#include "engine/ops/wkv4.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class Wkv4Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (int channels : {1, 7, 16, 100, 768}) {
          QTest::addRow("%d x %d, %d channels", sequences, tokens, channels) << sequences << tokens << channels;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels), 0, 1);   // r
    op.add_input(op.activation(channels), -8, 8);  // k
    op.add_input(op.activation(channels));         // v
    op.add_input({channels}, -3, -0.001f);         // w
    op.add_input({channels});                      // u
    for (int slot = 0; slot < 3; ++slot) op.add_state({channels});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kWkv4, {}, 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void first_token_reads_its_own_value() {
    QCOMPARE(run({{3, 0.5f, 10}}, 1, -1, kWkv4FirstExponent), std::vector<float>{5});  // whatever its key and the bonus
  }

  void later_tokens_read_a_fading_average() {
    // Keys 0: the first value has faded by e^0 when the second is read, by e^-1 when the third is.
    const auto y = run({{0, 1, 2}, {0, 1, 4}, {0, 1, 8}}, 0, -1, kWkv4FirstExponent);
    QCOMPARE(y[0], 2.0f);
    QCOMPARE(y[1], 3.0f);
    const float e = std::exp(-1.0f);
    QVERIFY(std::abs(y[2] - (2 * e + 4 + 8) / (e + 2)) < 1e-5f);
  }

  void keys_beyond_the_range_of_exp_stay_finite() {
    const auto y = run({{500, 1, 2}, {-500, 1, 4}, {700, 1, 8}, {-700, 1, 16}}, 1, -1, kWkv4FirstExponent);
    QCOMPARE(y, (std::vector<float>{2, 2, 8, 8}));
  }

 private:
  struct Token {
    float k, r, v;
  };

  static std::vector<float> run(const std::vector<Token>& tokens, float u, float w, float first_exponent) {
    std::vector<float> r, k, v, y(tokens.size()), slots{0, 0, first_exponent};
    for (const auto& token : tokens) {
      r.push_back(token.r);
      k.push_back(token.k);
      v.push_back(token.v);
    }
    const Shape shape{1, std::int64_t(tokens.size()), 1};
    float* states[] = {&slots[0], &slots[1], &slots[2]};
    std::vector<Operand> in{{.tensor = {r.data(), shape}},
                            {.tensor = {k.data(), shape}},
                            {.tensor = {v.data(), shape}},
                            {.tensor = {&w, {1}}},
                            {.tensor = {&u, {1}}}};
    for (float*& state : states) in.push_back({.tensor = {.shape = {1}}, .states = std::span(&state, 1)});
    const Operand out[] = {{.tensor = {y.data(), shape}}};
    kWkv4.reference({1, std::int64_t(tokens.size()), in, out, {}});
    return y;
  }
};

QTEST_APPLESS_MAIN(Wkv4Test)
#include "wkv4_test.moc"
