// A plan as a list of calls over a thread pool.
#pragma once

#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/cpu/kernels.h"

namespace eddy {

class CpuModel;

class CpuExecutable final : public Executable {
 public:
  CpuExecutable(CpuModel& model, Plan plan);
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                   std::span<float> logits) override;

 private:
  struct Call {
    CpuKernel kernel;
    OpCall op;
    std::vector<Operand> inputs, outputs;
    std::int64_t tasks = 0;
  };
  struct Stage {
    std::vector<std::unique_ptr<Call>> calls;
    std::int64_t tasks = 0;
  };
  /// A state slot's pointers, one per sequence, set anew for every run.
  struct SlotPointers {
    int slot = 0;
    std::vector<float*> pointers;  // of a fixed slot
    std::vector<TokenRows> rows;   // of a per-token slot
  };

  void bind();
  Operand operand_of(int value);
  void add_call(Stage& stage, const PlannedOp& op);
  void point_at(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, std::span<float> logits);
  void run_stage(const Stage& stage);

  CpuModel& model_;
  Plan plan_;
  std::byte* bound_to_ = nullptr;    // the work memory that the calls point into
  std::vector<Stage> stages_;
  std::vector<std::unique_ptr<SlotPointers>> slots_;
  std::vector<Operand*> token_operands_, logit_operands_;
};

}  // namespace eddy
