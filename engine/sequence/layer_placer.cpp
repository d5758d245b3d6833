#include "engine/sequence/layer_placer.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "engine/sequence/layer_shares.h"
#include "engine/sequence/planned_forward_pass.h"

namespace eddy {
namespace {

constexpr int kShortChunk = 64, kChunkOfCards = 512;  // what the backends choose for themselves
/// Of a GPU's free memory, where Eddy may choose: for the driver's own needs and conversations that grow.
constexpr double kSpare = 0.05;

bool is_cpu(const DeviceShare& device) {
  return device.backend == "cpu";
}

bool is_card(const DeviceInfo& device) {
  return device.backend == "cuda" || device.kind == "discrete GPU";
}

/// The processor and graphics that share its memory read prompts in short chunks.
bool is_card(const DeviceShare& share) {
  if (is_cpu(share)) return false;
  const auto devices = devices_of_module(share.backend);
  const auto index = static_cast<std::size_t>(share.device);
  return index < devices.size() && is_card(devices[index]);
}

std::int64_t float_bytes(const Plan& plan, int value) {
  if (value < 0) return 0;
  return plan.values[static_cast<std::size_t>(value)].shape.elements() * static_cast<std::int64_t>(sizeof(float));
}

/// Its name. InvalidArgument, DeviceLost.
Result<std::string> check_device(const DeviceShare& share) {
  if (is_cpu(share)) {
    if (share.device == 0) return std::string("processor");
    return Error{ErrorCode::InvalidArgument,
                 "[cpu] there is no device " + std::to_string(share.device) + "; the processor is device 0"};
  }
  const auto devices = devices_of_module(share.backend);
  if (share.device < 0 || share.device >= static_cast<int>(devices.size())) {
    return Error{ErrorCode::InvalidArgument, "[" + share.backend + "] there is no device " +
                                                 std::to_string(share.device) + "; there are " +
                                                 std::to_string(devices.size()) + ", counted from 0"};
  }
  const DeviceInfo& info = devices[static_cast<std::size_t>(share.device)];
  if (info.usable) return info.name;
  return Error{ErrorCode::DeviceLost, "[" + share.backend + "] " + info.name + " cannot be used: " + info.why_not};
}

/// `chosen`: the user named this device alone, for all that fits at all.
std::int64_t room_for(const DeviceShare& share, std::int64_t free, bool chosen) {
  if (share.memory > 0) return free > 0 ? std::min(free, share.memory) : share.memory;
  const bool may_choose = share.layers < 0 && !is_cpu(share) && !chosen;
  return may_choose ? static_cast<std::int64_t>(static_cast<double>(free) * (1 - kSpare)) : free;
}

}  // namespace

LayerPlacer::LayerPlacer(const Network& network, std::span<const WeightSource> weights, const LoadOptions& options)
    : network_(network), weights_(weights), options_(options), cut_(network) {}

int LayerPlacer::chunk(std::span<const DeviceShare> devices) const {
  if (options_.prefill_chunk > 0) return options_.prefill_chunk;
  return std::ranges::all_of(devices, [](const DeviceShare& share) { return is_card(share); }) ? kChunkOfCards
                                                                                               : kShortChunk;
}

int LayerPlacer::pieces(std::span<const PlacedLayers> placement) const {
  constexpr int kPieces = 4;
  std::set<std::pair<std::string, int>> cards;
  for (const PlacedLayers& part : placement) {
    if (!is_card(DeviceShare{part.backend, part.device}) || !cards.emplace(part.backend, part.device).second) return 1;
  }
  return options_.prefill_chunk > 0 || placement.size() < 2 ? 1 : kPieces;
}

LayerPlacer::Plans LayerPlacer::record(int chunk) const {
  return {record_plan(network_, {1, 1, LogitRows::Last}), record_plan(network_, {1, chunk, LogitRows::Last})};
}

LayerContent LayerPlacer::content(LayerRange range) const {
  return cut_.content(record_plan(network_, {1, 1, LogitRows::Last}), range);
}

std::vector<WeightSource> LayerPlacer::weights(const LayerContent& content) const {
  std::vector<WeightSource> own;
  for (int weight : content.weights) own.push_back(weights_[static_cast<std::size_t>(weight)]);
  return own;
}

PlacedLayers LayerPlacer::needs(const DeviceShare& device, const Backend& backend, LayerRange range,
                                const Plans& plans) const {
  const LayerContent content = cut_.content(plans.decode, range);
  const auto own = weights(content);
  LoadOptions options = options_;
  options.device = device.device;
  PlacedLayers placed{.backend = device.backend,
                      .device = device.device,
                      .first = range.first,
                      .layers = range.end - range.first,
                      .of_layers = cut_.layers(),
                      .state = state_bytes_of(cut_.layout(content))};
  for (const auto& weight : own) placed.weights += backend.weight_bytes(weight);
  for (const Plan* plan : {&plans.decode, &plans.prefill}) {
    const Plan part = cut_.part(*plan, range, content);
    const std::int64_t handed_over = float_bytes(part, part.given) + float_bytes(part, part.logits);
    placed.work =
        std::max(placed.work, backend.work_bytes(part, own, options) + backend.prepared_bytes(part) + handed_over);
  }
  return placed;
}

Result<std::vector<PlacedLayers>> LayerPlacer::place(std::span<const DeviceShare> devices) const {
  const Plans plans = record(chunk(devices));
  std::vector<const Backend*> backends;
  std::vector<DeviceRoom> rooms;
  std::vector<std::string> names;
  std::vector<std::int64_t> free;
  for (const DeviceShare& share : devices) {
    auto backend = find_backend(share.backend);
    if (!backend) return std::move(backend).error();
    auto name = check_device(share);
    if (!name) return std::move(name).error();
    backends.push_back(*backend);
    names.push_back(*std::move(name));
    free.push_back((*backend)->available_bytes(share.device));
    // The processor reads weights most slowly: it gets what the others have no room for.
    const bool last_choice = is_cpu(share) && share.memory == 0 && !std::ranges::all_of(devices, is_cpu);
    rooms.push_back(
        {share.name(), share.layers, room_for(share, free.back(), options_.backend != "auto"), last_choice});
  }
  const auto bytes = [&](std::size_t i, LayerRange range) {
    return needs(devices[i], *backends[i], range, plans).total();
  };
  auto ranges = share_layers(cut_.layers(), rooms, bytes);
  if (!ranges) return std::move(ranges).error();
  std::vector<PlacedLayers> placed;
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const LayerRange range = (*ranges)[i];
    if (range.first == range.end) continue;
    placed.push_back(needs(devices[i], *backends[i], range, plans));
    placed.back().device_name = names[i];
    placed.back().free = rooms[i].bytes;
  }
  return placed;
}

// ---- what "auto" means ----------------------------------------------------------------------------------------------

namespace {

/// Devices that "auto" takes of a backend: those with memory and processors of their own.
std::vector<DeviceShare> devices_for_auto(std::span<const DeviceInfo> infos) {
  std::vector<DeviceShare> devices;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].usable && !infos[i].software && is_card(infos[i])) {
      devices.push_back({infos[i].backend, static_cast<int>(i)});
    }
  }
  return devices;
}

}  // namespace

std::vector<std::vector<DeviceShare>> lists_for_auto(std::span<const std::vector<DeviceInfo>> backends) {
  std::vector<std::vector<DeviceShare>> lists;
  for (const auto& infos : backends) {
    auto devices = devices_for_auto(infos);
    for (const DeviceShare& device : devices) lists.push_back({device});
    if (devices.size() > 1) lists.push_back(devices);
    if (devices.empty()) continue;
    devices.insert(devices.begin(), {"cpu"});  // of the embedding a token reads one row, of the head everything
    lists.push_back(std::move(devices));
  }
  lists.push_back({{"cpu"}});
  return lists;
}

Result<std::vector<std::vector<DeviceShare>>> devices_to_try(const LoadOptions& options) {
  using Lists = std::vector<std::vector<DeviceShare>>;
  if (!options.devices.empty()) return Lists{options.devices};
  const char* preferred = options.backend == "auto" ? std::getenv("EDDY_BACKEND") : nullptr;
  const std::string_view list = preferred ? preferred : "";
  if (list.find_first_of(":,=") != std::string_view::npos) {
    auto devices = parse_devices(list);
    if (!devices) return std::move(devices).error();
    return Lists{*std::move(devices)};
  }
  const auto backends = backends_to_try(options.backend);
  if (!backends) return backends.error();
  if (backends->size() > 1) {
    std::vector<std::vector<DeviceInfo>> devices;
    for (const Backend* backend : *backends) {
      if (backend->name() != "cpu") devices.push_back(devices_of_module(backend->name()));
    }
    return lists_for_auto(devices);
  }
  return Lists{{{std::string(backends->front()->name()), options.device}}};
}

}  // namespace eddy
