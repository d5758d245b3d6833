// Device memory: small pieces come out of shared chunks, because drivers allow only some thousand allocations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "engine/backends/vulkan/vk/instance.h"

namespace eddy::vk {

enum class MemoryKind {
  Device,    ///< where the shaders are quickest
  Upload,    ///< the host writes, the device reads
  Download,  ///< the device writes, the host reads
};

class Memory;

/// The most that all devices' memory of the kind Device ever held together: of allocations of drivers, not of pieces.
std::int64_t peak_device_bytes();

/// A piece of memory that shaders reach by its address. Move-only; given back when it goes, before its Memory does.
class Buffer {
 public:
  Buffer() = default;
  Buffer(Buffer&& other) noexcept { *this = std::move(other); }
  Buffer& operator=(Buffer&& other) noexcept {
    std::swap(owner_, other.owner_);
    std::swap(chunk_, other.chunk_);
    std::swap(offset_, other.offset_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Buffer();

  std::size_t size() const { return size_; }
  VkDeviceAddress address() const;
  std::byte* data() const;  ///< in host memory; null for MemoryKind::Device
  VkBuffer handle() const;
  VkDeviceSize offset() const { return offset_; }  ///< within `handle`

 private:
  friend class Memory;
  Memory* owner_ = nullptr;
  struct Chunk* chunk_ = nullptr;
  VkDeviceSize offset_ = 0;
  std::size_t size_ = 0;
};

/// Thread-safe.
class Memory {
 public:
  Memory(const Instance& instance, const PhysicalDevice& physical, VkDevice device, const DeviceFunctions& functions);
  ~Memory();

  /// `purpose` names it in messages: "the weights". Aligned to 256 bytes. OutOfMemory says how much there is.
  Result<Buffer> allocate(std::size_t bytes, MemoryKind kind, const std::string& purpose);

 private:
  friend class Buffer;
  Result<std::unique_ptr<struct Chunk>> new_chunk(VkDeviceSize bytes, MemoryKind kind, const std::string& purpose);
  Error too_little(VkResult code, VkDeviceSize bytes, const std::string& purpose) const;
  int type_for(MemoryKind kind, std::uint32_t allowed) const;
  void give_back(Chunk* chunk, VkDeviceSize offset, VkDeviceSize bytes);
  void destroy(Chunk& chunk);

  const Instance& instance_;
  const PhysicalDevice& physical_;
  VkDevice device_;
  const DeviceFunctions& f_;
  VkPhysicalDeviceMemoryProperties types_{};
  std::mutex mutex_;
  std::list<std::unique_ptr<Chunk>> chunks_;
};

}  // namespace eddy::vk
