#include <QTest>

#include "engine/ops/elementwise.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class ElementwiseTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lerp_kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 100}) {
        for (int channels : {1, 7, 63, 64, 100}) {
          QTest::addRow("%d x %d x %d", sequences, tokens, channels) << sequences << tokens << channels;
        }
      }
    }
  }

  void lerp_kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    for (int i = 0; i < 3; ++i) op.add_input(op.activation(channels));
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kLerp, {}, 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void references_compute_what_they_say() {
    std::vector<float> a{1, 2, 3, 4}, b{5, 6, 7, 8}, s{0, 1, 0.5f, 0.25f}, y(4), last(2);
    const Shape shape{2, 2, 1};
    const Operand in[] = {{.tensor = {a.data(), shape}}, {.tensor = {b.data(), shape}}, {.tensor = {s.data(), shape}}};
    const Operand out[] = {{.tensor = {y.data(), shape}}};
    kMultiply.reference({2, 2, std::span(in).first(2), out, {}});
    QCOMPARE(y, (std::vector<float>{5, 12, 21, 32}));
    kAdd.reference({2, 2, std::span(in).first(2), out, {}});
    QCOMPARE(y, (std::vector<float>{6, 8, 10, 12}));
    kLerp.reference({2, 2, in, out, {}});
    QCOMPARE(y, (std::vector<float>{1, 6, 5, 5}));
    const Operand rows[] = {{.tensor = {last.data(), {2, 1, 1}}}};
    kLastTokens.reference({2, 2, std::span(in).first(1), rows, {}});
    QCOMPARE(last, (std::vector<float>{2, 4}));
  }
};

QTEST_APPLESS_MAIN(ElementwiseTest)
#include "elementwise_test.moc"
