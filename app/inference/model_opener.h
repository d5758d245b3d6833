// Opens the engine's models for the inference thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/inference/turn.h"

namespace eddy {

/// Inference thread only.
class ModelOpener {
 public:
  explicit ModelOpener(std::function<std::unique_ptr<Engine>()> make_engine) : make_engine_(std::move(make_engine)) {}

  struct Opened {
    std::shared_ptr<LanguageModel> model;
    std::unique_ptr<Sequence> sequence;
    std::string device;  ///< of LoadRequest::devices; empty: the engine's own choice
  };

  /// Looks at the file before `make_room` lets the present model go: most refusals show in the file's head.
  /// Errors are the engine's, and Cancelled when stopped. `progress` takes 0 to 1.
  Result<Opened> open(const LoadRequest& request, const std::function<void()>& make_room, const std::function<void(double)>& progress);

 private:
  Result<std::shared_ptr<LanguageModel>> load(const LoadRequest& request, const std::function<void(double)>& progress, std::string& device);
  Result<std::shared_ptr<LanguageModel>> load_on(const LoadRequest& request, const std::vector<DeviceShare>& devices,
                                                 const std::function<void(double)>& progress);

  std::function<std::unique_ptr<Engine>()> make_engine_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace eddy
