#include "engine/core/aligned_buffer.h"

#include <cstring>
#include <new>

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

AlignedBuffer::~AlignedBuffer() {
  if (data_) ::operator delete(data_, std::align_val_t{alignment_of(size_)});
}

}  // namespace eddy
