#include "engine/ops/rg_lru.h"

#include <QTest>

#include "engine/ops/soft_cap.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class RgLruTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernels_agree_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("heads");
    QTest::addColumn<int>("size");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (const auto& [heads, size] : {std::pair{1, 1}, {3, 8}, {2, 19}, {4, 64}}) {
          QTest::addRow("%d x %d, %d heads of %d", sequences, tokens, heads, size)
              << sequences << tokens << heads << size;
        }
      }
    }
  }

  void kernels_agree_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, heads);
    QFETCH(int, size);
    const int width = heads * size;
    OpHarness lru(sequences, tokens);
    lru.add_input(lru.activation(width));
    lru.add_input(lru.activation(width), 0, 1);
    lru.add_input(lru.activation(width), 0.05f, 1);
    lru.add_input({width}, -3, -0.1f);
    std::vector<float> first(static_cast<std::size_t>(sequences * tokens), 0.0f);
    first[0] = 1;
    lru.add_input(lru.activation(1), first);
    lru.add_state({width});
    lru.add_output(lru.activation(width));
    auto wrong = lru.check(kRgLru, {}, 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());

    OpHarness block(sequences, tokens);
    block.add_input({heads, size, size + 1});
    block.add_input({heads * (size + 1)});
    block.add_input(block.activation(width));
    block.add_output(block.activation(heads * (size + 1)));
    wrong = block.check(kBlockLinear, OpParams::of(Activation::Sigmoid), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());

    OpHarness cap(sequences, tokens);
    cap.add_input(cap.activation(width), -90, 90);
    cap.add_output(cap.activation(width));
    wrong = cap.check(kSoftCap, OpParams::of(30.0f), 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void heads_see_their_own_channels_alone() {
    // Two heads of two inputs and one output.
    float w[] = {1, 2, 3, 4}, bias[] = {0.5f, -1}, x[] = {1, 1, 10, 1}, y[2];
    const Operand in[] = {{.tensor = {w, {2, 2, 1}}}, {.tensor = {bias, {2}}}, {.tensor = {x, {1, 1, 4}}}};
    const Operand out[] = {{.tensor = {y, {1, 1, 2}}}};
    kBlockLinear.reference({1, 1, in, out, OpParams::of(Activation::None)});
    QCOMPARE(y[0], 3.5f);
    QCOMPARE(y[1], 33.0f);
  }

  void the_first_token_of_a_text_is_marked() {
    float fresh = 0, later = 4, marks[4];
    float* states[] = {&fresh, &later};
    const Operand in[] = {{.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {{.tensor = {marks, {2, 2, 1}}}};
    kFirstToken.reference({2, 2, in, out, {}});
    QCOMPARE(std::vector(marks, marks + 4), (std::vector<float>{1, 0, 0, 0}));
  }

  void a_recurrence_keeps_the_size_of_its_input_but_takes_the_first_whole() {
    // a = 0.6, so m = 0.8
    float u[] = {1, 1}, gate[] = {1, 1}, rate = std::log(0.6f), first[] = {1, 0}, state = 5, y[2];
    float* states[] = {&state};
    const auto tokens = [](float* p) { return Operand{.tensor = {p, {1, 2, 1}}}; };
    const Operand in[] = {tokens(u),     tokens(gate),
                          tokens(gate),  {.tensor = {&rate, {1}}},
                          tokens(first), {.tensor = {.shape = {1}}, .states = states}};
    const Operand out[] = {tokens(y)};
    kRgLru.reference({1, 2, in, out, {}});
    QVERIFY(std::abs(y[0] - (0.6f * 5 + 1)) < 1e-6f);
    QVERIFY(std::abs(y[1] - (0.6f * y[0] + 0.8f)) < 1e-6f);
    QCOMPARE(state, y[1]);
  }
};

QTEST_APPLESS_MAIN(RgLruTest)
#include "rg_lru_test.moc"
