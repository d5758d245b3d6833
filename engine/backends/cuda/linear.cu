// linear and grouped_linear: which kernels take them.
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "engine/backends/cuda/format_kernels.h"
#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/linear.h"
#include "engine/backends/cuda/linear_products.h"
#include "engine/backends/gpu/fused_ops.h"

namespace eddy {
namespace {

static_assert(kMostFusedSequences <= 4);
constexpr std::int64_t kMostGemvX = 4;
constexpr std::int64_t kMostExpertGemvX = 32;  // rows of experts: each reads its matrix anew
constexpr int kPreferredWarps = 8;             // of a gemv block

/// float32 weights are rounded to fp16 for the tensor cores only where the model has other weights that are less exact.
bool in_floats(const CudaCall& call) {
  return call.exact && call.inputs[0].matrix->format == WeightFormat::F32;
}

// ---- few rows of x --------------------------------------------------------------------------------------------------

/// Warps along a row: as few passes over it as `most` allow, and no more warps than those passes need.
int warps_along(const DeviceMatrix& w, int unit, int units_at_once, int most) {
  const int parts = divide_up(divide_up(w.columns, unit), 32 * units_at_once);
  return std::max(1, divide_up(parts, divide_up(parts, most)));
}

/// Rows so long that even all warps together pass over them several times.
bool is_deep(const DeviceMatrix& w, const FormatKernels& kernels) {
  return w.columns > kernels.unit * kernels.units * 32 * kernels.most_warps;
}

bool is_packed(WeightFormat format) {
  return format != WeightFormat::F16 && format != WeightFormat::F32 && format != WeightFormat::BF16;
}

/// How the jobs of one launch share its blocks.
struct GemvShape {
  int warps = 0, blocks = 0;
  int turns = 0;  // of all blocks
};

constexpr int kGemvBlocks = 2;                       // a multiprocessor: as many as fit beside each other
constexpr std::int64_t kPrefetchedBytes = 12 << 20;  // a part of the last cache

int multiprocessors() {
  int device = 0, count = 0;
  cudaGetDevice(&device);
  cudaDeviceGetAttribute(&count, cudaDevAttrMultiProcessorCount, device);
  return std::max(count, 1);
}

/// Turns of a job's rows through a block of `warps` warps.
int turns_of(const LinearJob& job, int warps, int rows_per_warp) {
  return divide_up(job.w.rows, warps / job.along * rows_per_warp);
}

/// Bytes of a row in all planes.
std::int64_t row_bytes(const DeviceMatrix& w) {
  std::int64_t bytes = 0;
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) bytes += w.planes[p] ? w.pitch[p] : 0;
  return bytes;
}

/// Units that a lane reads at once: of formats that go along (see goes_along), one.
int units_of(const LinearJob& job, WeightFormat format) {
  return job.w.format == format ? format_kernels(format).units : 1;
}

/// Warps of a block: as few idle as may be by what the jobs read, and about eight.
int warps_of(std::span<const LinearJob> jobs, int widest, int most) {
  const auto waste = [&](int warps) {
    double bytes = 0;
    for (const LinearJob& job : jobs) {
      const int busy = warps / job.along * job.along;
      bytes += static_cast<double>(row_bytes(job.w)) * job.w.rows * warps / busy;
    }
    return bytes;
  };
  const auto is_better = [&](int a, int b) {
    const double of_a = waste(a), of_b = waste(b);
    return of_a != of_b ? of_a < of_b : std::abs(a - kPreferredWarps) < std::abs(b - kPreferredWarps);
  };
  int best = widest;
  for (int warps = widest + 1; warps <= most; ++warps) {
    if (is_better(warps, best)) best = warps;
  }
  return best;
}

/// Whether x fits where the warps of a block share it, and goes into the registers of `along` warps at once.
bool can_share_x(const LinearJob& job) {
  const FormatKernels& kernels = format_kernels(job.w.format);
  const int units = divide_up(job.w.columns, kernels.unit);
  const bool in_fours =
      reinterpret_cast<std::uintptr_t>(job.x) % 16 == 0 && job.x_pitch % 4 == 0 && job.w.columns % 4 == 0;
  const bool fits = kernels.shared_fours > 0 && units * kernels.shared_fours <= kMostSharedXFours;
  return in_fours && fits && units <= 32 * job.along;
}

/// A block for every group of rows.
GemvShape divide_plainly(std::span<LinearJob> jobs, WeightFormat format, bool other) {
  constexpr int kLeastGroups = 4;  // of warps for which sharing x was faster; with two it was slower
  const FormatKernels& kernels = format_kernels(format);
  int widest = 1;
  for (LinearJob& job : jobs) {
    job.along = warps_along(job.w, format_kernels(job.w.format).unit, 1, kernels.most_plain_warps);
    widest = std::max(widest, job.along);
  }
  GemvShape shape{.warps = warps_of(jobs, widest, kernels.most_plain_warps)};
  for (LinearJob& job : jobs) {
    const bool own = other && job.w.format == format;
    const int rows = own ? kernels.other_plain_rows_per_warp : format_kernels(job.w.format).plain_rows_per_warp;
    job.first_block = shape.blocks;
    job.blocks = turns_of(job, shape.warps, rows);
    job.shares_x = can_share_x(job) && shape.warps >= kLeastGroups * job.along;
    shape.blocks += job.blocks;
  }
  return shape;
}

void launch_plain_jobs(const CudaCall& call, int rows, LinearJobs& jobs, WeightFormat format) {
  const auto all = std::span(jobs.jobs, static_cast<std::size_t>(jobs.count));
  GemvShape shape = divide_plainly(all, format, false);
  const bool other = shape.blocks < multiprocessors();
  if (other) shape = divide_plainly(all, format, true);
  format_kernels(format).plain_gemv(call, jobs, dim3(shape.blocks, rows), shape.warps, other);
}

/// Measured on chains of products of whole models. Packed: where formats share the blocks, rows are too long for the
/// kernel that has turns, or no block has to wait for another's place. Numbers: where there is little to read.
bool is_better_plain(std::span<LinearJob> jobs, WeightFormat format, int rows) {
  constexpr int kWarpsThere = 16;  // on a multiprocessor: as many as it has registers for
  constexpr std::int64_t kLittle = 4 << 20;
  const FormatKernels& kernels = format_kernels(format);
  bool alike = true, deep = false;
  std::int64_t bytes = 0;
  for (const LinearJob& job : jobs) {
    alike = alike && job.w.format == format;
    deep = deep || (job.w.format == format && is_deep(job.w, kernels));
    bytes += row_bytes(job.w) * job.w.rows;
  }
  if (!is_packed(format)) return !deep && bytes <= kLittle;
  if (!alike || deep) return true;
  const GemvShape shape = divide_plainly(jobs, format, false);
  return shape.blocks * rows <= multiprocessors() * std::max(1, kWarpsThere / shape.warps);
}

/// About `most` blocks, unless these would have too many turns each.
GemvShape divide_among_blocks(std::span<LinearJob> jobs, WeightFormat format, bool other, int most) {
  const FormatKernels& kernels = format_kernels(format);
  GemvShape shape;
  const int most_warps = other ? kernels.other_most_warps : kernels.most_warps;
  int widest = 1;
  for (LinearJob& job : jobs) {
    const bool own = other && job.w.format == format;
    job.along =
        warps_along(job.w, format_kernels(job.w.format).unit, own ? kernels.other_units : units_of(job, format), most_warps);
    widest = std::max(widest, job.along);
  }
  // Whole groups of warps, about eight in all.
  shape.warps = widest * std::max(1, std::min(divide_up(kPreferredWarps, widest), most_warps / widest));
  const auto rows_per_warp = [&](const LinearJob& job) {
    return other && job.w.format == format ? kernels.other_rows_per_warp : format_kernels(job.w.format).rows_per_warp;
  };
  for (const LinearJob& job : jobs) shape.turns += turns_of(job, shape.warps, rows_per_warp(job));
  // Of `most` blocks each job gets its part, since more would wait for these to end.
  most = std::max(most, divide_up(shape.turns, kMostGemvTurns));
  for (LinearJob& job : jobs) {
    const int own = turns_of(job, shape.warps, rows_per_warp(job));
    job.first_block = shape.blocks;
    job.blocks = shape.turns <= most ? own : std::max(own * most / shape.turns, divide_up(own, kMostGemvTurns));
    const std::int64_t bytes = row_bytes(job.w) * (shape.warps / job.along) * rows_per_warp(job) * job.blocks;
    job.prefetched = static_cast<int>(kPrefetchedBytes / bytes);
    shape.blocks += job.blocks;
  }
  return shape;
}

/// One launch for all jobs: of `format`, and of F16 and F32, which every kernel can do beside its own.
void launch_gemv_jobs(const CudaCall& call, int rows, LinearJobs& jobs, WeightFormat format) {
  const FormatKernels& kernels = format_kernels(format);
  const auto all = std::span(jobs.jobs, static_cast<std::size_t>(jobs.count));
  const bool is_fused = jobs.conv.channels > 0 ||
                        std::any_of(all.begin(), all.end(), [](const LinearJob& job) { return job.norm_weight; });
  if (!is_fused && is_better_plain(all, format, rows)) return launch_plain_jobs(call, rows, jobs, format);
  const int most = std::max(1, kGemvBlocks * multiprocessors() / rows);
  bool other = std::all_of(all.begin(), all.end(),
                           [&](const LinearJob& job) { return job.w.format == format && is_deep(job.w, kernels); });
  GemvShape shape = divide_among_blocks(all, format, other, most);
  if (is_packed(format) && shape.turns < multiprocessors()) {
    other = true;
    shape = divide_among_blocks(all, format, other, most);
  }
  kernels.gemv(call, jobs, dim3(shape.blocks, rows), shape.warps, other);
}

/// What every gemv kernel can do beside its own format.
bool goes_along(WeightFormat format) {
  return format == WeightFormat::F16 || format == WeightFormat::F32;
}

void run_gemv(const CudaCall& call, std::span<const Product> products) {
  std::vector<LinearJob> waiting;
  for (const auto& product : products) {
    if (product.conv.channels == 0) {
      waiting.push_back(product.job);
      continue;
    }
    LinearJobs alone{.jobs = {product.job}, .count = 1, .conv = product.conv};
    launch_gemv_jobs(call, product.rows, alone, product.job.w.format);
  }
  while (!waiting.empty()) {
    const auto lead =
        std::find_if(waiting.begin(), waiting.end(), [](const auto& job) { return !goes_along(job.w.format); });
    const WeightFormat format = lead == waiting.end() ? WeightFormat::F16 : lead->w.format;
    LinearJobs jobs;
    std::erase_if(waiting, [&](const LinearJob& job) {
      if ((!goes_along(job.w.format) && job.w.format != format) || jobs.count == LinearJobs::kMost) return false;
      jobs.jobs[jobs.count++] = job;
      return true;
    });
    launch_gemv_jobs(call, products[0].rows, jobs, format);
  }
}

/// A row of x at a time, each with the matrix of its expert.
void run_expert_gemv(const CudaCall& call, const Product& product) {
  ExpertJob expert{.job = product.job, .begins = product.begins, .experts = product.experts};
  expert.job.w.rows = product.outputs();
  const int most = std::max(1, kGemvBlocks * multiprocessors() / product.rows);
  const GemvShape shape = divide_among_blocks(std::span(&expert.job, 1), expert.job.w.format, false, most);
  format_kernels(expert.job.w.format).expert_gemv(call, expert, dim3(shape.blocks, product.rows), shape.warps);
}

// ---- float32 weights ------------------------------------------------------------------------------------------------

constexpr int kTile = 64, kTileDepth = 16;

/// 64 x 64 outputs a block, 4 x 4 a thread: for the few models in float32, and exact where fp16 would not be.
__global__ void __launch_bounds__(256) float_gemm_kernel(const __grid_constant__ LinearJob job, int rows) {
  __shared__ float x_tile[kTileDepth][kTile + 4], w_tile[kTileDepth][kTile + 4];
  begin_kernel();
  const int columns = job.w.columns, outputs = job.w.rows;
  const int first_row = blockIdx.x * kTile, first_output = blockIdx.y * kTile;
  const int tx = threadIdx.x % 16, ty = threadIdx.x / 16;
  float sums[4][4] = {};
  for (int k0 = 0; k0 < columns; k0 += kTileDepth) {
    for (int i = threadIdx.x; i < kTile * kTileDepth; i += 256) {
      const int k = k0 + i % kTileDepth, at = i / kTileDepth;
      const int row = first_row + at, output = first_output + at;
      const bool inside = k < columns;
      x_tile[i % kTileDepth][at] = inside && row < rows ? job.x[static_cast<std::int64_t>(row) * columns + k] : 0.0f;
      const auto* w = reinterpret_cast<const float*>(job.w.planes[0] + output * job.w.pitch[0]);
      w_tile[i % kTileDepth][at] = inside && output < outputs ? w[k] : 0.0f;
    }
    __syncthreads();
#pragma unroll
    for (int k = 0; k < kTileDepth; ++k) {
#pragma unroll
      for (int a = 0; a < 4; ++a) {
#pragma unroll
        for (int b = 0; b < 4; ++b) sums[a][b] = fmaf(x_tile[k][ty * 4 + a], w_tile[k][tx + 16 * b], sums[a][b]);
      }
    }
    __syncthreads();
  }
  for (int a = 0; a < 4; ++a) {
    for (int b = 0; b < 4; ++b) {
      const int row = first_row + ty * 4 + a, output = first_output + tx + 16 * b;
      if (row >= rows || output >= outputs) continue;
      const std::int64_t at = static_cast<std::int64_t>(row) * outputs + output;
      const float y = device_activate(job.activation, job.bias ? sums[a][b] + job.bias[output] : sums[a][b]);
      job.y[at] = job.residual ? y + job.residual[at] : y;
    }
  }
}

void run_float_gemm(const CudaCall& call, const Product& product) {
  const LinearJob& job = product.job;
  const dim3 grid(divide_up(product.rows, kTile), divide_up(job.w.rows, kTile));
  launch(call, &float_gemm_kernel, grid, dim3(256), 0, job, product.rows);
}

// ---- ops that are more than a product ---------------------------------------------------------------------------------

Product norm_linear_product(const CudaCall& call) {
  const auto params = call.params.as<NormLinearParams>();
  Product product = plain_product(call);
  product.job.norm_weight = call.in(2);
  product.job.norm_epsilon = params.epsilon;
  product.job.norm_groups = params.groups;
  product.job.bias = params.has_bias ? call.in(3) : nullptr;
  product.job.residual = params.has_residual ? call.in(params.has_bias ? 4 : 3) : nullptr;
  product.job.activation = params.activation;
  return product;
}

Product norm_linear_conv_product(const CudaCall& call) {
  const auto params = call.params.as<NormLinearConvParams>();
  Product product = plain_product(call);
  product.job.norm_weight = call.in(2);
  product.job.norm_epsilon = params.epsilon;
  const Shape& weight = call.in_shape(3);
  product.conv = {.weight = call.in(3),
                  .bias = params.has_bias ? call.in(5) : nullptr,
                  .y = call.out(1),
                  .states = call.states,
                  .slot = call.slot(4),
                  .first = static_cast<int>(params.first),
                  .channels = static_cast<int>(weight[1]),
                  .kernel = static_cast<int>(weight[0]),
                  .activation = params.activation};
  return product;
}

/// Ops that cuda_linear runs.
struct ProductOp {
  std::string_view op;
  Product (*product)(const CudaCall& call);
};
constexpr ProductOp kProductOps[] = {{"linear", &linear_product},
                                     {"norm_linear", &norm_linear_product},
                                     {"norm_linear_conv", &norm_linear_conv_product}};

Product product_of(const CudaCall& call) {
  const auto* found = std::find_if(std::begin(kProductOps), std::end(kProductOps),
                                   [&](const ProductOp& known) { return known.op == call.op; });
  return found->product(call);
}

/// Those that go to the tensor cores.
std::vector<Product> rounded_products(std::span<const CudaCall> calls) {
  std::vector<Product> products;
  for (const auto& call : calls) {
    if (!in_floats(call)) products.push_back(linear_product(call));
  }
  return products;
}

bool is_expert_gemv(const CudaCall& call) {
  return in_floats(call) || call.in_shape(1).rows() <= kMostExpertGemvX;
}

}  // namespace

bool cuda_linear_is_gemv(const CudaCall& call) {
  return call.in_shape(1).rows() <= kMostGemvX;
}

bool cuda_is_product(std::string_view op) {
  return std::any_of(std::begin(kProductOps), std::end(kProductOps),
                     [&](const ProductOp& known) { return known.op == op; });
}

bool cuda_supports_linear(const CudaCall& call) {
  if (!call.inputs[0].matrix) return false;
  if (call.op == "linear") return has_device_activation(call.params.as<LinearParams>().activation);
  if (!cuda_linear_is_gemv(call)) return false;
  if (call.op == "norm_linear") {
    const auto params = call.params.as<NormLinearParams>();
    return has_device_activation(params.activation) && params.groups <= kMostNormGroups;
  }
  return has_device_activation(call.params.as<NormLinearConvParams>().activation);
}

bool cuda_supports_linear_scan(const CudaCall& call) {
  constexpr std::int64_t kMostStates = 256;
  const DeviceMatrix* w = call.inputs[0].matrix;
  return w && w->columns <= kMostScanRank && call.in_shape(7)[0] <= kMostStates;
}

void cuda_linear_scan(const CudaCall& call) {
  const auto params = call.params.as<LinearScanParams>();
  const auto norm = [&](int i) { return params.has_norms ? call.in(i) : nullptr; };
  const ScanJob job{.w = *call.inputs[0].matrix,
                    .inputs = call.in(1),
                    .bias = call.in(2),
                    .u = call.in(3),
                    .a = call.in(4),
                    .d = call.in(5),
                    .z = call.in(6),
                    .dt_norm = norm(8),
                    .b_norm = norm(9),
                    .c_norm = norm(10),
                    .y = call.out(0),
                    .states = call.states,
                    .slot = call.slot(7),
                    .inputs_width = static_cast<int>(call.in_shape(1).last()),
                    .dt_first = params.dt_first,
                    .b_first = params.b_first,
                    .c_first = params.c_first,
                    .z_width = static_cast<int>(call.in_shape(6).last()),
                    .z_first = params.z_first,
                    .count = static_cast<int>(call.in_shape(7)[0]),
                    .epsilon = params.epsilon};
  format_kernels(job.w.format).scan(call, job);
}

void cuda_linear(std::span<const CudaCall> calls) {
  if (cuda_linear_is_gemv(calls[0])) {
    std::vector<Product> products;
    for (const auto& call : calls) products.push_back(product_of(call));
    return run_gemv(calls[0], products);
  }
  for (const auto& call : calls) {
    if (in_floats(call)) run_float_gemm(call, linear_product(call));
  }
  const auto rounded = rounded_products(calls);
  if (!rounded.empty()) run_gemm(calls[0], rounded);
}

std::int64_t cuda_linear_scratch(std::span<const CudaCall> calls) {
  if (cuda_linear_is_gemv(calls[0])) return 0;
  const auto rounded = rounded_products(calls);
  return rounded.empty() ? 0 : gemm_scratch(rounded);
}

bool cuda_supports_grouped_linear(const CudaCall& call) {
  constexpr std::int64_t kMostRows = 65535;  // of a grid
  return call.inputs[0].matrix && has_device_activation(call.params.as<Activation>()) &&
         call.in_shape(1).rows() <= kMostRows;
}

void cuda_grouped_linear(const CudaCall& call) {
  const Product product = grouped_product(call);
  if (is_expert_gemv(call)) return run_expert_gemv(call, product);
  run_gemm(call, std::span(&product, 1));
}

std::int64_t cuda_grouped_linear_scratch(const CudaCall& call) {
  if (is_expert_gemv(call)) return 0;
  const Product product = grouped_product(call);
  return gemm_scratch(std::span(&product, 1));
}

}  // namespace eddy
