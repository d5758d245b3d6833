#include "engine/sequence/split_forward_pass.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "engine/sequence/planned_forward_pass.h"
#include "engine/sequence/split_state.h"

namespace eddy {

SplitForwardPass::SplitForwardPass(std::unique_ptr<const Network> network, std::vector<NetworkPart> parts, int piece,
                                   int pieces)
    : network_(std::move(network)),
      cut_(*network_),
      layout_(network_->state_layout()),
      vocabulary_(network_->size().vocabulary),
      parts_(std::move(parts)),
      piece_(piece),
      pieces_(pieces),
      work_bytes_(parts_.size(), 0),
      handed_over_(parts_.size()) {
  EDDY_ASSERT(!parts_.empty() && piece_ > 0 && pieces_ > 0);
  for (auto& border : handed_over_) border.resize(static_cast<std::size_t>(pieces_));
  part_states_.resize(parts_.size());
}

Result<void> SplitForwardPass::warm_up() {
  std::vector<PlanShape> shapes{{1, piece_, LogitRows::Last}, {1, 1, LogitRows::Last}};
  if (pieces_ > 1) shapes.push_back({1, piece_, LogitRows::None});
  for (const PlanShape& shape : shapes) {
    const auto ready = prepared(shape);
    if (!ready) return ready.error();
  }
  return {};
}

std::int64_t SplitForwardPass::memory_bytes() const {
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    bytes += parts_[i].model->weight_bytes() + work_bytes_[i];
    for (const auto& buffer : handed_over_[i]) bytes += static_cast<std::int64_t>(buffer.size());
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
  const Plan one = record_plan(*network_, {1, piece_, LogitRows::Last});
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
  times_ = times;
  for (auto& part : parts_) all = part.model->keep_times(times) && all;
  return all;
}

Result<SplitForwardPass::Prepared*> SplitForwardPass::prepared(PlanShape shape) {
  const auto found = prepared_.find(shape);
  if (found != prepared_.end()) {
    found->second.last_used = ++uses_;
    return &found->second;
  }
  constexpr std::size_t kInOneRun = 3;  // pieces without logits, with them, and a shorter last one
  std::size_t most = parts_.front().model->most_plans();
  for (const auto& part : parts_) most = std::min(most, part.model->most_plans());
  while (prepared_.size() >= std::max(kInOneRun, most)) {
    prepared_.erase(std::ranges::min_element(prepared_, {}, [](const auto& kept) { return kept.second.last_used; }));
  }
  auto made = prepare(shape);
  if (!made) return std::move(made).error();
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

Result<void> SplitForwardPass::make_room(const Prepared& prepared, std::size_t piece) {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::size_t bytes = prepared.parts[i].handed_over * sizeof(float);
    AlignedBuffer& buffer = handed_over_[i][piece];
    if (bytes <= buffer.size()) continue;
    auto larger = AlignedBuffer::allocate(bytes, "what devices hand over");
    if (!larger) return std::move(larger).error();
    buffer = *std::move(larger);
  }
  return {};
}

// ---- running --------------------------------------------------------------------------------------------------------

Result<void> SplitForwardPass::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                   LogitRows rows, std::span<float> logits) {
  EDDY_ASSERT(!states.empty() && !tokens.empty() && tokens.size() % states.size() == 0);
  const std::size_t length = tokens.size() / states.size();
  EDDY_ASSERT(length <= static_cast<std::size_t>(chunk()));
  take_states(states);
  auto pieces = cut_in_pieces(tokens, states.size(), rows, logits);
  if (!pieces) return std::move(pieces).error();
  auto ran = pieces->size() == 1 || times_ ? run_in_turns(*pieces) : run_side_by_side(*pieces);
  if (!ran) return ran;
  if (states.size() > 1 && rows == LogitRows::All) put_together(*pieces, states.size(), length, logits);
  return {};
}

Result<void> SplitForwardPass::run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                            std::span<const TokenDraw> draws, std::span<TokenId> chosen) {
  EDDY_ASSERT(!states.empty() && tokens.size() == states.size());
  take_states(states);
  auto pieces = cut_in_pieces(tokens, states.size(), LogitRows::Last, {});
  if (!pieces) return std::move(pieces).error();
  pieces->front().draws = draws;
  pieces->front().chosen = chosen;
  return run_in_turns(*pieces);
}

void SplitForwardPass::take_states(std::span<RecurrentState* const> states) {
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    part_states_[i].clear();
    for (RecurrentState* state : states) part_states_[i].push_back(&static_cast<SplitState*>(state)->part(i));
  }
}

Result<std::vector<SplitForwardPass::Piece>> SplitForwardPass::cut_in_pieces(std::span<const TokenId> tokens,
                                                                             std::size_t sequences, LogitRows rows,
                                                                             std::span<float> logits) {
  const std::size_t length = tokens.size() / sequences, width = static_cast<std::size_t>(vocabulary_);
  std::vector<Piece> pieces;
  for (std::size_t first = 0; first < length; first += static_cast<std::size_t>(piece_)) {
    const std::size_t count = std::min(length - first, static_cast<std::size_t>(piece_));
    const bool is_last = first + count == length;
    const LogitRows wanted = rows == LogitRows::All || is_last ? rows : LogitRows::None;
    auto ready = prepared({static_cast<std::int64_t>(sequences), static_cast<std::int64_t>(count), wanted});
    if (!ready) return std::move(ready).error();
    if (auto room = make_room(**ready, pieces.size()); !room) return room.error();
    Piece& piece = pieces.emplace_back(Piece{.prepared = *ready, .first = first, .count = count});
    if (count == length) {
      piece.tokens.assign(tokens.begin(), tokens.end());
      piece.logits = logits;
      continue;
    }
    for (std::size_t b = 0; b < sequences; ++b) {
      const auto part = tokens.subspan(b * length + first, count);
      piece.tokens.insert(piece.tokens.end(), part.begin(), part.end());
    }
    if (wanted == LogitRows::Last) piece.logits = logits;
    if (wanted != LogitRows::All) continue;
    if (sequences > 1) piece.own_logits.resize(sequences * count * width);
    piece.logits = sequences > 1 ? std::span(piece.own_logits) : logits.subspan(first * width, count * width);
  }
  for (Piece& piece : pieces) {
    if (!piece.own_logits.empty()) piece.logits = piece.own_logits;  // the list may have moved them
  }
  return pieces;
}

/// Logits [B, T, V] of pieces [B, t, V].
void SplitForwardPass::put_together(std::span<const Piece> pieces, std::size_t sequences, std::size_t length,
                                    std::span<float> logits) const {
  const auto width = static_cast<std::size_t>(vocabulary_);
  for (const Piece& piece : pieces) {
    if (piece.own_logits.empty()) continue;
    for (std::size_t b = 0; b < sequences; ++b) {
      std::copy_n(piece.own_logits.begin() + static_cast<std::ptrdiff_t>(b * piece.count * width), piece.count * width,
                  logits.begin() + static_cast<std::ptrdiff_t>((b * length + piece.first) * width));
    }
  }
}

Result<void> SplitForwardPass::run_part(std::size_t part, const Piece& piece, std::size_t index) {
  const auto handed_over = [&](std::size_t border) {
    return std::span(handed_over_[border][index].as<float>(), piece.prepared->parts[border].handed_over);
  };
  const bool is_last = part + 1 == parts_.size();
  const std::span<const float> given = part > 0 ? handed_over(part - 1) : std::span<float>();
  Executable& executable = *piece.prepared->parts[part].executable;
  if (is_last && !piece.draws.empty()) {
    return executable.run_and_draw(piece.tokens, part_states_[part], piece.draws, piece.chosen, given);
  }
  return executable.run(piece.tokens, part_states_[part], is_last ? piece.logits : handed_over(part), given);
}

Result<void> SplitForwardPass::run_in_turns(std::span<const Piece> pieces) {
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (auto ran = run_part(part, pieces[k], k); !ran) return ran;
    }
  }
  return {};
}

/// Each part on a thread of its own, one piece behind the part before it.
Result<void> SplitForwardPass::run_side_by_side(std::span<const Piece> pieces) {
  constexpr int kFailed = -1;
  std::vector<std::atomic<int>> done(parts_.size());  // pieces that a part is through with
  std::vector<Result<void>> results(parts_.size());
  const auto say = [&](std::size_t part, int count) {
    done[part] = count;
    done[part].notify_all();
  };
  const auto work = [&](std::size_t part) {
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      int ready = part > 0 ? done[part - 1].load() : static_cast<int>(pieces.size());
      for (; ready != kFailed && ready <= static_cast<int>(k); ready = done[part - 1]) done[part - 1].wait(ready);
      if (ready == kFailed) return say(part, kFailed);
      results[part] = run_part(part, pieces[k], k);
      if (!results[part]) return say(part, kFailed);
      say(part, static_cast<int>(k) + 1);
    }
  };
  {
    std::vector<std::jthread> threads;
    std::size_t started = 1;
    try {
      for (; started < parts_.size(); ++started) threads.emplace_back([&work, started] { work(started); });
    } catch (const std::system_error&) {  // no thread to be had: those parts come after the others
    }
    work(0);
    for (; started < parts_.size(); ++started) work(started);
  }
  for (auto& result : results) {
    if (!result) return std::move(result);
  }
  return {};
}

}  // namespace eddy
