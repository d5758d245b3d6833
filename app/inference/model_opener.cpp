#include "app/inference/model_opener.h"

#include <algorithm>
#include <optional>
#include <span>

namespace eddy {
namespace {

bool another_device_may_do(const Error& error) {
  return error.code == ErrorCode::OutOfMemory || error.code == ErrorCode::DeviceLost || error.code == ErrorCode::UnsupportedFormat ||
         error.code == ErrorCode::UnsupportedArchitecture;
}

/// One of the devices that are there, as the engine counts them; nothing when it is not among them or not usable.
std::optional<DeviceShare> find_device(const std::vector<DeviceInfo>& there, const std::string& wished) {
  const auto found = std::ranges::find(there, wished, device_id);
  if (found == there.end() || !found->usable) return {};
  const auto same = std::count_if(there.begin(), found, [&](const auto& other) { return other.backend == found->backend; });
  return DeviceShare{found->backend, static_cast<int>(same)};
}

/// The processor and the devices of one backend: another one's may be the same cards. The processor first: of the embedding
/// a token reads one row, of the head everything.
std::vector<DeviceShare> together(std::span<const DeviceShare> devices) {
  std::vector<DeviceShare> chosen;
  std::string gpus;
  for (const DeviceShare& device : devices) {
    if (device.backend != "cpu" && gpus.empty()) gpus = device.backend;
    if (device.backend == "cpu" || device.backend == gpus) chosen.push_back(device);
  }
  std::ranges::stable_partition(chosen, [](const DeviceShare& device) { return device.backend == "cpu"; });
  return chosen;
}

}  // namespace

Result<ModelOpener::Opened> ModelOpener::open(const LoadRequest& request, const std::function<void()>& make_room,
                                              const std::function<void(double)>& progress) {
  if (!engine_) engine_ = make_engine_();
  if (request.stop.stop_requested()) return Error{ErrorCode::Cancelled, "[load] stopped before it began", {}};
  const auto info = engine_->inspect(request.path);
  if (!info) return info.error();
  if (info->runnable) make_room();
  Opened opened;
  auto model = load(request, progress, opened.device);
  if (!model) return model.error();
  auto sequence = (*model)->new_sequence();
  if (!sequence) return sequence.error();
  opened.model = *std::move(model);
  opened.sequence = *std::move(sequence);
  return opened;
}

/// On the first of the wished devices that is there and takes the model, with those after it where it is too small alone;
/// `device` says which.
Result<std::shared_ptr<LanguageModel>> ModelOpener::load(const LoadRequest& request, const std::function<void(double)>& progress, std::string& device) {
  const auto there = request.devices.empty() ? std::vector<DeviceInfo>() : engine_->devices();
  std::vector<DeviceShare> devices;
  std::vector<std::string> ids;
  for (const auto& wished : request.devices) {
    const auto found = find_device(there, wished);
    if (!found) continue;
    devices.push_back(*found);
    ids.push_back(wished);
  }
  std::optional<Error> refused;
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const auto several = together(std::span(devices).subspan(i));
    auto model = load_on(request, {devices[i]}, progress);
    if (!model && model.error().code == ErrorCode::OutOfMemory && several.size() > 1) model = load_on(request, several, progress);
    if (model) device = ids[i];
    if (model || !another_device_may_do(model.error())) return model;
    refused = model.error();
  }
  if (refused) return *refused;
  return engine_->load(request.path, request.options, request.stop.get_token(), progress);
}

Result<std::shared_ptr<LanguageModel>> ModelOpener::load_on(const LoadRequest& request, const std::vector<DeviceShare>& devices,
                                                            const std::function<void(double)>& progress) {
  auto options = request.options;
  if (devices.size() == 1) {
    options.backend = devices.front().backend;
    options.device = devices.front().device;
  } else {
    options.backend = "auto";
    options.device = 0;
    options.devices = devices;
  }
  return engine_->load(request.path, options, request.stop.get_token(), progress);
}

}  // namespace eddy
