#include "engine/backends/cpu/available_memory.h"

#include <fstream>
#include <string>

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
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
std::int64_t available_memory() {
  std::ifstream file("/proc/meminfo");
  for (std::string key; file >> key;) {
    std::int64_t kilobytes = 0;
    if (key == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024;
    std::getline(file, key);
  }
  return 0;
}
#endif

Result<void> check_memory(std::int64_t needed, std::int64_t available) {
  if (available == 0 || needed <= available) return {};
  return Error{ErrorCode::OutOfMemory, "[cpu] the weights need " + gigabytes(needed) + " of memory and " +
                                           gigabytes(available) +
                                           " are free; close other programs or choose a smaller model"};
}

}  // namespace eddy
