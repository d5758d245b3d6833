// Which model, on what: the options every command with a model shares.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/api/engine.h"

namespace eddy::cli {

struct ModelChoice {
  std::string path;  ///< a model file or folder; empty = the shipped model
  LoadOptions load;
};

/// --model, --backend, --device, --devices, --threads.
void add_model_options(CLI::App& command, ModelChoice& choice);

/// --devices: wrong usage where the list cannot be read.
void add_device_list(CLI::App& command, std::vector<DeviceShare>& devices);

/// `path`, or where the shipped model lies: $EDDY_STARTER, share/eddy/starter beside the program's bin folder, the
/// source tree it was built from. FileNotFound naming these places.
Result<std::filesystem::path> chosen_model(const std::string& path);

/// Loads the chosen model; says on stderr how far it is when that is a terminal.
Result<std::shared_ptr<LanguageModel>> load_chosen_model(const ModelChoice& choice, std::stop_token stop);

}  // namespace eddy::cli
