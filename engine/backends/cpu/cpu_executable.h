// A plan as a list of calls over a thread pool.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/cpu/brain_rows.h"
#include "engine/backends/cpu/chains.h"
#include "engine/backends/cpu/kernels.h"
#include "engine/backends/cpu/quantised_rows.h"
#include "engine/backends/cpu/row_rounding.h"

namespace eddy {

class CpuModel;

class CpuExecutable final : public Executable {
 public:
  CpuExecutable(CpuModel& model, ChainedPlan chained, RowRounding rounding);
  /// About what an executable of this plan occupies.
  static std::int64_t bytes_for(const Plan& plan);

  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                   std::span<float> logits, std::span<const float> given) override;

 private:
  struct Call {
    CpuKernel kernel;
    OpCall op;
    std::vector<Operand> inputs, outputs;
    std::int64_t tasks = 0;
    std::atomic<std::int64_t> nanoseconds{0};  // of the run in progress, when times are kept
  };
  /// Rows of x that products of a stage share: rounded once, before the stage, to bytes or to bfloat16.
  struct Rounding {
    const Operand* x = nullptr;
    RowNumbers numbers = RowNumbers::Bytes;
    QuantisedRows bytes;
    BrainRows brain;

    std::int64_t rows() const { return numbers == RowNumbers::Brain ? brain.rows : bytes.rows; }
    std::int64_t columns() const { return numbers == RowNumbers::Brain ? brain.columns : bytes.columns; }
    const void* operand() const { return numbers == RowNumbers::Brain ? static_cast<const void*>(&brain) : &bytes; }
    void round(std::int64_t first, std::int64_t count) const;
  };
  struct Stage {
    std::vector<std::unique_ptr<Call>> calls;
    std::int64_t tasks = 0;
    bool chain = false;  // every task is its part of all calls, one after the other
    std::vector<Rounding> roundings;
    std::int64_t rows = 0;  // of all roundings
    std::vector<std::span<const std::byte>> first_reads;  // by thread; empty: not known, or not worth it
  };
  /// A state slot's pointers, one per sequence, set anew for every run.
  struct SlotPointers {
    int slot = 0;
    std::vector<float*> pointers;  // of a fixed slot
    std::vector<TokenRows> rows;   // of a per-token slot
  };

  void bind();
  Operand operand_of(int value);
  void add_roundings(Stage& stage, const std::vector<RoundedInput>& inputs);
  void add_call(Stage& stage, const PlannedOp& op, const std::vector<RoundedInput>& rounded);
  void cut(Stage& stage, std::int64_t chain_units) const;
  void point_at(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, std::span<float> logits,
                std::span<const float> given);
  void find_first_reads(Stage& stage) const;
  void expect_reads_after(std::size_t stage);
  void round_rows(const Stage& stage);
  template <class Run>
  static void run_task(const Stage& stage, std::int64_t task, const Run& run);
  static void run_call(Call& call, std::int64_t task);
  void run_stage(const Stage& stage);
  void run_timed(const Stage& stage, OpTimes& times);

  CpuModel& model_;
  Plan plan_;
  std::vector<std::int64_t> chain_units_;  // by stage
  RowRounding rounding_;
  std::byte* bound_to_ = nullptr;    // the work memory that the calls point into
  std::vector<Stage> stages_;
  std::vector<std::unique_ptr<SlotPointers>> slots_;
  std::vector<Operand*> token_operands_, logit_operands_, given_operands_;
};

}  // namespace eddy
