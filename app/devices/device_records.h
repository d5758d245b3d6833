// What was measured and tested on the devices of this computer, as it is kept. Free of the GUI.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/api/device_info.h"
#include "engine/api/device_tools.h"

namespace eddy {

/// Counts only while the driver and the program are the ones it was found with.
struct DeviceRecord {
  std::string stamp;  ///< of driver and program
  std::optional<DeviceSpeed> speed;
  int right = 0, wrong = 0, absent = 0;  ///< ops of the last self-test; all 0: none
  std::string wrongOps;                  ///< their names, joined by ", "
  std::string problem;                   ///< why the last test or measurement ended early

  bool tested() const { return right + wrong + absent > 0; }
};

using DeviceRecords = std::map<std::string, DeviceRecord>;  // by device_id()

std::string stampOf(const DeviceInfo& device);

std::string toJson(const DeviceRecords& records);
/// What cannot be read is left out.
DeviceRecords recordsFromJson(const std::string& text);

}  // namespace eddy
