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

}  // namespace

void cuda_norm(const CudaCall& call) {
  const auto params = call.params.as<NormParams>();
  const Shape& shape = call.in_shape(0);
  const auto size = static_cast<int>(shape.last() / params.groups);
  launch(call, &norm_kernel<true>, dim3(static_cast<unsigned>(shape.rows() * params.groups)), dim3(threads_for(size)),
         0, call.in(0), call.in(1), call.in(2), call.out(0), size, static_cast<int>(params.groups),
         static_cast<int>(shape.last()), params.epsilon);
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
  const Shape& shape = call.in_shape(0);
  const auto size = static_cast<int>(shape.last() / params.groups);
  launch(call, &norm_kernel<false>, dim3(static_cast<unsigned>(shape.rows() * params.groups)), dim3(threads_for(size)),
         0, call.in(0), call.in(1), static_cast<const float*>(nullptr), call.out(0), size,
         static_cast<int>(params.groups), static_cast<int>(call.in_shape(1).elements()), params.epsilon);
}

}  // namespace eddy
