#include "app/inference/model_opener.h"

#include <algorithm>
#include <optional>

namespace eddy {
namespace {

bool another_device_may_do(const Error& error) {
  return error.code == ErrorCode::OutOfMemory || error.code == ErrorCode::DeviceLost || error.code == ErrorCode::UnsupportedFormat ||
         error.code == ErrorCode::UnsupportedArchitecture;
}

/// The request's options for one of the devices that are there; nothing when it is not among them or not usable.
std::optional<LoadOptions> options_for(const LoadRequest& request, const std::vector<DeviceInfo>& there, const std::string& wished) {
  const auto found = std::ranges::find(there, wished, device_id);
  if (found == there.end() || !found->usable) return {};
  auto options = request.options;
  options.backend = found->backend;
  options.device = static_cast<int>(std::count_if(there.begin(), found, [&](const auto& other) { return other.backend == found->backend; }));
  return options;
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

/// On the first of the wished devices that is there and takes the model; `device` says which.
Result<std::shared_ptr<LanguageModel>> ModelOpener::load(const LoadRequest& request, const std::function<void(double)>& progress, std::string& device) {
  const auto there = request.devices.empty() ? std::vector<DeviceInfo>() : engine_->devices();
  std::optional<Error> refused;
  for (const auto& wished : request.devices) {
    const auto options = options_for(request, there, wished);
    if (!options) continue;
    auto model = engine_->load(request.path, *options, request.stop.get_token(), progress);
    if (model) device = wished;
    if (model || !another_device_may_do(model.error())) return model;
    refused = model.error();
  }
  if (refused) return *refused;
  return engine_->load(request.path, request.options, request.stop.get_token(), progress);
}

}  // namespace eddy
