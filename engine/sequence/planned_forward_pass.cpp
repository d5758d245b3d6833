#include "engine/sequence/planned_forward_pass.h"

#include <algorithm>

namespace eddy {

Plan record_plan(const Network& network, PlanShape shape) {
  std::vector<GraphWeight> weights;
  const TensorTable table = network.tensors();
  for (const auto& rule : table.rules) weights.push_back({rule.name, rule.shape});
  const StateLayout layout = network.state_layout();
  Graph graph(shape, weights, layout);
  network.forward(graph);
  return std::move(graph).finish();
}

PlannedForwardPass::PlannedForwardPass(std::unique_ptr<const Network> network, std::unique_ptr<BackendModel> model,
                                       int chunk, std::vector<PlacedLayers> placement)
    : network_(std::move(network)),
      model_(std::move(model)),
      layout_(network_->state_layout()),
      vocabulary_(network_->size().vocabulary),
      chunk_(chunk > 0 ? chunk : model_->default_chunk()),
      placement_(std::move(placement)) {}

Result<void> PlannedForwardPass::warm_up() {
  for (const std::int64_t tokens : {std::int64_t{chunk_}, std::int64_t{1}}) {
    const auto ready = executable({1, tokens, LogitRows::Last});
    if (!ready) return ready.error();
  }
  return {};
}

// Recorded anew each time: plans that may be used are another thread's.
std::int64_t PlannedForwardPass::more_work_bytes(int sequences) const {
  const Plan one = record_plan(*network_, {1, chunk_, LogitRows::Last});
  const Plan all = record_plan(*network_, {sequences, 1, LogitRows::Last});
  return std::max<std::int64_t>(0, model_->work_bytes(all) - model_->work_bytes(one));
}

Result<Executable*> PlannedForwardPass::executable(PlanShape shape) {
  const auto found = executables_.find(shape);
  if (found != executables_.end()) {
    found->second.last_used = ++uses_;
    return found->second.executable.get();
  }
  while (executables_.size() >= std::max<std::size_t>(1, model_->most_plans())) {
    executables_.erase(std::ranges::min_element(executables_, {}, [](const auto& kept) { return kept.second.last_used; }));
  }
  Plan plan = record_plan(*network_, shape);
  const std::int64_t work = model_->work_bytes(plan);
  auto prepared = model_->prepare(std::move(plan));
  if (!prepared) return std::move(prepared).error();
  work_bytes_ = std::max(work_bytes_, work);
  auto& kept = executables_[shape];
  kept = {*std::move(prepared), ++uses_};
  return kept.executable.get();
}

Result<void> PlannedForwardPass::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                     LogitRows rows, std::span<float> logits) {
  EDDY_ASSERT(!states.empty() && !tokens.empty() && tokens.size() % states.size() == 0);
  const auto sequences = static_cast<std::int64_t>(states.size());
  const auto length = static_cast<std::int64_t>(tokens.size()) / sequences;
  EDDY_ASSERT(length <= chunk_);
  auto ready = executable({sequences, length, rows});
  if (!ready) return std::move(ready).error();
  return (*ready)->run(tokens, states, logits);
}

Result<void> PlannedForwardPass::run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                              std::span<const TokenDraw> draws, std::span<TokenId> chosen) {
  EDDY_ASSERT(!states.empty() && tokens.size() == states.size());
  auto ready = executable({static_cast<std::int64_t>(states.size()), 1, LogitRows::Last});
  if (!ready) return std::move(ready).error();
  return (*ready)->run_and_draw(tokens, states, draws, chosen);
}

}  // namespace eddy
