// Shaders made ready for a device, each together with its constants; kept on disk between starts of the program.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "engine/backends/vulkan/shaders.h"
#include "engine/backends/vulkan/vk/instance.h"

namespace eddy::vk {

/// Bytes of push constants that every device has.
inline constexpr std::size_t kMostPushBytes = 128;

/// Thread-safe.
class Pipelines {
 public:
  Pipelines(const PhysicalDevice& physical, VkDevice device, const DeviceFunctions& functions)
      : physical_(physical), device_(device), f_(functions) {}
  ~Pipelines();
  Result<void> create();

  /// A shader and its constants: `constants[i]` is specialisation constant i; the first one is the size of a work
  /// group.
  using Key = std::pair<Shader, std::vector<std::uint32_t>>;
  Result<VkPipeline> get(Shader shader, const std::vector<std::uint32_t>& constants);
  /// Makes those that are not there yet, several threads at a time. What fails fails again in get().
  void make_ready(const std::set<Key>& keys);
  VkPipelineLayout layout() const { return layout_; }
  /// Writes what the driver has compiled since it was last written, if anything. Failing to is no error.
  void save();

 private:
  Result<VkPipeline> compile(Shader shader, const std::vector<std::uint32_t>& constants);
  std::filesystem::path file() const;

  const PhysicalDevice& physical_;
  VkDevice device_;
  const DeviceFunctions& f_;
  VkPipelineLayout layout_ = VK_NULL_HANDLE;
  VkPipelineCache cache_ = VK_NULL_HANDLE;
  std::mutex mutex_;
  std::map<Key, VkPipeline> pipelines_;
  bool changed_ = false;
};

/// Where this backend keeps what it can make again: EDDY_CACHE, else the user's cache folder; empty: nowhere.
std::filesystem::path cache_folder();
/// Reads or replaces a small file there; an unreadable one is empty.
std::vector<char> read_cache(const std::filesystem::path& file);
void write_cache(const std::filesystem::path& file, const std::vector<char>& bytes);

}  // namespace eddy::vk
