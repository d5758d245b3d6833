// eddy-cli logits: what the network says about given tokens, for checking it against other programs.
#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/model_choice.h"
#include "app/cli/safetensors_output.h"
#include "app/cli/state_file.h"
#include "app/storage/files.h"

namespace eddy::cli {
namespace {

constexpr int kLargestChunk = 4096;  // that the engine plans for

struct LogitsOptions {
  ModelChoice model;
  std::string ids;
  std::string ids_file;
  std::string output;
  int chunk = 0;
  bool last = false;
};

// "1 2 3", "1,2,3" and "[1, 2, 3]" alike. Nothing when there is anything else in it, or no number at all.
std::optional<std::vector<TokenId>> parse_ids(std::string_view text) {
  constexpr std::string_view kBetween = " \t\r\n,[]";
  std::vector<TokenId> ids;
  for (std::size_t start = text.find_first_not_of(kBetween); start != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(kBetween, start), text.size());
    TokenId id = 0;
    const auto [stopped, error] = std::from_chars(text.data() + start, text.data() + end, id);
    if (error != std::errc() || stopped != text.data() + end) return std::nullopt;
    ids.push_back(id);
    start = text.find_first_not_of(kBetween, end);
  }
  return ids.empty() ? std::nullopt : std::optional(std::move(ids));
}

std::string check_ids(const std::string& text) {
  return parse_ids(text) ? "" : "not a list of token ids: " + text;
}

Result<std::vector<TokenId>> wanted_ids(const LogitsOptions& options) {
  if (options.ids_file.empty()) return *parse_ids(options.ids);
  auto bytes = read_file(options.ids_file);
  if (!bytes) return std::move(bytes).error();
  auto ids = parse_ids({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
  if (ids) return *std::move(ids);
  return Error{ErrorCode::InvalidArgument, "[logits] " + options.ids_file + " is not a list of token ids"};
}

Result<void> run(const LogitsOptions& options) {
  const auto stop = stop_on_interrupt();
  if (auto ok = check_writable(options.output); !ok) return ok;
  auto ids = wanted_ids(options);
  if (!ids) return std::move(ids).error();
  ModelChoice choice = options.model;
  choice.load.prefill_chunk = std::min(options.chunk, kLargestChunk);
  auto model = load_chosen_model(choice, stop);
  if (!model) return std::move(model).error();
  auto sequence = (*model)->new_sequence();
  if (!sequence) return std::move(sequence).error();
  auto logits = (*sequence)->logits(*ids, options.chunk, options.last, stop);
  if (!logits) return std::move(logits).error();
  const auto rows = static_cast<std::int64_t>(options.last ? 1 : ids->size());
  return write_safetensors(options.output, "logits", rows, static_cast<std::int64_t>(logits->size()) / rows, *logits);
}

}  // namespace

Command add_logits(CLI::App& program) {
  auto* command = program.add_subcommand("logits", "Write the logits of given tokens to a safetensors file");
  auto options = std::make_shared<LogitsOptions>();
  auto* source = command->add_option_group("tokens");
  source->add_option("--ids", options->ids, "Token ids, as \"1 2 3\"")->check(check_ids);
  source->add_option("--ids-file", options->ids_file, "A file with token ids");
  source->require_option(1);
  command->add_option("--output", options->output, "Where to write float32 logits [T, V]")->required();
  command->add_option("--chunk", options->chunk, "Tokens read at once, 0 = the backend's choice")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_flag("--last", options->last, "Only the last row, [1, V]");
  add_model_options(*command, options->model);
  return {command, [options] { return run(*options); }};
}

}  // namespace eddy::cli
