// What the Vulkan backend makes of RWKV-7's second low ranks and its step: the kernel against its reference, and the
// reference against the ops that it stands for.
#include <QTest>
#include <cmath>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/vulkan/rank_step.h"
#include "engine/graph/planner.h"
#include "engine/ops/linear.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

namespace {

/// One token of RWKV-7 between its projections, as fuse() leaves it: four products and the step.
class StepPlan {
 public:
  static constexpr std::int64_t kHeads = 2, kChannels = kHeads * kRwkv7StepHeadSize;

  explicit StepPlan(std::int64_t decay_rank = 16, bool decay_is_read_twice = false) {
    plan_.shape = {1, 1, LogitRows::All};
    const int r = given(kChannels), k = given(kChannels), v = given(kChannels), v_first = given(kChannels);
    const int decay = product(decay_rank, Activation::Rwkv7Decay, true), rate = product(8, Activation::Sigmoid, true);
    const int gate = product(24, Activation::None, false), share = product(8, Activation::Sigmoid, true);
    std::vector<int> inputs{
        r, decay, k, v, rate, gate, add(ValueKind::State, {kHeads, kRwkv7StepHeadSize, kRwkv7StepHeadSize})};
    for (int i = 0; i < 5; ++i) inputs.push_back(weight({kChannels}));
    inputs.insert(inputs.end(), {v_first, share});
    int out = op(kRwkv7Step, inputs, OpParams::of(Rwkv7StepParams{kHeads, 1e-5f, true}));
    // A value that another op reads too has to stay.
    if (decay_is_read_twice)
      out = op(kLinear, {weight({kChannels, kChannels}), out, decay},
               OpParams::of(LinearParams{Activation::None, false, true}));
    plan_.logits = out;
    sort_into_stages(plan_, ops_);
    plan_memory(plan_);
  }

  const Plan& plan() const { return plan_; }

  /// The logits, then the state.
  std::vector<float> run(const Plan& plan) const {
    std::vector<std::vector<float>> numbers;
    for (const auto& value : plan.values) {
      numbers.push_back(value.kind == ValueKind::Activation
                            ? std::vector<float>(static_cast<std::size_t>(value.shape.elements()))
                            : numbers_[static_cast<std::size_t>(value.source)]);
    }
    for (const auto& stage : plan.stages) {
      for (const auto& one : stage) run_op(plan, one, numbers);
    }
    std::vector<float> results = numbers[static_cast<std::size_t>(plan.logits)];
    for (std::size_t v = 0; v < numbers.size(); ++v) {
      if (plan.values[v].kind == ValueKind::State) results.insert(results.end(), numbers[v].begin(), numbers[v].end());
    }
    return results;
  }

 private:
  int add(ValueKind kind, const Shape& shape) {
    const int index = static_cast<int>(plan_.values.size());
    plan_.values.push_back({.kind = kind, .shape = shape, .source = index});
    numbers_.push_back(draw_.random(shape.elements()));
    return index;
  }
  int weight(const Shape& shape) { return add(ValueKind::Weight, shape); }
  int given(std::int64_t channels) { return weight({1, 1, channels}); }  // an activation of an op before
  int op(const OpKind& kind, std::vector<int> inputs, const OpParams& params) {
    const int made = add(ValueKind::Activation, {1, 1, kChannels});
    ops_.push_back({.kind = &kind, .inputs = std::move(inputs), .outputs = {made}, .params = params});
    return made;
  }
  int product(std::int64_t rank, Activation activation, bool has_bias) {
    std::vector<int> inputs{weight({kChannels, rank}), given(rank)};
    if (has_bias) inputs.push_back(weight({kChannels}));
    return op(kLinear, inputs, OpParams::of(LinearParams{activation, has_bias, false}));
  }
  static void run_op(const Plan& plan, const PlannedOp& op, std::vector<std::vector<float>>& numbers) {
    std::vector<float*> states(op.inputs.size());
    std::vector<Operand> inputs, outputs;
    const auto operand = [&](int v) {
      return Operand{
          .tensor = {numbers[static_cast<std::size_t>(v)].data(), plan.values[static_cast<std::size_t>(v)].shape}};
    };
    for (std::size_t i = 0; i < op.inputs.size(); ++i) {
      inputs.push_back(operand(op.inputs[i]));
      states[i] = inputs.back().tensor.data;
      inputs.back().states = std::span(&states[i], 1);
    }
    for (int v : op.outputs) outputs.push_back(operand(v));
    op.kind->reference({1, 1, inputs, outputs, op.params});
  }

  OpHarness draw_{1, 1};
  Plan plan_;
  std::vector<PlannedOp> ops_;
  std::vector<std::vector<float>> numbers_;
};

/// Every matrix is of this format and lies `apart` bytes from the one before.
std::function<VulkanWeight(int)> weights_of(const Plan& plan, WeightFormat format = WeightFormat::F16,
                                            VkDeviceAddress apart = 1024) {
  return [&plan, format, apart](int source) {
    VulkanWeight weight;
    for (const auto& value : plan.values) {
      if (value.source != source || value.kind != ValueKind::Weight) continue;
      weight.shape = value.shape;
      weight.is_matrix = value.shape.rank() == 2;
      weight.numbers = weight.matrix.planes[0] = static_cast<VkDeviceAddress>(source + 1) * apart;
      weight.matrix.format = format;
      weight.matrix.columns = value.shape.last();
    }
    return weight;
  };
}

std::string names_of(const Plan& plan) {
  std::string names;
  for (const auto& stage : plan.stages) {
    for (const auto& op : stage) names += (names.empty() ? "" : " ") + std::string(op.kind->name);
  }
  return names;
}

}  // namespace

class RankStepTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("heads");
    QTest::addColumn<bool>("mixes");
    QTest::addColumn<int>("first_format");
    for (int sequences : {1, 3}) {
      for (int heads : {1, 5}) {
        for (bool mixes : {false, true}) {
          for (const WeightFormat format : {WeightFormat::F32, WeightFormat::F16}) {
            QTest::addRow("%d x %d%s, %s first", sequences, heads, mixes ? ", mixed values" : "",
                          traits(format).name.data())
                << sequences << heads << mixes << static_cast<int>(format);
          }
        }
      }
    }
  }

  /// Matrices of both formats, ranks of a part of the invocations' units, of whole rounds and of more than one.
  void kernel_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, heads);
    QFETCH(bool, mixes);
    QFETCH(int, first_format);
    const std::int64_t size = kRwkv7StepHeadSize, channels = heads * size;
    const auto other =
        static_cast<WeightFormat>(first_format) == WeightFormat::F16 ? WeightFormat::F32 : WeightFormat::F16;
    const WeightFormat formats[] = {static_cast<WeightFormat>(first_format), other, WeightFormat::F16, other};
    constexpr std::int64_t kRanks[] = {96, 8, 320, 40};
    OpHarness op(sequences, 1);
    op.add_input(op.activation(channels));
    op.add_input(op.activation(kRanks[0]));
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));
    op.add_input(op.activation(kRanks[1]));
    op.add_input(op.activation(kRanks[2]));
    op.add_state({heads, size, size});
    for (int i = 0; i < 5; ++i) op.add_input({channels});
    for (int i = 0; i < 2; ++i) {
      op.add_matrix(formats[i], channels, kRanks[i]);
      op.add_input({channels});
    }
    op.add_matrix(formats[2], channels, kRanks[2]);
    if (mixes) {
      op.add_input(op.activation(channels));
      op.add_input(op.activation(kRanks[3]));
      op.add_matrix(formats[3], channels, kRanks[3]);
      op.add_input({channels});
    }
    op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kRwkv7RankStep, OpParams::of(Rwkv7StepParams{heads, 1e-5f, mixes}), 2e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void the_step_is_what_it_stands_for() {
    const StepPlan step;
    const Plan joined = join_ranks(step.plan(), weights_of(step.plan()));
    QCOMPARE(names_of(joined), std::string("rwkv7_rank_step"));
    const auto expected = step.run(step.plan()), got = step.run(joined);
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
      QVERIFY(std::abs(got[i] - expected[i]) <= 1e-6f * (1 + std::abs(expected[i])));
  }

  void what_cannot_be_joined_stays() {
    const std::string apart = "linear linear linear linear rwkv7_step";
    const StepPlan step, odd_rank(12), read_twice(16, true);
    QCOMPARE(names_of(join_ranks(odd_rank.plan(), weights_of(odd_rank.plan()))), apart);
    QCOMPARE(names_of(join_ranks(read_twice.plan(), weights_of(read_twice.plan()))), apart + " linear");
    QCOMPARE(names_of(join_ranks(step.plan(), weights_of(step.plan(), WeightFormat::Q8_0))), apart);
    QCOMPARE(names_of(join_ranks(step.plan(), weights_of(step.plan(), WeightFormat::F16, VkDeviceAddress{1} << 33))),
             apart);
    Plan two_tokens = step.plan();
    two_tokens.shape.tokens = 2;
    QCOMPARE(names_of(join_ranks(two_tokens, weights_of(step.plan()))), apart);
  }
};

QTEST_GUILESS_MAIN(RankStepTest)
#include "vulkan_rank_step_test.moc"
