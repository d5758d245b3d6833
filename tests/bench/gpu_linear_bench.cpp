// Products of a GPU backend alone, checked and timed: a chain x -> N -> K -> N ... of matrices that are read once each.
//   eddy-bench-gpu-linear BACKEND FORMAT K N TOKENS [TILE...]
// TILE: what EDDY_VULKAN_TILE is set to, one after the other (engine/backends/vulkan/linear_halves.cpp); "-" for the backend's own.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/graph/planner.h"
#include "engine/ops/linear.h"

using namespace eddy;

namespace {

constexpr int kPairs = 6, kRuns = 7;

void stop_at(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  std::exit(1);
}

WeightFormat format_named(const std::string& name) {
  for (const auto& format : all_weight_formats()) {
    if (format.name == name) return format.id;
  }
  stop_at({ErrorCode::InvalidArgument, "unknown format " + name});
  return WeightFormat::F32;
}

struct Packed {
  std::vector<std::byte> bytes;
  std::vector<float> numbers;
};

Packed random_matrix(WeightFormat format, std::int64_t rows, std::int64_t columns, std::mt19937& random) {
  std::uniform_real_distribution<float> draw(-1, 1);
  Packed made{.numbers = std::vector<float>(static_cast<std::size_t>(rows * columns))};
  // Few different rows: quantising takes long.
  const std::int64_t own = std::min<std::int64_t>(rows, 64);
  for (std::int64_t i = 0; i < own * columns; ++i) made.numbers[i] = draw(random) * std::sqrt(3.0f / columns);
  std::vector<std::byte> some(static_cast<std::size_t>(bytes_of(format, own * columns)));
  traits(format).quantise(made.numbers.data(), some.data(), own * columns);
  traits(format).dequantise(some.data(), made.numbers.data(), own * columns);
  for (std::int64_t row = 0; row < rows; row += own) {
    const std::int64_t count = std::min(own, rows - row);
    made.bytes.insert(made.bytes.end(), some.begin(), some.begin() + bytes_of(format, count * columns));
    if (row > 0) std::copy_n(made.numbers.begin(), count * columns, made.numbers.begin() + row * columns);
  }
  return made;
}

struct Chain {
  std::int64_t k, n, tokens;
  std::vector<WeightSource> weights;

  /// The first `count` products; all values of x lie in weight 0.
  Plan plan(int count) const {
    Plan plan{.shape = {1, tokens, LogitRows::All}};
    std::vector<PlannedOp> ops;
    plan.values.push_back({.kind = ValueKind::Weight, .shape = {1, tokens, k}, .source = 0});
    int x = 0;
    for (int i = 0; i < count; ++i) {
      const int w = static_cast<int>(plan.values.size());
      const auto& matrix = weights[static_cast<std::size_t>(i + 1)];
      plan.values.push_back({.kind = ValueKind::Weight, .shape = matrix.shape, .source = i + 1});
      plan.values.push_back({.kind = ValueKind::Activation, .shape = {1, tokens, matrix.shape[0]}});
      ops.push_back({.kind = &kLinear, .inputs = {w, x}, .outputs = {w + 1}, .params = OpParams::of(LinearParams{})});
      x = w + 1;
    }
    plan.logits = x;
    sort_into_stages(plan, std::move(ops));
    plan_memory(plan);
    return plan;
  }
};

/// Seconds of each of some runs; the outputs of the last.
std::vector<double> run(BackendModel& model, const Chain& chain, int count, int runs, std::vector<float>& y) {
  auto executable = model.prepare(chain.plan(count));
  if (!executable) stop_at(executable.error());
  auto state = model.new_state();
  if (!state) stop_at(state.error());
  y.assign(static_cast<std::size_t>(chain.tokens * (count % 2 ? chain.n : chain.k)), 0.0f);
  const std::vector<TokenId> tokens(static_cast<std::size_t>(chain.tokens), 0);
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) {
    RecurrentState* states[] = {state->get()};
    const auto begin = std::chrono::steady_clock::now();
    if (auto ran = (*executable)->run(tokens, states, y); !ran) stop_at(ran.error());
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::ranges::sort(seconds);
  return seconds;
}

double error_of(const std::vector<float>& y, const Packed& w, const std::vector<float>& x, const Chain& chain) {
  double wrong = 0, size = 1e-30;
  for (std::int64_t i = 0; i < 4000; ++i) {
    const std::int64_t t = i * 7919 % chain.tokens, row = i * 104729 % chain.n;
    double sum = 0;
    for (std::int64_t c = 0; c < chain.k; ++c) sum += double{x[t * chain.k + c]} * w.numbers[row * chain.k + c];
    wrong += std::pow(y[t * chain.n + row] - sum, 2);
    size += sum * sum;
  }
  const double error = std::sqrt(wrong / size);
  return std::isnan(error) ? 1e30 : error;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) return std::fprintf(stderr, "eddy-bench-gpu-linear BACKEND FORMAT K N TOKENS [TILE...]\n"), 1;
  const auto format = format_named(argv[2]);
  Chain chain{.k = std::atoll(argv[3]), .n = std::atoll(argv[4]), .tokens = std::atoll(argv[5])};
  setenv("EDDY_VULKAN_SELF_TEST", "0", 1);
  std::mt19937 random(1);
  std::uniform_real_distribution<float> draw(-1, 1);
  std::vector<float> x(static_cast<std::size_t>(chain.tokens * chain.k)), y;
  for (auto& value : x) value = draw(random);
  const auto up = random_matrix(format, chain.n, chain.k, random), down = random_matrix(format, chain.k, chain.n, random);
  chain.weights.push_back(
      {.name = "x", .shape = {1, chain.tokens, chain.k}, .parts = {{WeightFormat::F32, std::as_bytes(std::span(x))}}});
  for (int i = 0; i < 2 * kPairs; ++i) {
    const std::int64_t rows = i % 2 ? chain.k : chain.n, columns = i % 2 ? chain.n : chain.k;
    chain.weights.push_back(
        {.name = "w", .shape = {rows, columns}, .matrix = true, .parts = {{format, i % 2 ? down.bytes : up.bytes}}});
  }
  const auto backend = find_backend(argv[1]);
  if (!backend) stop_at(backend.error());
  auto model = (*backend)->load(chain.weights, {}, {.backend = argv[1], .threads = 4}, {}, {});
  if (!model) stop_at(model.error());
  std::vector<std::string> tiles(argv + 6, argv + argc);
  if (tiles.empty()) tiles = {"-"};
  for (const auto& tile : tiles) {
    tile == "-" ? unsetenv("EDDY_VULKAN_TILE") : setenv("EDDY_VULKAN_TILE", tile.c_str(), 1);
    run(**model, chain, 1, 1, y);
    const double error = error_of(y, up, x, chain);
    const bool times = !std::getenv("EDDY_CHECK_ONLY");
    const double two = times ? run(**model, chain, 2, kRuns, y)[kRuns / 2] : 0;
    const double all = times ? run(**model, chain, 2 * kPairs, kRuns, y)[kRuns / 2] : 1;
    const double pair = (all - two) / (kPairs - 1);  // what a run costs besides, both have
    std::printf("%s %lld>%lld x %lld, tile %s: error %.1e, %.1f us a pair, %.1f TFLOP/s\n", argv[2], (long long)chain.k,
                (long long)chain.n, (long long)chain.tokens, tile.c_str(), error, 1e6 * pair,
                4e-12 * double(chain.k) * double(chain.n) * double(chain.tokens) / pair);
    std::fflush(stdout);
  }
  return 0;
}
