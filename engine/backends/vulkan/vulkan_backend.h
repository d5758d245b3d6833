// The Vulkan backend and the devices it sees.
#pragma once

#include <vector>

#include "engine/api/device_info.h"
#include "engine/backends/backend.h"

namespace eddy {

const Backend& vulkan_backend();

/// Real devices first, software last; without a driver or device one entry that says why.
std::vector<DeviceInfo> vulkan_devices();

/// Whether there is a card with memory of its own. Software never beats the cpu backend, and that graphics which share the
/// processor's memory do was not measured: both are used where they are asked for.
bool vulkan_is_automatic();

}  // namespace eddy
