// What a kernel of the Vulkan backend is given: an op's operands in device memory, and where to record its dispatches.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <set>
#include <span>
#include <vector>

#include "engine/backends/vulkan/vk/commands.h"
#include "engine/backends/vulkan/vulkan_matrix.h"
#include "engine/graph/op.h"

namespace eddy {

/// An address as shaders have it; 0 is null.
using Address = VkDeviceAddress;

/// One input or output. Which members are set follows from the kind of value.
struct VulkanOperand {
  Shape shape;
  Address data = 0;                      ///< activations and small weights
  const VulkanMatrix* matrix = nullptr;  ///< matrices
  std::int64_t slot = -1;  ///< fixed state slots: where it begins in each sequence's buffer, in floats
  std::int64_t rows_slot = -1;  ///< per-token slots: its number among those of the layout
};

/// How many work groups are started.
struct Groups {
  std::int64_t x = 1, y = 1, z = 1;
};

/// Records into one command buffer. An error stays until the executable asks for it.
class Recorder {
 public:
  Recorder(vk::Device& device, VkCommandBuffer commands) : device_(device), commands_(commands) {}
  /// One that records nothing, but notes what pipelines would be needed.
  Recorder(vk::Device& device, std::set<vk::Pipelines::Key>& wanted) : device_(device), wanted_(&wanted) {}

  /// Starts a shader. `constants[0]` is the number of invocations in a work group; `push` goes to push constants in order, each at
  /// its natural alignment: addresses, then 32-bit numbers.
  template <class... A>
  void dispatch(Shader shader, const std::vector<std::uint32_t>& constants, Groups groups, A... push) {
    Push bytes;
    (bytes.add(push), ...);
    dispatch_bytes(shader, constants, groups, bytes);
  }
  /// What was recorded before ends before what comes after begins.
  void barrier();
  vk::Device& device() const { return device_; }
  VkCommandBuffer commands() const { return commands_; }
  const Result<void>& status() const { return status_; }

 private:
  struct Push {
    alignas(8) std::byte bytes[vk::kMostPushBytes];
    std::size_t size = 0;
    template <class T>
    void add(T value) {
      static_assert(sizeof(T) == 4 || sizeof(T) == 8);
      size = (size + sizeof(T) - 1) / sizeof(T) * sizeof(T);
      EDDY_ASSERT(size + sizeof(T) <= vk::kMostPushBytes);
      std::memcpy(bytes + size, &value, sizeof(T));
      size += sizeof(T);
    }
    template <std::size_t N>
    void add(const std::array<Address, N>& values) {
      for (const Address value : values) add(value);
    }
    template <std::size_t N>
    void add(const std::array<std::uint32_t, N>& values) {
      for (const std::uint32_t value : values) add(value);
    }
  };
  void dispatch_bytes(Shader shader, const std::vector<std::uint32_t>& constants, Groups groups, const Push& push);

  vk::Device& device_;
  VkCommandBuffer commands_ = VK_NULL_HANDLE;
  std::set<vk::Pipelines::Key>* wanted_ = nullptr;
  Result<void> status_;
};

struct VulkanCall {
  std::int64_t sequences = 1;  ///< B
  std::int64_t tokens = 1;     ///< T
  std::span<const VulkanOperand> inputs, outputs;
  OpParams params;
  Address states = 0;     ///< [B] of `Sequence` (shaders/include/eddy.glsl)
  Address token_ids = 0;  ///< [B * T] int32
  const vk::PhysicalDevice* device = nullptr;
  bool exact = true;    ///< all matrices are float32, and are multiplied so
  Address scratch = 0;  ///< as much as the kernel asked for
  Recorder* recorder = nullptr;

  Address in(int i) const { return inputs[static_cast<std::size_t>(i)].data; }
  Address out(int i) const { return outputs[static_cast<std::size_t>(i)].data; }
  const Shape& in_shape(int i) const { return inputs[static_cast<std::size_t>(i)].shape; }
  const Shape& out_shape(int i) const { return outputs[static_cast<std::size_t>(i)].shape; }
  std::uint32_t slot(int i) const { return static_cast<std::uint32_t>(inputs[static_cast<std::size_t>(i)].slot); }
  std::int64_t rows() const { return sequences * tokens; }

  template <class... A>
  void dispatch(Shader shader, const std::vector<std::uint32_t>& constants, Groups groups, A... push) const {
    recorder->dispatch(shader, constants, groups, push...);
  }
};

/// For push constants.
inline std::uint32_t u32(std::int64_t n) {
  return static_cast<std::uint32_t>(n);
}

inline std::int64_t divide_up(std::int64_t a, std::int64_t b) {
  return (a + b - 1) / b;
}

/// `n` work groups over x and y: devices take 65535 a dimension. Shaders ask for group_index(), which may reach beyond n.
inline Groups spread(std::int64_t n) {
  constexpr std::int64_t kMost = 32768;
  return n <= kMost ? Groups{n} : Groups{kMost, divide_up(n, kMost)};
}

/// Invocations of a work group that goes through `n` numbers together.
inline std::uint32_t group_for(std::int64_t n) {
  return n <= 64 ? 32 : n <= 256 ? 64 : n <= 1024 ? 128 : 256;
}

/// The same where there are only `groups` of them: each is then as quick as it can be alone.
inline std::uint32_t group_for(std::int64_t n, std::int64_t groups, const vk::PhysicalDevice& device) {
  constexpr std::int64_t kFewGroups = 32;
  const bool large = groups <= kFewGroups && n > 1024 && device.most_invocations >= 1024;
  return large ? (n > 2048 ? 1024 : 512) : group_for(n);
}

}  // namespace eddy
