#include "engine/ops/rwkv7_key.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class Rwkv7KeyTest : public QObject {
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
    op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), 0, 1);
    op.add_input({channels});
    op.add_input({channels});
    op.add_output(op.activation(channels));
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kRwkv7Key, OpParams::of(HeadParams{heads}), 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void zero_key_gives_zero_not_nan() {
    OpHarness op(1, 2);
    op.add_input(op.activation(32), 0, 0);
    for (int i = 0; i < 1; ++i) op.add_input(op.activation(32));
    op.add_input({32});
    op.add_input({32});
    op.add_output(op.activation(32));
    op.add_output(op.activation(32));
    const auto wrong = op.check(kRwkv7Key, OpParams::of(HeadParams{2}), 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void reference_normalises_per_head() {
    std::vector<float> k{3, 4, 0, 2}, a{1, 0.5f, 0, 0}, k_k{1, 1, 1, 1}, k_a{1, 1, 0.5f, 1}, kk(4), key(4);
    const Shape shape{1, 1, 4};
    const Operand in[] = {{.tensor = {k.data(), shape}},
                          {.tensor = {a.data(), shape}},
                          {.tensor = {k_k.data(), {4}}},
                          {.tensor = {k_a.data(), {4}}}};
    const Operand out[] = {{.tensor = {kk.data(), shape}}, {.tensor = {key.data(), shape}}};
    kRwkv7Key.reference({1, 1, in, out, OpParams::of(HeadParams{2})});
    QCOMPARE(kk, (std::vector<float>{0.6f, 0.8f, 0, 1}));
    QCOMPARE(key, (std::vector<float>{3, 2, 0, 0}));
  }
};

QTEST_APPLESS_MAIN(Rwkv7KeyTest)
#include "rwkv7_key_test.moc"
