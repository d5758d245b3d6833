#include "engine/backends/vulkan/vk/device.h"

#include <limits>
#include <map>
#include <thread>
#include <vector>

namespace eddy::vk {

Result<std::shared_ptr<Device>> Device::open(const Instance& instance, const PhysicalDevice& physical) {
  // Kept open: the next model starts at once. Never destroyed, see Instance::get().
  static auto& open_devices = *new std::map<VkPhysicalDevice, std::shared_ptr<Device>>;
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  auto& device = open_devices[physical.handle];
  if (device && !device->lost_) return device;
  std::shared_ptr<Device> made(new Device(instance, physical));
  if (auto created = made->create(); !created) return created.error();
  return device = made;
}

Result<void> Device::create() {
  const float priority = 0.5f;
  VkDeviceQueueCreateInfo queue{VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO};
  queue.queueFamilyIndex = physical_.queue_family;
  queue.queueCount = 1;
  queue.pQueuePriorities = &priority;
  VkPhysicalDeviceVulkan12Features features12{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES};
  features12.bufferDeviceAddress = VK_TRUE;
  VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &features12};
  std::vector<const char*> extensions;
  if (physical_.has_memory_budget) extensions.push_back(VK_EXT_MEMORY_BUDGET_EXTENSION_NAME);
  VkPhysicalDeviceSubgroupSizeControlFeaturesEXT sizes{
      VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_FEATURES_EXT};
  sizes.subgroupSizeControl = sizes.computeFullSubgroups = VK_TRUE;
  VkPhysicalDeviceCooperativeMatrixFeaturesNV nv{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_COOPERATIVE_MATRIX_FEATURES_NV, &sizes};
  nv.cooperativeMatrix = VK_TRUE;
  VkPhysicalDeviceCooperativeMatrixFeaturesKHR khr{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_COOPERATIVE_MATRIX_FEATURES_KHR, &sizes,
                                                   VK_TRUE, VK_FALSE};
  const MatrixKind units = physical_.matrix_units.kind;
  if (const char* extension = matrix_extension(units)) {
    features12.shaderFloat16 = features12.vulkanMemoryModel = VK_TRUE;
    features12.pNext = units == MatrixKind::Khr ? static_cast<void*>(&khr) : &nv;
    extensions.insert(extensions.end(), {VK_EXT_SUBGROUP_SIZE_CONTROL_EXTENSION_NAME, extension});
  }
  VkPhysicalDeviceShaderIntegerDotProductFeaturesKHR dots{
      VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_INTEGER_DOT_PRODUCT_FEATURES_KHR, features12.pNext, VK_TRUE};
  if (physical_.has_integer_dots) {
    features12.pNext = &dots;
    extensions.push_back(VK_KHR_SHADER_INTEGER_DOT_PRODUCT_EXTENSION_NAME);
  }
  VkDeviceCreateInfo info{VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO, &features};
  info.queueCreateInfoCount = 1;
  info.pQueueCreateInfos = &queue;
  info.enabledExtensionCount = static_cast<std::uint32_t>(extensions.size());
  info.ppEnabledExtensionNames = extensions.data();
  const auto code = instance_.functions().vkCreateDevice(physical_.handle, &info, nullptr, &device_);
  if (code != VK_SUCCESS) return vk_error(code, physical_.name + " cannot be used");
  f_ = load_device_functions(instance_.functions(), device_);
  f_.vkGetDeviceQueue(device_, physical_.queue_family, 0, &queue_);
  memory_ = std::make_unique<Memory>(instance_, physical_, device_, f_);
  pipelines_ = std::make_unique<Pipelines>(physical_, device_, f_);
  return pipelines_->create();
}

Device::~Device() {
  pipelines_.reset();
  memory_.reset();
  if (device_) f_.vkDestroyDevice(device_, nullptr);
}

Error Device::failed(VkResult code, const std::string& what) {
  if (code == VK_ERROR_DEVICE_LOST) lost_ = true;
  return vk_error(code, physical_.name + " " + what);
}

Result<void> Device::submit(std::span<const VkCommandBuffer> commands, VkFence fence) {
  const std::scoped_lock lock(queue_mutex_);
  if (is_set("EDDY_VULKAN_LOSE")) return failed(VK_ERROR_DEVICE_LOST, "did not take its work");  // for tests
  for (std::size_t i = 0; i < commands.size(); ++i) {
    VkSubmitInfo info{VK_STRUCTURE_TYPE_SUBMIT_INFO};
    info.commandBufferCount = 1;
    info.pCommandBuffers = &commands[i];
    const auto code = f_.vkQueueSubmit(queue_, 1, &info, i + 1 == commands.size() ? fence : VK_NULL_HANDLE);
    if (code != VK_SUCCESS) return failed(code, "did not take its work");
  }
  return {};
}

/// Until the fence is signalled, or it takes much longer than `expected`. Only for cards of their own.
void Device::stay_awake(VkFence fence, std::chrono::microseconds expected) const {
  using namespace std::chrono_literals;
  constexpr std::chrono::microseconds kLongest = 20ms, kShortest = 300us;
  if (expected <= 0us || expected > kLongest || physical_.shares_memory()) return;
  const auto start = std::chrono::steady_clock::now();
  if (expected > kShortest) std::this_thread::sleep_for(expected * 3 / 4 - 100us);
  while (f_.vkGetFenceStatus(device_, fence) == VK_NOT_READY) {
    if (std::chrono::steady_clock::now() - start > expected * 3 / 2 + 100us) return;
    std::this_thread::yield();
  }
}

Result<void> Device::wait(VkFence fence, std::chrono::microseconds expected) {
  stay_awake(fence, expected);
  auto code = f_.vkWaitForFences(device_, 1, &fence, VK_TRUE, std::numeric_limits<std::uint64_t>::max());
  if (code == VK_SUCCESS) code = f_.vkResetFences(device_, 1, &fence);
  if (code != VK_SUCCESS) return failed(code, "did not finish its work");
  return {};
}

}  // namespace eddy::vk
