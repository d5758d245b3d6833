#include "engine/ops/wkv7.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class Wkv7Test : public QObject {
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
    op.add_input(op.activation(channels));                              // r
    op.add_input(op.activation(channels), 0.55f, 1.0f);                 // w
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));  // k, v
    op.add_input(op.activation(channels), -0.2f, 0.2f);                 // kk
    op.add_input(op.activation(channels), 0, 1);                        // a
    op.add_state({heads, size, size});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kWkv7, {}, 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  // Backends take many tokens in chunks: lengths around their borders, decays that leave nothing or everything.
  void many_tokens_agree_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("size");
    QTest::addColumn<float>("least");
    QTest::addColumn<float>("most");
    for (int tokens : {15, 16, 33, 100, 127, 128, 129, 143, 200}) {
      for (int size : {24, 64})
        QTest::addRow("%d tokens, heads of %d", tokens, size) << 2 << tokens << size << 0.545f << 1.0f;
    }
    QTest::addRow("next to nothing is kept") << 1 << 140 << 64 << 0.0f << 1e-3f;
    QTest::addRow("some channels keep nothing") << 1 << 140 << 64 << 0.0f << 1.0f;
    QTest::addRow("all is kept") << 1 << 140 << 64 << 1.0f << 1.0f;
    QTest::addRow("nothing is kept") << 1 << 140 << 64 << 0.0f << 0.0f;
  }

  void many_tokens_agree_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, size);
    QFETCH(float, least);
    QFETCH(float, most);
    constexpr int kHeads = 2;
    const int channels = kHeads * size;
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels));                              // r
    op.add_input(op.activation(channels), least, most);                 // w
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));  // k, v
    op.add_input(op.activation(channels), -0.17f, 0.17f);               // kk, its norm below one
    op.add_input(op.activation(channels), 0, 1);                        // a
    op.add_state({kHeads, size, size});
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kWkv7, {}, 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void reference_decays_writes_removes_and_reads() {
    // One head of size 2: S = [[1, 2], [3, 4]] as [key][value].
    std::vector<float> r{1, 10}, w{0.5f, 1}, k{1, 0}, v{10, 20}, kk{0, 1}, a{1, 0.5f}, state{1, 2, 3, 4}, y(2);
    float* states[] = {state.data()};
    const Shape shape{1, 1, 2};
    const auto input = [&](std::vector<float>& x) { return Operand{.tensor = {x.data(), shape}}; };
    const Operand in[] = {input(r),
                          input(w),
                          input(k),
                          input(v),
                          input(kk),
                          input(a),
                          {.tensor = {.shape = {1, 2, 2}}, .states = states}};
    const Operand out[] = {{.tensor = {y.data(), shape}}};
    kWkv7.reference({1, 1, in, out, {}});
    // Under kk = e1 lies [3, 4]; half of it is removed from row 1; row 0 decays by half and gets v.
    QCOMPARE(state, (std::vector<float>{10.5f, 21, 1.5f, 2}));
    QCOMPARE(y, (std::vector<float>{25.5f, 41}));
  }
};

QTEST_APPLESS_MAIN(Wkv7Test)
#include "wkv7_test.moc"
