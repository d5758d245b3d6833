// The CUDA backend and the devices it sees.
#pragma once

#include <vector>

#include "engine/api/device_info.h"
#include "engine/backends/backend.h"

namespace eddy {

const Backend& cuda_backend();

/// In CUDA's order; without a driver or device one entry that says why.
std::vector<DeviceInfo> cuda_devices();

}  // namespace eddy
