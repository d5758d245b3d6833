#include "engine/backends/vulkan/vulkan_model.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "engine/backends/gpu/fusion.h"
#include "engine/backends/vulkan/kernels.h"
#include "engine/backends/vulkan/plan_memory.h"
#include "engine/backends/vulkan/rank_step.h"
#include "engine/backends/vulkan/self_test.h"
#include "engine/backends/vulkan/vulkan_executable.h"
#include "engine/backends/vulkan/vulkan_state.h"

namespace eddy {
namespace {

constexpr std::size_t kMostStaging = std::size_t{16} << 20;

Result<void> grow(vk::Memory& memory, vk::Buffer& buffer, std::size_t bytes, vk::MemoryKind kind, const char* purpose,
                  bool& moved) {
  if (bytes <= buffer.size()) return {};
  buffer = {};  // the old one first: both may not fit
  auto larger = memory.allocate(bytes, kind, purpose);
  if (!larger) return std::move(larger).error();
  buffer = *std::move(larger);
  moved = true;
  return {};
}

}  // namespace

Result<std::unique_ptr<VulkanModel>> VulkanModel::create(std::shared_ptr<vk::Device> device, VulkanWeights weights,
                                                         StateLayout layout) {
  auto commands = std::make_unique<vk::Commands>(std::move(device));
  if (auto created = commands->create(); !created) return created.error();
  return std::unique_ptr<VulkanModel>(new VulkanModel(std::move(weights), std::move(layout), std::move(commands)));
}

// Enough rows to keep a large device busy with each matrix; few enough that one product does not hold up the desktop
// where the same device draws it.
int VulkanModel::default_chunk() const {
  return device().physical().shares_memory() ? 64 : 512;
}

Result<std::unique_ptr<RecurrentState>> VulkanModel::new_state() {
  auto state = VulkanState::create(*this);
  if (!state) return std::move(state).error();
  return std::unique_ptr<RecurrentState>(*std::move(state));
}

Result<std::unique_ptr<Executable>> VulkanModel::prepare(Plan plan) {
  plan = join_ranks(fuse(std::move(plan), &vulkan_has), [this](int source) { return weight(source); });
  const char* asked = std::getenv("EDDY_VULKAN_SELF_TEST");  // 0: tests of single ops do without
  const auto tested = asked && std::string_view(asked) == "0" ? Result<void>{} : self_test(*this, plan);
  if (!tested) return tested.error();
  auto executable = VulkanExecutable::create(*this, std::move(plan));
  if (!executable) return std::move(executable).error();
  device().pipelines().save();  // with those of the self-test
  return std::unique_ptr<Executable>(*std::move(executable));
}

std::int64_t VulkanModel::work_bytes(const Plan& plan) const {
  return plan_memory_bytes(plan, device().physical(), exact(),
                           [this](int i) { return weight(i).is_matrix ? &weight(i).matrix : nullptr; });
}

bool VulkanModel::keep_times(OpTimes* times) {
  if (!device().physical().has_timestamps) return false;
  times_ = times;
  return true;
}

Result<void> VulkanModel::reserve(std::size_t work, std::size_t scratch, std::size_t header, std::size_t logits) {
  struct Need {
    vk::Buffer& buffer;
    std::size_t bytes;
    vk::MemoryKind kind;
    const char* purpose;
  };
  using enum vk::MemoryKind;
  const Need needs[] = {{shared_.work, work, Device, "work memory"},
                        {shared_.scratch, scratch, Device, "work memory"},
                        {shared_.header, header, Device, "work memory"},
                        {shared_.logits, logits, Device, "the logits"},
                        {shared_.host_header, header, Upload, "memory for tokens"},
                        {shared_.host_logits, logits, Download, "memory for logits"}};
  bool moved = false;
  for (const auto& need : needs) {
    if (auto grown = grow(device().memory(), need.buffer, need.bytes, need.kind, need.purpose, moved); !grown) {
      return grown;
    }
  }
  shared_.generation += moved;
  return {};
}

Result<void> VulkanModel::copy_staged(const vk::Buffer& from, std::size_t from_offset, const vk::Buffer& to,
                                      std::size_t to_offset, std::size_t bytes) const {
  auto commands = commands_->begin(true);
  if (!commands) return commands.error();
  const auto& f = device().f();
  vk::barrier(f, *commands);
  vk::copy(f, *commands, from, from_offset, to, to_offset, bytes);
  vk::barrier(f, *commands);
  vk::barrier_to_host(f, *commands);
  auto done = commands_->end(*commands);
  if (done) done = commands_->run(std::span(&*commands, 1));
  commands_->release(std::span(&*commands, 1));
  return done;
}

Result<void> VulkanModel::upload(const vk::Buffer& to, std::size_t offset, std::span<const std::byte> bytes) const {
  bool moved = false;
  auto ready = grow(device().memory(), sent_, std::min(bytes.size(), kMostStaging), vk::MemoryKind::Upload,
                    "memory for the state of a sequence", moved);
  if (!ready) return ready;
  for (std::size_t at = 0; at < bytes.size(); at += kMostStaging) {
    const std::size_t count = std::min(bytes.size() - at, kMostStaging);
    std::memcpy(sent_.data(), bytes.data() + at, count);
    if (auto copied = copy_staged(sent_, 0, to, offset + at, count); !copied) return copied;
  }
  return {};
}

Result<void> VulkanModel::download(const vk::Buffer& from, std::size_t offset, std::span<std::byte> bytes) const {
  bool moved = false;
  auto ready = grow(device().memory(), received_, std::min(bytes.size(), kMostStaging), vk::MemoryKind::Download,
                    "memory for the state of a sequence", moved);
  if (!ready) return ready;
  for (std::size_t at = 0; at < bytes.size(); at += kMostStaging) {
    const std::size_t count = std::min(bytes.size() - at, kMostStaging);
    if (auto copied = copy_staged(from, offset + at, received_, 0, count); !copied) return copied;
    std::memcpy(bytes.data() + at, received_.data(), count);
  }
  return {};
}

}  // namespace eddy
