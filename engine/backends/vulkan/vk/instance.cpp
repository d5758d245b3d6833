#include "engine/backends/vulkan/vk/instance.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

namespace eddy::vk {
namespace {

constexpr std::uint32_t kLeastVersion = VK_API_VERSION_1_2;
constexpr const char* kValidation = "VK_LAYER_KHRONOS_validation";

std::string uuid_text(const std::uint8_t* uuid) {
  std::string text;
  for (std::size_t i = 0; i < VK_UUID_SIZE; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += "0123456789abcdef"[uuid[i] >> 4];
    text += "0123456789abcdef"[uuid[i] & 15];
  }
  return text;
}

VKAPI_ATTR VkBool32 VKAPI_CALL end_at_message(VkDebugUtilsMessageSeverityFlagBitsEXT,
                                              VkDebugUtilsMessageTypeFlagsEXT,
                                              const VkDebugUtilsMessengerCallbackDataEXT* data, void*) {
  std::fprintf(stderr, "[vulkan] validation: %s\n", data->pMessage);
  std::abort();
}

VkDebugUtilsMessengerCreateInfoEXT messenger() {
  VkDebugUtilsMessengerCreateInfoEXT info{VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT};
  info.messageSeverity =
      VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT;
  info.messageType =
      VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_TYPE_PERFORMANCE_BIT_EXT;
  info.pfnUserCallback = &end_at_message;
  return info;
}

bool has_layer(const InstanceFunctions& functions, std::string_view name) {
  std::uint32_t count = 0;
  functions.vkEnumerateInstanceLayerProperties(&count, nullptr);
  std::vector<VkLayerProperties> layers(count);
  functions.vkEnumerateInstanceLayerProperties(&count, layers.data());
  return std::ranges::any_of(layers, [&](const auto& layer) { return name == layer.layerName; });
}

/// Own memory before shared memory before software.
int rank(const PhysicalDevice& device) {
  if (device.is_software()) return 3;
  if (device.type == VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU) return 0;
  return device.type == VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU ? 1 : 2;
}

}  // namespace

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value && std::string_view(value) != "0";
}

Result<const Instance*> Instance::get() {
  // Never destroyed: drivers have threads of their own, which must not meet our static destructors.
  static const auto made = []() -> Result<const Instance*> {
    auto instance = std::make_unique<Instance>();
    if (auto created = instance->create(); !created) return created.error();
    if (auto found = instance->find_devices(); !found) return found.error();
    return instance.release();
  }();
  return made;
}

Result<void> Instance::create() {
  auto functions = load_global_functions();
  if (!functions) return functions.error();
  functions_ = *functions;
  VkApplicationInfo application{VK_STRUCTURE_TYPE_APPLICATION_INFO};
  application.pApplicationName = "Eddy";
  application.apiVersion = VK_API_VERSION_1_2;
  VkInstanceCreateInfo info{VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO};
  info.pApplicationInfo = &application;
  auto messages = messenger();
  const VkValidationFeatureEnableEXT enables[] = {VK_VALIDATION_FEATURE_ENABLE_SYNCHRONIZATION_VALIDATION_EXT};
  VkValidationFeaturesEXT features{VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT, &messages};
  features.enabledValidationFeatureCount = 1;
  features.pEnabledValidationFeatures = enables;
  const char* extension = VK_EXT_DEBUG_UTILS_EXTENSION_NAME;
  if (is_set("EDDY_VULKAN_VALIDATE")) {
    if (!has_layer(functions_, kValidation)) {
      return Error{ErrorCode::DeviceLost,
                   "[vulkan] EDDY_VULKAN_VALIDATE is set, but the layer " + std::string(kValidation) +
                       " is not installed; install vulkan-validationlayers"};
    }
    validates_ = true;
    info.pNext = &features;
    info.enabledLayerCount = 1;
    info.ppEnabledLayerNames = &kValidation;
    info.enabledExtensionCount = 1;
    info.ppEnabledExtensionNames = &extension;
  }
  if (const auto code = functions_.vkCreateInstance(&info, nullptr, &instance_); code != VK_SUCCESS) {
    return vk_error(code, "Vulkan cannot be started");
  }
  load_instance_functions(instance_, functions_);
  if (validates_) {
    const auto create = reinterpret_cast<PFN_vkCreateDebugUtilsMessengerEXT>(
        functions_.vkGetInstanceProcAddr(instance_, "vkCreateDebugUtilsMessengerEXT"));
    VkDebugUtilsMessengerEXT ignored = VK_NULL_HANDLE;
    if (create) create(instance_, &messages, nullptr, &ignored);
  }
  return {};
}

Result<void> Instance::find_devices() {
  std::uint32_t count = 0;
  functions_.vkEnumeratePhysicalDevices(instance_, &count, nullptr);
  std::vector<VkPhysicalDevice> handles(count);
  if (count > 0) functions_.vkEnumeratePhysicalDevices(instance_, &count, handles.data());
  if (count == 0) return Error{ErrorCode::DeviceLost, "[vulkan] the Vulkan drivers of this computer find no device"};
  for (auto handle : handles) devices_.push_back(describe(handle));
  std::ranges::stable_sort(devices_, {}, &rank);
  return {};
}

namespace {

std::string version_text(std::uint32_t version) {
  return std::to_string(VK_API_VERSION_MAJOR(version)) + "." + std::to_string(VK_API_VERSION_MINOR(version));
}

/// What the kernels need; "" where all of it is there.
std::string missing_for_kernels(const PhysicalDevice& device, const VkPhysicalDeviceVulkan12Features& features,
                                const VkPhysicalDeviceSubgroupProperties& subgroup) {
  if (device.api_version < kLeastVersion) {
    return "its driver knows Vulkan " + version_text(device.api_version) + ", Eddy needs 1.2; update the driver";
  }
  if (!features.bufferDeviceAddress) return "its driver has no buffer device addresses; update the driver";
  constexpr VkSubgroupFeatureFlags kNeeded = VK_SUBGROUP_FEATURE_BASIC_BIT | VK_SUBGROUP_FEATURE_ARITHMETIC_BIT;
  const bool sums = (subgroup.supportedOperations & kNeeded) == kNeeded;
  if (!sums || !(subgroup.supportedStages & VK_SHADER_STAGE_COMPUTE_BIT)) return "it has no subgroup arithmetic";
  return {};
}

/// Whether integer dot products are one instruction. EDDY_VULKAN_INTEGERS=1, for tests: also where they are several; 0:
/// never.
bool has_integer_dots(const InstanceFunctions& functions, VkPhysicalDevice handle) {
  VkPhysicalDeviceShaderIntegerDotProductPropertiesKHR dots{
      VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_INTEGER_DOT_PRODUCT_PROPERTIES_KHR};
  VkPhysicalDeviceProperties2 properties{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2, &dots};
  functions.vkGetPhysicalDeviceProperties2(handle, &properties);
  VkPhysicalDeviceShaderIntegerDotProductFeaturesKHR can{
      VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_INTEGER_DOT_PRODUCT_FEATURES_KHR};
  VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &can};
  functions.vkGetPhysicalDeviceFeatures2(handle, &features);
  const char* asked = std::getenv("EDDY_VULKAN_INTEGERS");
  const bool wanted =
      asked ? std::string_view(asked) == "1" : dots.integerDotProduct4x8BitPackedSignedAccelerated == VK_TRUE;
  return can.shaderIntegerDotProduct && wanted;
}

}  // namespace

PhysicalDevice Instance::describe(VkPhysicalDevice handle) const {
  PhysicalDevice device{.handle = handle};
  VkPhysicalDeviceProperties2 basic{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2};
  functions_.vkGetPhysicalDeviceProperties2(handle, &basic);
  device.name = basic.properties.deviceName;
  device.api_version = basic.properties.apiVersion;
  device.driver_version = basic.properties.driverVersion;
  device.vendor = basic.properties.vendorID;
  device.type = basic.properties.deviceType;
  device.most_invocations = basic.properties.limits.maxComputeWorkGroupInvocations;
  device.most_shared = basic.properties.limits.maxComputeSharedMemorySize;
  device.nanoseconds_per_tick = basic.properties.limits.timestampPeriod;
  if (device.api_version < kLeastVersion) {
    device.why_not = missing_for_kernels(device, {}, {});
    return device;
  }
  VkPhysicalDeviceMaintenance3Properties limits{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_3_PROPERTIES};
  VkPhysicalDeviceSubgroupProperties subgroup{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES, &limits};
  VkPhysicalDeviceDriverProperties driver{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES, &subgroup};
  VkPhysicalDeviceIDProperties id{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_ID_PROPERTIES, &driver};
  basic.pNext = &id;
  functions_.vkGetPhysicalDeviceProperties2(handle, &basic);
  device.uuid = uuid_text(id.deviceUUID);
  device.driver = std::string(driver.driverName) + " " + driver.driverInfo;
  device.subgroup = subgroup.subgroupSize;
  const char* shuffles = std::getenv("EDDY_VULKAN_SHUFFLES");  // 0, for tests: as on a device without
  device.has_shuffles = (subgroup.supportedOperations & VK_SUBGROUP_FEATURE_SHUFFLE_BIT) != 0 &&
                        !(shuffles && std::string_view(shuffles) == "0");
  device.most_bytes = limits.maxMemoryAllocationSize;
  VkPhysicalDeviceVulkan12Features features12{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES};
  VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &features12};
  functions_.vkGetPhysicalDeviceFeatures2(handle, &features);
  device.why_not = missing_for_kernels(device, features12, subgroup);

  std::uint32_t count = 0;
  functions_.vkGetPhysicalDeviceQueueFamilyProperties(handle, &count, nullptr);
  std::vector<VkQueueFamilyProperties> families(count);
  functions_.vkGetPhysicalDeviceQueueFamilyProperties(handle, &count, families.data());
  // A family without graphics leaves the desktop's own queue alone.
  int best = -1;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!(families[i].queueFlags & VK_QUEUE_COMPUTE_BIT)) continue;
    const bool better = best < 0 || !(families[i].queueFlags & VK_QUEUE_GRAPHICS_BIT);
    if (better) best = static_cast<int>(i);
  }
  if (best < 0 && device.why_not.empty()) device.why_not = "it cannot compute";
  device.queue_family = static_cast<std::uint32_t>(std::max(best, 0));
  device.has_timestamps = best >= 0 && families[device.queue_family].timestampValidBits > 0;

  functions_.vkEnumerateDeviceExtensionProperties(handle, nullptr, &count, nullptr);
  std::vector<VkExtensionProperties> extensions(count);
  functions_.vkEnumerateDeviceExtensionProperties(handle, nullptr, &count, extensions.data());
  const auto has = [&](const char* name) {
    return std::ranges::any_of(extensions, [&](const auto& one) { return std::strcmp(one.extensionName, name) == 0; });
  };
  device.has_memory_budget = has(VK_EXT_MEMORY_BUDGET_EXTENSION_NAME);
  device.has_integer_dots =
      has(VK_KHR_SHADER_INTEGER_DOT_PRODUCT_EXTENSION_NAME) && has_integer_dots(functions_, handle);
  // Matrix units belong to subgroups of a size that the kernel asks for.
  const bool can_cooperate = features12.shaderFloat16 && features12.vulkanMemoryModel &&
                             has(VK_EXT_SUBGROUP_SIZE_CONTROL_EXTENSION_NAME);
  device.matrix_units =
      find_matrix_units(functions_, instance_, handle, can_cooperate && has(VK_KHR_COOPERATIVE_MATRIX_EXTENSION_NAME),
                        can_cooperate && has(VK_NV_COOPERATIVE_MATRIX_EXTENSION_NAME), device.subgroup);
  VkPhysicalDeviceMemoryProperties2 memory{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_PROPERTIES_2};
  functions_.vkGetPhysicalDeviceMemoryProperties2(handle, &memory);
  for (std::uint32_t i = 0; i < memory.memoryProperties.memoryHeapCount; ++i) {
    const auto& heap = memory.memoryProperties.memoryHeaps[i];
    if (heap.flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT) {
      device.memory_bytes = std::max(device.memory_bytes, static_cast<std::int64_t>(heap.size));
    }
  }
  return device;
}

std::int64_t Instance::free_bytes(const PhysicalDevice& device) const {
  if (!device.has_memory_budget) return device.memory_bytes;
  VkPhysicalDeviceMemoryBudgetPropertiesEXT budget{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_BUDGET_PROPERTIES_EXT};
  VkPhysicalDeviceMemoryProperties2 memory{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_PROPERTIES_2, &budget};
  functions_.vkGetPhysicalDeviceMemoryProperties2(device.handle, &memory);
  std::int64_t free = 0;
  for (std::uint32_t i = 0; i < memory.memoryProperties.memoryHeapCount; ++i) {
    if (!(memory.memoryProperties.memoryHeaps[i].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT)) continue;
    const auto left = static_cast<std::int64_t>(budget.heapBudget[i]) - static_cast<std::int64_t>(budget.heapUsage[i]);
    free = std::max(free, left);
  }
  return free;
}

}  // namespace eddy::vk
