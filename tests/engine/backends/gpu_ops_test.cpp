// Ops that the CPU runs by their references and that no other test gives to a GPU backend (EDDY_TEST_BACKENDS).
#include <QTest>

#include "engine/ops/columns.h"
#include "engine/ops/experts.h"
#include "engine/ops/linear.h"
#include "engine/ops/rg_lru.h"
#include "engine/ops/rotary.h"
#include "engine/ops/scale.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class GpuOpsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tables_of_angles_agree_with_their_references_data() { sizes(); }
  void tables_of_angles_agree_with_their_references() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    for (const float position : {0.0f, 5.0f, 1500.0f}) {
      OpHarness plain(sequences, tokens);
      std::vector<float> frequencies;
      for (int i = 0; i < 7; ++i) frequencies.push_back(std::pow(10000.0f, -static_cast<float>(i) / 7));
      plain.add_input({7}, frequencies);
      plain.add_state({1}, std::vector<float>(static_cast<std::size_t>(sequences), position));
      for (int i = 0; i < 2; ++i) plain.add_output(plain.activation(7));
      auto wrong = plain.check_elsewhere(kRotaryTable, OpParams::of(1.25f), 1e-6);
      QVERIFY2(wrong.empty(), wrong.c_str());
      OpHarness growing(sequences, tokens);
      growing.add_state({1}, std::vector<float>(static_cast<std::size_t>(sequences), position));
      growing.add_state({1}, std::vector<float>(static_cast<std::size_t>(sequences), position + 20));
      for (int i = 0; i < 2; ++i) growing.add_output(growing.activation(8));
      // A frequency that is off in its last place turns by that much more, the further the position.
      wrong = growing.check_elsewhere(
          kDynamicRotaryTable, OpParams::of(DynamicRotaryParams{10000, 2, 64, 16}), 1e-6 + 4e-7 * position);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void first_tokens_are_marked_data() { sizes(); }
  void first_tokens_are_marked() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    for (const float position : {0.0f, 3.0f}) {
      OpHarness op(sequences, tokens);
      op.add_state({1}, std::vector<float>(static_cast<std::size_t>(sequences), position));
      op.add_output(op.activation(1));
      const auto wrong = op.check_elsewhere(kFirstToken, {}, 0);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void routes_agree_with_their_reference_data() {
    QTest::addColumn<int>("experts");
    QTest::addColumn<int>("score");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("groups");
    QTest::addColumn<bool>("bias");
    for (int score : {0, 1}) {
      QTest::addRow("one of three, %d", score) << 3 << score << 1 << 1 << false;
      QTest::addRow("eight of sixty, %d", score) << 60 << score << 8 << 1 << true;
      QTest::addRow("groups, %d", score) << 64 << score << 6 << 8 << true;
      QTest::addRow("groups of one, %d", score) << 6 << score << 2 << 6 << false;
    }
  }
  void routes_agree_with_their_reference() {
    QFETCH(int, experts);
    QFETCH(int, score);
    QFETCH(int, used);
    QFETCH(int, groups);
    QFETCH(bool, bias);
    OpHarness op(2, 7);
    op.add_input(op.activation(experts), -2, 2);
    if (bias) op.add_input({experts});
    for (int i = 0; i < 2; ++i) op.add_output(op.activation(used));
    const RouteParams params{.score = static_cast<RouterScore>(score), .used = used, .normalise = score,
                             .epsilon = 1e-6f, .scale = 1.5f, .groups = groups, .kept_groups = (groups + 2) / 3};
    const auto wrong = op.check_elsewhere(kRoute, OpParams::of(params), 1e-6);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void pairs_are_sorted_by_expert_data() { sizes(); }
  void pairs_are_sorted_by_expert() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    for (const auto& [experts, used] : {std::pair{1, 1}, {5, 2}, {300, 4}}) {
      OpHarness op(sequences, tokens);
      const std::int64_t pairs = std::int64_t{sequences} * tokens * used;
      auto choices = op.random(pairs, 0, static_cast<float>(experts) - 0.01f);
      for (float& choice : choices) choice = std::floor(choice);
      op.add_input(op.activation(used), choices);
      op.add_output({1, 1, experts + 1 + 2 * pairs});
      const auto wrong = op.check_elsewhere(kDispatch, {}, 0);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  // Each number of rows has its kernel, long rows are summed in parts, and experts have rows in any number.
  void products_of_any_number_of_rows_agree_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("in");
    for (const WeightFormat format : {WeightFormat::F16, WeightFormat::Q4_K}) {
      for (int rows : {4, 5, 16, 17, 33, 64, 65, 200}) {
        for (int in : {256, 2048}) {
          QTest::addRow("%s, %d rows, %d long", traits(format).name.data(), rows, in) << static_cast<int>(format) << rows << in;
        }
      }
    }
  }
  void products_of_any_number_of_rows_agree() {
    QFETCH(int, format);
    QFETCH(int, rows);
    QFETCH(int, in);
    for (int out : {70, 300}) {
      if (out == 300 && in > 256) break;  // lavapipe is slow
      OpHarness op(1, rows);
      op.add_matrix(static_cast<WeightFormat>(format), out, in);
      op.add_input(op.activation(in));
      op.add_input({out});
      op.add_input(op.activation(out));
      op.add_output(op.activation(out));
      const auto wrong = op.check_elsewhere(kLinear, OpParams::of(LinearParams{Activation::Silu, true, true}), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void products_of_experts_agree_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("tokens");
    for (const WeightFormat format : {WeightFormat::F32, WeightFormat::F16, WeightFormat::Q4_K}) {
      for (int tokens : {1, 9, 17, 60, 200}) {
        QTest::addRow("%s, %d tokens", traits(format).name.data(), tokens) << static_cast<int>(format) << tokens;
      }
    }
  }
  void products_of_experts_agree() {
    constexpr int kIn = 256, kOut = 90, kUsed = 2;
    QFETCH(int, format);
    QFETCH(int, tokens);
    for (int experts : {3, 40}) {
      const std::int64_t pairs = std::int64_t{tokens} * kUsed;
      OpHarness op(1, tokens * kUsed);
      op.add_matrices(static_cast<WeightFormat>(format), experts, kOut, kIn);
      op.add_input(op.activation(kIn));
      // Experts with many rows, with none and with one.
      std::vector<float> dispatched;
      for (int e = 0; e <= experts; ++e) {
        const std::int64_t begin = e == 0 ? 0 : e == experts ? pairs : std::min(pairs - 1, pairs / 2 + e / 2);
        dispatched.push_back(static_cast<float>(begin));
      }
      for (std::int64_t i = 0; i < pairs; ++i) dispatched.push_back(static_cast<float>(i / kUsed));
      for (std::int64_t i = 0; i < pairs; ++i) dispatched.push_back(static_cast<float>(i));
      const auto size = static_cast<std::int64_t>(dispatched.size());
      op.add_input({1, 1, size}, dispatched);
      op.add_output(op.activation(kOut));
      const auto wrong = op.check_elsewhere(kGroupedLinear, OpParams::of(Activation::Silu), 1e-5);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void small_ops_agree_with_their_references_data() { sizes(); }
  void small_ops_agree_with_their_references() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    for (int channels : {1, 7, 96}) {
      OpHarness weighted(sequences, tokens);
      for (int i = 0; i < 2; ++i) weighted.add_input(weighted.activation(channels));
      weighted.add_input(weighted.activation(1));
      weighted.add_output(weighted.activation(channels));
      auto wrong = weighted.check_elsewhere(kAddWeighted, {}, 1e-6);
      QVERIFY2(wrong.empty(), wrong.c_str());
      OpHarness joined(sequences, tokens);
      joined.add_input(joined.activation(channels));
      joined.add_input(joined.activation(5));
      joined.add_output(joined.activation(channels + 5));
      wrong = joined.check_elsewhere(kJoinColumns, {}, 0);
      QVERIFY2(wrong.empty(), wrong.c_str());
      OpHarness scaled(sequences, tokens);
      scaled.add_input(scaled.activation(channels));
      scaled.add_input({channels});
      scaled.add_output(scaled.activation(channels));
      wrong = scaled.check_elsewhere(kScaleChannels, {}, 0);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

 private:
  static void sizes() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 7, 63}) QTest::addRow("%d x %d", sequences, tokens) << sequences << tokens;
    }
  }
};

QTEST_APPLESS_MAIN(GpuOpsTest)
#include "gpu_ops_test.moc"
