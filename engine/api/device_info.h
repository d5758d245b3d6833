// The devices a model can run on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace eddy {

struct DeviceInfo {
  std::string backend;              ///< "cpu", "cuda", "vulkan"
  std::string id;                   ///< stable between starts: the UUID of a GPU, "cpu" for the processor
  std::string name;                 ///< "AMD Ryzen 7 7840U"
  std::string detail;               ///< instruction set or driver version
  std::int64_t memory_bytes = 0;    ///< total
  bool usable = false;
  std::string why_not;              ///< when not usable: one sentence
  bool software = false;            ///< a driver that computes on the processor: used only where it is asked for
  std::string kind;                 ///< "processor", "discrete GPU", "integrated GPU", "virtual GPU"; may be empty
  std::string driver;               ///< with its version; figures measured with another one no longer count
  std::int64_t memory_free = 0;     ///< when it was asked; 0: not known
  int cores = 0;                    ///< of a processor; 0: not known
};

}  // namespace eddy
