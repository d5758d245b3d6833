// Generations of several sequences in the same steps: the weights are read once per step, whatever their number.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/api/parallel.h"
#include "engine/sequence/generation.h"

namespace eddy {

/// See LanguageModel::generate_together().
class ParallelGeneration {
 public:
  ParallelGeneration(const SequenceModel& model, std::span<const SequenceRun> runs);
  std::vector<Result<GenerationResult>> go();

 private:
  struct Run {
    const SequenceRun* asked = nullptr;
    RecurrentSequence* sequence = nullptr;
    std::optional<RecurrentSequence::Generation> generation;  ///< while it runs
    bool has_token = false;                                   ///< of this step: it was drawn while reading
    std::optional<Result<GenerationResult>> result;           ///< when it has ended
  };

  Result<void> begin(Run& run);
  Result<void> make_room();
  void end_those_that_ended();
  bool any_runs() const;
  void read_pending();
  void read_together(std::span<Run* const> group);
  void draw_together(std::span<Run* const> group);
  static void fail(Run& run, Error error);

  const SequenceModel& model_;
  std::vector<Run> runs_;
  std::vector<float> logits_;  // [runs, V]
};

/// See LanguageModel::memory_of_batch().
BatchMemory memory_of_batch(const SequenceModel& model, int count, std::int64_t tokens, std::int64_t more);

}  // namespace eddy
