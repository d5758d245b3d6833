#include "engine/backends/gpu/fusion.h"

#include <algorithm>
#include <optional>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/graph/planner.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/rwkv7_readout.h"

namespace eddy {
namespace {

class Fusion {
 public:
  explicit Fusion(Plan plan) : plan_(std::move(plan)) {
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
      if (ops_[i].kind->name == "rwkv7_readout" && plan_.shape.tokens == 1) fuse_rwkv7_step(ops_[i]);
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
  /// The op that makes `value`, if it is of this kind.
  PlannedOp* made_by(int value, std::string_view kind) {
    const int op = producer_[value];
    return op >= 0 && !gone_[op] && ops_[op].kind->name == kind ? &ops_[op] : nullptr;
  }
  bool only_used(int value, int times) const { return uses_[value] == times && value != plan_.logits; }
  void remove(const PlannedOp* op) { gone_[static_cast<std::size_t>(op - ops_.data())] = true; }

  void fuse_norm_shift(PlannedOp& shift) {
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
    PlannedOp step{.kind = &kRwkv7Step,
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
  std::vector<PlannedOp> ops_;
  std::vector<bool> gone_;
  std::vector<int> producer_, uses_;
};

}  // namespace

Plan fuse(Plan plan) {
  return Fusion(std::move(plan)).run();
}

}  // namespace eddy
