#include "engine/backends/vulkan/rank_step.h"

#include <algorithm>
#include <vector>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/gpu/fusion.h"
#include "engine/ops/activation.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

// ---- the reference --------------------------------------------------------------------------------------------------

/// activation(W x + bias) of one token of each sequence, in memory of its own. Sums run over k in rising order.
struct Product {
  std::vector<float> numbers;
  Operand operand;

  Product(const OpCall& call, int weights, int input, int biases, Activation activation) {
    const auto tensor = [&](int i) { return call.inputs[static_cast<std::size_t>(i)].tensor; };
    const TensorView w = tensor(weights), x = tensor(input);
    const std::int64_t rows = w.shape[0];
    for (std::int64_t b = 0; b < call.sequences; ++b) {
      for (std::int64_t n = 0; n < rows; ++n) {
        float sum = 0;
        for (std::int64_t k = 0; k < w.shape[1]; ++k) sum += w.row(n)[k] * x.row(b)[k];
        numbers.push_back(activate(activation, sum + (biases >= 0 ? tensor(biases).data[n] : 0.0f)));
      }
    }
    operand.tensor = {numbers.data(), {call.sequences, 1, rows}};
  }
};

void rank_step_reference(const OpCall& call) {
  const auto input = [&](int i) { return call.inputs[static_cast<std::size_t>(i)]; };
  const Product decay(call, kDecayW, kDecayX, kDecayBias, Activation::Rwkv7Decay);
  const Product rate(call, kRateW, kRateX, kRateBias, Activation::Sigmoid),
      gate(call, kGateW, kGateX, -1, Activation::None);
  std::vector<Operand> inputs{input(kR),    decay.operand, input(kK),          input(kV),
                              rate.operand, gate.operand,  input(kState),      input(kKk),
                              input(kKa),   input(kRk),    input(kNormWeight), input(kNormBias)};
  if (!call.params.as<Rwkv7StepParams>().mixes_values) {
    return kRwkv7Step.reference({call.sequences, 1, inputs, call.outputs, call.params});
  }
  const Product share(call, kShareW, kShareX, kShareBias, Activation::Sigmoid);
  inputs.insert(inputs.end(), {input(kVFirst), share.operand});
  kRwkv7Step.reference({call.sequences, 1, inputs, call.outputs, call.params});
}

// ---- in a plan ------------------------------------------------------------------------------------------------------

constexpr std::int64_t kMostRank = 512;   // as shaders/rwkv7_rank_step.comp has it
constexpr std::int64_t kMostUnits = 128;  // of a channel's rows: its invocations have them in registers
constexpr VkDeviceAddress kFarthest = VkDeviceAddress{1} << 33;  // bytes that 31 bits of float32 reach

/// Numbers of a matrix in 16 bytes; 0: its format is another.
std::int64_t unit_of(const VulkanMatrix& m) {
  if (m.format == WeightFormat::F16) return 8;
  return m.format == WeightFormat::F32 ? 4 : 0;
}

class Ranks {
 public:
  Ranks(Plan plan, const std::function<VulkanWeight(int)>& weight_of) : plan_(std::move(plan)), weight_of_(weight_of) {
    for (auto& stage : plan_.stages) {
      for (auto& op : stage) ops_.push_back(std::move(op));
    }
    gone_.resize(ops_.size());
    producer_.resize(plan_.values.size(), -1);
    uses_.resize(plan_.values.size(), 0);
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      for (int v : ops_[i].outputs) producer_[static_cast<std::size_t>(v)] = static_cast<int>(i);
      for (int v : ops_[i].inputs) ++uses_[static_cast<std::size_t>(v)];
    }
  }

  Plan run() {
    for (auto& op : ops_) {
      if (op.kind->name == kRwkv7Step.name) join(op);
    }
    plan_.stages.assign(1, {});
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      if (!gone_[i]) plan_.stages[0].push_back(std::move(ops_[i]));
    }
    return std::move(plan_);
  }

 private:
  const PlannedValue& value(int v) const { return plan_.values[static_cast<std::size_t>(v)]; }

  /// The product that makes this value for the step alone; null where it is another op or cannot be joined.
  PlannedOp* product(int v, Activation activation, bool has_bias) {
    const int index = producer_[static_cast<std::size_t>(v)];
    if (index < 0 || uses_[static_cast<std::size_t>(v)] != 1 || v == plan_.logits) return nullptr;
    PlannedOp& op = ops_[static_cast<std::size_t>(index)];
    if (op.kind->name != "linear") return nullptr;
    const auto params = op.params.as<LinearParams>();
    if (params.activation != activation || params.has_bias != has_bias || params.has_residual) return nullptr;
    const VulkanWeight weight = weight_of_(value(op.inputs[0]).source);
    const std::int64_t unit = weight.is_matrix ? unit_of(weight.matrix) : 0, rank = value(op.inputs[1]).shape.last();
    const bool fits = unit > 0 && rank % 8 == 0 && rank <= kMostRank && weight.matrix.columns == rank;
    return fits ? &op : nullptr;
  }

  std::int64_t units(const PlannedOp& product) const {
    return value(product.inputs[1]).shape.last() / unit_of(weight_of_(value(product.inputs[0]).source).matrix);
  }

  /// Whether all weights can be counted from the first of them.
  bool near(const PlannedOp& step) const {
    VkDeviceAddress first = ~VkDeviceAddress{0}, last = 0;
    for (int v : step.inputs) {
      if (value(v).kind != ValueKind::Weight) continue;
      const VulkanWeight weight = weight_of_(value(v).source);
      const VkDeviceAddress at = weight.is_matrix ? weight.matrix.planes[0] : weight.numbers;
      first = std::min(first, at);
      last = std::max(last, at + static_cast<VkDeviceAddress>(value(v).shape.elements()) * 4);
    }
    return last - first < kFarthest;
  }

  void join(PlannedOp& step) {
    const auto in = step.inputs;  // r, w, k, v, a, g, state, k_k, k_a, r_k, norm_weight, norm_bias, [v_first, share]
    const bool mixes = step.params.as<Rwkv7StepParams>().mixes_values;
    PlannedOp* const decay = product(in[1], Activation::Rwkv7Decay, true);
    PlannedOp* const rate = product(in[4], Activation::Sigmoid, true);
    PlannedOp* const gate = product(in[5], Activation::None, false);
    PlannedOp* const share = mixes ? product(in[13], Activation::Sigmoid, true) : nullptr;
    if (!decay || !rate || !gate || (mixes && !share)) return;
    if (units(*decay) + units(*rate) + units(*gate) + (share ? units(*share) : 0) > kMostUnits) return;
    PlannedOp joined{.kind = &kRwkv7RankStep,
                     .inputs = {in[0], decay->inputs[1], in[2], in[3], rate->inputs[1], gate->inputs[1], in[6], in[7],
                                in[8], in[9], in[10], in[11], decay->inputs[0], decay->inputs[2], rate->inputs[0],
                                rate->inputs[2], gate->inputs[0]},
                     .outputs = step.outputs,
                     .params = step.params};
    if (share)
      joined.inputs.insert(joined.inputs.end(), {in[12], share->inputs[1], share->inputs[0], share->inputs[2]});
    if (!near(joined)) return;
    for (PlannedOp* op : {decay, rate, gate, share}) {
      if (op) gone_[static_cast<std::size_t>(op - ops_.data())] = true;
    }
    step = std::move(joined);
  }

  Plan plan_;
  const std::function<VulkanWeight(int)>& weight_of_;
  std::vector<PlannedOp> ops_;
  std::vector<bool> gone_;
  std::vector<int> producer_, uses_;
};

}  // namespace

const OpKind kRwkv7RankStep{"rwkv7_rank_step", &rank_step_reference};

Plan join_ranks(Plan plan, const std::function<VulkanWeight(int source)>& weight_of) {
  const auto is_step = [](const PlannedOp& op) { return op.kind->name == kRwkv7Step.name; };
  const bool has_steps =
      std::ranges::any_of(plan.stages, [&](const auto& stage) { return std::ranges::any_of(stage, is_step); });
  if (!has_steps || plan.shape.tokens != 1 || plan.shape.sequences > kMostFusedSequences) return plan;
  // Nothing more is joined there: values that are no longer used go, and stages and memory are laid out anew.
  return fuse(Ranks(std::move(plan), weight_of).run(), [](std::string_view) { return false; });
}

}  // namespace eddy
