// What a plan will take on a device, before it is made.
#pragma once

#include <functional>

#include "engine/backends/vulkan/vk/instance.h"
#include "engine/backends/vulkan/vulkan_matrix.h"
#include "engine/graph/plan.h"

namespace eddy {

/// Work and scratch memory of `plan`, exactly as an executable reserves them. `matrix_of(source)`: a weight's shape and format, null where
/// it is no matrix; `exact` as VulkanWeights has it.
std::int64_t plan_memory_bytes(Plan plan, const vk::PhysicalDevice& device, bool exact,
                               const std::function<const VulkanMatrix*(int)>& matrix_of);

}  // namespace eddy
