#include "engine/ops/gate.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class GateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int tokens : {1, 7, 63}) {
      for (int channels : {1, 8, 37, 130}) QTest::addRow("%d x %d", tokens, channels) << tokens << channels;
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, tokens);
    QFETCH(int, channels);
    for (Activation activation : {Activation::Silu, Activation::Sigmoid, Activation::Gelu}) {
      OpHarness op(2, tokens);
      op.add_input(op.activation(channels));
      op.add_input(op.activation(channels + 3), -20, 20);
      op.add_output(op.activation(channels));
      const auto wrong = op.check(kGate, OpParams::of(GateParams{2, activation}), 1e-6);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(GateTest)
#include "gate_test.moc"
