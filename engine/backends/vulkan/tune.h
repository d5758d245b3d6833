// Numbers that can be chosen while they are being measured.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <ctime>

namespace eddy {

/// `usual`, or what EDDY_VULKAN_TUNE=name=number,name=number says of this name.
inline std::int64_t tuned(std::string_view name, std::int64_t usual) {
  static const char* const text = std::getenv("EDDY_VULKAN_TUNE");
  if (!text) return usual;
  const std::string all = "," + std::string(text), wanted = "," + std::string(name) + "=";
  const auto at = all.find(wanted);
  return at == std::string::npos ? usual : std::atoll(all.c_str() + at + wanted.size());
}

/// EDDY_VULKAN_TUNE=trace=1: when something was done, and how much processor time the process had had.
inline void trace(const char* what) {
  if (!tuned("trace", 0)) return;
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::fprintf(stderr, "%ld.%04ld s, processor %.1f ms: %s\n", static_cast<long>(now.tv_sec % 1000), now.tv_nsec / 100000,
               static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC, what);
}

}  // namespace eddy
