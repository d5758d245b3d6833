#include "engine/core/aligned_buffer.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "engine/core/assert.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace eddy {

namespace {
// Large buffers start on a huge page, so that reading weights costs fewer address translations.
constexpr std::size_t kHugePage = std::size_t{2} << 20;

std::size_t alignment_of(std::size_t bytes) { return bytes >= 4 * kHugePage ? kHugePage : AlignedBuffer::kAlignment; }
}  // namespace

Result<AlignedBuffer> AlignedBuffer::allocate(std::size_t bytes, const char* what) {
  AlignedBuffer buffer;
  if (bytes == 0) return buffer;
  void* data = ::operator new(bytes, std::align_val_t{alignment_of(bytes)}, std::nothrow);
  if (!data) {
    return Error{ErrorCode::OutOfMemory, "[memory] " + std::to_string((bytes >> 20) + 1) + " MB for " + what +
                                             " cannot be had; close other programs or choose a smaller model"};
  }
#if defined(__linux__)
  if (alignment_of(bytes) == kHugePage) ::madvise(data, bytes, MADV_HUGEPAGE);
#endif
  std::memset(data, 0, bytes);
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
  if (data_ && !whole_) ::operator delete(data_, std::align_val_t{alignment_of(size_)});
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
