// A network cut at the borders of its layers: one plan for each device that holds some of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/architectures/architecture.h"
#include "engine/graph/plan.h"

namespace eddy {

/// Layers first ... end - 1. The embedding belongs to the first layer, the head to the last one.
struct LayerRange {
  std::int64_t first = 0, end = 0;

  friend bool operator==(const LayerRange&, const LayerRange&) = default;
};

/// What some layers need of a network: indices into its list of tensors and its state layout, ascending.
struct LayerContent {
  std::vector<int> weights;
  std::vector<int> slots;
};

/// An op belongs to the last layer whose weights, states or results it reads, so whatever plan an architecture records
/// can be cut between any two layers. What is alive at a border (the residual stream, in RWKV-7 also the first layer's
/// values, in hybrids the rotary table) is handed over joined into one activation [B, T, sum of widths]. Immutable,
/// thread-safe.
class LayerCut {
 public:
  explicit LayerCut(const Network& network);

  std::int64_t layers() const { return layers_; }

  /// `plan` is one of the whole network, for tokens and logits of any kind; the weights are the same in all of them.
  LayerContent content(const Plan& plan, LayerRange range) const;

  /// The part of `plan` in these layers. Sources of its values are indices into `content`. `given` is what the layers
  /// before hand over, `logits` what goes to the layers behind or, from the last ones, to the caller.
  Plan part(const Plan& plan, LayerRange range, const LayerContent& content) const;

  /// The state that `content` keeps, in the network's order.
  StateLayout layout(const LayerContent& content) const;

 private:
  struct PlacedOps;
  PlacedOps placed(const Plan& plan) const;

  std::int64_t layers_ = 0;
  StateLayout layout_;
  std::vector<int> layer_of_weight_;  // -1: of none
};

}  // namespace eddy
