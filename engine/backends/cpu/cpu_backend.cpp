#include "engine/backends/cpu/cpu_backend.h"

#include <algorithm>

#include "engine/backends/cpu/available_memory.h"
#include "engine/backends/cpu/chains.h"
#include "engine/backends/cpu/cpu_executable.h"
#include "engine/backends/cpu/cpu_model.h"
#include "engine/backends/cpu/linear_brain.h"
#include "engine/backends/cpu/linear_integer.h"
#include "engine/backends/cpu/row_rounding.h"
#include "engine/backends/cpu/tiles.h"
#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

std::int64_t numbers_in(const WeightSource::Part& part) {
  const auto& format = traits(part.format);
  return static_cast<std::int64_t>(part.bytes.size()) / format.block_bytes * format.block_size;
}

/// The numbers of all parts, one after the other, as the file holds them.
Result<AlignedBuffer> read_parts(const WeightSource& source, BufferStock& stock) {
  std::int64_t total = 0;
  for (const auto& part : source.parts) total += numbers_in(part);
  auto memory = stock.take(static_cast<std::size_t>(total) * sizeof(float), "weights");
  if (!memory) return memory;
  float* to = memory->as<float>();
  for (const auto& part : source.parts) {
    if (source.before_reading) source.before_reading(part.bytes);
    traits(part.format).dequantise(part.bytes.data(), to, numbers_in(part));
    to += numbers_in(part);
    MappedFile::forget(part.bytes);
  }
  return memory;
}

Result<CpuWeight> load_numbers(const WeightSource& source, BufferStock& stock) {
  BufferStock none;
  auto stored = read_parts(source, source.rewrite ? none : stock);
  if (!stored) return std::move(stored).error();
  if (!source.rewrite) return CpuWeight{.shape = source.shape, .numbers = *std::move(stored)};
  const auto count = static_cast<std::size_t>(source.shape.elements());
  auto numbers = stock.take(count * sizeof(float), "weights");
  if (!numbers) return std::move(numbers).error();
  source.rewrite({stored->as<float>(), stored->size() / sizeof(float)}, source.shape, {numbers->as<float>(), count});
  return CpuWeight{.shape = source.shape, .numbers = *std::move(numbers)};
}

/// What products with this weight will read. Numbers of 16 bits stay what they are but where the processor multiplies bfloat16.
RowNumbers rows_read_by(const WeightSource& source, bool exact) {
  if (!source.matrix || exact) return RowNumbers::Floats;
  const WeightFormat format = source.parts[0].format;
  if (has_integer_product(format)) return RowNumbers::Bytes;
  const bool brain = brain_products_pay() && has_brain_product(format, source.shape.last());
  return brain ? RowNumbers::Brain : RowNumbers::Floats;
}

/// Numbers, or room for a matrix.
Result<CpuWeight> load_weight(const WeightSource& source, bool exact, BufferStock& stock) {
  if (!source.matrix) return load_numbers(source, stock);
  const RowNumbers rows = rows_read_by(source, exact);
  auto matrix = unpacked_matrix(source, stock, rows == RowNumbers::Brain);
  if (!matrix) return std::move(matrix).error();
  matrix->integer = rows == RowNumbers::Bytes;
  return CpuWeight{.shape = source.shape, .matrix = *std::move(matrix), .is_matrix = true};
}

/// The panels of a matrix that one thread packs at a time.
struct PanelRun {
  std::size_t weight = 0;
  std::int64_t first = 0, count = 0;
  std::int64_t bytes = 0;
};

std::vector<PanelRun> runs_of_panels(std::span<const CpuWeight> weights) {
  constexpr std::int64_t kRunBytes = std::int64_t{256} << 10;
  std::vector<PanelRun> runs;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!weights[i].is_matrix) continue;
    const PackedMatrix& matrix = weights[i].matrix;
    const std::int64_t together = std::max<std::int64_t>(1, kRunBytes / matrix.panel_bytes);
    for (std::int64_t first = 0; first < matrix.all_panels(); first += together) {
      const std::int64_t count = std::min(together, matrix.all_panels() - first);
      runs.push_back({i, first, count, count * matrix.panel_bytes});
    }
  }
  return runs;
}

/// Packs all matrices. In rounds, so that never much of the file is in memory beside the panels made of it, and what is there is near.
/// Cancelled.
Result<void> pack_all(std::span<const WeightSource> sources, std::span<const CpuWeight> weights, ThreadPool& pool, std::stop_token stop,
                      const LoadProgress& progress) {
  const auto runs = runs_of_panels(weights);
  std::int64_t total = 0, done = 0;
  for (const auto& run : runs) total += run.bytes;
  const std::int64_t round = std::clamp<std::int64_t>(total / 64, std::int64_t{1} << 20, std::int64_t{16} << 20);
  for (std::size_t first = 0; first < runs.size();) {
    std::size_t end = first;
    for (const auto before = done; end < runs.size() && done - before < round; ++end) done += runs[end].bytes;
    pool.parallel_for(static_cast<std::int64_t>(end - first), [&](std::int64_t i) {
      const PanelRun& run = runs[first + static_cast<std::size_t>(i)];
      pack_panels(weights[run.weight].matrix, sources[run.weight], run.first, run.count);
    });
    while (first < end) {  // once for the runs of one matrix, which lie one after the other
      PanelRun read = runs[first++];
      for (; first < end && runs[first].weight == read.weight; ++first) read.count += runs[first].count;
      forget_stored(weights[read.weight].matrix, sources[read.weight], read.first, read.count);
    }
    if (progress) progress(static_cast<double>(done) / static_cast<double>(total));
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[cpu] loading was stopped"};
  }
  return {};
}

class CpuBackend final : public Backend {
 public:
  std::string_view name() const override { return "cpu"; }

  std::int64_t weight_bytes(const WeightSource& weight) const override {
    if (!weight.matrix) return weight.shape.elements() * static_cast<std::int64_t>(sizeof(float));
    return packed_bytes(weight);
  }

  std::int64_t work_bytes(const Plan& plan, std::span<const WeightSource> weights,
                          const LoadOptions& options) const override {
    const auto numbers = [&](int i) { return rows_read_by(weights[static_cast<std::size_t>(i)], options.exact); };
    return plan_row_rounding(chain_stages(plan).plan, numbers).work_bytes;
  }

  std::int64_t available_bytes(int) const override { return available_memory(); }

  std::int64_t prepared_bytes(const Plan& plan) const override {
    return static_cast<std::int64_t>(CpuModel::kMostPlans) * CpuExecutable::bytes_for(plan);
  }

  Result<std::unique_ptr<BackendModel>> load(std::span<const WeightSource> weights, const StateLayout& layout,
                                             const LoadOptions& options, std::stop_token stop,
                                             const LoadProgress& progress) const override {
    if (options.device != 0) {
      return Error{ErrorCode::InvalidArgument,
                   "[cpu] there is no device " + std::to_string(options.device) + "; the processor is device 0"};
    }
    if (options.threads < 0 || options.threads > kMostThreads) {
      return Error{ErrorCode::InvalidArgument, "[cpu] " + std::to_string(options.threads) +
                                                   " threads are not possible; use 1 to " +
                                                   std::to_string(kMostThreads) + ", or 0 for one per core"};
    }
    std::int64_t total = 0;
    for (const auto& weight : weights) total += weight_bytes(weight);
    if (auto enough = check_memory(total, available_memory()); !enough) return std::move(enough).error();
    auto stock = stock_for(weights);
    if (!stock) return std::move(stock).error();
    std::vector<CpuWeight> loaded;
    for (const auto& source : weights) {
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[cpu] loading was stopped"};
      auto weight = load_weight(source, options.exact, *stock);
      if (!weight) return std::move(weight).error();
      loaded.push_back(*std::move(weight));
    }
    static_cast<void>(tile_use());  // asks for permission before there are threads
    auto pool = std::make_unique<ThreadPool>(options.threads);
    if (auto packed = pack_all(weights, loaded, *pool, stop, progress); !packed) return std::move(packed).error();
    return std::unique_ptr<BackendModel>(std::make_unique<CpuModel>(std::move(loaded), layout, std::move(pool)));
  }

 private:
  Result<BufferStock> stock_for(std::span<const WeightSource> weights) const {
    std::size_t bytes = 0;
    for (const auto& weight : weights) bytes += BufferStock::taken_by(static_cast<std::size_t>(weight_bytes(weight)));
    return BufferStock::allocate(bytes, "weights");
  }

  static constexpr int kMostThreads = 1024;
};

}  // namespace

const Backend& cpu_backend() {
  static const CpuBackend backend;
  return backend;
}

}  // namespace eddy
