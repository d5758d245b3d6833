// How many layers each device gets.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/api/result.h"
#include "engine/sequence/layer_cut.h"

namespace eddy {

struct DeviceRoom {
  std::string name;          ///< "cuda:0"; those of one name share its room
  std::int64_t layers = -1;  ///< that it is to get; -1: as many as fit
  std::int64_t bytes = 0;    ///< that a model may take there; 0: not known, everything fits
  bool last_choice = false;  ///< gets only what finds no room on the others, wherever it stands among them
};

/// Bytes that a device needs for these layers; more for more of them, but that all behind the first need not hand over.
using LayerBytes = std::function<std::int64_t(std::size_t device, LayerRange range)>;

/// One range a device, in order, empty for devices that get none. Each takes as many layers as fit before the next one
/// is asked. InvalidArgument when the numbers asked for do not add up to `layers`, OutOfMemory when they do not fit;
/// both say what would be possible.
Result<std::vector<LayerRange>> share_layers(std::int64_t layers, std::span<const DeviceRoom> devices,
                                             const LayerBytes& bytes);

}  // namespace eddy
