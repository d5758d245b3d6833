// The Vulkan backend and the devices it sees.
#pragma once

#include <vector>

#include "engine/api/device_info.h"
#include "engine/backends/backend.h"

namespace eddy {

const Backend& vulkan_backend();

/// Real devices first, software last; without a driver or device one entry that says why.
std::vector<DeviceInfo> vulkan_devices();

}  // namespace eddy
