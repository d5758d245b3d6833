// The CPU's kernels one by one, on one thread: bytes of weights or state a second, and tokens a second.
#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/backends/cpu/kernels.h"
#include "engine/backends/cpu/linear_integer.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/quantised_rows.h"
#include "engine/graph/op.h"
#include "engine/ops/gated_delta.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/ssd.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv7.h"
#include "engine/sampling/sampler.h"

namespace eddy {
namespace {

/// One op with operands of made-up numbers.
class KernelCall {
 public:
  explicit KernelCall(std::int64_t tokens) : tokens_(tokens) {}

  Shape activation(std::int64_t channels) const { return {1, tokens_, channels}; }
  void add_input(const Shape& shape, float low = -1, float high = 1) {
    inputs_.push_back({.tensor = {numbers(shape.elements(), low, high), shape}});
  }
  /// What an integer product reads in place of its numbers.
  void round_last_input() {
    const TensorView& x = inputs_.back().tensor;
    blocks_.resize(static_cast<std::size_t>(x.shape.elements() / QuantisedBlock::kColumns));
    rounded_ = QuantisedRows::at(blocks_.data(), x.shape.rows(), x.shape.last());
    quantise_rows(x.data, rounded_);
    inputs_.back().packed = &rounded_;
  }
  void add_state(const Shape& shape) {
    pointers_.push_back(std::make_unique<float*>(numbers(shape.elements(), -1, 1)));
    inputs_.push_back({.tensor = {nullptr, shape}, .states = {pointers_.back().get(), 1}});
    state_bytes_ += 2 * shape.elements() * static_cast<std::int64_t>(sizeof(float));
  }
  void add_output(const Shape& shape) { outputs_.push_back({.tensor = {numbers(shape.elements(), 0, 0), shape}}); }

  void add_matrix(WeightFormat format, bool integer, std::int64_t rows, std::int64_t columns) {
    const float* values = numbers(rows * columns, -1, 1);
    stored_.resize(static_cast<std::size_t>(bytes_of(format, rows * columns)));
    traits(format).quantise(values, stored_.data(), rows * columns);
    ThreadPool pool(1);
    const WeightSource source{
        .name = "w", .shape = {rows, columns}, .matrix = true, .parts = {{format, stored_}}};
    packed_ = *pack_matrix(source, pool);
    packed_.integer = integer;
    inputs_.push_back({.tensor = {nullptr, {rows, columns}}, .packed = &packed_});
  }

  void run(benchmark::State& state, const OpKind& op, const OpParams& params = {}) {
    const CpuKernel kernel = cpu_kernel(op);
    const OpCall call{1, tokens_, inputs_, outputs_, params};
    for (auto step : state) {
      static_cast<void>(step);
      kernel.run(call, 0, 1);
      benchmark::ClobberMemory();
    }
    const auto bytes = static_cast<std::int64_t>(packed_.bytes.size()) + state_bytes_;
    state.SetBytesProcessed(state.iterations() * bytes);
    state.SetItemsProcessed(state.iterations() * tokens_);
  }

 private:
  float* numbers(std::int64_t count, float low, float high) {
    std::uniform_real_distribution<float> draw(low, high);
    auto& memory = memory_.emplace_back(std::make_unique<std::vector<float>>(static_cast<std::size_t>(count)));
    for (float& number : *memory) number = draw(random_);
    return memory->data();
  }

  std::int64_t tokens_;
  std::int64_t state_bytes_ = 0;  ///< read and written
  std::mt19937 random_{1};
  std::vector<std::unique_ptr<std::vector<float>>> memory_;
  std::vector<std::unique_ptr<float*>> pointers_;
  std::vector<std::byte> stored_;
  PackedMatrix packed_;
  std::vector<QuantisedBlock> blocks_;
  QuantisedRows rounded_;
  std::vector<Operand> inputs_, outputs_;
};

// The matrices of a model of 1.5 billion parameters; one of them does not fit into a second-level cache.
constexpr std::int64_t kWidth = 2048;

void bench_linear(benchmark::State& state, WeightFormat format, bool integer) {
  KernelCall call(state.range(0));
  call.add_matrix(format, integer, kWidth, kWidth);
  call.add_input(call.activation(kWidth));
  if (integer) call.round_last_input();
  call.add_output(call.activation(kWidth));
  call.run(state, kLinear, OpParams::of(LinearParams{}));
}

void bench_wkv7(benchmark::State& state) {
  KernelCall call(state.range(0));
  call.add_input(call.activation(kWidth));
  call.add_input(call.activation(kWidth), 0.55f, 1);
  for (int i = 0; i < 2; ++i) call.add_input(call.activation(kWidth));
  call.add_input(call.activation(kWidth), -0.2f, 0.2f);
  call.add_input(call.activation(kWidth), 0, 1);
  call.add_state({kWidth / 64, 64, 64});
  call.add_output(call.activation(kWidth));
  call.run(state, kWkv7);
}

void bench_gated_delta(benchmark::State& state) {
  constexpr std::int64_t kHeads = 16, kSize = 128;
  KernelCall call(state.range(0));
  for (int i = 0; i < 2; ++i) call.add_input(call.activation(kHeads * kSize), -0.1f, 0.1f);
  call.add_input(call.activation(kHeads * kSize));
  call.add_input(call.activation(kHeads), 0.5f, 1);
  call.add_input(call.activation(kHeads), 0, 1);
  call.add_state({kHeads, kSize, kSize});
  call.add_output(call.activation(kHeads * kSize));
  call.run(state, kGatedDelta, OpParams::of(GatedDeltaParams{.scale = 0.09f}));
}

void bench_selective_scan(benchmark::State& state) {
  constexpr std::int64_t kChannels = 5120, kStates = 16;
  KernelCall call(state.range(0));
  call.add_input(call.activation(kChannels));
  call.add_input(call.activation(kChannels), -8, 2);
  for (int i = 0; i < 2; ++i) call.add_input(call.activation(kStates));
  call.add_input({kStates, kChannels}, -16, 0);
  call.add_input({kChannels});
  call.add_input(call.activation(2 * kChannels));
  call.add_state({kStates, kChannels});
  call.add_output(call.activation(kChannels));
  call.run(state, kSelectiveScan, OpParams::of(std::int64_t{kChannels}));
}

void bench_ssd(benchmark::State& state) {
  constexpr std::int64_t kHeads = 80, kChannels = 64, kStates = 128;
  KernelCall call(state.range(0));
  call.add_input(call.activation(kHeads * kChannels + 2 * kStates));
  call.add_input(call.activation(kHeads), -8, 2);
  call.add_input({kHeads});
  call.add_input({kHeads}, -16, 0);
  call.add_input({kHeads * kChannels});
  call.add_state({kHeads, kStates, kChannels});
  call.add_input(call.activation(kHeads * kChannels));
  call.add_output(call.activation(kHeads * kChannels));
  call.run(state, kSsd, OpParams::of(SsdParams{.dt_most = 100, .has_z = true}));
}

void bench_rms_norm(benchmark::State& state) {
  KernelCall call(state.range(0));
  call.add_input(call.activation(kWidth));
  call.add_input({kWidth});
  call.add_output(call.activation(kWidth));
  call.run(state, kRmsNorm, OpParams::of(RmsNormParams{.epsilon = 1e-5f}));
}

void bench_token_shift(benchmark::State& state) {
  KernelCall call(state.range(0));
  call.add_input(call.activation(kWidth));
  call.add_input({6, kWidth}, 0, 1);
  call.add_state({kWidth});
  for (int i = 0; i < 6; ++i) call.add_output(call.activation(kWidth));
  call.run(state, kTokenShift);
}

/// A token's draw among 65,536, whose logits are spread like those of an unsure model.
void bench_sample(benchmark::State& state, SamplerParams params) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal(0, 2.1f);
  std::vector<float> logits(65536);
  for (float& logit : logits) logit = normal(random);
  params.seed = 3;
  Sampler sampler(params);
  for (auto _ : state) {
    std::vector<float> changed = logits;
    benchmark::DoNotOptimize(sampler.sample(changed));
  }
}

// One token as in decode, and a chunk of prefill.
void add(const std::string& name, const std::function<void(benchmark::State&)>& bench) {
  benchmark::RegisterBenchmark(name.c_str(), bench)->Arg(1)->Arg(64);
}

void add_all() {
  for (const auto& format : all_weight_formats()) {
    const std::string name = "linear " + std::string(format.name);
    add(name, [id = format.id](benchmark::State& state) { bench_linear(state, id, false); });
    if (!has_integer_product(format.id)) continue;
    add(name + ", rounded x", [id = format.id](benchmark::State& state) { bench_linear(state, id, true); });
  }
  add("wkv7", bench_wkv7);
  add("gated_delta", bench_gated_delta);
  add("selective_scan", bench_selective_scan);
  add("ssd", bench_ssd);
  add("rms_norm", bench_rms_norm);
  add("token_shift", bench_token_shift);
  const auto add_sample = [](const char* cut, const SamplerParams& params) {
    benchmark::RegisterBenchmark(("sample, " + std::string(cut)).c_str(), [params](benchmark::State& state) { bench_sample(state, params); });
  };
  add_sample("the likeliest", {.temperature = 0});
  add_sample("top-k 40", {.temperature = 0.9f, .top_k = 40});
  add_sample("top-p 0.9, temperature 0.7", {.temperature = 0.7f, .top_p = 0.9f});
  add_sample("min-p 0.05", {.min_p = 0.05f});
  add_sample("no cut", {});
}

}  // namespace
}  // namespace eddy

int main(int argc, char** argv) {
  eddy::add_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
