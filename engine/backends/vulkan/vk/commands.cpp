#include "engine/backends/vulkan/vk/commands.h"

namespace eddy::vk {
namespace {

constexpr VkPipelineStageFlags kWork = VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT | VK_PIPELINE_STAGE_TRANSFER_BIT;
constexpr VkAccessFlags kReads = VK_ACCESS_SHADER_READ_BIT | VK_ACCESS_TRANSFER_READ_BIT,
                        kWrites = VK_ACCESS_SHADER_WRITE_BIT | VK_ACCESS_TRANSFER_WRITE_BIT;

}  // namespace

Result<void> Commands::create() {
  VkCommandPoolCreateInfo pool{VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO};
  pool.queueFamilyIndex = device_->physical().queue_family;
  const auto& f = device_->f();
  if (auto made = vk_check(f.vkCreateCommandPool(device_->handle(), &pool, nullptr, &pool_), "a command pool"); !made) {
    return made;
  }
  VkFenceCreateInfo fence{VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
  return vk_check(f.vkCreateFence(device_->handle(), &fence, nullptr, &fence_), "a fence");
}

Commands::~Commands() {
  const auto& f = device_->f();
  if (fence_) f.vkDestroyFence(device_->handle(), fence_, nullptr);
  if (pool_) f.vkDestroyCommandPool(device_->handle(), pool_, nullptr);
}

Result<VkCommandBuffer> Commands::begin(bool once) {
  VkCommandBufferAllocateInfo allocation{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
  allocation.commandPool = pool_;
  allocation.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
  allocation.commandBufferCount = 1;
  const auto& f = device_->f();
  VkCommandBuffer commands = VK_NULL_HANDLE;
  auto code = f.vkAllocateCommandBuffers(device_->handle(), &allocation, &commands);
  VkCommandBufferBeginInfo info{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
  info.flags = once ? VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT : 0;
  if (code == VK_SUCCESS) code = f.vkBeginCommandBuffer(commands, &info);
  if (code != VK_SUCCESS) return vk_error(code, "commands cannot be recorded");
  return commands;
}

Result<void> Commands::end(VkCommandBuffer commands) {
  return vk_check(device_->f().vkEndCommandBuffer(commands), "commands cannot be recorded");
}

void Commands::release(std::span<const VkCommandBuffer> commands) {
  if (commands.empty()) return;
  device_->f().vkFreeCommandBuffers(device_->handle(), pool_, static_cast<std::uint32_t>(commands.size()),
                                    commands.data());
}

Result<void> Commands::run(std::span<const VkCommandBuffer> commands, std::chrono::microseconds expected) {
  if (commands.empty()) return {};
  if (auto started = start(commands); !started) return started;
  return device_->wait(fence_, expected);
}

void barrier(const DeviceFunctions& f, VkCommandBuffer commands) {
  VkMemoryBarrier all{VK_STRUCTURE_TYPE_MEMORY_BARRIER};
  all.srcAccessMask = kWrites;
  all.dstAccessMask = kReads | kWrites;
  f.vkCmdPipelineBarrier(commands, kWork, kWork, 0, 1, &all, 0, nullptr, 0, nullptr);
}

void barrier_between_shaders(const DeviceFunctions& f, VkCommandBuffer commands) {
  constexpr VkPipelineStageFlags kShaders = VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT;
  VkMemoryBarrier all{VK_STRUCTURE_TYPE_MEMORY_BARRIER};
  all.srcAccessMask = VK_ACCESS_SHADER_WRITE_BIT;
  all.dstAccessMask = VK_ACCESS_SHADER_READ_BIT | VK_ACCESS_SHADER_WRITE_BIT;
  f.vkCmdPipelineBarrier(commands, kShaders, kShaders, 0, 1, &all, 0, nullptr, 0, nullptr);
}

void barrier_to_host(const DeviceFunctions& f, VkCommandBuffer commands) {
  VkMemoryBarrier all{VK_STRUCTURE_TYPE_MEMORY_BARRIER};
  all.srcAccessMask = kWrites;
  all.dstAccessMask = VK_ACCESS_HOST_READ_BIT;
  f.vkCmdPipelineBarrier(commands, kWork, VK_PIPELINE_STAGE_HOST_BIT, 0, 1, &all, 0, nullptr, 0, nullptr);
}

void copy(const DeviceFunctions& f, VkCommandBuffer commands, const Buffer& from, VkDeviceSize from_offset,
          const Buffer& to, VkDeviceSize to_offset, VkDeviceSize bytes) {
  const VkBufferCopy region{from.offset() + from_offset, to.offset() + to_offset, bytes};
  f.vkCmdCopyBuffer(commands, from.handle(), to.handle(), 1, &region);
}

}  // namespace eddy::vk
