#include "engine/backends/vulkan/vk/cooperative.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <string>

namespace eddy::vk {
namespace {

/// Sizes in the order in which they are taken. Ours are 16 x 16 x 16; the others are what some devices have instead.
bool is_better(const MatrixUnits& a, const MatrixUnits& b) {
  const auto far = [](const MatrixUnits& u) { return (u.x != 16) + (u.w != 16) + (u.depth != 16); };
  return b.kind == MatrixKind::None || far(a) < far(b);
}

/// Whether the kernel can do with it: a team's outputs are shared out evenly, shared memory holds at most 256 of them.
bool is_usable(const MatrixUnits& u) {
  return u.depth == 16 && u.x <= 16 && u.w <= 16 && u.x >= 8 && u.w >= 8 && u.x * u.w % u.team == 0;
}

void consider(MatrixUnits units, MatrixUnits& best) {
  if (is_usable(units) && is_better(units, best)) best = units;
}

MatrixUnits khr_units(const InstanceFunctions& functions, VkInstance instance, VkPhysicalDevice device, std::uint32_t team) {
  MatrixUnits best;
  const auto list = reinterpret_cast<PFN_vkGetPhysicalDeviceCooperativeMatrixPropertiesKHR>(
      functions.vkGetInstanceProcAddr(instance, "vkGetPhysicalDeviceCooperativeMatrixPropertiesKHR"));
  std::uint32_t count = 0;
  if (!list || list(device, &count, nullptr) != VK_SUCCESS) return best;
  std::vector<VkCooperativeMatrixPropertiesKHR> all(count);
  for (auto& one : all) one.sType = VK_STRUCTURE_TYPE_COOPERATIVE_MATRIX_PROPERTIES_KHR;
  if (list(device, &count, all.data()) != VK_SUCCESS) return best;
  for (const auto& one : all) {
    const bool halves = one.AType == VK_COMPONENT_TYPE_FLOAT16_KHR && one.BType == VK_COMPONENT_TYPE_FLOAT16_KHR;
    const bool floats = one.CType == VK_COMPONENT_TYPE_FLOAT32_KHR && one.ResultType == VK_COMPONENT_TYPE_FLOAT32_KHR;
    if (!halves || !floats || one.scope != VK_SCOPE_SUBGROUP_KHR || one.saturatingAccumulation) continue;
    consider({MatrixKind::Khr, one.MSize, one.NSize, one.KSize, team}, best);
  }
  return best;
}

MatrixUnits nv_units(const InstanceFunctions& functions, VkInstance instance, VkPhysicalDevice device, std::uint32_t team) {
  MatrixUnits best;
  const auto list = reinterpret_cast<PFN_vkGetPhysicalDeviceCooperativeMatrixPropertiesNV>(
      functions.vkGetInstanceProcAddr(instance, "vkGetPhysicalDeviceCooperativeMatrixPropertiesNV"));
  std::uint32_t count = 0;
  if (!list || list(device, &count, nullptr) != VK_SUCCESS) return best;
  std::vector<VkCooperativeMatrixPropertiesNV> all(count, {VK_STRUCTURE_TYPE_COOPERATIVE_MATRIX_PROPERTIES_NV});
  if (list(device, &count, all.data()) != VK_SUCCESS) return best;
  for (const auto& one : all) {
    const bool halves = one.AType == VK_COMPONENT_TYPE_FLOAT16_NV && one.BType == VK_COMPONENT_TYPE_FLOAT16_NV;
    const bool floats = one.CType == VK_COMPONENT_TYPE_FLOAT32_NV && one.DType == VK_COMPONENT_TYPE_FLOAT32_NV;
    if (!halves || !floats || one.scope != VK_SCOPE_SUBGROUP_NV) continue;
    consider({MatrixKind::Nv, one.MSize, one.NSize, one.KSize, team}, best);
  }
  return best;
}

}  // namespace

const char* matrix_extension(MatrixKind kind) {
  if (kind == MatrixKind::Khr) return VK_KHR_COOPERATIVE_MATRIX_EXTENSION_NAME;
  return kind == MatrixKind::Nv ? VK_NV_COOPERATIVE_MATRIX_EXTENSION_NAME : nullptr;
}

MatrixUnits find_matrix_units(const InstanceFunctions& functions, VkInstance instance, VkPhysicalDevice device, bool has_khr,
                              bool has_nv, std::uint32_t subgroup) {
  const char* variable = std::getenv("EDDY_VULKAN_MATRICES");
  const std::string_view asked = variable ? variable : "";
  if (asked == "none") return {};
  if (asked == "plain") return {.kind = MatrixKind::Plain};
  MatrixUnits units;
  if (has_khr && asked != "nv") units = khr_units(functions, instance, device, subgroup);
  if (units.kind == MatrixKind::None && has_nv && asked != "khr") units = nv_units(functions, instance, device, subgroup);
  return units;
}

// ---- SPIR-V ---------------------------------------------------------------------------------------------------------

namespace {

namespace op {
constexpr std::uint32_t Extension = 10, Capability = 17, TypeInt = 21, TypeFloat = 22, ConstantTrue = 41, Constant = 43,
                        TypeNv = 5358, LoadNv = 5359, StoreNv = 5360, MultiplyAddNv = 5361, TypeKhr = 4456, LoadKhr = 4457,
                        StoreKhr = 4458, MultiplyAddKhr = 4459;
}
constexpr std::uint32_t kCapabilityNv = 5357, kCapabilityKhr = 6022;
constexpr char kExtensionNv[] = "SPV_NV_cooperative_matrix", kExtensionKhr[] = "SPV_KHR_cooperative_matrix";
constexpr std::size_t kHeader = 5, kBound = 3;

/// One instruction: its number and the words behind the first.
struct Instruction {
  std::uint32_t code;
  std::span<const std::uint32_t> words;
};

template <class F>
void for_each_instruction(std::span<const std::uint32_t> module, F&& visit) {
  for (std::size_t at = kHeader; at < module.size(); at += module[at] >> 16) {
    visit(Instruction{module[at] & 0xffff, module.subspan(at + 1, (module[at] >> 16) - 1)});
  }
}

class KhrModule {
 public:
  explicit KhrModule(std::span<const std::uint32_t> from) : to_(from.begin(), from.begin() + kHeader) {
    for_each_instruction(from, [this](const Instruction& i) {
      if (i.code == op::TypeFloat && i.words[1] == 32) single_ = i.words[0];
      if (i.code == op::ConstantTrue) true_.insert(i.words[1]);
      if (i.code == op::TypeNv && i.words[1] == single_) sum_rows_ = i.words[3];
    });
    for_each_instruction(from, [this](const Instruction& i) { add(i); });
  }
  std::vector<std::uint32_t> words() && { return std::move(to_); }

 private:
  void put(std::uint32_t code, std::initializer_list<std::uint32_t> words, std::span<const std::uint32_t> rest = {}) {
    to_.push_back(static_cast<std::uint32_t>(words.size() + rest.size() + 1) << 16 | code);
    to_.insert(to_.end(), words);
    to_.insert(to_.end(), rest.begin(), rest.end());
  }
  std::uint32_t layout(std::uint32_t column_major) const { return numbers_[true_.contains(column_major)]; }

  void add(const Instruction& i) {
    const auto& w = i.words;
    switch (i.code) {
      case op::Capability: return put(op::Capability, {w[0] == kCapabilityNv ? kCapabilityKhr : w[0]});
      case op::Extension: return add_extension(w);
      case op::TypeInt: return add_int(w);
      case op::TypeNv: {
        const std::size_t use = w[1] == single_ ? 2 : w[3] == sum_rows_ ? 0 : 1;  // accumulator, A, B
        return put(op::TypeKhr, {w[0], w[1], w[2], w[3], w[4], numbers_[use]});
      }
      case op::LoadNv: return put(op::LoadKhr, {w[0], w[1], w[2], layout(w[4]), w[3]}, w.subspan(5));
      case op::StoreNv: return put(op::StoreKhr, {w[0], w[1], layout(w[3]), w[2]}, w.subspan(4));
      case op::MultiplyAddNv: return put(op::MultiplyAddKhr, {}, w);
      default: return put(i.code, {}, w);
    }
  }
  void add_extension(std::span<const std::uint32_t> w) {
    if (std::strcmp(reinterpret_cast<const char*>(w.data()), kExtensionNv) != 0) return put(op::Extension, {}, w);
    std::uint32_t name[sizeof kExtensionKhr / 4 + 1] = {};
    std::memcpy(name, kExtensionKhr, sizeof kExtensionKhr);
    put(op::Extension, {}, name);
  }
  /// 0, 1 and 2 follow the type that they are of: uses and layouts are named by constants.
  void add_int(std::span<const std::uint32_t> w) {
    put(op::TypeInt, {}, w);
    if (w[1] != 32 || w[2] != 0) return;
    for (std::uint32_t n = 0; n < 3; ++n) put(op::Constant, {w[0], numbers_[n] = to_[kBound]++, n});
  }

  std::vector<std::uint32_t> to_;
  std::uint32_t single_ = 0, sum_rows_ = 0, numbers_[3] = {};
  std::set<std::uint32_t> true_;
};

}  // namespace

std::vector<std::uint32_t> with_khr_matrices(std::span<const std::uint32_t> code) {
  return KhrModule(code).words();
}

}  // namespace eddy::vk
