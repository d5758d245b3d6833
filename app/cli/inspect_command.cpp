// eddy-cli inspect: what a model file is and whether it can run here.
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/model_choice.h"
#include "app/cli/output.h"
#include "app/cli/quantities.h"

namespace eddy::cli {
namespace {

constexpr std::int64_t kLengths[] = {256, 4'096, 32'768, 131'072};

nlohmann::ordered_json memory_json(const MemoryNeeds& needs) {
  nlohmann::ordered_json totals;
  for (const auto tokens : kLengths) totals[std::to_string(tokens)] = needs.total(tokens);
  return {{"weights", needs.weights}, {"state", needs.state},   {"work", needs.work},
          {"plans", needs.plans},     {"tables", needs.tables}, {"total_at_tokens", totals}};
}

nlohmann::ordered_json placement_json(const std::vector<PlacedLayers>& placement) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& part : placement) {
    list.push_back({{"backend", part.backend},
                    {"device", part.device},
                    {"name", part.device_name},
                    {"first_layer", part.first},
                    {"layers", part.layers},
                    {"weights", part.weights},
                    {"state", part.state},
                    {"work", part.work},
                    {"total", part.total()},
                    {"free", part.free}});
  }
  return list;
}

nlohmann::ordered_json as_json(const ModelInfo& info) {
  nlohmann::ordered_json formats = nlohmann::ordered_json::array();
  for (const auto& [name, bytes] : info.weight_formats) formats.push_back({{"format", name}, {"bytes", bytes}});
  return {{"path", info.path},
          {"name", info.name},
          {"description", info.description},
          {"file_format", info.file_format},
          {"architecture", info.architecture},
          {"parameters", info.parameters},
          {"file_bytes", info.file_bytes},
          {"weight_formats", formats},
          {"tokenizer", info.tokenizer},
          {"vocabulary", info.vocabulary},
          {"chat_format", info.chat_format},
          {"chat_format_source", info.chat_format_source},
          {"chat_format_notes", info.chat_format_notes},
          {"layers", info.layers},
          {"width", info.width},
          {"state_bytes", info.state_bytes},
          {"kv_bytes_per_token", info.kv_bytes_per_token},
          {"memory_bytes", info.memory_bytes},
          {"memory", memory_json(info.memory)},
          {"runnable", info.runnable},
          {"why_not", info.why_not}};
}

std::string formats_text(const ModelInfo& info) {
  std::string text;
  for (const auto& [name, bytes] : info.weight_formats)
    text += (text.empty() ? "" : ", ") + name + " " + bytes_text(bytes);
  return text;
}

std::string or_none(const std::string& text) {
  return text.empty() ? "none found" : text;
}

void print_line(std::string_view name, const std::string& value) {
  standard_output().write(std::string(name) + std::string(18 - name.size(), ' ') + value + "\n");
}

void print_memory(const MemoryNeeds& needs) {
  print_line("memory needed", bytes_text(needs.total(kLengths[0])) + ": weights " + bytes_text(needs.weights) +
                                  ", state " + bytes_text(needs.state + needs.rows_at(kLengths[0])) + ", work " +
                                  bytes_text(needs.work + needs.plans) + ", token tables " + bytes_text(needs.tables));
  if (needs.rows.empty()) return print_line("", "the same for a text of any length");
  for (const auto tokens : kLengths) {
    if (tokens == kLengths[0]) continue;
    print_line("", bytes_text(needs.total(tokens)) + " for a text of " + std::to_string(tokens) + " tokens");
  }
}

void print_text(const ModelInfo& info) {
  print_line("name", info.name);
  if (!info.description.empty()) print_line("description", info.description);
  print_line("file", info.path + " (" + info.file_format + ", " + bytes_text(info.file_bytes) + ")");
  print_line("architecture", or_none(info.architecture));
  print_line("parameters", count_text(info.parameters));
  print_line("weight formats", formats_text(info));
  print_line("tokenizer", or_none(info.tokenizer));
  print_line("chat format", info.chat_format + " (" + info.chat_format_source + ")");
  for (const auto& note : info.chat_format_notes) print_line("", note);
  if (info.runnable) {
    print_line("layers, width", std::to_string(info.layers) + ", " + std::to_string(info.width));
    print_line("vocabulary", std::to_string(info.vocabulary));
    print_line("state",
               bytes_text(info.state_bytes) + " per sequence, " + bytes_text(info.kv_bytes_per_token) + " per token");
    print_memory(info.memory);
  }
  print_line("can run", info.runnable ? "yes" : "no: " + info.why_not);
}

void print_placement(const std::vector<PlacedLayers>& placement) {
  for (const auto& part : placement) {
    const std::string free = part.free > 0 ? "; " + bytes_text(part.free) + " free" : "";
    print_line("on " + DeviceShare{part.backend, part.device}.name(),
               std::to_string(part.layers) + " of " + std::to_string(part.of_layers) + " layers, " +
                   bytes_text(part.total()) + ": weights " + bytes_text(part.weights) + ", state " +
                   bytes_text(part.state) + ", work " + bytes_text(part.work) + free + " (" + part.device_name + ")");
  }
}

struct InspectOptions {
  std::string path;
  LoadOptions load;
  bool placement = false;
  bool json = false;
};

Result<void> run(const InspectOptions& options) {
  auto path = chosen_model(options.path);
  if (!path) return std::move(path).error();
  const auto engine = create_engine();
  auto info = engine->inspect(*path);
  if (!info) return std::move(info).error();
  const bool asked = options.placement || options.load.backend != "auto" || !options.load.devices.empty();
  std::vector<PlacedLayers> placement;
  if (info->runnable && asked) {
    auto placed = engine->place(*path, options.load);
    if (!placed) return std::move(placed).error();
    placement = *std::move(placed);
  }
  if (options.json) {
    auto described = as_json(*info);
    if (asked) described["devices"] = placement_json(placement);
    standard_output().write_json(described, 2);
  } else {
    print_text(*info);
    print_placement(placement);
  }
  return {};
}

}  // namespace

Command add_inspect(CLI::App& program) {
  auto* command = program.add_subcommand("inspect", "Tell what a model file is and what it needs");
  auto options = std::make_shared<InspectOptions>();
  command->add_option("path,--model", options->path, "Model file or folder (default: the model shipped with Eddy)");
  command->add_flag("--placement", options->placement, "Also tell which devices would hold which layers");
  command->add_option("--backend", options->load.backend, "The same for a backend: auto, cpu, cuda, vulkan")
      ->check(CLI::IsMember({"auto", "cpu", "cuda", "vulkan"}));
  command->add_option("--device", options->load.device, "Number of the backend's device")->check(CLI::NonNegativeNumber);
  add_device_list(*command, options->load.devices);
  command->add_flag("--json", options->json, "Print JSON");
  return {command, [options] { return run(*options); }};
}

}  // namespace eddy::cli
