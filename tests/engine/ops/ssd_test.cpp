#include "engine/ops/ssd.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class SsdTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("states");
    QTest::addColumn<int>("channels");
    struct Sizes {
      int heads, groups, states, channels;
    };
    for (int tokens : {1, 3, 4, 63, 64, 129}) {
      for (const Sizes s : {Sizes{1, 1, 1, 1}, {4, 2, 16, 8}, {6, 3, 7, 37}, {2, 1, 128, 64}, {3, 3, 4, 80}, {2, 2, 200, 64}}) {
        QTest::addRow("%d, %d heads in %d groups, [%d, %d]", tokens, s.heads, s.groups, s.states, s.channels)
            << tokens << s.heads << s.groups << s.states << s.channels;
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, tokens);
    QFETCH(int, heads);
    QFETCH(int, groups);
    QFETCH(int, states);
    QFETCH(int, channels);
    for (bool gated : {false, true}) {
      OpHarness op(gated ? 2 : 1, tokens);
      op.add_input(op.activation(heads * channels + 2 * groups * states));
      op.add_input(op.activation(heads + 5), -30, 4);
      op.add_input({heads});
      op.add_input({heads}, -16, 0);
      op.add_input({heads * channels});
      op.add_state({heads, states, channels});
      if (gated) op.add_input(op.activation(heads * channels + 2), -100, 100);
      op.add_output(op.activation(heads * channels));
      const SsdParams params{.dt_first = 5, .z_first = gated ? 2 : 0, .dt_least = 0.01f, .dt_most = 3, .has_z = gated};
      const auto wrong = op.check(kSsd, OpParams::of(params), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void a_step_is_kept_within_its_limits() {
    // One head of one channel and one state; x = b = c = 1, nothing kept before.
    const auto y_of = [](float dt, float least, float most) {
      std::vector<float> xbc{1, 1, 1}, step{dt}, bias{0}, a{-1}, d{0}, state{0}, y(1);
      float* states[] = {state.data()};
      const auto vector = [](std::vector<float>& v) {
        return Operand{.tensor = {v.data(), {1, 1, static_cast<std::int64_t>(v.size())}}};
      };
      const Operand in[] = {vector(xbc), vector(step), vector(bias),
                            vector(a),   vector(d),    {.tensor = {.shape = {1, 1, 1}}, .states = states}};
      const Operand out[] = {vector(y)};
      kSsd.reference({1, 1, in, out, OpParams::of(SsdParams{.dt_least = least, .dt_most = most})});
      return y[0];
    };
    const float infinity = std::numeric_limits<float>::infinity();
    QCOMPARE(y_of(50, 0, infinity), 50.0f);
    QCOMPARE(y_of(50, 0, 3), 3.0f);
    QCOMPARE(y_of(-50, 0.25f, 3), 0.25f);
  }
};

QTEST_APPLESS_MAIN(SsdTest)
#include "ssd_test.moc"
