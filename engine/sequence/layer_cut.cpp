#include "engine/sequence/layer_cut.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/graph/planner.h"
#include "engine/ops/columns.h"

namespace eddy {
namespace {

/// N of "blocks.N.", "blk.N." or "layers.N." at the beginning of a tensor's name or behind a dot; -1: there is none.
int layer_in_name(std::string_view name) {
  for (const std::string_view word : {"blocks.", "blk.", "layers."}) {
    const auto at = name.find(word);
    if (at == std::string_view::npos || (at > 0 && name[at - 1] != '.')) continue;
    const char* end = name.data() + name.size();
    int layer = 0;
    const auto [rest, wrong] = std::from_chars(name.data() + at + word.size(), end, layer);
    if (wrong == std::errc() && rest != end && *rest == '.') return layer;
  }
  return -1;
}

int place_of(const std::vector<int>& list, int source) {
  const auto found = std::ranges::lower_bound(list, source);
  EDDY_ASSERT(found != list.end() && *found == source);
  return static_cast<int>(found - list.begin());
}

}  // namespace

/// The ops of a plan in an order in which they can run, each with its layer.
struct LayerCut::PlacedOps {
  std::vector<const PlannedOp*> ops;
  std::vector<int> layers;    // by op
  std::vector<int> made_in;   // by value: the layer of the op that makes it, -1 where none does
  std::vector<int> last_use;  // by value: the last layer that reads it, -1 where none does

  /// Activations that layers before `border` make and layers from `border` on read.
  std::vector<int> alive_at(std::int64_t border) const {
    std::vector<int> alive;
    for (std::size_t v = 0; v < made_in.size(); ++v) {
      if (made_in[v] >= 0 && made_in[v] < border && last_use[v] >= border) alive.push_back(static_cast<int>(v));
    }
    return alive;
  }
};

LayerCut::LayerCut(const Network& network) : layers_(network.size().layers), layout_(network.state_layout()) {
  for (const TensorRule& rule : network.tensors().rules) {
    layer_of_weight_.push_back(std::min(layer_in_name(rule.name), static_cast<int>(layers_) - 1));
  }
}

LayerCut::PlacedOps LayerCut::placed(const Plan& plan) const {
  PlacedOps placed;
  for (const auto& stage : plan.stages) {
    for (const auto& op : stage) placed.ops.push_back(&op);
  }
  const std::size_t values = plan.values.size();
  std::vector<int> of_slot;
  for (const StateSlot& slot : layout_.slots)
    of_slot.push_back(std::clamp(slot.layer, 0, static_cast<int>(layers_) - 1));
  placed.layers.assign(placed.ops.size(), 0);
  placed.made_in.assign(values, -1);
  const auto layer_of = [&](int v) {
    const PlannedValue& value = plan.values[static_cast<std::size_t>(v)];
    const auto source = static_cast<std::size_t>(value.source);
    if (value.kind == ValueKind::Weight) return layer_of_weight_[source];
    if (value.kind == ValueKind::State && layout_.slots[source].name != kReachSlot) return of_slot[source];
    return placed.made_in[static_cast<std::size_t>(v)];
  };
  // Ops that touch one slot go to one device: an op that comes late takes those before it along, until nothing moves.
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < placed.ops.size(); ++i) {
      int layer = 0;
      for (int v : placed.ops[i]->inputs) layer = std::max(layer, layer_of(v));
      placed.layers[i] = layer;
      for (int v : placed.ops[i]->outputs) placed.made_in[static_cast<std::size_t>(v)] = layer;
      for (int v : placed.ops[i]->inputs) {
        const PlannedValue& value = plan.values[static_cast<std::size_t>(v)];
        if (value.kind != ValueKind::State || of_slot[static_cast<std::size_t>(value.source)] >= layer) continue;
        of_slot[static_cast<std::size_t>(value.source)] = layer;
        moved = true;
      }
    }
  }
  placed.last_use.assign(values, -1);
  for (std::size_t i = 0; i < placed.ops.size(); ++i) {
    for (int v : placed.ops[i]->inputs) {
      auto& last = placed.last_use[static_cast<std::size_t>(v)];
      last = std::max(last, placed.layers[i]);
    }
  }
  return placed;
}

LayerContent LayerCut::content(const Plan& plan, LayerRange range) const {
  const PlacedOps placed = this->placed(plan);
  std::set<int> weights, slots, touched;
  for (std::size_t i = 0; i < placed.ops.size(); ++i) {
    const bool here = placed.layers[i] >= range.first && placed.layers[i] < range.end;
    for (int v : placed.ops[i]->inputs) {
      const PlannedValue& value = plan.values[static_cast<std::size_t>(v)];
      if (value.kind == ValueKind::State) touched.insert(value.source);
      if (value.kind == ValueKind::State && here) slots.insert(value.source);
      if (value.kind == ValueKind::Weight && here) weights.insert(value.source);
    }
  }
  for (std::size_t i = 0; i < layout_.slots.size(); ++i) {  // what no op touches is part of a snapshot all the same
    const int layer = std::clamp(layout_.slots[i].layer, 0, static_cast<int>(layers_) - 1);
    if (!touched.contains(static_cast<int>(i)) && layer >= range.first && layer < range.end) {
      slots.insert(static_cast<int>(i));
    }
  }
  return {{weights.begin(), weights.end()}, {slots.begin(), slots.end()}};
}

StateLayout LayerCut::layout(const LayerContent& content) const {
  StateLayout layout{.version = layout_.version, .slots = {}};
  for (int slot : content.slots) layout.slots.push_back(layout_.slots[static_cast<std::size_t>(slot)]);
  return layout;
}

namespace {

/// Copies ops into a plan of their own.
class PartOfPlan {
 public:
  PartOfPlan(const Plan& whole, const LayerContent& content)
      : whole_(whole), content_(content), moved_(whole.values.size(), -1) {
    part_.shape = whole.shape;
  }

  /// The values that come in, taken apart again.
  void take(const std::vector<int>& values) {
    if (values.empty()) return;
    part_.given = add({.kind = ValueKind::Activation, .shape = joined(values)});
    std::int64_t first = 0;
    for (int v : values) {
      const Shape& shape = shape_of(v);
      moved_[static_cast<std::size_t>(v)] = values.size() == 1 ? part_.given : columns(part_.given, first, shape);
      first += shape.last();
    }
  }

  void append(const PlannedOp& op) {
    PlannedOp copy{.kind = op.kind, .inputs = {}, .outputs = {}, .params = op.params};
    for (int v : op.inputs) copy.inputs.push_back(moved(v));
    for (int v : op.outputs) copy.outputs.push_back(moved(v));
    ops_.push_back(std::move(copy));
  }

  /// The values that go out, as one.
  void hand_over(const std::vector<int>& values) {
    int result = moved(values.front());
    if (result == part_.given) result = columns(result, 0, shape_of(values.front()));  // what goes out is made here
    std::vector<int> together{values.front()};
    for (std::size_t i = 1; i < values.size(); ++i) {
      together.push_back(values[i]);
      const int both = add({.kind = ValueKind::Activation, .shape = joined(together)});
      ops_.push_back({.kind = &kJoinColumns, .inputs = {result, moved(values[i])}, .outputs = {both}, .params = {}});
      result = both;
    }
    part_.logits = result;
  }

  void give_logits() { part_.logits = whole_.logits < 0 ? -1 : moved(whole_.logits); }

  Plan finish() && {
    sort_into_stages(part_, std::move(ops_));
    plan_memory(part_);
    return std::move(part_);
  }

 private:
  const Shape& shape_of(int v) const { return whole_.values[static_cast<std::size_t>(v)].shape; }

  int add(PlannedValue value) {
    part_.values.push_back(value);
    return static_cast<int>(part_.values.size()) - 1;
  }

  Shape joined(const std::vector<int>& values) const {
    std::int64_t width = 0;
    for (int v : values) {
      const Shape& shape = shape_of(v);
      EDDY_ASSERT(shape.rank() == 3 && shape[0] == whole_.shape.sequences && shape[1] == whole_.shape.tokens);
      width += shape.last();
    }
    return {whole_.shape.sequences, whole_.shape.tokens, width};
  }

  int columns(int of, std::int64_t first, const Shape& shape) {
    const int taken = add({.kind = ValueKind::Activation, .shape = shape});
    ops_.push_back({.kind = &kColumns, .inputs = {of}, .outputs = {taken}, .params = OpParams::of(first)});
    return taken;
  }

  int moved(int v) {
    int& index = moved_[static_cast<std::size_t>(v)];
    if (index >= 0) return index;
    PlannedValue value = whole_.values[static_cast<std::size_t>(v)];
    if (value.kind == ValueKind::Weight) value.source = place_of(content_.weights, value.source);
    if (value.kind == ValueKind::State) value.source = place_of(content_.slots, value.source);
    value.offset = -1;
    return index = add(value);
  }

  const Plan& whole_;
  const LayerContent& content_;
  std::vector<int> moved_;
  std::vector<PlannedOp> ops_;
  Plan part_;
};

}  // namespace

Plan LayerCut::part(const Plan& plan, LayerRange range, const LayerContent& content) const {
  const PlacedOps placed = this->placed(plan);
  PartOfPlan part(plan, content);
  part.take(placed.alive_at(range.first));
  for (std::size_t i = 0; i < placed.ops.size(); ++i) {
    if (placed.layers[i] >= range.first && placed.layers[i] < range.end) part.append(*placed.ops[i]);
  }
  if (range.end < layers_) {
    part.hand_over(placed.alive_at(range.end));
  } else {
    part.give_logits();
  }
  return std::move(part).finish();
}

}  // namespace eddy
