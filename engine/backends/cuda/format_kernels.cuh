// Makes the FormatKernels of one format; each is compiled in a file of its own (format_kernels.cu.in).
#pragma once

#include "engine/backends/cuda/format_kernels.h"
#include "engine/backends/cuda/linear_few.cuh"
#include "engine/backends/cuda/linear_gemv.cuh"
#include "engine/backends/cuda/linear_gemv_plain.cuh"
#include "engine/backends/cuda/linear_scan.cuh"

namespace eddy {

template <WeightFormat F, class Tile>
void launch_gemv_tile(const CudaCall& call, const LinearJobs& jobs, dim3 grid, int warps) {
  launch(call, &gemv_kernel<F, Tile::kRows, Tile::kUnits, Tile::kWarps>, grid, dim3(32 * warps), 0, jobs);
}

template <WeightFormat F>
void launch_gemv(const CudaCall& call, const LinearJobs& jobs, dim3 grid, int warps, bool other) {
  if (other) {
    launch_gemv_tile<F, OtherTile<F>>(call, jobs, grid, warps);
  } else {
    launch_gemv_tile<F, GemvTile<F>>(call, jobs, grid, warps);
  }
}

template <WeightFormat F>
void launch_plain_gemv(const CudaCall& call, const LinearJobs& jobs, dim3 grid, int warps, bool other) {
  if (other) {
    launch(call, &plain_gemv_kernel<F, PlainTile<F>::kOtherRows>, grid, dim3(32 * warps), 0, jobs);
  } else {
    launch(call, &plain_gemv_kernel<F, PlainTile<F>::kRows>, grid, dim3(32 * warps), 0, jobs);
  }
}

template <WeightFormat F>
void launch_expert_gemv(const CudaCall& call, const ExpertJob& job, dim3 grid, int warps) {
  launch(call, &expert_gemv_kernel<F, GemvTile<F>::kRows>, grid, dim3(32 * warps), 0, job);
}

/// A thread per unit, rows one after the other. Eight neighbouring weights are one store: `columns` is a multiple of 8.
template <WeightFormat F>
__global__ void to_half_kernel(const __grid_constant__ DeviceMatrix w, int first, int rows, int columns, __half* out) {
  using Format = DeviceFormat<F>;
  begin_kernel();
  const int units = divide_up(w.columns, Format::kUnit), index = blockIdx.x * blockDim.x + threadIdx.x;
  const int row_index = index / units, unit = index % units;
  if (row_index >= rows) return;
  __half* row = out + static_cast<std::int64_t>(row_index) * columns;
  float values[Format::kUnit];
  Format::decode(Format::read(w, first + row_index, unit), unit, values);
#pragma unroll
  for (int i = 0; i < Format::kUnit; i += 8) {
    __half2 eight[4];
#pragma unroll
    for (int k = 0; k < 4; ++k) eight[k] = __floats2half2_rn(values[i + 2 * k], values[i + 2 * k + 1]);
    const int column = Format::column(unit, i);
    if (column < columns) *reinterpret_cast<uint4*>(row + column) = *reinterpret_cast<const uint4*>(eight);
  }
  if (unit != units - 1) return;
  for (int column = units * Format::kUnit; column < columns; ++column) row[column] = __half(0.0f);
}

template <WeightFormat F>
void launch_to_half(const CudaCall& call, const DeviceMatrix& w, int first, int rows, int columns, __half* out) {
  const int units = rows * divide_up(w.columns, DeviceFormat<F>::kUnit);
  launch(call, &to_half_kernel<F>, dim3(divide_up(units, 256)), dim3(256), 0, w, first, rows, columns, out);
}

/// blockIdx.x: the token.
template <WeightFormat F>
__global__ void embed_kernel(const __grid_constant__ DeviceMatrix w, const std::int32_t* tokens, float* out) {
  using Format = DeviceFormat<F>;
  begin_kernel();
  float* row = out + static_cast<std::int64_t>(blockIdx.x) * w.columns;
  const int units = divide_up(w.columns, Format::kUnit);
  for (int unit = threadIdx.x; unit < units; unit += blockDim.x) {
    float values[Format::kUnit];
    Format::decode(Format::read(w, tokens[blockIdx.x], unit), unit, values);
#pragma unroll
    for (int i = 0; i < Format::kUnit; ++i) {
      const int column = Format::column(unit, i);
      if (column < w.columns) row[column] = values[i];
    }
  }
}

template <WeightFormat F>
void launch_embed(const CudaCall& call, const DeviceMatrix& w, float* out) {
  launch(call, &embed_kernel<F>, dim3(static_cast<unsigned>(call.rows())), dim3(128), 0, w, call.token_ids, out);
}

template <WeightFormat F>
void launch_linear_scan(const CudaCall& call, const ScanJob& job) {
  const dim3 grid(divide_up(job.w.rows, linear_scan::kChannels), static_cast<unsigned>(call.sequences));
  launch(call, &linear_scan_kernel<F>, grid, dim3(linear_scan::kThreads), 0, job);
}

template <WeightFormat F>
constexpr FormatKernels make_format_kernels() {
  FormatKernels kernels{.rows_per_warp = GemvTile<F>::kRows,
                        .other_rows_per_warp = OtherTile<F>::kRows,
                        .most_warps = GemvTile<F>::kWarps,
                        .other_most_warps = OtherTile<F>::kWarps,
                        .unit = DeviceFormat<F>::kUnit,
                        .units = GemvTile<F>::kUnits,
                        .other_units = OtherTile<F>::kUnits,
                        .gemv = &launch_gemv<F>,
                        .plain_rows_per_warp = PlainTile<F>::kRows,
                        .other_plain_rows_per_warp = PlainTile<F>::kOtherRows,
                        .most_plain_warps = PlainTile<F>::kWarps,
                        .plain_gemv = &launch_plain_gemv<F>,
                        .expert_gemv = &launch_expert_gemv<F>,
                        .scan = &launch_linear_scan<F>,
                        .to_half = &launch_to_half<F>,
                        .embed = &launch_embed<F>};
  if constexpr (PackedDot<F>::kExists) kernels.shared_fours = SharedX<F>::kFours;
  if constexpr (DeviceFormat<F>::kUnit >= 16) kernels.few_rows = &launch_few_rows<F>;
  return kernels;
}

}  // namespace eddy
