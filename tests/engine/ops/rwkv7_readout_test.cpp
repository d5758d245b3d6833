#include "engine/ops/rwkv7_readout.h"

#include <QTest>

#include "engine/ops/layer_norm.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class Rwkv7ReadoutTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("size");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (int size : {1, 7, 16, 64, 80})
          QTest::addRow("%d x %d, 3 heads of %d", sequences, tokens, size) << sequences << tokens << 3 << size;
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, heads);
    QFETCH(int, size);
    const int channels = heads * size;
    OpHarness op(sequences, tokens);
    for (int i = 0; i < 5; ++i) op.add_input(op.activation(channels));
    for (int i = 0; i < 3; ++i) op.add_input({channels});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kRwkv7Readout, OpParams::of(ReadoutParams{heads, 64e-5f}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void reference_is_its_composition() {
    OpHarness random(1, 1);
    const Shape shape{1, 1, 8}, row{8};
    std::vector<std::vector<float>> values;
    for (int i = 0; i < 8; ++i) values.push_back(random.random(8));
    std::vector<Operand> in;
    for (int i = 0; i < 8; ++i) in.push_back({.tensor = {values[i].data(), i < 5 ? shape : row}});
    std::vector<float> out(8), normed(8);
    const Operand to[] = {{.tensor = {out.data(), shape}}}, to_normed[] = {{.tensor = {normed.data(), shape}}};
    kRwkv7Readout.reference({1, 1, in, to, OpParams::of(ReadoutParams{2, 64e-5f})});
    const Operand norm_in[] = {in[0], in[6], in[7]};
    kNorm.reference({1, 1, norm_in, to_normed, OpParams::of(NormParams{64e-5f, 2})});
    for (std::size_t i = 0; i < 8; ++i) {
      float bonus = 0;
      for (std::size_t j = i / 4 * 4; j < i / 4 * 4 + 4; ++j) bonus += values[1][j] * values[2][j] * values[5][j];
      QVERIFY(std::abs(out[i] - (normed[i] + bonus * values[3][i]) * values[4][i]) < 1e-6f);
    }
  }
};

QTEST_APPLESS_MAIN(Rwkv7ReadoutTest)
#include "rwkv7_readout_test.moc"
