#include "app/cli/model_choice.h"

#include <cstdio>
#include <cstdlib>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include "app/models/starter_location.h"
#include "app/storage/program_folder.h"

namespace eddy::cli {
namespace fs = std::filesystem;
namespace {

bool is_terminal(std::FILE* stream) {
#if defined(_WIN32)
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

Result<fs::path> shipped_model() {
  if (const char* chosen = std::getenv("EDDY_STARTER"); chosen != nullptr && *chosen != '\0') return fs::path(chosen);
  const fs::path found = starterLocation(program_folder());
  if (!found.empty()) return found;
  std::string looked;
  for (const fs::path& place : starterPlaces(program_folder())) looked += (looked.empty() ? "" : " nor in ") + place.string();
  return Error{ErrorCode::FileNotFound, "[model] the shipped model is not in " + looked +
                                            ": name a model with --model, or its folder in EDDY_STARTER"};
}

/// Which device got how many layers, where it is more than one.
void tell_placement(const std::vector<PlacedLayers>& placement) {
  if (placement.size() < 2) return;
  std::string text;
  for (const PlacedLayers& part : placement) {
    text += text.empty() ? std::to_string(part.layers) + " of " + std::to_string(part.of_layers) + " layers on "
                         : ", " + std::to_string(part.layers) + " on ";
    text += DeviceShare{part.backend, part.device}.name();
  }
  std::fprintf(stderr, "%s\n", text.c_str());
}

}  // namespace

void add_model_options(CLI::App& command, ModelChoice& choice) {
  command.add_option("--model", choice.path, "Model file or folder (default: the model shipped with Eddy)");
  command.add_option("--backend", choice.load.backend, "What computes: auto, cpu, cuda, vulkan")
      ->check(CLI::IsMember({"auto", "cpu", "cuda", "vulkan"}))
      ->capture_default_str();
  command.add_option("--device", choice.load.device, "Number of the backend's device")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  add_device_list(command, choice.load.devices);
  command.add_option("--threads", choice.load.threads, "Threads, 0 = one per core")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command.add_flag("--exact", choice.load.exact, "Never round activations: slower with quantised weights");
}

void add_device_list(CLI::App& command, std::vector<DeviceShare>& devices) {
  const auto read = [&devices](const std::string& text) {
    auto parsed = parse_devices(text);
    if (!parsed) throw CLI::ValidationError("--devices", parsed.error().message);
    devices = *std::move(parsed);
  };
  command
      .add_option_function<std::string>(
          "--devices", read,
          "Several devices, each with some of the layers: cpu,cuda:0=24,cuda:1=8GB (=layers or =memory)")
      ->type_name("LIST");
}

Result<fs::path> chosen_model(const std::string& path) {
  return path.empty() ? shipped_model() : Result<fs::path>(fs::path(path));
}

Result<std::shared_ptr<LanguageModel>> load_chosen_model(const ModelChoice& choice, std::stop_token stop) {
  auto path = chosen_model(choice.path);
  if (!path) return std::move(path).error();
  LoadProgress progress;
  if (is_terminal(stderr)) {
    progress = [](double fraction) { std::fprintf(stderr, "\rLoading the model: %3.0f %%", 100 * fraction); };
  }
  auto model = create_engine()->load(*path, choice.load, stop, progress);
  if (progress) std::fputs("\r                             \r", stderr);
  if (model) tell_placement((*model)->placement());
  return model;
}

}  // namespace eddy::cli
