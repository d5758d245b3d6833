// The memory of this computer. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace eddy {

struct MachineMemory {
  std::int64_t total = 0;      ///< bytes; 0: the system does not say
  std::int64_t available = 0;  ///< that programs can take without swapping
  struct Gpu {
    std::string name;
    std::int64_t total = 0;
  };
  std::vector<Gpu> gpus;       ///< that models can run on
};

/// Without GPUs: those are the engine's to list.
MachineMemory machineMemory();

}  // namespace eddy
