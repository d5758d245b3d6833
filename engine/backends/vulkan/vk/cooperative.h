// Matrix units: small products that a subgroup does together ("cooperative matrices").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/backends/vulkan/vk/functions.h"

// Newer than the headers that Debian 12 packages.
#ifndef VK_KHR_cooperative_matrix
#define VK_KHR_COOPERATIVE_MATRIX_EXTENSION_NAME "VK_KHR_cooperative_matrix"
constexpr auto VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_COOPERATIVE_MATRIX_FEATURES_KHR = static_cast<VkStructureType>(1000506000);
constexpr auto VK_STRUCTURE_TYPE_COOPERATIVE_MATRIX_PROPERTIES_KHR = static_cast<VkStructureType>(1000506001);
constexpr std::uint32_t VK_COMPONENT_TYPE_FLOAT16_KHR = 0, VK_COMPONENT_TYPE_FLOAT32_KHR = 1, VK_SCOPE_SUBGROUP_KHR = 3;
struct VkPhysicalDeviceCooperativeMatrixFeaturesKHR {
  VkStructureType sType;
  void* pNext;
  VkBool32 cooperativeMatrix, cooperativeMatrixRobustBufferAccess;
};
struct VkCooperativeMatrixPropertiesKHR {
  VkStructureType sType;
  void* pNext;
  std::uint32_t MSize, NSize, KSize;
  std::uint32_t AType, BType, CType, ResultType;  // VK_COMPONENT_TYPE_*
  VkBool32 saturatingAccumulation;
  std::uint32_t scope;
};
using PFN_vkGetPhysicalDeviceCooperativeMatrixPropertiesKHR = VkResult(VKAPI_PTR*)(VkPhysicalDevice, std::uint32_t*,
                                                                                   VkCooperativeMatrixPropertiesKHR*);
#endif

namespace eddy::vk {

/// How a device multiplies halves: how its driver calls its matrix units.
enum class MatrixKind {
  None,   ///< not at all
  Plain,  ///< in plain arithmetic, to test what surrounds the units (EDDY_VULKAN_MATRICES=plain)
  Nv,     ///< VK_NV_cooperative_matrix
  Khr,    ///< VK_KHR_cooperative_matrix
};

/// The sizes that we use of a device's units: [x, depth] [depth, w] halves, float32 sums.
struct MatrixUnits {
  MatrixKind kind = MatrixKind::None;
  std::uint32_t x = 16, w = 16, depth = 16;
  std::uint32_t team = 32;  ///< invocations that work together
};

/// The extension that a device has to be made with; null for kinds without.
const char* matrix_extension(MatrixKind kind);

/// What the device has, given which of the two extensions its driver names and the size of its subgroups.
MatrixUnits find_matrix_units(const InstanceFunctions& functions, VkInstance instance, VkPhysicalDevice device, bool has_khr,
                              bool has_nv, std::uint32_t subgroup);

/// A shader that the packaged compiler made for SPV_NV_cooperative_matrix, for SPV_KHR_cooperative_matrix: the same
/// instructions under other numbers, and each type says which factor it is. For modules whose types differ in the ids of their
/// sizes: A has the rows of the sum, B its columns.
std::vector<std::uint32_t> with_khr_matrices(std::span<const std::uint32_t> code);

}  // namespace eddy::vk
