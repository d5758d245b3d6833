// Weights on their way to the device: taken apart into planes in mapped memory, copied while the next ones are read.
#pragma once

#include <memory>
#include <stop_token>

#include "engine/backends/backend.h"
#include "engine/backends/vulkan/vulkan_model.h"
#include "engine/core/thread_pool.h"

namespace eddy {

/// Bytes that a weight occupies on the device.
std::int64_t vulkan_weight_bytes(const WeightSource& weight);

/// Cancelled; OutOfMemory, before anything is read where the device says how much is free.
Result<VulkanWeights> upload_weights(std::shared_ptr<vk::Device> device, std::span<const WeightSource> weights,
                                     int threads, std::stop_token stop, const LoadProgress& progress);

}  // namespace eddy
