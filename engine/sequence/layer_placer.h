// Which device holds which layers, by exact figures, before anything is loaded.
#pragma once

#include <span>
#include <vector>

#include "engine/api/engine.h"
#include "engine/backends/backend.h"
#include "engine/sequence/layer_cut.h"

namespace eddy {

/// Does not outlive the network and the weights.
class LayerPlacer {
 public:
  /// `options` for what concerns memory: `prefill_chunk`, `exact`.
  LayerPlacer(const Network& network, std::span<const WeightSource> weights, const LoadOptions& options);

  const LayerCut& cut() const { return cut_; }
  /// Tokens per prefill step that all of these devices like.
  int chunk(std::span<const DeviceShare> devices) const;

  /// Pieces of a prompt, of chunk() tokens each, that these devices read side by side: several only where each is a
  /// card of its own. A stop request waits for all of them, which on other devices would take too long.
  int pieces(std::span<const PlacedLayers> placement) const;

  /// Devices that get no layers are left out. InvalidArgument (no such backend or device, numbers that do not add up),
  /// DeviceLost (it cannot be used), OutOfMemory.
  Result<std::vector<PlacedLayers>> place(std::span<const DeviceShare> devices) const;

  /// Of the layers in `range`, in the order of LayerCut::part.
  LayerContent content(LayerRange range) const;
  std::vector<WeightSource> weights(const LayerContent& content) const;

 private:
  struct Plans {
    Plan decode, prefill;
  };
  Plans record(int chunk) const;
  PlacedLayers needs(const DeviceShare& device, const Backend& backend, LayerRange range, const Plans& plans) const;

  const Network& network_;
  std::span<const WeightSource> weights_;
  LoadOptions options_;
  LayerCut cut_;
};

/// What "auto" tries where these GPUs are found, by backend in order of preference: one that has room for everything,
/// several of one backend, those behind the cpu for what they have no room for, the cpu.
std::vector<std::vector<DeviceShare>> lists_for_auto(std::span<const std::vector<DeviceInfo>> backends);

/// The lists of devices that LoadOptions asks for, the best first: one, or those of lists_for_auto(). The environment
/// variable EDDY_BACKEND says what "auto" means: a backend or a list as parse_devices() reads it. InvalidArgument,
/// DeviceLost.
Result<std::vector<std::vector<DeviceShare>>> devices_to_try(const LoadOptions& options);

}  // namespace eddy
