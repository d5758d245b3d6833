// How fast a device reads packed weights and multiplies them: a network of large matrices one after the other.
#include <algorithm>
#include <chrono>
#include <random>

#include "engine/api/device_tools.h"
#include "engine/backends/backend.h"
#include "engine/graph/planner.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

constexpr std::int64_t kSize = 2048;
constexpr int kMatrices = 48;  // 113 MB in Q4_K: far more than any cache holds
constexpr std::int64_t kPromptTokens = 64;
constexpr int kPromptMatrices = 8;  // many tokens keep a processor busy with few
constexpr double kSeconds = 0.6;
constexpr WeightFormat kFormat = WeightFormat::Q4_K;

std::vector<std::byte> made_up_matrix() {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> draw(-0.02f, 0.02f);
  constexpr std::int64_t kRows = 16;  // which come again and again: quantising takes its time
  std::vector<float> numbers(static_cast<std::size_t>(kRows * kSize));
  for (float& number : numbers) number = draw(random);
  std::vector<std::byte> rows(static_cast<std::size_t>(bytes_of(kFormat, kRows * kSize))), bytes;
  traits(kFormat).quantise(numbers.data(), rows.data(), kRows * kSize);
  for (std::int64_t row = 0; row < kSize; row += kRows) bytes.insert(bytes.end(), rows.begin(), rows.end());
  return bytes;
}

/// The first input is a weight, as there is no embedding; what follows is activations.
Plan plan_for(std::int64_t tokens) {
  Plan plan{.shape = {1, tokens, LogitRows::All}};
  const int matrices = tokens == 1 ? kMatrices : kPromptMatrices;
  std::vector<PlannedOp> ops;
  for (int i = 0; i < kMatrices; ++i) plan.values.push_back({.kind = ValueKind::Weight, .shape = {kSize, kSize}, .source = i});
  plan.values.push_back({.kind = ValueKind::Weight, .shape = {1, tokens, kSize}, .source = tokens == 1 ? kMatrices : kMatrices + 1});
  for (int i = 0; i < matrices; ++i) {
    const int before = static_cast<int>(plan.values.size()) - 1;
    plan.values.push_back({.kind = ValueKind::Activation, .shape = {1, tokens, kSize}});
    ops.push_back({.kind = &kLinear, .inputs = {i, before}, .outputs = {before + 1}, .params = OpParams::of(LinearParams{})});
  }
  plan.logits = static_cast<int>(plan.values.size()) - 1;
  sort_into_stages(plan, std::move(ops));
  plan_memory(plan);
  return plan;
}

class Measurement {
 public:
  Measurement(BackendModel& model, std::stop_token stop) : model_(model), stop_(std::move(stop)) {}

  /// Runs a second, after one that does not count.
  Result<double> runs_per_second(std::int64_t tokens) {
    auto executable = model_.prepare(plan_for(tokens));
    if (!executable) return std::move(executable).error();
    auto state = model_.new_state();
    if (!state) return std::move(state).error();
    RecurrentState* states[] = {state->get()};
    std::vector<TokenId> ids(static_cast<std::size_t>(tokens));
    std::vector<float> out(static_cast<std::size_t>(tokens * kSize));
    if (auto ran = (*executable)->run(ids, states, out); !ran) return ran.error();
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    int runs = 0;
    double seconds = 0;
    do {
      if (stop_.stop_requested()) return Error{ErrorCode::Cancelled, "[device] the measurement was stopped"};
      if (auto ran = (*executable)->run(ids, states, out); !ran) return ran.error();
      ++runs;
      seconds = std::chrono::duration<double>(Clock::now() - start).count();
    } while (seconds < kSeconds);
    return runs / seconds;
  }

 private:
  BackendModel& model_;
  std::stop_token stop_;
};

LoadProgress first_half(const LoadProgress& progress) {
  if (!progress) return {};
  return [progress](double fraction) { progress(fraction / 2); };
}

}  // namespace

Result<DeviceSpeed> measure_device(const std::string& backend, int device, int threads, std::stop_token stop, const LoadProgress& progress) {
  const auto found = find_backend(backend);
  if (!found) return found.error();
  const auto matrix = made_up_matrix();
  const std::vector<float> token(static_cast<std::size_t>(kSize), 0.5f), prompt(static_cast<std::size_t>(kSize * kPromptTokens), 0.5f);
  std::vector<WeightSource> weights;
  for (int i = 0; i < kMatrices; ++i) weights.push_back({.name = "matrix", .shape = {kSize, kSize}, .matrix = true, .parts = {{kFormat, matrix}}});
  weights.push_back({.name = "token", .shape = {1, 1, kSize}, .parts = {{WeightFormat::F32, std::as_bytes(std::span(token))}}});
  weights.push_back({.name = "prompt", .shape = {1, kPromptTokens, kSize}, .parts = {{WeightFormat::F32, std::as_bytes(std::span(prompt))}}});
  auto model = (*found)->load(weights, {}, {.backend = backend, .device = device, .threads = threads}, stop, first_half(progress));
  if (!model) return std::move(model).error();
  Measurement measurement(**model, stop);
  const auto decode = measurement.runs_per_second(1);
  if (!decode) return decode.error();
  if (progress) progress(0.75);
  const auto prefill = measurement.runs_per_second(kPromptTokens);
  if (!prefill) return prefill.error();
  if (progress) progress(1);
  return DeviceSpeed{*decode * static_cast<double>(matrix.size()) * kMatrices,
                     *prefill * 2.0 * static_cast<double>(kSize * kSize) * kPromptMatrices * static_cast<double>(kPromptTokens)};
}

}  // namespace eddy
