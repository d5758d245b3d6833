// Ops that GPU backends make of several ops of a plan: their kernels against their references, and these against the ops
// that they stand for.
#include "engine/backends/gpu/fused_ops.h"

#include <QTest>
#include <cmath>

#include "engine/backends/gpu/fusion.h"
#include "engine/graph/planner.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/columns.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv7.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

namespace {

/// A plan of one sequence, as a graph records it, with numbers for all its values.
class TinyPlan {
 public:
  explicit TinyPlan(unsigned seed, std::int64_t tokens = 1) : draw_(1, tokens, seed), tokens_(tokens) {
    plan_.shape = {1, tokens, LogitRows::All};
  }

  int weight(const Shape& shape, float low = -1) { return add(ValueKind::Weight, shape, low); }
  int state(const Shape& shape) { return add(ValueKind::State, shape, -1); }
  /// An activation of an op before.
  int given(std::int64_t channels, float low = -1) { return weight({1, tokens_, channels}, low); }
  int op(const OpKind& kind, std::vector<int> inputs, std::int64_t channels, const OpParams& params) {
    return ops(kind, std::move(inputs), channels, params, 1)[0];
  }
  std::vector<int> ops(const OpKind& kind, std::vector<int> inputs, std::int64_t channels, const OpParams& params,
                       int outputs) {
    std::vector<int> made;
    for (int i = 0; i < outputs; ++i) made.push_back(add(ValueKind::Activation, {1, tokens_, channels}, 0));
    ops_.push_back({.kind = &kind, .inputs = std::move(inputs), .outputs = made, .params = params});
    return made;
  }

  Plan planned(int logits) const {
    Plan plan = plan_;
    plan.logits = logits;
    sort_into_stages(plan, ops_);
    plan_memory(plan);
    return plan;
  }

  /// The logits, then all states, by the references of the plan's ops.
  std::vector<float> run(const Plan& plan) const {
    auto numbers = numbers_;
    numbers.resize(plan.values.size());
    for (std::size_t v = 0; v < plan.values.size(); ++v) {
      const PlannedValue& value = plan.values[v];
      numbers[v] = value.kind == ValueKind::Activation ? std::vector<float>(value.shape.elements())
                                                       : numbers_[static_cast<std::size_t>(value.source)];
    }
    for (const auto& stage : plan.stages) {
      for (const auto& op : stage) run_op(plan, op, numbers);
    }
    std::vector<float> results = numbers[static_cast<std::size_t>(plan.logits)];
    for (std::size_t v = 0; v < plan.values.size(); ++v) {
      if (plan.values[v].kind == ValueKind::State) results.insert(results.end(), numbers[v].begin(), numbers[v].end());
    }
    return results;
  }

 private:
  int add(ValueKind kind, const Shape& shape, float low) {
    const int index = static_cast<int>(plan_.values.size());
    plan_.values.push_back({.kind = kind, .shape = shape, .source = index});
    numbers_.push_back(draw_.random(shape.elements(), low, 1));
    return index;
  }
  void run_op(const Plan& plan, const PlannedOp& op, std::vector<std::vector<float>>& numbers) const {
    std::vector<float*> states(op.inputs.size());
    std::vector<Operand> inputs, outputs;
    for (std::size_t i = 0; i < op.inputs.size(); ++i) {
      const auto v = static_cast<std::size_t>(op.inputs[i]);
      states[i] = numbers[v].data();
      inputs.push_back({.tensor = {numbers[v].data(), plan.values[v].shape}, .states = std::span(&states[i], 1)});
    }
    for (int v : op.outputs) {
      outputs.push_back({.tensor = {numbers[static_cast<std::size_t>(v)].data(), plan.values[static_cast<std::size_t>(v)].shape}});
    }
    op.kind->reference({1, tokens_, inputs, outputs, op.params});
  }

  OpHarness draw_;
  std::int64_t tokens_;
  Plan plan_;
  std::vector<PlannedOp> ops_;
  std::vector<std::vector<float>> numbers_;
};

/// The names of a plan's ops, in order.
std::string names_of(const Plan& plan) {
  std::string names;
  for (const auto& stage : plan.stages) {
    for (const auto& op : stage) names += (names.empty() ? "" : " ") + std::string(op.kind->name);
  }
  return names;
}

bool has_all(std::string_view) {
  return true;
}
bool has_none(std::string_view) {
  return false;
}

void add_formats() {
  QTest::addColumn<int>("format");
  QTest::addColumn<int>("sequences");
  for (const WeightFormat format : {WeightFormat::F32, WeightFormat::F16, WeightFormat::Q8_0, WeightFormat::Q4_K,
                                    WeightFormat::Q5_0, WeightFormat::Q6_K}) {
    for (int sequences : {1, 3}) {
      QTest::addRow("%s, %d", traits(format).name.data(), sequences) << static_cast<int>(format) << sequences;
    }
  }
}

}  // namespace

class FusedOpsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void norm_shift_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 2, 7, 63}) {
        for (int channels : {7, 64, 300}) {
          QTest::addRow("%d x %d x %d", sequences, tokens, channels) << sequences << tokens << channels;
        }
      }
      QTest::addRow("%d x 1 x 4612", sequences) << sequences << 1 << 4612;  // more than four channels an invocation
    }
  }

  void norm_shift_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels));
    op.add_input({channels});
    op.add_input({channels});
    op.add_input({6, channels}, 0, 1);
    op.add_state({channels});
    for (int m = 0; m < 6; ++m) op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kNormShift, OpParams::of(NormShiftParams{1e-5f}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void rwkv7_step_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("heads");
    QTest::addColumn<bool>("mixes");
    for (int sequences : {1, 3}) {
      for (int heads : {1, 5}) {
        for (bool mixes : {false, true}) {
          QTest::addRow("%d x %d%s", sequences, heads, mixes ? ", mixed values" : "") << sequences << heads << mixes;
        }
      }
    }
  }

  void rwkv7_step_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, heads);
    QFETCH(bool, mixes);
    const std::int64_t size = kRwkv7StepHeadSize, channels = heads * size;
    OpHarness op(sequences, 1);
    op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), 0.5f, 1);
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), 0, 1);
    op.add_input(op.activation(channels));
    op.add_state({heads, size, size});
    for (int i = 0; i < 5; ++i) op.add_input({channels});
    if (mixes) {
      op.add_input(op.activation(channels));
      op.add_input(op.activation(channels), 0, 1);
    }
    op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kRwkv7Step, OpParams::of(Rwkv7StepParams{heads, 1e-5f, mixes}), 2e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void rwkv7_steps_agree_with_their_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<bool>("mixes");
    for (int sequences : {1, 3}) {
      for (int tokens : {128, 143, 200}) {
        for (bool mixes : {false, true}) {
          QTest::addRow("%d x %d%s", sequences, tokens, mixes ? ", mixed values" : "") << sequences << tokens << mixes;
        }
      }
    }
  }

  void rwkv7_steps_agree_with_their_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(bool, mixes);
    if (test_backends() != "cuda") QSKIP("only the CUDA backend has this op");
    constexpr std::int64_t kHeads = 3, kSize = kRwkv7StepHeadSize, kChannels = kHeads * kSize;
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(kChannels));
    op.add_input(op.activation(kChannels), 0.545f, 1);
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(kChannels));
    op.add_input(op.activation(kChannels), 0, 1);
    op.add_input(op.activation(kChannels));
    op.add_state({kHeads, kSize, kSize});
    for (int i = 0; i < 5; ++i) op.add_input({kChannels});
    if (mixes) {
      op.add_input(op.activation(kChannels));
      op.add_input(op.activation(kChannels), 0, 1);
    }
    op.add_output(op.activation(kChannels));
    const auto wrong = op.check_elsewhere(kRwkv7Steps, OpParams::of(Rwkv7StepParams{kHeads, 1e-5f, mixes}), 2e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void rwkv7_between_its_projections_becomes_one_op_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<bool>("mixes");
    QTest::addColumn<QString>("names");
    for (bool mixes : {false, true}) {
      const QString apart = mixes ? "lerp rwkv7_key wkv7 rwkv7_readout" : "rwkv7_key wkv7 rwkv7_readout";
      const char* values = mixes ? ", mixed values" : "";
      QTest::addRow("a token%s", values) << 1 << mixes << "rwkv7_step";
      QTest::addRow("few tokens%s", values) << static_cast<int>(kFewestRwkv7Steps) - 1 << mixes << apart;
      QTest::addRow("many tokens%s", values) << static_cast<int>(kFewestRwkv7Steps) << mixes << "rwkv7_steps";
    }
  }

  void rwkv7_between_its_projections_becomes_one_op() {
    QFETCH(int, tokens);
    QFETCH(bool, mixes);
    QFETCH(QString, names);
    constexpr std::int64_t kHeads = 2, kChannels = kHeads * kRwkv7StepHeadSize;
    TinyPlan tiny(5, tokens);
    const int r = tiny.given(kChannels), w = tiny.given(kChannels, 0.55f), k = tiny.given(kChannels);
    const int v = tiny.given(kChannels), a = tiny.given(kChannels, 0), g = tiny.given(kChannels);
    const int v_first = tiny.given(kChannels), share = tiny.given(kChannels, 0);
    const int state = tiny.state({kHeads, kRwkv7StepHeadSize, kRwkv7StepHeadSize});
    std::vector<int> rows;  // k_k, k_a, r_k, norm_weight, norm_bias
    for (int i = 0; i < 5; ++i) rows.push_back(tiny.weight({kChannels}));
    const int value = mixes ? tiny.op(kLerp, {v, v_first, share}, kChannels, {}) : v;
    const auto keys = tiny.ops(kRwkv7Key, {k, a, rows[0], rows[1]}, kChannels, OpParams::of(HeadParams{kHeads}), 2);
    const int y = tiny.op(kWkv7, {r, w, keys[1], value, keys[0], a, state}, kChannels, {});
    const int out = tiny.op(kRwkv7Readout, {y, r, keys[1], value, g, rows[2], rows[3], rows[4]}, kChannels,
                            OpParams::of(ReadoutParams{kHeads, 1e-5f}));
    const Plan before = tiny.planned(out), fused = fuse(tiny.planned(out), &has_all);
    QCOMPARE(QString::fromStdString(names_of(fused)), names);
    const auto expected = tiny.run(before), got = tiny.run(fused);
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      QVERIFY(std::fabs(got[i] - expected[i]) < 1e-4f * std::max(1.0f, std::fabs(expected[i])));
    }
  }

  void norm_linear_agrees_with_its_reference_data() { add_formats(); }
  void norm_linear_agrees_with_its_reference() {
    QFETCH(int, format);
    QFETCH(int, sequences);
    struct Case {
      int in, out, groups;
      bool bias, residual;
    };
    // Rows of one unit and of several warps, groups whose borders lie within units, many rows a block.
    for (const Case& c : {Case{256, 7, 1, false, true}, {512, 70, 4, true, false}, {2560, 33, 1, true, true},
                          {5120, 20, 8, false, true}, {512, 2500, 1, false, false}}) {
      if (c.out > 1000 && sequences > 1) continue;  // lavapipe is slow
      OpHarness op(sequences, 1);
      op.add_matrix(static_cast<WeightFormat>(format), c.out, c.in);
      op.add_input(op.activation(c.in), -3, 2);
      op.add_input({c.in});
      if (c.bias) op.add_input({c.out});
      if (c.residual) op.add_input(op.activation(c.out));
      op.add_output(op.activation(c.out));
      const auto wrong = op.check_elsewhere(
          kNormLinear, OpParams::of(NormLinearParams{Activation::Silu, c.bias, c.residual, 1e-5f, c.groups}), 1e-4);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void norm_linear_conv_agrees_with_its_reference_data() { add_formats(); }
  void norm_linear_conv_agrees_with_its_reference() {
    QFETCH(int, format);
    QFETCH(int, sequences);
    struct Case {
      int in, out, first, channels, kernel;
      bool bias;
    };
    for (const Case& c : {Case{256, 50, 0, 50, 4, true}, {512, 70, 13, 40, 4, false}, {256, 9, 3, 5, 2, true},
                          {256, 300, 100, 190, 6, false}}) {
      OpHarness op(sequences, 1);
      op.add_matrix(static_cast<WeightFormat>(format), c.out, c.in);
      op.add_input(op.activation(c.in), -3, 2);
      op.add_input({c.in});
      op.add_input({c.kernel, c.channels});
      op.add_state({c.kernel - 1, c.channels});
      if (c.bias) op.add_input({c.channels});
      op.add_output(op.activation(c.out));
      op.add_output(op.activation(c.channels));
      const auto wrong = op.check_elsewhere(
          kNormLinearConv, OpParams::of(NormLinearConvParams{c.first, Activation::Silu, 1e-5f, c.bias}), 1e-4);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void linear_scan_agrees_with_its_reference_data() { add_formats(); }
  void linear_scan_agrees_with_its_reference() {
    QFETCH(int, format);
    QFETCH(int, sequences);
    struct Case {
      int rank, channels, states, first;
      bool norms;
    };
    const bool of_256 = format == static_cast<int>(WeightFormat::Q4_K) || format == static_cast<int>(WeightFormat::Q6_K);
    for (const Case& c : {Case{256, 40, 16, 0, false}, {256, 300, 16, 3, true}, {512, 9, 5, 4, true}, {256, 70, 70, 0, false},
                          {160, 64, 16, 0, false}}) {
      if (c.rank % 256 != 0 && of_256) continue;
      OpHarness op(sequences, 1);
      const int width = c.first + c.rank + 2 * c.states, z_width = 2 * c.channels + 1;
      op.add_matrix(static_cast<WeightFormat>(format), c.channels, c.rank);
      op.add_input(op.activation(width));
      op.add_input({c.channels});
      op.add_input(op.activation(c.channels));
      op.add_input({c.states, c.channels}, -4, -0.1f);
      op.add_input({c.channels});
      op.add_input(op.activation(z_width));
      op.add_state({c.states, c.channels});
      if (c.norms) {
        for (const int size : {c.rank, c.states, c.states}) op.add_input({size});
      }
      op.add_output(op.activation(c.channels));
      const LinearScanParams params{c.first, c.first + c.rank, c.first + c.rank + c.states, c.channels + 1, c.norms, 1e-6f};
      const auto wrong = op.check_elsewhere(kLinearScan, OpParams::of(params), 1e-4);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  // The recurrent layer of Mamba-2: two products, each with the norm before it, the first with the convolution after it.
  void norms_and_convolutions_go_into_products() {
    constexpr std::int64_t kWidth = 6, kAll = 10, kFirst = 2, kConvolved = 7, kKernel = 4;
    TinyPlan tiny(7);
    const int x = tiny.given(kWidth), w = tiny.weight({kAll, kWidth}), taps = tiny.weight({kKernel, kConvolved});
    const int bias = tiny.weight({kConvolved}), back = tiny.weight({kWidth, kConvolved});
    const int slot = tiny.state({kKernel - 1, kConvolved});
    const int normed = tiny.op(kRmsNorm, {x, tiny.weight({kWidth})}, kWidth, OpParams::of(RmsNormParams{1e-5f, 1}));
    const int all = tiny.op(kLinear, {w, normed}, kAll, OpParams::of(LinearParams{}));
    const int convolved = tiny.op(kCausalConv, {all, taps, slot, bias}, kConvolved,
                                  OpParams::of(CausalConvParams{kFirst, Activation::Silu, true}));
    const int again = tiny.op(kRmsNorm, {convolved, tiny.weight({kConvolved})}, kConvolved,
                              OpParams::of(RmsNormParams{1e-5f, 7}));
    const int y = tiny.op(kLinear, {back, again, x}, kWidth, OpParams::of(LinearParams{Activation::None, false, true}));
    same_numbers(tiny, y, "norm_linear_conv norm_linear");
    // A norm that something else reads too stays where it is.
    const int both = tiny.op(kLinear, {w, normed, normed}, kAll, OpParams::of(LinearParams{Activation::None, true}));
    const Plan kept = fuse(tiny.planned(both), &has_all);
    QVERIFY2(names_of(kept).find("rms_norm") != std::string::npos, names_of(kept).c_str());
  }

  void mambas_scan_goes_with_its_steps_data() {
    QTest::addColumn<bool>("normed");
    QTest::newRow("as it is") << false;
    QTest::newRow("normed") << true;
  }
  void mambas_scan_goes_with_its_steps() {
    constexpr std::int64_t kChannels = 9, kRank = 3, kStates = 4;
    QFETCH(bool, normed);
    TinyPlan tiny(8);
    const int u = tiny.given(kChannels), xz = tiny.given(2 * kChannels);
    const int inputs = tiny.op(kLinear, {tiny.weight({kRank + 2 * kStates, kChannels}), u}, kRank + 2 * kStates,
                               OpParams::of(LinearParams{}));
    const auto part = [&](std::int64_t first, std::int64_t count) {
      const int columns = tiny.op(kColumns, {inputs}, count, OpParams::of(first));
      if (!normed) return columns;
      return tiny.op(kRmsNorm, {columns, tiny.weight({count})}, count, OpParams::of(RmsNormParams{1e-6f, 1}));
    };
    const int dt = tiny.op(kLinear, {tiny.weight({kChannels, kRank}), part(0, kRank), tiny.weight({kChannels})}, kChannels,
                           OpParams::of(LinearParams{Activation::None, true}));
    const int b = part(kRank, kStates), c = part(kRank + kStates, kStates), a = tiny.weight({kStates, kChannels}, -3);
    const int y = tiny.op(kSelectiveScan, {u, dt, b, c, a, tiny.weight({kChannels}), xz, tiny.state({kStates, kChannels})},
                          kChannels, OpParams::of(kChannels));
    same_numbers(tiny, y, "linear linear_scan");
  }

  void norm_shift_is_what_it_stands_for() {
    constexpr std::int64_t kTokens = 3, kChannels = 5;
    OpHarness draw(1, kTokens);
    auto x = draw.random(kTokens * kChannels), weight = draw.random(kChannels), bias = draw.random(kChannels),
         mixes = draw.random(2 * kChannels), shift = draw.random(kChannels);
    auto shift_apart = shift;
    const Shape rows{1, kTokens, kChannels};
    std::vector<float> normed(x.size()), apart[2], fused[2];
    float *state = shift.data(), *state_apart = shift_apart.data();
    const Operand in{.tensor = {x.data(), rows}}, w{.tensor = {weight.data(), {kChannels}}},
        b{.tensor = {bias.data(), {kChannels}}}, m{.tensor = {mixes.data(), {2, kChannels}}};
    std::vector<Operand> out_apart, out_fused;
    for (int i = 0; i < 2; ++i) {
      apart[i].resize(x.size());
      fused[i].resize(x.size());
      out_apart.push_back({.tensor = {apart[i].data(), rows}});
      out_fused.push_back({.tensor = {fused[i].data(), rows}});
    }
    const Operand norm_in[] = {in, w, b}, norm_out[] = {{.tensor = {normed.data(), rows}}};
    kNorm.reference({1, kTokens, norm_in, norm_out, OpParams::of(NormParams{1e-5f, 1})});
    const Operand slot_apart{.tensor = {nullptr, {kChannels}}, .states = std::span(&state_apart, 1)};
    const Operand shift_in[] = {norm_out[0], m, slot_apart};
    kTokenShift.reference({1, kTokens, shift_in, out_apart, {}});
    const Operand fused_in[] = {in, w, b, m, {.tensor = {nullptr, {kChannels}}, .states = std::span(&state, 1)}};
    kNormShift.reference({1, kTokens, fused_in, out_fused, OpParams::of(NormShiftParams{1e-5f})});
    for (int i = 0; i < 2; ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) QVERIFY(std::fabs(apart[i][j] - fused[i][j]) < 1e-6f);
    }
    for (std::size_t c = 0; c < kChannels; ++c) QVERIFY(std::fabs(shift[c] - shift_apart[c]) < 1e-6f);
  }

 private:
  /// The plan becomes these ops and computes what it did before; for a backend without them it stays as it is.
  static void same_numbers(const TinyPlan& tiny, int logits, const std::string& names) {
    const Plan before = tiny.planned(logits), fused = fuse(tiny.planned(logits), &has_all);
    QCOMPARE(names_of(fused), names);
    QCOMPARE(names_of(fuse(tiny.planned(logits), &has_none)), names_of(before));
    const auto expected = tiny.run(before), got = tiny.run(fused);
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) QVERIFY(std::fabs(got[i] - expected[i]) < 1e-5f);
    Plan batch = tiny.planned(logits);
    batch.shape.sequences = kMostFusedSequences + 1;
    QCOMPARE(names_of(fuse(batch, &has_all)), names_of(before));
  }
};

QTEST_APPLESS_MAIN(FusedOpsTest)
#include "fused_ops_test.moc"
