#include "app/models/machine_memory.h"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#elif defined(__APPLE__)
#include <mach/mach.h>
#include <sys/sysctl.h>
#else
#include <fstream>
#include <string>
#endif

namespace eddy {

#if defined(_WIN32)
MachineMemory machineMemory() {
  MEMORYSTATUSEX status{};
  status.dwLength = sizeof(status);
  if (!GlobalMemoryStatusEx(&status)) return {};
  return {.total = static_cast<std::int64_t>(status.ullTotalPhys), .available = static_cast<std::int64_t>(status.ullAvailPhys), .gpus = {}};
}
#elif defined(__APPLE__)
MachineMemory machineMemory() {
  MachineMemory memory;
  std::size_t size = sizeof memory.total;
  ::sysctlbyname("hw.memsize", &memory.total, &size, nullptr, 0);
  vm_statistics64_data_t pages{};
  mach_msg_type_number_t count = HOST_VM_INFO64_COUNT;
  if (host_statistics64(mach_host_self(), HOST_VM_INFO64, reinterpret_cast<host_info64_t>(&pages), &count) == KERN_SUCCESS)
    memory.available = static_cast<std::int64_t>(pages.free_count + pages.inactive_count) * static_cast<std::int64_t>(vm_page_size);
  return memory;
}
#else
MachineMemory machineMemory() {
  MachineMemory memory;
  std::ifstream file("/proc/meminfo");
  for (std::string word; file >> word;) {
    std::int64_t kilobytes = 0;
    if (word == "MemTotal:" && file >> kilobytes) memory.total = kilobytes * 1024;
    else if (word == "MemAvailable:" && file >> kilobytes) memory.available = kilobytes * 1024;
    std::getline(file, word);
  }
  return memory;
}
#endif

}  // namespace eddy
