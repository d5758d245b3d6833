#include "engine/graph/graph.h"

#include "engine/graph/planner.h"

namespace eddy {
namespace {

Shape shape_of_slot(const StateSlot& slot) {
  switch (slot.shape.size()) {
    case 1:
      return {slot.shape[0]};
    case 2:
      return {slot.shape[0], slot.shape[1]};
    case 3:
      return {slot.shape[0], slot.shape[1], slot.shape[2]};
    default:
      EDDY_ASSERT(slot.shape.size() == 4);
      return {slot.shape[0], slot.shape[1], slot.shape[2], slot.shape[3]};
  }
}

}  // namespace

Graph::Graph(PlanShape shape, std::span<const GraphWeight> weights, const StateLayout& layout) {
  EDDY_ASSERT(shape.sequences >= 1 && shape.tokens >= 1);
  plan_.shape = shape;
  tokens_ = add_value({.kind = ValueKind::Tokens, .shape = {shape.sequences, shape.tokens}});
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights_[weights[i].name] =
        add_value({.kind = ValueKind::Weight, .shape = weights[i].shape, .source = static_cast<int>(i)});
  }
  for (std::size_t i = 0; i < layout.slots.size(); ++i) {
    const auto& slot = layout.slots[i];
    states_[slot.name] =
        add_value({.kind = ValueKind::State, .shape = shape_of_slot(slot), .source = static_cast<int>(i)});
  }
}

Value Graph::add_value(PlannedValue value) {
  plan_.values.push_back(value);
  return {static_cast<int>(plan_.values.size()) - 1};
}

Value Graph::weight(const std::string& name) const {
  const auto found = weights_.find(name);
  EDDY_ASSERT(found != weights_.end());
  return found->second;
}

Value Graph::state(const std::string& slot) const {
  const auto found = states_.find(slot);
  EDDY_ASSERT(found != states_.end());
  return found->second;
}

std::vector<Value> Graph::append(const OpKind& kind, std::span<const Value> inputs, std::span<const Shape> outputs,
                                 const OpParams& params) {
  PlannedOp op{.kind = &kind, .params = params};
  for (Value input : inputs) {
    EDDY_ASSERT(input.index >= 0 && input.index < static_cast<int>(plan_.values.size()));
    op.inputs.push_back(input.index);
  }
  std::vector<Value> results;
  for (const Shape& shape : outputs) {
    results.push_back(add_value({.kind = ValueKind::Activation, .shape = shape}));
    op.outputs.push_back(results.back().index);
  }
  ops_.push_back(std::move(op));
  return results;
}

Value Graph::append(const OpKind& kind, std::initializer_list<Value> inputs, const Shape& output,
                    const OpParams& params) {
  return append(kind, std::span(inputs.begin(), inputs.size()), std::span(&output, 1), params)[0];
}

void Graph::set_logits(Value value) {
  EDDY_ASSERT(plan_.logits < 0 && plan_.values[value.index].kind == ValueKind::Activation);
  plan_.logits = value.index;
}

Plan Graph::finish() && {
  EDDY_ASSERT((plan_.logits >= 0) == (plan_.shape.logits != LogitRows::None));
  sort_into_stages(plan_, std::move(ops_));
  plan_memory(plan_);
  return std::move(plan_);
}

}  // namespace eddy
