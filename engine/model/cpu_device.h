// What can be said about this computer's processor.
#pragma once

#include "engine/api/device_info.h"

namespace eddy {

DeviceInfo describe_cpu();

}  // namespace eddy
