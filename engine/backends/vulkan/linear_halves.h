// linear for many rows of x on matrix units: halves times halves, float32 sums.
#pragma once

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

/// More rows of x than this are multiplied in tiles.
constexpr std::int64_t kMostGemvVectors = 4;

/// Whether a product is made in halves: the device can, there are enough rows, and it need not be exact.
bool in_halves(const VulkanCall& call);

/// A product of x [vectors, K] by a matrix [N, K], its scratch memory and what happens to its sums.
struct HalvesProduct {
  const VulkanMatrix& matrix;
  std::int64_t vectors;
  Address x, bias, residual, y;
  std::uint32_t activation;
};

/// Bytes of scratch memory that ops of one stage share. One op alone may take more.
constexpr std::int64_t kMostSharedScratch = std::int64_t{96} << 20;

/// Scratch memory: x in halves, and of a matrix that is not F16 as many rows in halves as kMostSlab has room for.
std::int64_t halves_scratch(const VulkanMatrix& matrix, std::int64_t vectors);
/// x and the first slab of the matrix.
void prepare_halves(const VulkanCall& call, const HalvesProduct& product);
void multiply_halves(const VulkanCall& call, const HalvesProduct& product);

}  // namespace eddy
