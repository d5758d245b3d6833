#include "engine/graph/planner.h"

#include <algorithm>

namespace eddy {
namespace {

// Every buffer starts on a cache line, so that threads writing neighbouring buffers do not slow each other.
constexpr std::int64_t kAlignment = 64;

struct Lifetime {
  int value = 0;
  std::int64_t bytes = 0;
  int first_stage = 0;
  int last_stage = 0;
};

std::vector<Lifetime> lifetimes_of(const Plan& plan) {
  std::vector<Lifetime> all(plan.values.size());
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    for (const auto& op : plan.stages[stage]) {
      for (int v : op.outputs) all[v] = {v, 0, static_cast<int>(stage), static_cast<int>(stage)};
      for (int v : op.inputs) all[v].last_stage = static_cast<int>(stage);
    }
  }
  std::vector<Lifetime> activations;
  for (std::size_t v = 0; v < plan.values.size(); ++v) {
    const bool is_callers = static_cast<int>(v) == plan.logits || static_cast<int>(v) == plan.given;
    if (plan.values[v].kind != ValueKind::Activation || is_callers) continue;
    const std::int64_t bytes = plan.values[v].shape.elements() * static_cast<std::int64_t>(sizeof(float));
    all[v].bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    activations.push_back(all[v]);
  }
  return activations;
}

bool alive_together(const Lifetime& a, const Lifetime& b) {
  return a.first_stage <= b.last_stage && b.first_stage <= a.last_stage;
}

}  // namespace

void sort_into_stages(Plan& plan, std::vector<PlannedOp> ops) {
  std::vector<int> ready(plan.values.size(),
                         0);  // first stage in which the value may be read, or the slot touched again
  for (auto& op : ops) {
    int stage = 0;
    for (int v : op.inputs) stage = std::max(stage, ready[v]);
    for (int v : op.inputs) {
      if (plan.values[v].kind == ValueKind::State) ready[v] = stage + 1;
    }
    for (int v : op.outputs) ready[v] = stage + 1;
    if (stage >= static_cast<int>(plan.stages.size())) plan.stages.resize(stage + 1);
    plan.stages[stage].push_back(std::move(op));
  }
}

void plan_memory(Plan& plan) {
  auto pending = lifetimes_of(plan);
  // Large buffers first: small ones then fill the gaps (the greedy-by-size planner of 2001.03288).
  std::stable_sort(pending.begin(), pending.end(), [](const auto& a, const auto& b) { return a.bytes > b.bytes; });
  std::vector<Lifetime> placed;  // sorted by offset
  for (const auto& buffer : pending) {
    std::int64_t offset = 0;
    for (const auto& other : placed) {
      if (!alive_together(buffer, other)) continue;
      const std::int64_t begin = plan.values[other.value].offset;
      if (offset + buffer.bytes <= begin) break;
      offset = std::max(offset, begin + other.bytes);
    }
    plan.values[buffer.value].offset = offset;
    plan.work_bytes = std::max(plan.work_bytes, offset + buffer.bytes);
    const auto after = std::find_if(placed.begin(), placed.end(),
                                    [&](const auto& other) { return plan.values[other.value].offset > offset; });
    placed.insert(after, buffer);
  }
}

}  // namespace eddy
