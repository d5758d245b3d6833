// Where the layers of a model lie when one device is not to hold all of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// A device that is to hold some of a model's layers.
struct DeviceShare {
  std::string backend;       ///< "cpu", "cuda", "vulkan"
  int device = 0;            ///< index among the backend's devices
  std::int64_t layers = -1;  ///< -1: as many as fit
  std::int64_t memory = 0;   ///< bytes that the model may take there; 0: what is free

  std::string name() const { return backend == "cpu" ? backend : backend + ":" + std::to_string(device); }
  friend bool operator==(const DeviceShare&, const DeviceShare&) = default;
};

/// "cuda:0=24,vulkan=8GB,cpu": devices in the order of the layers; "=24" gives one that many layers, "=8GB" (or MB, kB) that
/// much memory at most, a device without a number is the backend's first. InvalidArgument names what cannot be read.
Result<std::vector<DeviceShare>> parse_devices(std::string_view text);

/// The layers that one device holds, and what they take of its memory in bytes.
struct PlacedLayers {
  std::string backend;
  int device = 0;
  std::string device_name;        ///< "NVIDIA H100"
  std::int64_t first = 0;         ///< its first layer
  std::int64_t layers = 0;        ///< how many
  std::int64_t of_layers = 0;     ///< of the whole model
  std::int64_t weights = 0;       ///< with the first layers the embedding, with the last ones the head
  std::int64_t state = 0;         ///< of a conversation of 256 tokens
  std::int64_t work = 0;          ///< buffers of the network, and what is handed over
  std::int64_t free = 0;          ///< that the model may take there, when it was asked; 0: not known

  std::int64_t total() const { return weights + state + work; }
};

}  // namespace eddy
