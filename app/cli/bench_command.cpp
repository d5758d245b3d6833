// eddy-cli bench: how fast a model reads and writes here, and how near that is to the limit of the memory.
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/memory_bandwidth.h"
#include "app/cli/model_choice.h"
#include "app/cli/op_profile.h"
#include "app/cli/output.h"
#include "app/cli/peak_memory.h"
#include "app/cli/quantities.h"
#include "engine/api/tools.h"

namespace eddy::cli {
namespace {

struct BenchOptions {
  ModelChoice model;
  BenchmarkOptions counts;
  bool json = false;
};

struct Figures {
  BenchmarkResult runs;
  double prefill = 0;  // tokens/s, medians
  double decode = 0;
  double bandwidth = 0;  // bytes/s
  double weight_bytes = 0, state_bytes = 0;  // moved for a token: weights read, the recurrent state read and written
  double share = 0;  // of the bandwidth that decoding uses
  std::int64_t peak_memory = 0;  // of loading and running, before the bandwidth is measured
};

Figures figures_of(BenchmarkResult runs, int batch, double bandwidth) {
  Figures f;
  f.prefill = median(runs.prefill_tokens_per_second);
  f.decode = median(runs.decode_tokens_per_second);
  f.bandwidth = bandwidth;
  f.weight_bytes = static_cast<double>(runs.weight_bytes_per_step) / batch;
  f.state_bytes = 2.0 * static_cast<double>(runs.state_bytes);
  f.share = bandwidth > 0 ? f.decode * (f.weight_bytes + f.state_bytes) / bandwidth : 0;
  f.runs = std::move(runs);
  return f;
}

void print_json(const Figures& f, const BenchOptions& o, const std::string& path, int threads) {
  nlohmann::ordered_json json{{"model", path},
                              {"threads", threads},
                              {"prefill", o.counts.prefill},
                              {"decode", o.counts.decode},
                              {"batch", o.counts.batch},
                              {"repeat", o.counts.repeat},
                              {"prefill_tokens_per_second", f.prefill},
                              {"decode_tokens_per_second", f.decode},
                              {"prefill_runs", f.runs.prefill_tokens_per_second},
                              {"decode_runs", f.runs.decode_tokens_per_second},
                              {"weight_bytes_per_token", f.weight_bytes},
                              {"state_bytes_per_token", f.state_bytes},
                              {"memory_bytes", f.runs.memory_bytes},
                              {"peak_memory_bytes", f.peak_memory},
                              {"memory_bandwidth_bytes_per_second", f.bandwidth},
                              {"bandwidth_share", f.share}};
  if (o.counts.profile) {
    json["prefill_profile"] = profile_json(f.runs.prefill_profile);
    json["decode_profile"] = profile_json(f.runs.decode_profile);
  }
  standard_output().write_json(json, 2);
}

void print_text(const Figures& f, const BenchOptions& o) {
  auto& out = standard_output();
  out.write("prefill  " + fixed(f.prefill, 1) + " tokens/s (" + std::to_string(o.counts.prefill) +
            " tokens, median of " + std::to_string(o.counts.repeat) + ")\n");
  out.write("decode   " + fixed(f.decode, 1) + " tokens/s (" + std::to_string(o.counts.decode) + " tokens, batch " +
            std::to_string(o.counts.batch) + ")\n");
  out.write("bytes    " + bytes_text(static_cast<std::int64_t>(f.weight_bytes)) + " of weights read per token, " +
            bytes_text(static_cast<std::int64_t>(f.state_bytes)) + " of state read and written; memory in use " +
            bytes_text(f.runs.memory_bytes) + "\n");
  out.write("memory   " + fixed(f.bandwidth / 1e9, 1) + " GB/s measured, decoding uses " + fixed(100 * f.share, 0) +
            " % of it\n");
  if (!o.counts.profile) return;
  print_profile("prefill", f.runs.prefill_profile);
  print_profile("decode", f.runs.decode_profile);
}

Result<void> run(const BenchOptions& o) {
  const auto stop = stop_on_interrupt();
  auto path = chosen_model(o.model.path);
  if (!path) return std::move(path).error();
  auto runs = run_benchmark(*path, o.model.load, o.counts, stop);
  if (!runs) return std::move(runs).error();
  const int threads = runs->threads;
  const std::int64_t peak = peak_memory();
  auto figures = figures_of(*std::move(runs), o.counts.batch, measure_memory_bandwidth(threads));
  figures.peak_memory = peak;
  if (o.json) {
    print_json(figures, o, path->string(), threads);
  } else {
    print_text(figures, o);
  }
  return {};
}

}  // namespace

Command add_bench(CLI::App& program) {
  auto* command = program.add_subcommand("bench", "Measure how fast a model reads and writes");
  auto o = std::make_shared<BenchOptions>();
  const auto at_least_one = CLI::Range(1, std::numeric_limits<int>::max());
  command->add_option("--prefill", o->counts.prefill, "Tokens read at once")
      ->check(at_least_one)
      ->capture_default_str();
  command->add_option("--decode", o->counts.decode, "Tokens written")->check(at_least_one)->capture_default_str();
  command->add_option("--batch", o->counts.batch, "Sequences written side by side")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command->add_option("--repeat", o->counts.repeat, "Runs whose median counts")
      ->check(at_least_one)
      ->capture_default_str();
  command->add_flag("--profile", o->counts.profile,
                    "Say what every kind of op takes; the clocks it needs slow the runs by some percent");
  command->add_flag("--json", o->json, "Print JSON");
  add_model_options(*command, o->model);
  return {command, [o] { return run(*o); }};
}

}  // namespace eddy::cli
