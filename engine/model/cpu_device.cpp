#include "engine/model/cpu_device.h"

#include <fstream>
#include <string>

#include "engine/backends/cpu/available_memory.h"
#include "engine/core/thread_pool.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace eddy {
namespace {

#if defined(_WIN32)
std::int64_t memory_bytes() {
  MEMORYSTATUSEX status{};
  status.dwLength = sizeof(status);
  return GlobalMemoryStatusEx(&status) ? static_cast<std::int64_t>(status.ullTotalPhys) : 0;
}
#else
std::int64_t memory_bytes() {
  return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
}
#endif

// The line "model name : AMD Ryzen 7 7840U" that Linux gives; elsewhere a plain word.
std::string processor_name() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (!line.starts_with("model name")) continue;
    const auto start = line.find_first_not_of(" \t", line.find(':') + 1);
    if (start != std::string::npos) return line.substr(start);
  }
  return "Processor";
}

std::string instruction_sets() {
#if defined(__x86_64__) && defined(__GNUC__)
  std::string sets = "x86-64";
  if (__builtin_cpu_supports("avx2")) sets += ", AVX2";
  if (__builtin_cpu_supports("avx512bw")) sets += ", AVX-512";
  if (__builtin_cpu_supports("avx512vnni")) sets += ", VNNI";
  return sets;
#elif defined(__aarch64__)
  return "ARM 64, NEON";
#else
  return "";
#endif
}

}  // namespace

DeviceInfo describe_cpu() {
  const int cores = usable_cores();
  return {.backend = "cpu",
          .id = "cpu",
          .name = processor_name(),
          .detail = std::to_string(cores) + (cores == 1 ? " core, " : " cores, ") + instruction_sets(),
          .memory_bytes = memory_bytes(),
          .usable = true,
          .kind = "processor",
          .memory_free = available_memory(),
          .cores = cores};
}

}  // namespace eddy
