// A matrix in the order in which the shaders read it.
#pragma once

#include <cstdint>

#include "engine/backends/gpu/weight_planes.h"
#include "engine/backends/vulkan/vk/functions.h"

namespace eddy {

struct VulkanMatrix {
  VkDeviceAddress planes[FormatFields::kMost] = {};
  std::int64_t rows = 0;     ///< N
  std::int64_t columns = 0;  ///< K
  std::int64_t blocks = 0;   ///< of a row; of single numbers: how many, padding included
  WeightFormat format = WeightFormat::F32;
};

}  // namespace eddy
