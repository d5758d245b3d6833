// The speed of a network, without text. Where tokens are drawn on the device each one is, the likeliest; else its logits
// come to the host and nothing is drawn.
#include <algorithm>
#include <chrono>
#include <functional>

#include "engine/api/tools.h"
#include "engine/core/thread_pool.h"
#include "engine/model_files/model_file.h"
#include "engine/sequence/make_forward_pass.h"

namespace eddy {
namespace {

class Benchmark {
 public:
  Benchmark(ForwardPass& pass, const BenchmarkOptions& options, std::stop_token stop)
      : pass_(pass), options_(options), stop_(stop), logits_(pass.vocabulary() * options.batch),
        likeliest_(options.batch, TokenDraw{.temperature = 0}), drawn_(options.batch) {}

  Result<void> make_states() {
    for (int i = 0; i < options_.batch; ++i) {
      auto state = pass_.new_state();
      if (!state) return std::move(state).error();
      states_.push_back(*std::move(state));
      looks_.push_back(states_.back().get());
    }
    return {};
  }

  /// Counts the times of ops into `times` from now on, null = no more.
  void keep_times(OpTimes* times) { pass_.keep_times(times); }

  /// Tokens per second.
  Result<double> prefill(int tokens) {
    const auto start = std::chrono::steady_clock::now();
    for (int done = 0; done < tokens;) {
      const int count = std::min(pass_.chunk(), tokens - done);
      auto ok = run(made_up(count), std::span(looks_).first(1), std::span(logits_).first(pass_.vocabulary()));
      if (!ok) return ok.error();
      done += count;
    }
    return rate(tokens, start);
  }

  Result<double> decode(int tokens) {
    const auto start = std::chrono::steady_clock::now();
    for (int done = 0; done < tokens; ++done) {
      if (auto ok = step(); !ok) return ok.error();
    }
    return rate(tokens * options_.batch, start);
  }

 private:
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, std::span<float> logits) {
    if (stop_.stop_requested()) return Error{ErrorCode::Cancelled, "[benchmark] stopped"};
    return pass_.run(tokens, states, LogitRows::Last, logits);
  }

  /// A token of each sequence. What was drawn is not fed: every run reads the same tokens.
  Result<void> step() {
    if (!pass_.can_draw()) return run(made_up(options_.batch), looks_, logits_);
    if (stop_.stop_requested()) return Error{ErrorCode::Cancelled, "[benchmark] stopped"};
    return pass_.run_and_draw(made_up(options_.batch), looks_, likeliest_, drawn_);
  }

  // Different tokens, so that the embedding is read as a text would read it.
  std::span<const TokenId> made_up(int count) {
    tokens_.resize(count);
    for (auto& token : tokens_) token = static_cast<TokenId>((next_ += 7919) % pass_.vocabulary());
    return tokens_;
  }

  static double rate(int tokens, std::chrono::steady_clock::time_point start) {
    return tokens / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  ForwardPass& pass_;
  const BenchmarkOptions& options_;
  std::stop_token stop_;
  std::vector<float> logits_;
  std::vector<TokenDraw> likeliest_;
  std::vector<TokenId> drawn_;
  std::vector<std::unique_ptr<RecurrentState>> states_;
  std::vector<RecurrentState*> looks_;
  std::vector<TokenId> tokens_;
  std::int64_t next_ = 0;
};

Result<void> check(const BenchmarkOptions& options) {
  if (std::min({options.prefill, options.decode, options.batch, options.repeat}) >= 1) return {};
  return Error{ErrorCode::InvalidArgument, "[benchmark] every count must be at least 1"};
}

BenchmarkProfile profile_of(const OpTimes& times, std::int64_t tokens) {
  BenchmarkProfile profile;
  for (const auto& [op, entry] : times.ops) {
    profile.ops.push_back({op, entry.calls, static_cast<double>(entry.nanoseconds) * 1e-9});
  }
  std::ranges::sort(profile.ops, std::ranges::greater(), &OpShare::seconds);
  profile.waiting_seconds = static_cast<double>(times.waiting_nanoseconds) * 1e-9;
  profile.barriers = times.barriers;
  profile.tokens = tokens;
  return profile;
}

Result<void> repeat(Benchmark& benchmark, const BenchmarkOptions& options, BenchmarkResult& result,
                    const LoadProgress& progress) {
  OpTimes of_prefill, of_decode;
  // The first run of every shape records its plan and warms the caches.
  for (int i = -1; i < options.repeat; ++i) {
    const bool timed = options.profile && i >= 0;
    benchmark.keep_times(timed ? &of_prefill : nullptr);
    auto prefill = benchmark.prefill(options.prefill);
    if (!prefill) return std::move(prefill).error();
    benchmark.keep_times(timed ? &of_decode : nullptr);
    auto decode = benchmark.decode(i < 0 ? 1 : options.decode);
    if (!decode) return std::move(decode).error();
    if (i < 0) continue;
    result.prefill_tokens_per_second.push_back(*prefill);
    result.decode_tokens_per_second.push_back(*decode);
    if (progress) progress(double(i + 1) / options.repeat);
  }
  benchmark.keep_times(nullptr);
  const std::int64_t runs = options.repeat;
  result.prefill_profile = profile_of(of_prefill, runs * options.prefill);
  result.decode_profile = profile_of(of_decode, runs * options.decode * options.batch);
  return {};
}

}  // namespace

Result<BenchmarkResult> run_benchmark(const std::filesystem::path& model, const LoadOptions& load,
                                      const BenchmarkOptions& options, std::stop_token stop,
                                      const LoadProgress& progress) {
  if (auto ok = check(options); !ok) return ok.error();
  auto file = open_model_file(model);
  if (!file) return std::move(file).error();
  auto facts = network_facts(**file, load);
  if (!facts) return std::move(facts).error();
  auto pass = make_forward_pass(*file, load, stop);
  if (!pass) return std::move(pass).error();
  Benchmark benchmark(**pass, options, stop);
  if (auto ok = benchmark.make_states(); !ok) return ok.error();
  BenchmarkResult result;
  result.threads = load.threads > 0 ? load.threads : usable_cores();
  result.weight_bytes_per_step = facts->weight_bytes_per_step;
  result.state_bytes = facts->state_layout.fixed_bytes();
  if (auto ok = repeat(benchmark, options, result, progress); !ok) return ok.error();
  result.memory_bytes = (*pass)->memory_bytes() + options.batch * facts->state_layout.fixed_bytes();
  return result;
}

}  // namespace eddy
