#include "engine/core/aligned_buffer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>

#include "engine/core/assert.h"

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace eddy {

namespace {
// Large buffers start on a huge page, so that reading weights costs fewer address translations.
constexpr std::size_t kHugePage = std::size_t{2} << 20;

bool is_large(std::size_t bytes) { return bytes >= 4 * kHugePage; }

#if defined(__linux__)
/// Fresh pages of the system's are zero already, and come when they are first written: by all threads that pack weights, not
/// by the one that allocates. Null when there is no memory.
void* allocate_large(std::size_t bytes) {
  void* mapped = ::mmap(nullptr, bytes + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  const std::size_t before = (kHugePage - reinterpret_cast<std::uintptr_t>(mapped) % kHugePage) % kHugePage;
  std::byte* data = static_cast<std::byte*>(mapped) + before;
  const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t used = (bytes + page - 1) / page * page;
  if (before > 0) ::munmap(mapped, before);
  if (before + used < bytes + kHugePage) ::munmap(data + used, bytes + kHugePage - before - used);
  ::madvise(data, bytes, MADV_HUGEPAGE);
  return data;
}

void release_large(void* data, std::size_t bytes) { ::munmap(data, bytes); }
#else
void* allocate_large(std::size_t bytes) {
  void* data = ::operator new(bytes, std::align_val_t{kHugePage}, std::nothrow);
  if (data) std::memset(data, 0, bytes);
  return data;
}

void release_large(void* data, std::size_t) { ::operator delete(data, std::align_val_t{kHugePage}); }
#endif

void* allocate_small(std::size_t bytes) {
  void* data = ::operator new(bytes, std::align_val_t{AlignedBuffer::kAlignment}, std::nothrow);
  if (data) std::memset(data, 0, bytes);
  return data;
}
}  // namespace

Result<AlignedBuffer> AlignedBuffer::allocate(std::size_t bytes, const char* what) {
  AlignedBuffer buffer;
  if (bytes == 0) return buffer;
  void* data = is_large(bytes) ? allocate_large(bytes) : allocate_small(bytes);
  if (!data) {
    return Error{ErrorCode::OutOfMemory, "[memory] " + std::to_string((bytes >> 20) + 1) + " MB for " + what +
                                             " cannot be had; close other programs or choose a smaller model"};
  }
  buffer.data_ = static_cast<std::byte*>(data);
  buffer.size_ = bytes;
  return buffer;
}

AlignedBuffer AlignedBuffer::part_of(std::shared_ptr<const AlignedBuffer> whole, std::size_t offset, std::size_t bytes) {
  EDDY_ASSERT(offset % kAlignment == 0 && offset + bytes <= whole->size());
  AlignedBuffer part;
  part.data_ = whole->data() + offset;
  part.size_ = bytes;
  part.whole_ = std::move(whole);
  return part;
}

AlignedBuffer::~AlignedBuffer() {
  if (!data_ || whole_) return;
  if (is_large(size_)) {
    release_large(data_, size_);
  } else {
    ::operator delete(data_, std::align_val_t{kAlignment});
  }
}

Result<BufferStock> BufferStock::allocate(std::size_t bytes, const char* what) {
  auto whole = AlignedBuffer::allocate(bytes, what);
  if (!whole) return std::move(whole).error();
  BufferStock stock;
  stock.whole_ = std::make_shared<const AlignedBuffer>(*std::move(whole));
  return stock;
}

Result<AlignedBuffer> BufferStock::take(std::size_t bytes, const char* what) {
  if (bytes == 0 || !whole_ || bytes > whole_->size() - used_) return AlignedBuffer::allocate(bytes, what);
  const std::size_t offset = std::exchange(used_, std::min(used_ + taken_by(bytes), whole_->size()));
  return AlignedBuffer::part_of(whole_, offset, bytes);
}

}  // namespace eddy
