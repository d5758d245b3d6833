// Whether a device computes what the references say: asked once for each op, kernel and driver.
#pragma once

#include "engine/backends/vulkan/vulkan_model.h"

namespace eddy {

/// Runs the plan's ops one by one on small made-up operands and compares with their references. What has passed is
/// remembered on disk for this driver and this build. DeviceLost names the op that is wrong.
/// Ops on per-token slots and on experts' rows are left out, and those that only this backend knows.
Result<void> self_test(const VulkanModel& model, const Plan& plan);

}  // namespace eddy
