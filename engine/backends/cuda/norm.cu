// layer_norm, group_norm, rms_norm, l2_norm.
#include "engine/backends/cuda/launch.cuh"
#include "engine/ops/l2_norm.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

/// One block per part of a row: blockIdx.x = row * groups + group.
template <bool kCentred>
__global__ void norm_kernel(const float* x, const float* weight, const float* bias, float* y, int size, int groups,
                            int weights, float epsilon) {
  __shared__ float scratch[33];
  begin_kernel();
  const std::int64_t begin = static_cast<std::int64_t>(blockIdx.x) * size;
  const int first = static_cast<int>(blockIdx.x % groups) * size % weights;
  float mean = 0;
  if (kCentred) {
    for (int i = threadIdx.x; i < size; i += blockDim.x) mean += x[begin + i];
    mean = block_sum(mean, scratch) / size;
  }
  float squares = 0;
  for (int i = threadIdx.x; i < size; i += blockDim.x) {
    const float centred = x[begin + i] - mean;
    squares += centred * centred;
  }
  const float scale = 1.0f / sqrtf(block_sum(squares, scratch) / size + epsilon);
  for (int i = threadIdx.x; i < size; i += blockDim.x) {
    const float normed = (x[begin + i] - mean) * scale * weight[first + i];
    y[begin + i] = kCentred ? normed + bias[first + i] : normed;
  }
}

constexpr int kFewThreads = 256, kOwnFours = 128;

/// Few long rows: several blocks a row, each sums all of it and writes its part. blockIdx: (part, row and group).
template <bool kCentred, int kFours>
__global__ void __launch_bounds__(kFewThreads)
    few_norms_kernel(const float* x, const float* weight, const float* bias, float* y, int size, int groups,
                     int weights, float epsilon) {
  __shared__ float scratch[33];
  const auto fours = [](const float* p) { return reinterpret_cast<const float4*>(p); };
  const std::int64_t begin = static_cast<std::int64_t>(blockIdx.y) * size;
  const int first = static_cast<int>(blockIdx.y % groups) * size % weights, count = size / 4;
  const int own = blockIdx.x * kOwnFours + threadIdx.x;
  const bool writes = threadIdx.x < kOwnFours && own < count;
  float4 w = {}, b = {};
  if (writes) w = fours(weight + first)[own];
  if (kCentred && writes) b = fours(bias + first)[own];
  begin_kernel();
  float4 all[kFours];
  float mean = 0, squares = 0;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFewThreads + static_cast<int>(threadIdx.x);
    all[i] = at < count ? fours(x + begin)[at] : float4{};
    mean += (all[i].x + all[i].y) + (all[i].z + all[i].w);
  }
  float4 out = writes ? fours(x + begin)[own] : float4{};
  mean = kCentred ? block_sum(mean, scratch) / size : 0.0f;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    if (i * kFewThreads + static_cast<int>(threadIdx.x) >= count) break;
    const float4 c = {all[i].x - mean, all[i].y - mean, all[i].z - mean, all[i].w - mean};
    squares += (c.x * c.x + c.y * c.y) + (c.z * c.z + c.w * c.w);
  }
  const float scale = 1.0f / sqrtf(block_sum(squares, scratch) / size + epsilon);
  if (!writes) return;
  out = {(out.x - mean) * scale * w.x + b.x, (out.y - mean) * scale * w.y + b.y, (out.z - mean) * scale * w.z + b.z,
         (out.w - mean) * scale * w.w + b.w};
  reinterpret_cast<float4*>(y + begin)[own] = out;
}

/// Many long rows: a block a row or group of one, which stays in registers between the sums. blockIdx.x as
/// norm_kernel's.
template <bool kCentred, int kFours>
__global__ void __launch_bounds__(kFewThreads)
    long_norms_kernel(const float* x, const float* weight, const float* bias, float* y, int size, int groups,
                      int weights, float epsilon) {
  __shared__ float scratch[33];
  begin_kernel();
  const auto fours = [](const float* p) { return reinterpret_cast<const float4*>(p); };
  const std::int64_t begin = static_cast<std::int64_t>(blockIdx.x) * size;
  const int first = static_cast<int>(blockIdx.x % groups) * size % weights, count = size / 4;
  float4 all[kFours];
  float mean = 0, squares = 0;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFewThreads + static_cast<int>(threadIdx.x);
    all[i] = at < count ? fours(x + begin)[at] : float4{};
    mean += (all[i].x + all[i].y) + (all[i].z + all[i].w);
  }
  mean = kCentred ? block_sum(mean, scratch) / size : 0.0f;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    if (i * kFewThreads + static_cast<int>(threadIdx.x) >= count) break;
    const float4 c = {all[i].x - mean, all[i].y - mean, all[i].z - mean, all[i].w - mean};
    squares += (c.x * c.x + c.y * c.y) + (c.z * c.z + c.w * c.w);
    all[i] = c;
  }
  const float scale = 1.0f / sqrtf(block_sum(squares, scratch) / size + epsilon);
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFewThreads + static_cast<int>(threadIdx.x);
    if (at >= count) break;
    const float4 c = all[i], w = fours(weight + first)[at], b = kCentred ? fours(bias + first)[at] : float4{};
    reinterpret_cast<float4*>(y + begin)[at] = {c.x * scale * w.x + b.x, c.y * scale * w.y + b.y,
                                                c.z * scale * w.z + b.z, c.w * scale * w.w + b.w};
  }
}

__global__ void l2_norm_kernel(const float* x, float* y, int size, float epsilon, float scale) {
  __shared__ float scratch[33];
  begin_kernel();
  const std::int64_t begin = static_cast<std::int64_t>(blockIdx.x) * size;
  float squares = 0;
  for (int i = threadIdx.x; i < size; i += blockDim.x) squares += x[begin + i] * x[begin + i];
  const float factor = scale / sqrtf(block_sum(squares, scratch) + epsilon);
  for (int i = threadIdx.x; i < size; i += blockDim.x) y[begin + i] = x[begin + i] * factor;
}

int threads_for(std::int64_t size) {
  return size >= 2048 ? 512 : size >= 512 ? 256 : size > 64 ? 128 : 32;
}

/// Rows in registers: a few are shared by several blocks each.
template <bool kCentred, int kFours>
void launch_long_norms(const CudaCall& call, const float* bias, int size, int groups, int weights, float epsilon) {
  constexpr unsigned kFewRows = 16;
  const auto rows = static_cast<unsigned>(call.in_shape(0).rows() * groups);
  if (rows > kFewRows) {
    return launch(call, &long_norms_kernel<kCentred, kFours>, dim3(rows), dim3(kFewThreads), 0, call.in(0), call.in(1),
                  bias, call.out(0), size, groups, weights, epsilon);
  }
  launch(call, &few_norms_kernel<kCentred, kFours>, dim3(divide_up(size / 4, kOwnFours), rows), dim3(kFewThreads), 0,
         call.in(0), call.in(1), bias, call.out(0), size, groups, weights, epsilon);
}

/// `bias` null: without.
template <bool kCentred>
void launch_norms(const CudaCall& call, const float* bias, std::int64_t groups, std::int64_t weights, float epsilon) {
  constexpr std::int64_t kLeastSize = 512, kFour = 4;
  const Shape& shape = call.in_shape(0);
  const auto size = static_cast<int>(shape.last() / groups), parts = static_cast<int>(groups),
             width = static_cast<int>(weights);
  const std::int64_t rows = shape.rows() * groups;
  constexpr int kShort = 2, kMiddle = 5, kLong = 10;
  const int fours = divide_up(size / 4, kFewThreads);
  const bool in_registers = size >= kLeastSize && size % kFour == 0 && width % kFour == 0 && fours <= kLong;
  if (!in_registers) {
    launch(call, &norm_kernel<kCentred>, dim3(static_cast<unsigned>(rows)), dim3(threads_for(size)), 0, call.in(0),
           call.in(1), bias, call.out(0), size, parts, width, epsilon);
  } else if (fours <= kShort) {
    launch_long_norms<kCentred, kShort>(call, bias, size, parts, width, epsilon);
  } else if (fours <= kMiddle) {
    launch_long_norms<kCentred, kMiddle>(call, bias, size, parts, width, epsilon);
  } else {
    launch_long_norms<kCentred, kLong>(call, bias, size, parts, width, epsilon);
  }
}

}  // namespace

void cuda_norm(const CudaCall& call) {
  const auto params = call.params.as<NormParams>();
  launch_norms<true>(call, call.in(2), params.groups, call.in_shape(0).last(), params.epsilon);
}

void cuda_l2_norm(const CudaCall& call) {
  const auto params = call.params.as<L2NormParams>();
  const Shape& shape = call.in_shape(0);
  const auto size = static_cast<int>(shape.last() / params.groups);
  launch(call, &l2_norm_kernel, dim3(static_cast<unsigned>(shape.rows() * params.groups)), dim3(threads_for(size)), 0,
         call.in(0), call.out(0), size, params.epsilon, params.scale);
}

void cuda_rms_norm(const CudaCall& call) {
  const auto params = call.params.as<RmsNormParams>();
  launch_norms<false>(call, nullptr, params.groups, call.in_shape(1).elements(), params.epsilon);
}

}  // namespace eddy
