// Copies between host memories that are too long for one thread: one reads and writes some 4 GB/s where the pages are new, several
// get what the memory gives.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <system_error>
#include <thread>
#include <vector>

namespace eddy {

/// memcpy() by up to four threads, of 8 MB or more each.
inline void wide_copy(void* to, const void* from, std::size_t bytes) {
  constexpr std::size_t kLeast = std::size_t{8} << 20, kMost = 4, kPage = 4096;
  const std::size_t threads = std::clamp<std::size_t>(bytes / kLeast, 1, kMost);
  const std::size_t part = (bytes / threads + kPage) / kPage * kPage;  // more than an equal share, so nothing is left over
  const auto copy = [=](std::size_t begin) {
    if (begin >= bytes) return;
    std::memcpy(static_cast<std::byte*>(to) + begin, static_cast<const std::byte*>(from) + begin, std::min(part, bytes - begin));
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) {
    try {
      others.emplace_back(copy, i * part);
    } catch (const std::system_error&) {  // no thread to be had
      copy(i * part);
    }
  }
  copy(0);
}

}  // namespace eddy
