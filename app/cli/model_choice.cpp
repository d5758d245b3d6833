#include "app/cli/model_choice.h"

#include <cstdio>
#include <cstdlib>

#if defined(_WIN32)
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif
#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace eddy::cli {
namespace fs = std::filesystem;
namespace {

fs::path program_folder() {
#if defined(_WIN32)
  wchar_t path[MAX_PATH];
  const DWORD length = GetModuleFileNameW(nullptr, path, MAX_PATH);
  return fs::path(std::wstring(path, length)).parent_path();
#elif defined(__APPLE__)
  char path[4096];
  uint32_t size = sizeof(path);
  return _NSGetExecutablePath(path, &size) == 0 ? fs::path(path).parent_path() : fs::path();
#else
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
#endif
}

bool is_terminal(std::FILE* stream) {
#if defined(_WIN32)
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

Result<fs::path> shipped_model() {
  if (const char* chosen = std::getenv("EDDY_STARTER"); chosen != nullptr && *chosen != '\0') return fs::path(chosen);
  const fs::path places[] = {program_folder() / ".." / "share" / "eddy" / "starter", EDDY_SOURCE_STARTER};
  for (const auto& place : places) {
    std::error_code ignored;
    if (fs::is_directory(place, ignored)) return place.lexically_normal();
  }
  return Error{ErrorCode::FileNotFound, "[model] the shipped model is neither in " +
                                            places[0].lexically_normal().string() + " nor in " + places[1].string() +
                                            ": name a model with --model, or its folder in EDDY_STARTER"};
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
  command.add_option("--threads", choice.load.threads, "Threads, 0 = one per core")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command.add_flag("--exact", choice.load.exact, "Never round activations: slower with quantised weights");
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
  return model;
}

}  // namespace eddy::cli
