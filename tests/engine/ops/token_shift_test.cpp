#include <QTest>

#include "engine/ops/token_shift.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class TokenShiftTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
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

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels));
    op.add_input({6, channels}, 0, 1);
    op.add_state({channels});
    for (int i = 0; i < 6; ++i) op.add_output(op.activation(channels));
    const auto wrong = op.check(kTokenShift, {}, 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void reference_mixes_in_the_token_before_and_keeps_the_last() {
    std::vector<float> x{10, 20, 30}, mix{0.25f}, shift{2}, y(3);
    float* states[] = {shift.data()};
    const Operand in[] = {{.tensor = {x.data(), {1, 3, 1}}}, {.tensor = {mix.data(), {1, 1}}},
                          {.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {{.tensor = {y.data(), {1, 3, 1}}}};
    kTokenShift.reference({1, 3, in, out, {}});
    QCOMPARE(y, (std::vector<float>{8, 17.5f, 27.5f}));
    QCOMPARE(shift[0], 30.0f);
  }
};

QTEST_APPLESS_MAIN(TokenShiftTest)
#include "token_shift_test.moc"
