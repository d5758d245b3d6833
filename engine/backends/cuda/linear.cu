#include <algorithm>
#include <vector>

#include "engine/backends/cuda/format_kernels.h"
#include "engine/backends/cuda/linear.h"
#include "engine/backends/cuda/linear_gemm.cuh"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostGemvX = 4;
constexpr int kPreferredWarps = 8;                   // of a gemv block
constexpr std::int64_t kWeightScratch = 64LL << 20;  // bytes of fp16 weights unpacked at a time
constexpr std::int64_t kAlignment = 256;

std::int64_t aligned(std::int64_t bytes) {
  return divide_up(bytes, kAlignment) * kAlignment;
}

/// Rows of x: fewer than the plan's where only last tokens go on.
std::int64_t rows_of(const CudaCall& call) {
  return call.in_shape(1).rows();
}

/// float32 weights are rounded to fp16 for the tensor cores only where the model has other weights that are less exact.
bool in_floats(const CudaCall& call) {
  return call.exact && call.inputs[0].matrix->format == WeightFormat::F32;
}

LinearJob job_of(const CudaCall& call) {
  const auto params = call.params.as<LinearParams>();
  return {.w = *call.inputs[0].matrix,
          .x = call.in(1),
          .y = call.out(0),
          .bias = params.has_bias ? call.in(2) : nullptr,
          .residual = params.has_residual ? call.in(params.has_bias ? 3 : 2) : nullptr,
          .activation = params.activation};
}

// ---- few rows of x --------------------------------------------------------------------------------------------------

/// Warps along a row: as few passes over it as `most` allow, and no more warps than those passes need.
int warps_along(const DeviceMatrix& w, int unit, int units_at_once, int most) {
  const int parts = divide_up(divide_up(w.columns, unit), 32 * units_at_once);
  return std::max(1, divide_up(parts, divide_up(parts, most)));
}

/// Rows so long that even all warps together pass over them several times.
bool is_deep(const DeviceMatrix& w, const FormatKernels& kernels) {
  return kernels.other_units > 1 && w.columns > kernels.unit * 32 * kernels.most_warps;
}

bool is_packed(WeightFormat format) {
  return format != WeightFormat::F16 && format != WeightFormat::F32 && format != WeightFormat::BF16;
}

/// How the jobs of one launch share its blocks.
struct GemvShape {
  int warps = 0, blocks = 0;
};

GemvShape divide_among_blocks(std::span<LinearJob> jobs, WeightFormat format, bool other) {
  const FormatKernels& kernels = format_kernels(format);
  GemvShape shape;
  int widest = 1;
  for (LinearJob& job : jobs) {
    const bool own = other && job.w.format == format;
    job.along =
        warps_along(job.w, format_kernels(job.w.format).unit, own ? kernels.other_units : 1, kernels.most_warps);
    widest = std::max(widest, job.along);
  }
  // Whole groups of warps, about eight in all.
  shape.warps = widest * std::max(1, std::min(divide_up(kPreferredWarps, widest), kernels.most_warps / widest));
  for (LinearJob& job : jobs) {
    const bool own = other && job.w.format == format;
    const int per_warp = own ? kernels.other_rows_per_warp : format_kernels(job.w.format).rows_per_warp;
    job.first_block = shape.blocks;
    shape.blocks += divide_up(job.w.rows, shape.warps / job.along * per_warp);
  }
  return shape;
}

/// One launch for all jobs: of `format`, and of F16 and F32, which every kernel can do beside its own.
void launch_gemv_jobs(const CudaCall& call, LinearJobs& jobs, WeightFormat format) {
  constexpr int kEnoughBlocks = 128;
  const FormatKernels& kernels = format_kernels(format);
  const auto all = std::span(jobs.jobs, static_cast<std::size_t>(jobs.count));
  bool other = std::all_of(all.begin(), all.end(),
                           [&](const LinearJob& job) { return job.w.format == format && is_deep(job.w, kernels); });
  GemvShape shape = divide_among_blocks(all, format, other);
  if (is_packed(format) && shape.blocks < kEnoughBlocks) {
    other = true;
    shape = divide_among_blocks(all, format, other);
  }
  kernels.gemv(call, jobs, dim3(shape.blocks, static_cast<unsigned>(rows_of(call))), shape.warps, other);
}

/// What every gemv kernel can do beside its own format.
bool goes_along(WeightFormat format) {
  return format == WeightFormat::F16 || format == WeightFormat::F32;
}

void run_gemv(std::span<const CudaCall> calls) {
  std::vector<LinearJob> waiting;
  for (const auto& call : calls) waiting.push_back(job_of(call));
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
    launch_gemv_jobs(calls[0], jobs, format);
  }
}

// ---- many rows of x -------------------------------------------------------------------------------------------------

struct ToHalfJobs {
  static constexpr int kMost = 8;
  const float* x[kMost];
  __half* out[kMost];
  float* scales[kMost];
};

/// What to multiply a row with so that its largest number is near 256: a power of two, so nothing is rounded by it.
__device__ __forceinline__ float row_scale(float largest) {
  int exponent = 0;
  if (largest > 0 && largest < INFINITY) frexpf(largest, &exponent);
  return ldexpf(1.0f, min(max(8 - exponent, -126), 126));
}

__device__ __forceinline__ float block_max(float x, float* scratch) {
  x = warp_max(x);
  if (threadIdx.x % 32 == 0) scratch[threadIdx.x / 32] = x;
  __syncthreads();
  x = scratch[0];
  for (unsigned w = 1; w < blockDim.x / 32; ++w) x = fmaxf(x, scratch[w]);
  return x;
}

/// Rows as fp16, scaled: nothing overflows, and what is 2^-22 of the largest number still counts. blockIdx.x: the row,
/// blockIdx.y: the job. All jobs have the same columns.
__global__ void rows_to_half_kernel(const __grid_constant__ ToHalfJobs jobs, int columns, int padded) {
  __shared__ float shared[33];
  begin_kernel();
  const float* x = jobs.x[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * columns;
  __half* out = jobs.out[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * padded;
  float largest = 0;
  for (int i = threadIdx.x; i < columns; i += blockDim.x) largest = fmaxf(largest, fabsf(x[i]));
  const float up = row_scale(block_max(largest, shared));
  for (int i = threadIdx.x; i < padded; i += blockDim.x) out[i] = __float2half_rn(i < columns ? x[i] * up : 0.0f);
  if (threadIdx.x == 0) jobs.scales[blockIdx.y][blockIdx.x] = 1.0f / up;
}

constexpr int kFoursThreads = 256;

/// The same for columns in fours, kFours of them a thread and kept in registers: each number is read once.
template <int kFours>
__global__ void __launch_bounds__(kFoursThreads)
    rows_to_half_in_fours_kernel(const __grid_constant__ ToHalfJobs jobs, int columns, int padded) {
  __shared__ float shared[33];
  begin_kernel();
  const auto* x = reinterpret_cast<const float4*>(jobs.x[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * columns);
  auto* out = reinterpret_cast<uint2*>(jobs.out[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * padded);
  float4 fours[kFours];
  float largest = 0;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    fours[i] = at < columns / 4 ? x[at] : float4{0, 0, 0, 0};
  }
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const float4 f = fours[i];
    largest = fmaxf(largest, fmaxf(fmaxf(fabsf(f.x), fabsf(f.y)), fmaxf(fabsf(f.z), fabsf(f.w))));
  }
  const float up = row_scale(block_max(largest, shared));
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    const float4 f = fours[i];
    const __half2 two[2] = {__floats2half2_rn(f.x * up, f.y * up), __floats2half2_rn(f.z * up, f.w * up)};
    if (at < padded / 4) out[at] = *reinterpret_cast<const uint2*>(two);
  }
  if (threadIdx.x == 0) jobs.scales[blockIdx.y][blockIdx.x] = 1.0f / up;
}

void launch_to_half(const CudaCall& call, const ToHalfJobs& jobs, int count, int columns, int padded) {
  constexpr int kShort = 2, kMiddle = 4, kLong = 10;
  const dim3 grid(static_cast<unsigned>(rows_of(call)), count);
  const int fours = divide_up(padded / 4, kFoursThreads);
  if (columns % 4 != 0 || fours > kLong) {
    launch(call, &rows_to_half_kernel, grid, dim3(256), 0, jobs, columns, padded);
  } else if (fours <= kShort) {
    launch(call, &rows_to_half_in_fours_kernel<kShort>, grid, dim3(kFoursThreads), 0, jobs, columns, padded);
  } else if (fours <= kMiddle) {
    launch(call, &rows_to_half_in_fours_kernel<kMiddle>, grid, dim3(kFoursThreads), 0, jobs, columns, padded);
  } else {
    launch(call, &rows_to_half_in_fours_kernel<kLong>, grid, dim3(kFoursThreads), 0, jobs, columns, padded);
  }
}

/// Rows `first` on of a matrix, as a GEMM takes them.
struct Piece {
  const CudaCall* call;
  int first, rows;
  bool packed;  // has to be unpacked into scratch memory
};

int padded_depth(const DeviceMatrix& w) {
  return divide_up(w.columns, gemm::kDepth) * gemm::kDepth;
}

std::int64_t half_bytes(int rows, int columns) {
  return aligned(std::int64_t{2} * rows * columns);
}

/// Every matrix in pieces that fit into the scratch memory for weights.
std::vector<Piece> cut_into_pieces(std::span<const CudaCall> calls) {
  std::vector<Piece> pieces;
  for (const auto& call : calls) {
    const DeviceMatrix& w = *call.inputs[0].matrix;
    const bool packed = w.format != WeightFormat::F16 || w.columns % gemm::kDepth != 0;
    const int most = packed ? std::max<int>(1, static_cast<int>(kWeightScratch / (2 * padded_depth(w)))) : w.rows;
    for (int first = 0; first < w.rows; first += most) {
      pieces.push_back({&call, first, std::min(most, w.rows - first), packed});
    }
  }
  return pieces;
}

std::int64_t x_scratch(const CudaCall& call) {
  return half_bytes(static_cast<int>(rows_of(call)), padded_depth(*call.inputs[0].matrix)) + aligned(4 * rows_of(call));
}

struct HalfRows {
  const float* x;
  __half* rows;
  float* scales;
};

/// Turns each x of the calls once; returns where they are and moves `free` past them.
std::vector<HalfRows> rows_to_half(std::span<const CudaCall> calls, std::byte*& free) {
  std::vector<HalfRows> done;
  for (const auto& first : calls) {
    ToHalfJobs jobs{};
    int count = 0;
    const DeviceMatrix& w = *first.inputs[0].matrix;
    for (const auto& call : calls) {  // those of the same width go in one launch
      const bool seen = std::any_of(done.begin(), done.end(), [&](const auto& d) { return d.x == call.in(1); });
      if (seen || call.inputs[0].matrix->columns != w.columns || count == ToHalfJobs::kMost) continue;
      HalfRows rows{call.in(1), reinterpret_cast<__half*>(free),
                    reinterpret_cast<float*>(free + half_bytes(static_cast<int>(rows_of(call)), padded_depth(w)))};
      free += x_scratch(call);
      jobs.x[count] = rows.x;
      jobs.out[count] = rows.rows;
      jobs.scales[count++] = rows.scales;
      done.push_back(rows);
    }
    if (count == 0) continue;
    launch_to_half(first, jobs, count, w.columns, padded_depth(w));
  }
  return done;
}

GemmJob gemm_job(const Piece& piece, const std::vector<HalfRows>& all_x, const __half* unpacked) {
  const CudaCall& call = *piece.call;
  const LinearJob whole = job_of(call);
  const auto x = std::find_if(all_x.begin(), all_x.end(), [&](const auto& h) { return h.x == whole.x; });
  const std::int64_t pitch = unpacked ? padded_depth(whole.w) : whole.w.pitch[0] / 2;
  const auto* stored = reinterpret_cast<const __half*>(whole.w.planes[0]) + piece.first * pitch;
  return {.x = x->rows,
          .scales = x->scales,
          .w = unpacked ? unpacked : stored,
          .y = whole.y + piece.first,
          .bias = whole.bias ? whole.bias + piece.first : nullptr,
          .residual = whole.residual ? whole.residual + piece.first : nullptr,
          .pitch = pitch,
          .stride = whole.w.rows,
          .rows = static_cast<int>(rows_of(call)),
          .outputs = piece.rows,
          .depth = padded_depth(whole.w),
          .activation = whole.activation};
}

int blocks_of(const GemmJob& job, int outputs) {
  return divide_up(job.rows, gemm::kRows) * divide_up(job.outputs, outputs);
}

template <int kOutputs, int kRowWarps, int kStages>
void launch_gemm(const CudaCall& call, GemmJobs& jobs) {
  constexpr auto kernel = &gemm_kernel<kOutputs, kRowWarps, kStages>;
  constexpr std::size_t shared = gemm::shared_bytes(kOutputs, kStages);
  // For this device; a failure shows at the launch.
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(shared));
  int block = 0;
  for (int i = 0; i < jobs.count; ++i) {
    jobs.jobs[i].first_block = block;
    block += blocks_of(jobs.jobs[i], kOutputs);
  }
  launch(call, kernel, dim3(block), dim3(gemm::kThreads), shared, jobs);
}

/// Wide blocks do more with what they read, but there must be enough of them for all multiprocessors.
void launch_gemm_jobs(const CudaCall& call, GemmJobs& jobs) {
  constexpr int kWide = 128, kNarrow = 64, kEnoughBlocks = 160;
  int blocks = 0, device = 0, shared = 0;
  for (int i = 0; i < jobs.count; ++i) blocks += blocks_of(jobs.jobs[i], kWide);
  cudaGetDevice(&device);
  cudaDeviceGetAttribute(&shared, cudaDevAttrMaxSharedMemoryPerBlockOptin, device);
  if (shared < static_cast<int>(gemm::shared_bytes(kWide, 3))) {
    launch_gemm<kNarrow, 4, 2>(call, jobs);
  } else if (blocks >= kEnoughBlocks) {
    launch_gemm<kWide, 2, 3>(call, jobs);
  } else {
    launch_gemm<kNarrow, 4, 3>(call, jobs);
  }
}

void run_gemm(std::span<const CudaCall> calls) {
  auto* free = static_cast<std::byte*>(calls[0].scratch.bytes);
  const auto all_x = rows_to_half(calls, free);
  const auto pieces = cut_into_pieces(calls);
  for (std::size_t next = 0; next < pieces.size();) {
    GemmJobs jobs;
    std::int64_t used = 0;
    for (; next < pieces.size() && jobs.count < GemmJobs::kMost; ++next) {
      const Piece& piece = pieces[next];
      const DeviceMatrix& w = *piece.call->inputs[0].matrix;
      __half* unpacked = nullptr;
      if (piece.packed) {
        const std::int64_t bytes = half_bytes(piece.rows, padded_depth(w));
        if (used > 0 && used + bytes > kWeightScratch) break;
        unpacked = reinterpret_cast<__half*>(free + used);
        used += bytes;
        format_kernels(w.format).to_half(calls[0], w, piece.first, piece.rows, padded_depth(w), unpacked);
      }
      jobs.jobs[jobs.count++] = gemm_job(piece, all_x, unpacked);
    }
    launch_gemm_jobs(calls[0], jobs);
  }
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

void run_float_gemm(const CudaCall& call) {
  const LinearJob job = job_of(call);
  const int rows = static_cast<int>(rows_of(call));
  launch(call, &float_gemm_kernel, dim3(divide_up(rows, kTile), divide_up(job.w.rows, kTile)), dim3(256), 0, job, rows);
}

}  // namespace

bool cuda_linear_is_gemv(const CudaCall& call) {
  return rows_of(call) <= kMostGemvX;
}

bool cuda_supports_linear(const CudaCall& call) {
  return call.inputs[0].matrix && has_device_activation(call.params.as<LinearParams>().activation);
}

void cuda_linear(std::span<const CudaCall> calls) {
  if (cuda_linear_is_gemv(calls[0])) return run_gemv(calls);
  std::vector<CudaCall> halves;
  for (const auto& call : calls) {
    if (in_floats(call)) {
      run_float_gemm(call);
    } else {
      halves.push_back(call);
    }
  }
  if (!halves.empty()) run_gemm(halves);
}

std::int64_t cuda_linear_scratch(std::span<const CudaCall> calls) {
  if (cuda_linear_is_gemv(calls[0])) return 0;
  std::int64_t x = 0, weights = 0;
  for (const auto& call : calls) {
    if (!in_floats(call)) x += x_scratch(call);
  }
  for (const auto& piece : cut_into_pieces(calls)) {
    if (piece.packed) weights += half_bytes(piece.rows, padded_depth(*piece.call->inputs[0].matrix));
  }
  return x + std::min(weights, kWeightScratch + kAlignment);
}

}  // namespace eddy
