#include "engine/backends/cpu/available_memory.h"

#include <algorithm>
#include <fstream>
#include <string>

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <sys/resource.h>
#endif

namespace eddy {
namespace {

std::string gigabytes(std::int64_t bytes) {
  return std::to_string(bytes / 1'000'000'000) + "." + std::to_string(bytes / 100'000'000 % 10) + " GB";
}

}  // namespace

#if defined(_WIN32)
std::int64_t available_memory() {
  MEMORYSTATUSEX status{};
  status.dwLength = sizeof(status);
  return GlobalMemoryStatusEx(&status) ? static_cast<std::int64_t>(status.ullAvailPhys) : 0;
}
#else
namespace {

/// The number behind `key` in a file of lines "key: 12 kB", in bytes; 0 when there is none.
std::int64_t kilobytes_in(const char* path, const std::string& key) {
  std::ifstream file(path);
  for (std::string word; file >> word;) {
    std::int64_t kilobytes = 0;
    if (word == key && file >> kilobytes) return kilobytes * 1024;
    std::getline(file, word);
  }
  return 0;
}

/// What a limit of this process's address space leaves (ulimit -v); `most` where there is none.
std::int64_t within_address_space(std::int64_t most) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return most;
  const std::int64_t used = kilobytes_in("/proc/self/status", "VmSize:");
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(limit.rlim_cur) - used, 1, most);
}

/// What the limit of a container or service leaves (cgroups, version 2); `most` where there is none.
std::int64_t within_group(std::int64_t most) {
  std::string group;
  std::ifstream("/proc/self/cgroup") >> group;
  if (!group.starts_with("0::/")) return most;
  const std::string folder = "/sys/fs/cgroup" + group.substr(3);
  std::int64_t limit = 0, used = 0;
  if (!(std::ifstream(folder + "/memory.max") >> limit) || !(std::ifstream(folder + "/memory.current") >> used))
    return most;
  // Cached files count as used but make room.
  std::ifstream details(folder + "/memory.stat");
  for (std::string key; details >> key;) {
    std::int64_t bytes = 0;
    if (!(details >> bytes)) break;
    if (key == "inactive_file") used -= bytes;
  }
  return std::clamp<std::int64_t>(limit - used, 1, most);
}

}  // namespace

std::int64_t available_memory() {
  const std::int64_t available = kilobytes_in("/proc/meminfo", "MemAvailable:");
  return available == 0 ? 0 : within_group(within_address_space(available));
}
#endif

Result<void> check_memory(std::int64_t needed, std::int64_t available) {
  if (available == 0 || needed <= available) return {};
  return Error{ErrorCode::OutOfMemory, "[cpu] the weights need " + gigabytes(needed) + " of memory and " +
                                           gigabytes(available) +
                                           " are free; close other programs or choose a smaller model"};
}

}  // namespace eddy
