// eddy-cli devices: what a model could run on.
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/quantities.h"
#include "engine/api/engine.h"

namespace eddy::cli {
namespace {

nlohmann::ordered_json as_json(const std::vector<DeviceInfo>& devices) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& device : devices) {
    list.push_back({{"backend", device.backend},
                    {"id", device.id},
                    {"name", device.name},
                    {"detail", device.detail},
                    {"memory_bytes", device.memory_bytes},
                    {"usable", device.usable},
                    {"why_not", device.why_not}});
  }
  return list;
}

Result<void> run(bool json) {
  const auto devices = create_engine()->devices();
  if (json) {
    standard_output().write_json(as_json(devices), 2);
    return {};
  }
  for (const auto& device : devices) {
    const std::string facts =
        device.usable ? device.detail + ", " + bytes_text(device.memory_bytes) : "not usable: " + device.why_not;
    standard_output().write(device.backend + ": " + device.name + " (" + facts + ")\n");
  }
  return {};
}

}  // namespace

Command add_devices(CLI::App& program) {
  auto* command = program.add_subcommand("devices", "List what models can run on, and why others cannot be used");
  auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "Print JSON");
  return {command, [json] { return run(*json); }};
}

}  // namespace eddy::cli
