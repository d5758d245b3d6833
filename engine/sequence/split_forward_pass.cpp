#include "engine/sequence/split_forward_pass.h"

#include <algorithm>

#include "engine/sequence/planned_forward_pass.h"
#include "engine/sequence/split_state.h"

namespace eddy {

SplitForwardPass::SplitForwardPass(std::unique_ptr<const Network> network, std::vector<NetworkPart> parts, int chunk)
    : network_(std::move(network)),
      cut_(*network_),
      layout_(network_->state_layout()),
      vocabulary_(network_->size().vocabulary),
      parts_(std::move(parts)),
      chunk_(chunk),
      work_bytes_(parts_.size(), 0),
      handed_over_(parts_.size()) {
  EDDY_ASSERT(!parts_.empty() && chunk_ > 0);
}

Result<void> SplitForwardPass::warm_up() {
  for (const std::int64_t tokens : {std::int64_t{chunk_}, std::int64_t{1}}) {
    const auto ready = prepared({1, tokens, LogitRows::Last});
    if (!ready) return ready.error();
  }
  return {};
}

std::int64_t SplitForwardPass::memory_bytes() const {
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    bytes += parts_[i].model->weight_bytes() + work_bytes_[i] + static_cast<std::int64_t>(handed_over_[i].size());
  }
  return bytes;
}

Result<std::unique_ptr<RecurrentState>> SplitForwardPass::new_state() {
  std::vector<SplitState::Part> parts;
  for (auto& part : parts_) {
    auto state = part.model->new_state();
    if (!state) return std::move(state).error();
    parts.push_back({*std::move(state), part.content.slots, cut_.layout(part.content)});
  }
  return std::unique_ptr<RecurrentState>(std::make_unique<SplitState>(layout_, std::move(parts)));
}

// Recorded anew each time: plans that may be used are another thread's.
std::int64_t SplitForwardPass::more_work_bytes(int sequences) const {
  const Plan one = record_plan(*network_, {1, chunk_, LogitRows::Last});
  const Plan all = record_plan(*network_, {sequences, 1, LogitRows::Last});
  std::int64_t more = 0;
  for (const auto& part : parts_) {
    const auto bytes = [&](const Plan& plan) {
      return part.model->work_bytes(cut_.part(plan, part.range, part.content));
    };
    more += std::max<std::int64_t>(0, bytes(all) - bytes(one));
  }
  return more;
}

std::int64_t SplitForwardPass::available_bytes() const {
  const auto whole = static_cast<double>(state_bytes_of(layout_));
  double available = 0;
  for (const auto& part : parts_) {
    const auto own = static_cast<double>(state_bytes_of(cut_.layout(part.content)));
    const auto free = static_cast<double>(part.model->available_bytes());
    if (free <= 0 || own <= 0) continue;
    const double could = free * (whole / own);
    available = available <= 0 ? could : std::min(available, could);
  }
  return static_cast<std::int64_t>(available);
}

bool SplitForwardPass::shares_blocks() const {
  return std::ranges::all_of(parts_, [](const auto& part) { return part.model->shares_blocks(); });
}

std::vector<PlacedLayers> SplitForwardPass::placement() const {
  std::vector<PlacedLayers> all;
  for (const auto& part : parts_) all.push_back(part.placed);
  return all;
}

bool SplitForwardPass::keep_times(OpTimes* times) {
  bool all = true;
  for (auto& part : parts_) all = part.model->keep_times(times) && all;
  return all;
}

Result<SplitForwardPass::Prepared*> SplitForwardPass::prepared(PlanShape shape) {
  const auto found = prepared_.find(shape);
  if (found != prepared_.end()) {
    found->second.last_used = ++uses_;
    return &found->second;
  }
  std::size_t most = parts_.front().model->most_plans();
  for (const auto& part : parts_) most = std::min(most, part.model->most_plans());
  while (prepared_.size() >= std::max<std::size_t>(1, most)) {
    prepared_.erase(std::ranges::min_element(prepared_, {}, [](const auto& kept) { return kept.second.last_used; }));
  }
  auto made = prepare(shape);
  if (!made) return std::move(made).error();
  if (auto room = make_room(*made); !room) return room.error();
  auto& kept = prepared_[shape];
  kept = *std::move(made);
  kept.last_used = ++uses_;
  return &kept;
}

Result<SplitForwardPass::Prepared> SplitForwardPass::prepare(PlanShape shape) {
  const Plan whole = record_plan(*network_, shape);
  Prepared made;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    Plan plan = cut_.part(whole, parts_[i].range, parts_[i].content);
    const bool is_last = i + 1 == parts_.size();
    const auto out = is_last ? 0 : plan.values[static_cast<std::size_t>(plan.logits)].shape.elements();
    work_bytes_[i] = std::max(work_bytes_[i], parts_[i].model->work_bytes(plan));
    auto executable = parts_[i].model->prepare(std::move(plan));
    if (!executable) return std::move(executable).error();
    made.parts.push_back({*std::move(executable), static_cast<std::size_t>(out)});
  }
  return made;
}

Result<void> SplitForwardPass::make_room(const Prepared& prepared) {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::size_t bytes = prepared.parts[i].handed_over * sizeof(float);
    if (bytes <= handed_over_[i].size()) continue;
    auto larger = AlignedBuffer::allocate(bytes, "what devices hand over");
    if (!larger) return std::move(larger).error();
    handed_over_[i] = *std::move(larger);
  }
  return {};
}

Result<void> SplitForwardPass::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                   LogitRows rows, std::span<float> logits) {
  EDDY_ASSERT(!states.empty() && !tokens.empty() && tokens.size() % states.size() == 0);
  const auto sequences = static_cast<std::int64_t>(states.size());
  const auto length = static_cast<std::int64_t>(tokens.size()) / sequences;
  EDDY_ASSERT(length <= chunk_);
  auto ready = prepared({sequences, length, rows});
  if (!ready) return std::move(ready).error();
  std::span<const float> given;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    part_states_.clear();
    for (RecurrentState* state : states) part_states_.push_back(&static_cast<SplitState*>(state)->part(i));
    auto& part = (*ready)->parts[i];
    const bool is_last = i + 1 == parts_.size();
    const auto out = is_last ? logits : std::span(handed_over_[i].as<float>(), part.handed_over);
    if (auto ran = part.executable->run(tokens, part_states_, out, given); !ran) return ran;
    given = out;
  }
  return {};
}

}  // namespace eddy
