#include "engine/backends/gpu/fusion.h"

#include <algorithm>
#include <optional>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/graph/planner.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/rwkv7_readout.h"

namespace eddy {
namespace {

class Fusion {
 public:
  Fusion(Plan plan, const std::function<bool(std::string_view op)>& has) : plan_(std::move(plan)), has_(has) {
    for (auto& stage : plan_.stages) {
      for (auto& op : stage) ops_.push_back(std::move(op));
    }
    plan_.stages.clear();
    gone_.resize(ops_.size());
    producer_.resize(plan_.values.size(), -1);
    uses_.resize(plan_.values.size(), 0);
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      for (int v : ops_[i].outputs) producer_[v] = static_cast<int>(i);
      for (int v : ops_[i].inputs) ++uses_[v];
    }
  }

  Plan run() {
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      if (ops_[i].kind->name == "token_shift") fuse_norm_shift(ops_[i]);
      if (ops_[i].kind->name == "rwkv7_readout") fuse_rwkv7_step(ops_[i]);
    }
    if (plan_.shape.tokens == 1 && plan_.shape.sequences <= kMostFusedSequences) {
      for_each("selective_scan", [this](PlannedOp& op) { fuse_linear_scan(op); });
      for_each("rms_norm", [this](PlannedOp& op) { fuse_norm_linears(op); });
      for_each("causal_conv", [this](PlannedOp& op) { fuse_norm_linear_conv(op); });
    }
    std::vector<PlannedOp> left;
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      if (!gone_[i]) left.push_back(std::move(ops_[i]));
    }
    drop_unused_values(left);
    plan_.work_bytes = 0;
    sort_into_stages(plan_, std::move(left));
    plan_memory(plan_);
    return std::move(plan_);
  }

 private:
  template <class Fuse>
  void for_each(std::string_view kind, const Fuse& fuse) {
    for (std::size_t i = 0; i < ops_.size(); ++i) {
      if (!gone_[i] && ops_[i].kind->name == kind) fuse(ops_[i]);
    }
  }

  /// The op that makes `value`, if it is of this kind.
  PlannedOp* made_by(int value, std::string_view kind) {
    const int op = producer_[value];
    return op >= 0 && !gone_[op] && ops_[op].kind->name == kind ? &ops_[op] : nullptr;
  }
  bool only_used(int value, int times) const { return uses_[value] == times && value != plan_.logits; }
  void remove(const PlannedOp* op) { gone_[static_cast<std::size_t>(op - ops_.data())] = true; }

  void fuse_norm_shift(PlannedOp& shift) {
    if (!has_("norm_shift")) return;
    PlannedOp* norm = made_by(shift.inputs[0], "norm");
    if (!norm || !only_used(shift.inputs[0], 1)) return;
    const auto params = norm->params.as<NormParams>();
    if (params.groups != 1) return;
    shift = {.kind = &kNormShift,
             .inputs = {norm->inputs[0], norm->inputs[1], norm->inputs[2], shift.inputs[1], shift.inputs[2]},
             .outputs = shift.outputs,
             .params = OpParams::of(NormShiftParams{params.epsilon})};
    remove(norm);
  }

  void fuse_rwkv7_step(PlannedOp& readout) {
    const std::int64_t tokens = plan_.shape.tokens;
    if (tokens > 1 && tokens < kFewestRwkv7Steps) return;
    const OpKind& kind = tokens == 1 ? kRwkv7Step : kRwkv7Steps;
    if (!has_(kind.name)) return;
    const auto& in = readout.inputs;  // y, r, k, v, g, r_k, norm_weight, norm_bias
    PlannedOp* wkv = made_by(in[0], "wkv7");
    PlannedOp* key = made_by(in[2], "rwkv7_key");
    if (!wkv || !key) return;
    const auto& at = wkv->inputs;  // r, w, k, v, kk, a, state
    const bool belongs = at[0] == in[1] && at[2] == in[2] && at[3] == in[3] && at[2] == key->outputs[1] &&
                         at[4] == key->outputs[0] && at[5] == key->inputs[1];
    const bool alone = only_used(in[0], 1) && only_used(at[4], 1) && only_used(in[2], 2);
    const auto params = readout.params.as<ReadoutParams>();
    if (!belongs || !alone || plan_.values[at[6]].shape[1] != kRwkv7StepHeadSize) return;
    PlannedOp* mix = only_used(in[3], 2) ? made_by(in[3], "lerp") : nullptr;
    PlannedOp step{.kind = &kind,
                   .inputs = {in[1], at[1], key->inputs[0], mix ? mix->inputs[0] : in[3], at[5], in[4], at[6],
                              key->inputs[2], key->inputs[3], in[5], in[6], in[7]},
                   .outputs = readout.outputs,
                   .params = OpParams::of(Rwkv7StepParams{params.heads, params.epsilon, mix != nullptr})};
    if (mix) step.inputs.insert(step.inputs.end(), {mix->inputs[1], mix->inputs[2]});
    for (PlannedOp* op : {wkv, key, mix}) {
      if (op) remove(op);
    }
    readout = std::move(step);
  }

  const Shape& shape_of(int value) const { return plan_.values[static_cast<std::size_t>(value)].shape; }

  /// Every product of a normed row norms it by itself, where nothing else reads it.
  void fuse_norm_linears(PlannedOp& norm) {
    constexpr std::int64_t kMostGroups = 32;
    const auto params = norm.params.as<RmsNormParams>();
    const int normed = norm.outputs[0];
    const bool own_weights = shape_of(norm.inputs[1]).elements() == shape_of(normed).last();
    if (!has_("norm_linear") || !own_weights || params.groups > kMostGroups || normed == plan_.logits) return;
    std::vector<PlannedOp*> linears;
    int uses = 0;
    for_each("linear", [&](PlannedOp& op) {
      if (op.inputs[1] != normed) return;
      linears.push_back(&op);
      uses += static_cast<int>(std::count(op.inputs.begin(), op.inputs.end(), normed));
    });
    if (linears.empty() || uses != uses_[normed] || uses != static_cast<int>(linears.size())) return;
    for (PlannedOp* linear : linears) {
      const auto own = linear->params.as<LinearParams>();
      linear->kind = &kNormLinear;
      linear->inputs[1] = norm.inputs[0];
      linear->inputs.insert(linear->inputs.begin() + 2, norm.inputs[1]);
      linear->params = OpParams::of(NormLinearParams{own.activation, own.has_bias, own.has_residual, params.epsilon,
                                                     static_cast<std::int32_t>(params.groups)});
    }
    remove(&norm);
  }

  void fuse_norm_linear_conv(PlannedOp& conv) {
    PlannedOp* linear = has_("norm_linear_conv") ? made_by(conv.inputs[0], "norm_linear") : nullptr;
    if (!linear || conv.inputs[0] == plan_.logits) return;
    const auto product = linear->params.as<NormLinearParams>();
    const bool plain = product.activation == Activation::None && !product.has_bias && !product.has_residual;
    if (!plain || product.groups != 1) return;
    const auto params = conv.params.as<CausalConvParams>();
    linear->kind = &kNormLinearConv;
    linear->inputs.insert(linear->inputs.end(), conv.inputs.begin() + 1, conv.inputs.end());
    linear->outputs.push_back(conv.outputs[0]);
    linear->params =
        OpParams::of(NormLinearConvParams{params.first, params.activation, product.epsilon, params.has_bias});
    remove(&conv);
  }

  /// Some columns of a row, perhaps normed.
  struct Part {
    const PlannedOp *columns = nullptr, *norm = nullptr;
    std::int32_t first() const { return static_cast<std::int32_t>(columns->params.as<std::int64_t>()); }
  };
  Part part_of(int value) {
    Part part;
    if (!only_used(value, 1)) return part;
    part.norm = made_by(value, "rms_norm");
    if (part.norm && (part.norm->params.as<RmsNormParams>().groups != 1 || !only_used(part.norm->inputs[0], 1))) return {};
    part.columns = made_by(part.norm ? part.norm->inputs[0] : value, "columns");
    return part;
  }

  void fuse_linear_scan(PlannedOp& scan) {
    constexpr std::int64_t kMostRank = 512;
    const auto& in = scan.inputs;  // x, dt, b, c, a, d, z, state
    PlannedOp* step = has_("linear_scan") && only_used(in[1], 1) ? made_by(in[1], "linear") : nullptr;
    if (!step || shape_of(step->inputs[1]).last() > kMostRank) return;
    const auto params = step->params.as<LinearParams>();
    if (params.activation != Activation::None || !params.has_bias || params.has_residual) return;
    const Part parts[] = {part_of(step->inputs[1]), part_of(in[2]), part_of(in[3])};
    const auto epsilon = [](const Part& part) { return part.norm ? part.norm->params.as<RmsNormParams>().epsilon : 0; };
    for (const Part& part : parts) {
      if (!part.columns || part.columns->inputs[0] != parts[0].columns->inputs[0]) return;
      if ((part.norm != nullptr) != (parts[0].norm != nullptr) || epsilon(part) != epsilon(parts[0])) return;
    }
    const bool normed = parts[0].norm != nullptr;
    PlannedOp fused{.kind = &kLinearScan,
                    .inputs = {step->inputs[0], parts[0].columns->inputs[0], step->inputs[2], in[0], in[4], in[5], in[6],
                               in[7]},
                    .outputs = scan.outputs,
                    .params = OpParams::of(LinearScanParams{parts[0].first(), parts[1].first(), parts[2].first(),
                                                            static_cast<std::int32_t>(scan.params.as<std::int64_t>()),
                                                            normed, epsilon(parts[0])})};
    for (const Part& part : parts) {
      if (normed) fused.inputs.push_back(part.norm->inputs[1]);
      if (normed) remove(part.norm);
      remove(part.columns);
    }
    remove(step);
    scan = std::move(fused);
  }

  /// Values that no op touches any more would still get memory.
  void drop_unused_values(std::vector<PlannedOp>& ops) {
    std::vector<bool> used(plan_.values.size());
    for (const auto& op : ops) {
      for (int v : op.inputs) used[v] = true;
      for (int v : op.outputs) used[v] = true;
    }
    std::vector<int> moved(plan_.values.size(), -1);
    std::vector<PlannedValue> values;
    for (std::size_t v = 0; v < plan_.values.size(); ++v) {
      if (!used[v]) continue;
      moved[v] = static_cast<int>(values.size());
      values.push_back(plan_.values[v]);
      values.back().offset = -1;
    }
    plan_.values = std::move(values);
    for (auto& op : ops) {
      for (int& v : op.inputs) v = moved[v];
      for (int& v : op.outputs) v = moved[v];
    }
    if (plan_.logits >= 0) plan_.logits = moved[plan_.logits];
    if (plan_.given >= 0) plan_.given = moved[plan_.given];
  }

  Plan plan_;
  const std::function<bool(std::string_view op)>& has_;
  std::vector<PlannedOp> ops_;
  std::vector<bool> gone_;
  std::vector<int> producer_, uses_;
};

}  // namespace

Plan fuse(Plan plan, const std::function<bool(std::string_view op)>& has) {
  return Fusion(std::move(plan), has).run();
}

}  // namespace eddy
