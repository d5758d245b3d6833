#include "engine/sequence/parallel_generation.h"

#include <algorithm>
#include <new>
#include <stdexcept>
#include <utility>

#include "engine/state/token_block.h"

namespace eddy {
namespace {

Error misuse(const char* what) {
  return {ErrorCode::InvalidArgument, std::string("[sequence] ") + what};
}

}  // namespace

ParallelGeneration::ParallelGeneration(const SequenceModel& model, std::span<const SequenceRun> runs) : model_(model) {
  runs_.resize(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) runs_[i].asked = &runs[i];
}

std::vector<Result<GenerationResult>> ParallelGeneration::go() {
  const auto room = make_room();
  for (Run& run : runs_) {
    auto begun = room ? begin(run) : room;
    if (!begun) fail(run, std::move(begun).error());
  }
  for (end_those_that_ended(); any_runs(); end_those_that_ended()) {
    read_pending();
    for (Run& run : runs_) {
      if (!run.generation || std::exchange(run.has_token, false)) continue;
      if (auto taken = run.generation->take_token(); !taken) fail(run, std::move(taken).error());
    }
  }
  std::vector<Result<GenerationResult>> results;
  for (Run& run : runs_) results.push_back(*std::move(run.result));
  return results;
}

Result<void> ParallelGeneration::make_room() {
  try {
    logits_.resize(runs_.size() * static_cast<std::size_t>(model_.pass->vocabulary()));
  } catch (const std::exception&) {  // bad_alloc or length_error
    return Error{ErrorCode::OutOfMemory, "[sequence] no memory for the logits of " + std::to_string(runs_.size()) +
                                             " answers at once: ask for fewer"};
  }
  return {};
}

Result<void> ParallelGeneration::begin(Run& run) {
  auto* sequence = dynamic_cast<RecurrentSequence*>(run.asked->sequence);
  if (!sequence || sequence->model_.get() != &model_) return misuse("a sequence of another model cannot be read along");
  for (const Run& other : runs_) {
    if (other.sequence == sequence) return misuse("a sequence cannot run twice at the same time");
  }
  if (auto ok = sequence->begin_generation(run.asked->params); !ok) return ok;
  run.sequence = sequence;
  run.generation.emplace(*sequence, run.asked->params, run.asked->sink);
  return {};
}

void ParallelGeneration::end_those_that_ended() {
  for (Run& run : runs_) {
    if (!run.generation || run.generation->goes_on(run.asked->stop)) continue;
    run.result = run.generation->finish();
    run.generation.reset();
  }
}

bool ParallelGeneration::any_runs() const {
  return std::ranges::any_of(runs_, [](const Run& run) { return run.generation.has_value(); });
}

// Those that wait with exactly one token, as all do after the first step, are read in one batch. One that starts with
// none has its logits already; one with several is rare enough to be read alone.
void ParallelGeneration::read_pending() {
  std::vector<Run*> group;
  for (Run& run : runs_) {
    if (!run.generation) continue;
    if (run.sequence->pending_.size() == 1) group.push_back(&run);
    else if (auto ok = run.sequence->read_pending(); !ok) fail(run, std::move(ok).error());
  }
  if (std::ranges::all_of(group, [](const Run* run) { return run->generation->can_draw(); })) return draw_together(group);
  if (group.size() > 1) return read_together(group);
  for (Run* run : group) {
    if (auto ok = run->sequence->read_pending(); !ok) fail(*run, std::move(ok).error());
  }
}

void ParallelGeneration::read_together(std::span<Run* const> group) {
  const auto width = static_cast<std::size_t>(model_.pass->vocabulary());
  std::vector<TokenId> tokens;
  std::vector<RecurrentState*> states;
  for (const Run* run : group) {
    tokens.push_back(run->sequence->pending_.front());
    states.push_back(run->sequence->state_.get());
  }
  const auto rows = std::span(logits_).first(group.size() * width);
  const auto ran = model_.pass->run(tokens, states, LogitRows::Last, rows);
  for (std::size_t i = 0; i < group.size(); ++i) {
    RecurrentSequence& sequence = *group[i]->sequence;
    if (!ran) {  // every state that was in the step is undefined now
      sequence.poison_ = ran.error();
      fail(*group[i], ran.error());
      continue;
    }
    std::ranges::copy(rows.subspan(i * width, width), sequence.logits_.begin());
    sequence.pending_.clear();
  }
}

void ParallelGeneration::draw_together(std::span<Run* const> group) {
  if (group.empty()) return;
  std::vector<TokenId> tokens, chosen(group.size());
  std::vector<RecurrentState*> states;
  std::vector<TokenDraw> draws;
  for (const Run* run : group) {
    tokens.push_back(run->sequence->pending_.front());
    states.push_back(run->sequence->state_.get());
    draws.push_back(run->sequence->sampler_->begin_draw());
  }
  const auto ran = model_.pass->run_and_draw(tokens, states, draws, chosen);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (ran) {
      group[i]->generation->take_drawn(chosen[i]);
      group[i]->has_token = true;
      continue;
    }
    group[i]->sequence->poison_ = ran.error();
    fail(*group[i], ran.error());
  }
}

void ParallelGeneration::fail(Run& run, Error error) {
  run.generation.reset();
  run.result = std::move(error);
}

BatchMemory memory_of_batch(const SequenceModel& model, int count, std::int64_t tokens, std::int64_t more) {
  const StateLayout& layout = model.pass->state_layout();
  // Full blocks of the snapshot are shared where the backend can; the last one and all new ones are each sequence's own.
  const std::int64_t before = model.pass->shares_blocks() ? tokens % kTokensPerBlock : tokens;
  const std::int64_t blocks = (before + more + kTokensPerBlock - 1) / kTokensPerBlock;
  const std::int64_t logits = 2 * model.pass->vocabulary() * std::int64_t{sizeof(float)};  // its own and a row of the batch
  const std::int64_t each = layout.fixed_bytes() + blocks * kTokensPerBlock * layout.bytes_per_token() + logits;
  return {.needed = count * each + model.pass->more_work_bytes(count), .available = model.pass->available_bytes()};
}

}  // namespace eddy
