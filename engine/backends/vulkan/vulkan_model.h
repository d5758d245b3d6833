// A network's weights on a device, and the memory that its plans share.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/vulkan/vk/commands.h"
#include "engine/backends/vulkan/vulkan_matrix.h"

namespace eddy {

/// A weight on the device: a matrix or float32 numbers.
struct VulkanWeight {
  Shape shape;
  bool is_matrix = false;
  VulkanMatrix matrix;
  VkDeviceAddress numbers = 0;
};

/// Weights and the memory they lie in.
struct VulkanWeights {
  std::vector<VulkanWeight> weights;
  std::vector<vk::Buffer> memory;
  std::int64_t bytes = 0;
  bool exact = true;  ///< all matrices are float32
};

class VulkanModel final : public BackendModel {
 public:
  static Result<std::unique_ptr<VulkanModel>> create(std::shared_ptr<vk::Device> device, VulkanWeights weights,
                                                     StateLayout layout);

  std::int64_t weight_bytes() const override { return weights_.bytes; }
  int default_chunk() const override;
  std::int64_t available_bytes() const override { return device().instance().free_bytes(device().physical()); }
  Result<std::unique_ptr<RecurrentState>> new_state() override;
  Result<std::unique_ptr<Executable>> prepare(Plan plan) override;

  const StateLayout& layout() const { return layout_; }
  bool exact() const { return weights_.exact; }
  const VulkanWeight& weight(int index) const { return weights_.weights[static_cast<std::size_t>(index)]; }
  std::int64_t work_bytes(const Plan& plan) const override;
  bool keep_times(OpTimes* times) override;
  OpTimes* times() const { return times_; }  ///< null: nobody asks
  vk::Commands& commands() const { return *commands_; }
  vk::Device& device() const { return commands_->device(); }

  /// Between host memory and a buffer of the device, through staging memory; waits.
  Result<void> upload(const vk::Buffer& to, std::size_t offset, std::span<const std::byte> bytes) const;
  Result<void> download(const vk::Buffer& from, std::size_t offset, std::span<std::byte> bytes) const;

  /// Memory shared by all plans: they run one at a time. `generation` changes whenever any of it has moved.
  struct Shared {
    vk::Buffer work, scratch, header, logits;  // on the device
    vk::Buffer host_header, host_logits;       // mapped
    int generation = 0;
  };
  const Shared& shared() const { return shared_; }
  Result<void> reserve(std::size_t work, std::size_t scratch, std::size_t header, std::size_t logits);

 private:
  VulkanModel(VulkanWeights weights, StateLayout layout, std::unique_ptr<vk::Commands> commands)
      : commands_(std::move(commands)), weights_(std::move(weights)), layout_(std::move(layout)) {}
  Result<void> copy_staged(const vk::Buffer& from, std::size_t from_offset, const vk::Buffer& to,
                           std::size_t to_offset, std::size_t bytes) const;

  std::unique_ptr<vk::Commands> commands_;  // holds the device, which outlives all memory below
  VulkanWeights weights_;
  StateLayout layout_;
  Shared shared_;
  OpTimes* times_ = nullptr;
  mutable vk::Buffer sent_, received_;  // staging
};

}  // namespace eddy
