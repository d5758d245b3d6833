#include "engine/ops/ddlerp.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class DdlerpTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernels_agree_with_references_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("rank");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (const auto& [channels, rank] : {std::pair{1, 1}, {16, 4}, {100, 7}, {256, 32}}) {
          QTest::addRow("%d x %d, %d channels, rank %d", sequences, tokens, channels, rank)
              << sequences << tokens << channels << rank;
        }
      }
    }
  }

  void kernels_agree_with_references() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    QFETCH(int, rank);
    OpHarness base(sequences, tokens);
    base.add_input(base.activation(channels));
    base.add_input({channels}, 0, 1);
    base.add_state({channels});
    for (int i = 0; i < 2; ++i) base.add_output(base.activation(channels));
    auto wrong = base.check(kDdlerpBase, {}, 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());

    constexpr int kMixes = 5;
    OpHarness mix(sequences, tokens);
    for (int i = 0; i < 2; ++i) mix.add_input(mix.activation(channels));
    mix.add_input(mix.activation(kMixes * rank));
    mix.add_input({kMixes, rank, channels});
    mix.add_input({kMixes, channels}, 0, 1);
    for (int i = 0; i < kMixes; ++i) mix.add_output(mix.activation(channels));
    wrong = mix.check(kDdlerpMix, {}, 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void first_token_of_a_call_sees_the_last_of_the_one_before() {
    float x[] = {1, 2}, mu = 0.5f, shift = 5, difference[2], base[2];
    float* states[] = {&shift};
    const Operand in[] = {
        {.tensor = {x, {1, 2, 1}}}, {.tensor = {&mu, {1}}}, {.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {{.tensor = {difference, {1, 2, 1}}}, {.tensor = {base, {1, 2, 1}}}};
    kDdlerpBase.reference({1, 2, in, out, {}});
    QCOMPARE(std::vector(difference, difference + 2), (std::vector<float>{4, -1}));
    QCOMPARE(std::vector(base, base + 2), (std::vector<float>{3, 1.5f}));
    QCOMPARE(shift, 2.0f);
  }

  void mixes_are_fixed_shares_plus_a_product() {
    // One channel, two mixes of rank 2: shares 1 + 3 * 10 + 5 * 100 and 2 + 7 * 1000 + 9 * 10000.
    float x = 100, difference = 2, h[] = {3, 5, 7, 9}, w2[] = {10, 100, 1000, 10000}, mixes[] = {1, 2}, y[2];
    const Operand in[] = {{.tensor = {&x, {1, 1, 1}}},
                          {.tensor = {&difference, {1, 1, 1}}},
                          {.tensor = {h, {1, 1, 4}}},
                          {.tensor = {w2, {2, 2, 1}}},
                          {.tensor = {mixes, {2, 1}}}};
    const Operand out[] = {{.tensor = {&y[0], {1, 1, 1}}}, {.tensor = {&y[1], {1, 1, 1}}}};
    kDdlerpMix.reference({1, 1, in, out, {}});
    QCOMPARE(y[0], 100 + 2 * 531.0f);
    QCOMPARE(y[1], 100 + 2 * 97002.0f);
  }
};

QTEST_APPLESS_MAIN(DdlerpTest)
#include "ddlerp_test.moc"
