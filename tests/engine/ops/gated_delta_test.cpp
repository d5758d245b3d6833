#include "engine/ops/gated_delta.h"

#include <QTest>

#include "tests/support/engine/many_tokens.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

namespace {

constexpr int kKeyHeads = 2;

}  // namespace

class GatedDeltaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("keys");
    QTest::addColumn<int>("values");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) {
        for (const auto& [keys, values] : {std::pair{1, 1}, {8, 8}, {64, 64}, {12, 24}, {32, 80}, {7, 19}}) {
          QTest::addRow("%d x %d, [%d, %d]", sequences, tokens, keys, values) << sequences << tokens << keys << values;
        }
      }
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, keys);
    QFETCH(int, values);
    const float unit = 1 / std::sqrt(float(keys));  // about what normalised keys have
    for (int heads : {kKeyHeads, 3 * kKeyHeads}) {
      for (bool per_channel : {false, true}) {
        for (HeadSharing sharing : {HeadSharing::Grouped, HeadSharing::Tiled}) {
          OpHarness op(sequences, tokens);
          for (int i = 0; i < 2; ++i) op.add_input(op.activation(kKeyHeads * keys), -unit, unit);  // q, k
          op.add_input(op.activation(heads * values));                                             // v
          op.add_input(op.activation(per_channel ? heads * keys : heads), 0.5f, 1);
          op.add_input(op.activation(heads), 0, 1);  // b
          op.add_state({heads, keys, values});
          op.add_output(op.activation(heads * values));
          const auto wrong = op.check(kGatedDelta, OpParams::of(GatedDeltaParams{0.25f, sharing}), 1e-5);
          QVERIFY2(wrong.empty(), wrong.c_str());
        }
      }
    }
  }

  void many_tokens_agree_with_reference_data() { test::add_rows_of_many_tokens(); }
  void many_tokens_agree_with_reference() {
    QFETCH(int, tokens);
    QFETCH(int, keys);
    QFETCH(int, values);
    QFETCH(float, least);
    QFETCH(float, most);
    const float unit = 1 / std::sqrt(float(keys));
    const int heads = 2 * kKeyHeads;
    for (bool per_channel : {false, true}) {
      OpHarness op(2, tokens);
      for (int i = 0; i < 2; ++i) op.add_input(op.activation(kKeyHeads * keys), -unit, unit);
      op.add_input(op.activation(heads * values));
      op.add_input(op.activation(per_channel ? heads * keys : heads), least, most);
      op.add_input(op.activation(heads), 0, 1);
      op.add_state({heads, keys, values});
      op.add_output(op.activation(heads * values));
      const auto wrong = op.check(kGatedDelta, OpParams::of(GatedDeltaParams{0.25f}), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void reference_decays_writes_what_is_missing_and_reads() {
    // One head, S = [[2, 4], [6, 8]] as [key][value]; halved, [1, 2] lies under k = e0. Half of what is missing to
    // [11, 22] is written there.
    const auto [state, y] = run({1, 10}, {1, 0}, {11, 22}, {0.5f}, {0.5f}, {2, 4, 6, 8}, {1, 2, 2});
    QCOMPARE(state, (std::vector<float>{6, 12, 3, 4}));
    QCOMPARE(y, (std::vector<float>{2 * (6 + 30), 2 * (12 + 40)}));
  }

  void every_key_channel_may_decay_on_its_own() {
    const auto [state, y] = run({1, 1}, {0, 0}, {5, 5}, {0.5f, 0.25f}, {1}, {2, 4, 8, 16}, {1, 2, 2});
    QCOMPARE(state, (std::vector<float>{1, 2, 2, 4}));
    QCOMPARE(y, (std::vector<float>{2 * 3, 2 * 6}));
  }

  void value_heads_share_key_heads_in_either_order() {
    // Four heads of one channel; the two key heads' queries are 1 and 10.
    const std::vector<float> q{1, 10}, none{0, 0}, v(4, 0), w(4, 1), b(4, 1), s{1, 2, 3, 4};
    QCOMPARE(run(q, none, v, w, b, s, {4, 1, 1}).second, (std::vector<float>{2, 4, 60, 80}));
    QCOMPARE(run(q, none, v, w, b, s, {4, 1, 1}, HeadSharing::Tiled).second, (std::vector<float>{2, 40, 6, 80}));
  }

 private:
  using Numbers = std::vector<float>;

  /// One token, scale 2: the state and the output.
  static std::pair<Numbers, Numbers> run(Numbers q, Numbers k, Numbers v, Numbers w, Numbers b, Numbers state,
                                         Shape slot, HeadSharing sharing = HeadSharing::Grouped) {
    Numbers y(v.size());
    float* states[] = {state.data()};
    const auto input = [](Numbers& x) {
      return Operand{.tensor = {x.data(), {1, 1, static_cast<std::int64_t>(x.size())}}};
    };
    const Operand in[] = {input(q), input(k), input(v),
                          input(w), input(b), {.tensor = {.shape = slot}, .states = states}};
    const Operand out[] = {input(y)};
    kGatedDelta.reference({1, 1, in, out, OpParams::of(GatedDeltaParams{2, sharing})});
    return {state, y};
  }
};

QTEST_APPLESS_MAIN(GatedDeltaTest)
#include "gated_delta_test.moc"
