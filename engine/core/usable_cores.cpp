#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include "engine/core/thread_pool.h"

#if defined(__linux__)
#include <sched.h>
#endif

namespace eddy {
namespace {

#if defined(__linux__)
/// Physical cores among the processors this process may run on: two hyper-threads of a core share its arithmetic units.
int physical_cores() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0) return 0;
  std::set<std::string> cores;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed)) continue;
    std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/thread_siblings_list");
    std::string siblings;
    if (!std::getline(file, siblings)) siblings = "cpu " + std::to_string(cpu);
    cores.insert(siblings);
  }
  return static_cast<int>(cores.size());
}

/// Whole processors' worth of time that the container grants, 0 when there is no limit.
int quota_cores() {
  std::ifstream file("/sys/fs/cgroup/cpu.max");
  double quota = 0, period = 0;
  if (!(file >> quota >> period) || period <= 0) return 0;
  return std::max(1, static_cast<int>(quota / period));
}
#else
int physical_cores() { return 0; }
int quota_cores() { return 0; }
#endif

}  // namespace

int usable_cores() {
  int cores = physical_cores();
  if (cores == 0) cores = static_cast<int>(std::thread::hardware_concurrency());
  if (const int quota = quota_cores()) cores = std::min(cores, quota);
  return std::max(1, cores);
}

}  // namespace eddy
