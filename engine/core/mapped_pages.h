// Which pages of a mapped file to let go.
#pragma once

#include <algorithm>
#include <cstdint>

namespace eddy {

struct AddressRange {
  std::uintptr_t begin = 0, end = 0;
};

/// `read` and what was brought along with it, of the file at `file` alone: other memory would become zero. A page that is read brings its
/// neighbours before and behind it: a whole folio of the system's cache, which has up to 2 MiB. Whoever reads those, or has read what is
/// near these bytes, finds them there.
inline AddressRange pages_to_forget(AddressRange read, AddressRange file) {
  constexpr std::uintptr_t kAround = std::uintptr_t{4} << 20, kPage = std::uintptr_t{64} << 10;  // whatever a page is
  AddressRange pages = file;
  if (read.begin - file.begin > kAround) pages.begin = std::max(file.begin, (read.begin - kAround) / kPage * kPage);
  if (file.end - read.end > kAround) pages.end = (read.end + kAround) / kPage * kPage;
  return pages;
}

}  // namespace eddy
