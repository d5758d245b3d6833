#include "engine/backends/vulkan/vulkan_backend.h"

#include <algorithm>
#include <new>

#include "engine/backends/vulkan/plan_memory.h"
#include "engine/backends/vulkan/weight_upload.h"

namespace eddy {
namespace {

const char* kind_of(const vk::PhysicalDevice& device) {
  switch (device.type) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return "graphics card";
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return "graphics of the processor";
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU: return "virtual graphics card";
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return "software, slower than the cpu backend";
    default: return "device";
  }
}

/// The words of DeviceInfo::kind.
const char* class_of(const vk::PhysicalDevice& device) {
  switch (device.type) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return "discrete GPU";
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return "integrated GPU";
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU: return "virtual GPU";
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return "processor";
    default: return "";
  }
}

DeviceInfo describe(const vk::Instance& instance, const vk::PhysicalDevice& device) {
  return {.backend = "vulkan",
          .id = device.uuid,
          .name = device.name,
          .detail = std::string(kind_of(device)) + ", Vulkan " +
                    std::to_string(VK_API_VERSION_MAJOR(device.api_version)) + "." +
                    std::to_string(VK_API_VERSION_MINOR(device.api_version)) + ", " + device.driver,
          .memory_bytes = device.memory_bytes,
          .usable = device.why_not.empty(),
          .why_not = device.why_not,
          .software = device.is_software(),
          .kind = class_of(device),
          .driver = device.driver,
          .memory_free = device.has_memory_budget ? instance.free_bytes(device) : 0};
}

Result<const vk::PhysicalDevice*> usable_device(int index) {
  const auto instance = vk::Instance::get();
  if (!instance) return instance.error();
  const auto& devices = (*instance)->devices();
  if (index < 0 || index >= static_cast<int>(devices.size())) {
    return Error{ErrorCode::InvalidArgument, "[vulkan] there is no device " + std::to_string(index) + "; there are " +
                                                 std::to_string(devices.size()) + ", counted from 0"};
  }
  const auto& chosen = devices[static_cast<std::size_t>(index)];
  if (!chosen.why_not.empty()) {
    return Error{ErrorCode::DeviceLost, "[vulkan] " + chosen.name + " cannot be used: " + chosen.why_not};
  }
  return &chosen;
}

Result<std::shared_ptr<vk::Device>> open_device(int index) {
  const auto chosen = usable_device(index);
  if (!chosen) return chosen.error();
  return vk::Device::open(**vk::Instance::get(), **chosen);
}

/// Its shape alone: there are no planes yet.
VulkanMatrix matrix_of(const WeightSource& weight) {
  const PlaneLayout layout = plane_layout(weight);
  return {.rows = layout.rows, .columns = layout.columns, .blocks = layout.blocks, .format = weight.parts[0].format};
}

class VulkanBackend final : public Backend {
 public:
  std::string_view name() const override { return "vulkan"; }
  std::int64_t weight_bytes(const WeightSource& weight) const override { return vulkan_weight_bytes(weight); }

  std::int64_t work_bytes(const Plan& plan, std::span<const WeightSource> weights,
                          const LoadOptions& options) const override {
    const auto device = usable_device(options.device);
    if (!device) return plan.work_bytes;
    bool exact = true;
    std::vector<VulkanMatrix> matrices;
    for (const auto& weight : weights) {
      exact = exact && (!weight.matrix || weight.parts[0].format == WeightFormat::F32);
      matrices.push_back(weight.matrix ? matrix_of(weight) : VulkanMatrix{});
    }
    return plan_memory_bytes(plan, **device, exact, [&](int i) {
      return weights[static_cast<std::size_t>(i)].matrix ? &matrices[static_cast<std::size_t>(i)] : nullptr;
    });
  }

  std::int64_t available_bytes(int device) const override {
    const auto chosen = usable_device(device);
    return chosen ? (*vk::Instance::get())->free_bytes(**chosen) : 0;
  }

  Result<std::unique_ptr<BackendModel>> load(std::span<const WeightSource> weights, const StateLayout& layout,
                                             const LoadOptions& options, std::stop_token stop,
                                             const LoadProgress& progress) const override {
    try {
      auto device = open_device(options.device);
      if (!device) return device.error();
      auto loaded = upload_weights(*device, weights, options.threads, stop, progress);
      if (!loaded) return std::move(loaded).error();
      auto model = VulkanModel::create(*device, *std::move(loaded), layout);
      if (!model) return std::move(model).error();
      return std::unique_ptr<BackendModel>(*std::move(model));
    } catch (const std::bad_alloc&) {
      return Error{ErrorCode::OutOfMemory, "[vulkan] the computer's memory does not suffice to read the weights"};
    }
  }
};

}  // namespace

const Backend& vulkan_backend() {
  static const VulkanBackend backend;
  return backend;
}

std::vector<DeviceInfo> vulkan_devices() {
  const auto instance = vk::Instance::get();
  if (!instance) {
    std::string why = instance.error().message;
    if (why.starts_with("[vulkan] ")) why.erase(0, 9);
    return {{.backend = "vulkan", .name = "Vulkan", .why_not = why}};
  }
  std::vector<DeviceInfo> devices;
  for (const auto& device : (*instance)->devices()) devices.push_back(describe(**instance, device));
  return devices;
}

bool vulkan_is_automatic() {
  const auto instance = vk::Instance::get();
  if (!instance) return false;
  return std::ranges::any_of((*instance)->devices(), [](const vk::PhysicalDevice& device) {
    return device.why_not.empty() && !device.shares_memory();
  });
}

}  // namespace eddy
