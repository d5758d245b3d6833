#include "engine/backends/cpu/chains.h"

#include <algorithm>
#include <numeric>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/graph/planner.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/linear.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/wkv7.h"

namespace eddy {
namespace {

constexpr std::int64_t kChannelsTogether = PackedMatrix::kPanelRows;  // products are cut between panels

/// How a one-row call falls into parts of channels.
struct Cut {
  const OpKind* op;
  /// Parts that the kernel cuts evenly into, each with the same channels of every output and of the inputs named below.
  std::int64_t (*units)(const PlannedOp& op, const Shape& output);
  std::uint32_t by_channel;  ///< bit i: input i is read in the part's own channels alone
};

std::int64_t of_channels(const PlannedOp&, const Shape& output) {
  return output.last() % kChannelsTogether == 0 ? output.last() / kChannelsTogether : 0;
}

/// Heads that are not whole panels would be cut elsewhere than the products before them.
std::int64_t whole_heads(std::int64_t heads, const Shape& output) {
  return output.last() % (heads * kChannelsTogether) == 0 ? heads : 0;
}

template <class Params>
std::int64_t of_heads(const PlannedOp& op, const Shape& output) {
  return whole_heads(op.params.as<Params>().heads, output);
}

constexpr Cut kCuts[] = {
    {&kLinear, &of_channels, 0},
    {&kLerp, &of_channels, 0b111},
    {&kRwkv7Key, &of_heads<HeadParams>, 0b11},
    {&kRwkv7Readout, &of_heads<ReadoutParams>, 0b11111},
    {&kSelectiveScan, &of_channels, 0b11},
    {&kWkv7, nullptr, 0b111111},  // its heads are its state's
};

const Cut* cut_of(const OpKind* op) {
  const auto* found = std::ranges::find(kCuts, op, &Cut::op);
  return found == std::end(kCuts) ? nullptr : found;
}

class Chainer {
 public:
  explicit Chainer(Plan plan) : plan_(std::move(plan)), writer_(plan_.values.size(), -1) {}

  ChainedPlan chained() && {
    auto stages = std::move(plan_.stages);
    plan_.stages.clear();
    for (auto& stage : stages) {
      const std::int64_t units = units_of(stage);
      const std::int64_t joined = units_.empty() || units == 0 ? 0 : std::gcd(units, units_.back());
      if (joined > 1 && follows_by_channel(stage)) {
        units_.back() = joined;
        chain_.back() = true;
      } else {
        plan_.stages.emplace_back();
        units_.push_back(units);
        chain_.push_back(false);
      }
      append(std::move(stage));
    }
    for (std::size_t i = 0; i < units_.size(); ++i) units_[i] *= chain_[i];
    plan_memory(plan_);
    return {std::move(plan_), std::move(units_)};
  }

 private:
  std::int64_t units_of(const PlannedOp& op) const {
    const Cut* cut = cut_of(op.kind);
    if (!cut) return 0;
    const Shape& output = plan_.values[op.outputs[0]].shape;
    return cut->units ? cut->units(op, output) : whole_heads(plan_.values[op.inputs.back()].shape[0], output);
  }

  /// 0: some op of the stage does not fall into parts.
  std::int64_t units_of(const std::vector<PlannedOp>& stage) const {
    std::int64_t units = 0;
    for (const auto& op : stage) {
      const std::int64_t own = units_of(op);
      if (own == 0) return 0;
      units = std::gcd(units, own);
    }
    return units;
  }

  /// Whether what `stage` reads of the last one is read channel by channel, and is as wide as what it makes of it.
  bool follows_by_channel(const std::vector<PlannedOp>& stage) const {
    const int last = static_cast<int>(plan_.stages.size()) - 1;
    for (const auto& op : stage) {
      const std::int64_t width = plan_.values[op.outputs[0]].shape.last();
      for (std::size_t i = 0; i < op.inputs.size(); ++i) {
        if (writer_[op.inputs[i]] != last) continue;
        if (!(cut_of(op.kind)->by_channel >> i & 1) || plan_.values[op.inputs[i]].shape.last() != width) return false;
      }
    }
    return true;
  }

  void append(std::vector<PlannedOp> stage) {
    for (auto& op : stage) {
      for (int v : op.outputs) writer_[v] = static_cast<int>(plan_.stages.size()) - 1;
      plan_.stages.back().push_back(std::move(op));
    }
  }

  Plan plan_;
  std::vector<int> writer_;  // by value: the stage that makes it
  std::vector<std::int64_t> units_;
  std::vector<char> chain_;
};

}  // namespace

ChainedPlan chain_stages(Plan plan) {
  if (plan.shape.sequences * plan.shape.tokens == 1) return Chainer(std::move(plan)).chained();
  std::vector<std::int64_t> units(plan.stages.size(), 0);
  return {std::move(plan), std::move(units)};
}

std::int64_t parts_of_chain(std::int64_t units, int threads) {
  constexpr std::int64_t kMostPerThread = 16;
  if (threads == 1) return 1;
  for (std::int64_t parts = std::min(units, kMostPerThread * threads); parts > 1; --parts) {
    if (units % parts == 0) return parts;
  }
  return 1;
}

}  // namespace eddy
