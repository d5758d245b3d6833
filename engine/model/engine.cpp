// The engine's door: devices, files, loaded models.
#include "engine/api/engine.h"

#include "engine/backends/backend.h"
#include "engine/model/cpu_device.h"
#include "engine/model/file_stamps.h"
#include "engine/model/fingerprint.h"
#include "engine/model/language_model.h"
#include "engine/model/memory_needs.h"
#include "engine/model/model_facts.h"
#include "engine/model_files/model_file.h"
#include "engine/sequence/layer_placer.h"
#include "engine/sequence/make_forward_pass.h"

namespace eddy {
namespace {

constexpr double kHashShare = 0.2;  // of the loading time: what no backend has read, for the fingerprint

Error invalid(std::string what) {
  return {ErrorCode::InvalidArgument, "[engine] " + std::move(what)};
}

Result<void> check_options(const LoadOptions& options) {
  const auto& backend = options.backend;
  if (backend != "auto" && backend != "cpu" && backend != "cuda" && backend != "vulkan") {
    return invalid("there is no backend \"" + backend + "\": choose \"auto\", \"cpu\", \"cuda\" or \"vulkan\"");
  }
  if (options.device != 0 && backend != "cuda" && backend != "vulkan") {
    return invalid("there is no device " + std::to_string(options.device) + ": the cpu backend has device 0 alone");
  }
  if (!options.devices.empty() && backend != "auto") {
    return invalid("a list of devices and the backend \"" + backend + "\" were both asked for: choose one of the two");
  }
  if (options.threads < 0) return invalid("threads must be 0 (one per core) or more");
  if (options.prefill_chunk < 0) return invalid("the prefill chunk must be 0 (the backend's choice) or more");
  return {};
}

LoadProgress part_of(const LoadProgress& progress, double start, double share) {
  if (!progress) return {};
  return [progress, start, share](double fraction) { progress(start + share * fraction); };
}

class LocalEngine final : public Engine {
 public:
  std::vector<DeviceInfo> devices() override {
    std::vector<DeviceInfo> all{describe_cpu()};
    for (const char* module : {"cuda", "vulkan"}) {
      for (auto& device : devices_of_module(module)) all.push_back(std::move(device));
    }
    return all;
  }

  Result<ModelInfo> inspect(const std::filesystem::path& path) override {
    auto model = look_at_model(path, {});
    if (!model) return std::move(model).error();
    return std::move(model->info);
  }

  Result<std::vector<PlacedLayers>> place(const std::filesystem::path& path, const LoadOptions& options) override {
    if (auto ok = check_options(options); !ok) return ok.error();
    auto file = open_model_file(path);
    if (!file) return std::move(file).error();
    return place_network(**file, options);
  }

  Result<std::shared_ptr<LanguageModel>> load(const std::filesystem::path& path, const LoadOptions& options,
                                              std::stop_token stop, const LoadProgress& progress) override {
    if (auto ok = check_options(options); !ok) return ok.error();
    auto model = look_at_model(path, options);
    if (!model) return std::move(model).error();
    if (!model->network) return model->network.error();
    if (auto fits = check_fit(*model, options); !fits) return fits.error();
    const FileStamps stamps(*model->file);
    ModelHash content(*model->file);
    auto pass = make_forward_pass(model->file, options, stop, part_of(progress, 0, 1 - kHashShare),
                                  [&content](std::span<const std::byte> bytes) { content.read(bytes); });
    if (!pass) return std::move(pass).error();
    if (auto read = content.read_rest(options.threads, stop, part_of(progress, 1 - kHashShare, kHashShare)); !read) return read.error();
    if (auto same = stamps.check(); !same) return same.error();
    if (progress) progress(1);
    return finish(*std::move(model), content, *std::move(pass));
  }

 private:
  /// On the processor alone; where GPUs take part, the layers are divided by what is free there.
  static Result<void> check_fit(const OpenedModel& model, const LoadOptions& options) {
    const auto lists = devices_to_try(options);
    if (!lists || lists->front() != std::vector<DeviceShare>{{"cpu"}}) return {};
    return check_memory_needs(model.info, *model.network, (*find_backend("cpu"))->available_bytes(0));
  }

  static std::shared_ptr<LanguageModel> finish(OpenedModel model, const ModelHash& content,
                                               std::shared_ptr<ForwardPass> pass) {
    auto parts = std::make_shared<SequenceModel>();
    parts->pass = std::move(pass);
    parts->tokenizer = std::move(model.tokenizer);
    parts->architecture = model.info.architecture;
    parts->fingerprint =
        content.fingerprint(model.info.architecture, model.network->state_layout, parts->tokenizer->fingerprint());
    parts->has_text = std::move(model.has_text);
    return std::make_shared<LoadedModel>(std::move(model.info), std::move(parts), std::move(model.chat_format));
  }
};

}  // namespace

std::unique_ptr<Engine> create_engine() {
  return std::make_unique<LocalEngine>();
}

}  // namespace eddy
