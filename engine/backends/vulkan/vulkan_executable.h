// A plan as recorded command buffers.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/vulkan/stage_clock.h"
#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

class VulkanModel;

/// Recorded when it is made, and again when a larger plan has moved the memory that all plans share. What changes from
/// run to run (where the states are, the tokens) travels in a small header.
class VulkanExecutable final : public Executable {
 public:
  /// UnsupportedFormat lists the ops that have no kernel here; OutOfMemory.
  static Result<std::unique_ptr<VulkanExecutable>> create(VulkanModel& model, Plan plan);
  ~VulkanExecutable() override;

  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                   std::span<float> logits, std::span<const float> given) override;

 private:
  VulkanExecutable(VulkanModel& model, Plan plan);
  Result<void> check_ops();
  Result<void> record();
  Result<void> record_stage(const std::vector<PlannedOp>& stage, double& cost);
  void make_pipelines();
  std::int64_t scratch_of(const PlannedOp& op);
  std::int64_t scratch_bytes();
  Result<void> begin_commands();
  Result<void> end_commands();
  Result<void> record_start();
  Result<void> record_end();
  Result<void> run_commands();
  VulkanCall call_of(const PlannedOp& op, Recorder* recorder);
  VulkanOperand operand_of(int value) const;
  std::string name_of(const std::vector<PlannedOp>& stage) const;
  double cost_of(const PlannedOp& op) const;
  VkDeviceAddress address_of(int activation) const;
  void write_header(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                    std::span<const float> given) const;
  std::size_t given_offset() const;
  std::size_t given_bytes() const;
  std::size_t header_bytes() const;
  std::size_t logit_bytes() const;

  VulkanModel& model_;
  Plan plan_;
  std::vector<std::int64_t> slots_;  // of the layout: floats before a fixed slot, or the number of a per-token slot
  std::deque<std::vector<VulkanOperand>> operands_;
  std::vector<VkCommandBuffer> commands_;
  std::unique_ptr<StageClock> clock_;  // while times are kept
  std::chrono::microseconds usual_{};  // time of a run
  int generation_ = -1;  // of the shared memory that the commands point into
};

}  // namespace eddy
