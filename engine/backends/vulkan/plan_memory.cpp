#include "engine/backends/vulkan/plan_memory.h"

#include <algorithm>

#include "engine/backends/gpu/fusion.h"
#include "engine/backends/vulkan/kernels.h"
#include "engine/backends/vulkan/linear_halves.h"
#include "engine/backends/vulkan/rank_step.h"

namespace eddy {

std::int64_t plan_memory_bytes(Plan plan, const vk::PhysicalDevice& device, bool exact,
                               const std::function<const VulkanMatrix*(int)>& matrix_of) {
  plan = join_ranks(fuse(std::move(plan), &vulkan_has), [&](int source) {
    const VulkanMatrix* matrix = matrix_of(source);
    return matrix ? VulkanWeight{.is_matrix = true, .matrix = *matrix} : VulkanWeight{};
  });
  std::int64_t scratch = 0;
  for (const auto& stage : plan.stages) {
    std::int64_t together = 0;
    for (const auto& op : stage) {
      if (op.kind->name != "linear") continue;
      const auto& weight = plan.values[static_cast<std::size_t>(op.inputs[0])];
      VulkanOperand operands[2] = {{.matrix = matrix_of(weight.source)},
                                   {.shape = plan.values[static_cast<std::size_t>(op.inputs[1])].shape}};
      const VulkanCall call{.inputs = operands, .device = &device, .exact = exact};
      if (!operands[0].matrix || !in_halves(call)) continue;
      const std::int64_t own = halves_scratch(*operands[0].matrix, operands[1].shape.rows());
      together = together + own > kMostSharedScratch ? own : together + own;
      scratch = std::max(scratch, together);
    }
  }
  return plan.work_bytes + scratch;
}

}  // namespace eddy
