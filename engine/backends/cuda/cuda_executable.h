// A plan as a list of kernel launches, replayed as one CUDA graph.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/cuda/cuda_call.h"
#include "engine/backends/cuda/plan_steps.h"

namespace eddy {

class CudaModel;

class CudaExecutable final : public Executable {
 public:
  /// UnsupportedFormat with the ops that have no kernel here, OutOfMemory.
  static Result<std::unique_ptr<CudaExecutable>> create(CudaModel& model, Plan plan);
  ~CudaExecutable() override;
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                   std::span<float> logits, std::span<const float> given) override;
  Result<void> run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                            std::span<const TokenDraw> draws, std::span<TokenId> chosen,
                            std::span<const float> given) override;

 private:
  CudaExecutable(CudaModel& model, Plan plan) : model_(model), plan_(std::move(plan)), header_(cuda_header(plan_)) {}
  Result<void> check_ops();
  Result<void> reserve();
  void bind();
  CudaCall call_of(const PlannedOp& op);
  CudaOperand operand_of(int value) const;

  float* address_of(int activation) const;
  void write_header(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                    std::span<const float> given) const;
  Result<void> start(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                     std::span<const float> given);
  void poison() const;
  void commit(std::span<RecurrentState* const> states) const;
  Result<void> enqueue();
  Result<void> record();
  Result<void> capture();
  void drop_graph();
  Result<void> fetch(std::span<float> logits) const;
  std::size_t logit_bytes() const { return cuda_logit_bytes(plan_); }

  CudaModel& model_;
  Plan plan_;
  CudaHeader header_;
  std::vector<std::int64_t> slots_;  // of the layout: where they begin in a state, in floats
  std::deque<std::vector<CudaOperand>> operands_;
  std::vector<CudaStep> steps_;
  int generation_ = -1;  // of the shared memory that the steps point into
  int runs_ = 0;         // since then
  cudaGraphExec_t graph_ = nullptr;
};

}  // namespace eddy
