#include "engine/backends/vulkan/vk/memory.h"

#include <algorithm>
#include <atomic>

namespace eddy::vk {

/// One allocation of the driver with one buffer over all of it.
struct Chunk {
  VkDeviceMemory memory = VK_NULL_HANDLE;
  VkBuffer buffer = VK_NULL_HANDLE;
  VkDeviceAddress address = 0;
  std::byte* mapped = nullptr;
  VkDeviceSize size = 0;
  MemoryKind kind = MemoryKind::Device;
  std::map<VkDeviceSize, VkDeviceSize> free;  // offset -> bytes; neighbours are joined
};

namespace {

constexpr VkDeviceSize kAlignment = 256, kChunk = VkDeviceSize{8} << 20, kSmall = VkDeviceSize{2} << 20;

VkDeviceSize round_up(VkDeviceSize bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

std::string mebibytes(VkDeviceSize bytes) {
  return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

/// The first free piece that suffices, taken out; size when there is none.
VkDeviceSize take(Chunk& chunk, VkDeviceSize bytes) {
  for (auto it = chunk.free.begin(); it != chunk.free.end(); ++it) {
    const auto [offset, free] = *it;
    if (free < bytes) continue;
    chunk.free.erase(it);
    if (free > bytes) chunk.free[offset + bytes] = free - bytes;
    return offset;
  }
  return chunk.size;
}

std::atomic<std::int64_t> held_bytes{0}, peak_bytes{0};

void count(MemoryKind kind, std::int64_t bytes) {
  if (kind != MemoryKind::Device) return;
  const std::int64_t now = held_bytes += bytes;
  std::int64_t most = peak_bytes;
  while (now > most && !peak_bytes.compare_exchange_weak(most, now)) {
  }
}

}  // namespace

std::int64_t peak_device_bytes() { return peak_bytes; }

Buffer::~Buffer() {
  if (owner_) owner_->give_back(chunk_, offset_, round_up(size_));
}

VkDeviceAddress Buffer::address() const {
  return chunk_ ? chunk_->address + offset_ : 0;
}

std::byte* Buffer::data() const {
  return chunk_ && chunk_->mapped ? chunk_->mapped + offset_ : nullptr;
}

VkBuffer Buffer::handle() const {
  return chunk_ ? chunk_->buffer : VK_NULL_HANDLE;
}

Memory::Memory(const Instance& instance, const PhysicalDevice& physical, VkDevice device,
               const DeviceFunctions& functions)
    : instance_(instance), physical_(physical), device_(device), f_(functions) {
  VkPhysicalDeviceMemoryProperties2 memory{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_PROPERTIES_2};
  instance.functions().vkGetPhysicalDeviceMemoryProperties2(physical.handle, &memory);
  types_ = memory.memoryProperties;
}

Memory::~Memory() {
  for (auto& chunk : chunks_) destroy(*chunk);
}

void Memory::destroy(Chunk& chunk) {
  if (chunk.buffer) f_.vkDestroyBuffer(device_, chunk.buffer, nullptr);
  if (!chunk.memory) return;
  f_.vkFreeMemory(device_, chunk.memory, nullptr);
  count(chunk.kind, -static_cast<std::int64_t>(chunk.size));
}

int Memory::type_for(MemoryKind kind, std::uint32_t allowed) const {
  constexpr VkMemoryPropertyFlags kHost = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
  const VkMemoryPropertyFlags needed = kind == MemoryKind::Device ? 0 : kHost;
  VkMemoryPropertyFlags wished = 0, unwished = 0;
  if (kind == MemoryKind::Device) wished = VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT;
  if (kind == MemoryKind::Download) wished = VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
  // Memory of the device that the host can see is scarce on many systems: left to those who ask for it.
  unwished = kind == MemoryKind::Device ? VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT : VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT;
  int best = -1, best_score = -1;
  for (std::uint32_t i = 0; i < types_.memoryTypeCount; ++i) {
    const auto flags = types_.memoryTypes[i].propertyFlags;
    if (!(allowed >> i & 1) || (flags & needed) != needed) continue;
    const int score = 2 * ((flags & wished) == wished) + !(flags & unwished);
    if (score > best_score) best = static_cast<int>(i), best_score = score;
  }
  return best;
}

Error Memory::too_little(VkResult code, VkDeviceSize bytes, const std::string& purpose) const {
  const auto free = static_cast<VkDeviceSize>(std::max<std::int64_t>(0, instance_.free_bytes(physical_)));
  return vk_error(code, purpose + " needs " + mebibytes(bytes) + " of the device's memory, " + mebibytes(free) +
                            " of " + mebibytes(static_cast<VkDeviceSize>(physical_.memory_bytes)) + " are free");
}

Result<std::unique_ptr<Chunk>> Memory::new_chunk(VkDeviceSize bytes, MemoryKind kind, const std::string& purpose) {
  auto chunk = std::make_unique<Chunk>();
  chunk->size = bytes;
  chunk->kind = kind;
  if (bytes > physical_.most_bytes) return too_little(VK_ERROR_OUT_OF_DEVICE_MEMORY, bytes, purpose);
  VkBufferCreateInfo info{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};
  info.size = bytes;
  info.usage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT | VK_BUFFER_USAGE_TRANSFER_SRC_BIT |
               VK_BUFFER_USAGE_TRANSFER_DST_BIT | VK_BUFFER_USAGE_SHADER_DEVICE_ADDRESS_BIT;
  auto code = f_.vkCreateBuffer(device_, &info, nullptr, &chunk->buffer);
  if (code != VK_SUCCESS) return too_little(code, bytes, purpose);
  VkMemoryRequirements requirements{};
  f_.vkGetBufferMemoryRequirements(device_, chunk->buffer, &requirements);
  VkMemoryAllocateFlagsInfo flags{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_FLAGS_INFO};
  flags.flags = VK_MEMORY_ALLOCATE_DEVICE_ADDRESS_BIT;
  VkMemoryAllocateInfo allocation{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO, &flags};
  allocation.allocationSize = requirements.size;
  allocation.memoryTypeIndex = static_cast<std::uint32_t>(std::max(0, type_for(kind, requirements.memoryTypeBits)));
  code = f_.vkAllocateMemory(device_, &allocation, nullptr, &chunk->memory);
  if (chunk->memory) count(kind, static_cast<std::int64_t>(bytes));
  if (code == VK_SUCCESS) code = f_.vkBindBufferMemory(device_, chunk->buffer, chunk->memory, 0);
  if (code == VK_SUCCESS && kind != MemoryKind::Device) {
    void* mapped = nullptr;
    code = f_.vkMapMemory(device_, chunk->memory, 0, VK_WHOLE_SIZE, 0, &mapped);
    chunk->mapped = static_cast<std::byte*>(mapped);
  }
  if (code != VK_SUCCESS) {
    destroy(*chunk);
    return too_little(code, bytes, purpose);
  }
  VkBufferDeviceAddressInfo where{VK_STRUCTURE_TYPE_BUFFER_DEVICE_ADDRESS_INFO};
  where.buffer = chunk->buffer;
  chunk->address = f_.vkGetBufferDeviceAddress(device_, &where);
  chunk->free[0] = bytes;
  return chunk;
}

Result<Buffer> Memory::allocate(std::size_t bytes, MemoryKind kind, const std::string& purpose) {
  Buffer buffer;
  if (bytes == 0) return buffer;
  const std::scoped_lock lock(mutex_);
  const VkDeviceSize needed = round_up(bytes);
  const auto use = [&](Chunk& chunk, VkDeviceSize offset) {
    buffer.owner_ = this;
    buffer.chunk_ = &chunk;
    buffer.offset_ = offset;
    buffer.size_ = bytes;
  };
  if (needed <= kSmall) {
    for (auto& chunk : chunks_) {
      if (chunk->kind != kind || chunk->size != kChunk) continue;
      if (const auto offset = take(*chunk, needed); offset < chunk->size) {
        use(*chunk, offset);
        return buffer;
      }
    }
  }
  auto chunk = new_chunk(needed <= kSmall ? kChunk : needed, kind, purpose);
  if (!chunk) return std::move(chunk).error();
  chunks_.push_back(*std::move(chunk));
  use(*chunks_.back(), take(*chunks_.back(), needed));
  return buffer;
}

void Memory::give_back(Chunk* chunk, VkDeviceSize offset, VkDeviceSize bytes) {
  const std::scoped_lock lock(mutex_);
  auto at = chunk->free.emplace(offset, bytes).first;
  if (const auto next = std::next(at); next != chunk->free.end() && at->first + at->second == next->first) {
    at->second += next->second;
    chunk->free.erase(next);
  }
  if (at != chunk->free.begin()) {
    const auto before = std::prev(at);
    if (before->first + before->second == at->first) {
      before->second += at->second;
      chunk->free.erase(at);
      at = before;
    }
  }
  if (at->second != chunk->size) return;
  destroy(*chunk);
  chunks_.remove_if([&](const auto& one) { return one.get() == chunk; });
}

}  // namespace eddy::vk
