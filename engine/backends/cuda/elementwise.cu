// Ops in which every output is a function of few numbers; rotary embedding.
#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/backends/cuda/map.cuh"
#include "engine/ops/gate.h"
#include "engine/ops/repeat_heads.h"
#include "engine/ops/rotary.h"
#include "engine/ops/sigmoid_decay.h"

namespace eddy {
namespace {

struct Multiply {
  const float *a, *b;
  __device__ float operator()(std::int64_t i) const { return a[i] * b[i]; }
};

struct Lerp {
  const float *a, *b, *s;
  __device__ float operator()(std::int64_t i) const { return a[i] + (b[i] - a[i]) * s[i]; }
};

struct MultiplyAdd {  // a product and a sum, each rounded, as the contract says
  const float *a, *b, *c;
  __device__ float operator()(std::int64_t i) const { return __fadd_rn(__fmul_rn(a[i], b[i]), c[i]); }
};

struct Scale {
  const float* x;
  float s;
  __device__ float operator()(std::int64_t i) const { return s * x[i]; }
};

struct SigmoidDecay {
  const float* x;
  SigmoidDecayParams params;
  __device__ float operator()(std::int64_t i) const {
    const float log_sigmoid = fminf(x[i], 0.0f) - log1pf(expf(-fabsf(x[i])));
    return expf(fmaxf(log_sigmoid / params.root, params.smallest_log));
  }
};

struct LastToken {
  const float* x;
  std::int64_t tokens, channels;
  __device__ float operator()(std::int64_t i) const {
    return x[((i / channels + 1) * tokens - 1) * channels + i % channels];
  }
};

struct Add {
  const float *a, *b;
  __device__ float operator()(std::int64_t i) const { return a[i] + b[i]; }
};

/// Several runs of columns at once.
struct ColumnJobs {
  const float* x[kMostColumnJobs];
  float* y[kMostColumnJobs];
  std::int64_t n[kMostColumnJobs];
  int count[kMostColumnJobs], width[kMostColumnJobs], first[kMostColumnJobs];
};

/// blockIdx.y: the job.
__global__ void columns_kernel(const __grid_constant__ ColumnJobs jobs) {
  begin_kernel();
  const int j = blockIdx.y, count = jobs.count[j];
  const float* x = jobs.x[j] + jobs.first[j];
  for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x; i < jobs.n[j];
       i += static_cast<std::int64_t>(gridDim.x) * blockDim.x) {
    jobs.y[j][i] = x[i / count * jobs.width[j] + i % count];
  }
}

struct Gate {
  const float *x, *z;
  std::int64_t channels, width, first;
  Activation activation;
  __device__ float operator()(std::int64_t i) const {
    return x[i] * device_activate(activation, z[i / channels * width + first + i % channels]);
  }
};

struct ScaleChannels {
  const float *x, *weight;
  std::int64_t channels;
  __device__ float operator()(std::int64_t i) const { return x[i] * weight[i % channels]; }
};

struct JoinColumns {
  const float *a, *b;
  std::int64_t first, second;
  __device__ float operator()(std::int64_t i) const {
    const std::int64_t row = i / (first + second), at = i % (first + second);
    return at < first ? a[row * first + at] : b[row * second + at - first];
  }
};

struct SoftCap {
  const float* x;
  float cap;
  __device__ float operator()(std::int64_t i) const { return cap * tanhf(x[i] / cap); }
};

struct AddWeighted {
  const float *a, *b, *weights;
  std::int64_t channels;
  __device__ float operator()(std::int64_t i) const { return a[i] + weights[i / channels] * b[i]; }
};

struct SoftplusDecay {
  const float *x, *a, *bias;
  std::int64_t channels;
  __device__ float operator()(std::int64_t i) const {
    const std::int64_t c = i % channels;
    return expf(a[c] * device_softplus(x[i] + bias[c]));
  }
};

struct RepeatHeads {
  const float* x;
  std::int64_t size, from, times;
  __device__ float operator()(std::int64_t i) const {
    const std::int64_t out = size * from * times, row = i / out, head = i % out / size;
    return x[row * size * from + head / times * size + i % size];
  }
};

struct Rotate {
  const float *x, *cosines, *sines;
  std::int64_t channels;
  int half, head_size;
  bool adjacent;
  __device__ float operator()(std::int64_t i) const {
    const std::int64_t row = i / channels;
    const int within = static_cast<int>(i % channels % head_size);
    if (within >= 2 * half) return x[i];
    const int pair = adjacent ? within / 2 : within % half, apart = adjacent ? 1 : half;
    const bool is_first = adjacent ? within % 2 == 0 : within < half;
    const float cosine = cosines[row * half + pair], sine = sines[row * half + pair];
    return is_first ? x[i] * cosine - x[i + apart] * sine : x[i - apart] * sine + x[i] * cosine;
  }
};

/// A block per sequence: every thread must have read the position before it moves on.
__global__ void rotary_table_kernel(const float* frequencies, float* const* states, std::int64_t slot, float* cosines,
                                    float* sines, int tokens, int half, float amplitude) {
  begin_kernel();
  float& position = states[blockIdx.x][slot];
  const float first = position;
  for (int i = threadIdx.x; i < tokens * half; i += blockDim.x) {
    const float angle = (first + static_cast<float>(i / half)) * frequencies[i % half];
    const std::int64_t at = static_cast<std::int64_t>(blockIdx.x) * tokens * half + i;
    cosines[at] = amplitude * cosf(angle);
    sines[at] = amplitude * sinf(angle);
  }
  __syncthreads();
  if (threadIdx.x == 0) position = first + static_cast<float>(tokens);
}

/// The same with a base that grows with the text. In float64, since a frequency's error is multiplied with the position.
__global__ void dynamic_rotary_table_kernel(const DynamicRotaryParams p, float* const* states, std::int64_t slot,
                                            std::int64_t reach_slot, float* cosines, float* sines, int tokens) {
  begin_kernel();
  float& position = states[blockIdx.x][slot];
  const float first = position, reach = states[blockIdx.x][reach_slot];
  const int half = p.turned / 2;
  for (int i = threadIdx.x; i < tokens * half; i += blockDim.x) {
    const float here = first + static_cast<float>(i / half);
    const double length = fmax(fmax(static_cast<double>(p.positions), static_cast<double>(reach)), here + 1.0);
    const double growth = p.factor * length / p.positions - (p.factor - 1);
    const double theta = p.theta * (half > 1 ? pow(growth, p.turned / (p.turned - 2.0)) : 1.0);
    const auto frequency = static_cast<float>(pow(theta, -static_cast<double>(i % half) / half));
    const std::int64_t at = static_cast<std::int64_t>(blockIdx.x) * tokens * half + i;
    cosines[at] = cosf(here * frequency);
    sines[at] = sinf(here * frequency);
  }
  __syncthreads();
  if (threadIdx.x == 0) position = first + static_cast<float>(tokens);
}

}  // namespace

void cuda_multiply(const CudaCall& call) {
  map(call, Multiply{call.in(0), call.in(1)});
}

void cuda_lerp(const CudaCall& call) {
  map(call, Lerp{call.in(0), call.in(1), call.in(2)});
}

void cuda_multiply_add(const CudaCall& call) {
  map(call, MultiplyAdd{call.in(0), call.in(1), call.in(2)});
}

void cuda_scale(const CudaCall& call) {
  map(call, Scale{call.in(0), call.params.as<float>()});
}

void cuda_sigmoid_decay(const CudaCall& call) {
  map(call, SigmoidDecay{call.in(0), call.params.as<SigmoidDecayParams>()});
}

void cuda_last_tokens(const CudaCall& call) {
  map(call, LastToken{call.in(0), call.tokens, call.in_shape(0).last()});
}

void cuda_add(const CudaCall& call) {
  map(call, Add{call.in(0), call.in(1)});
}

void cuda_columns_together(std::span<const CudaCall> calls) {
  constexpr std::int64_t kThreads = 256, kMostBlocks = 4096;
  ColumnJobs jobs{};
  std::int64_t most = 1;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    jobs.x[i] = calls[i].in(0);
    jobs.y[i] = calls[i].out(0);
    jobs.n[i] = calls[i].outputs[0].shape.elements();
    jobs.count[i] = static_cast<int>(calls[i].outputs[0].shape.last());
    jobs.width[i] = static_cast<int>(calls[i].in_shape(0).last());
    jobs.first[i] = static_cast<int>(calls[i].params.as<std::int64_t>());
    most = jobs.n[i] > most ? jobs.n[i] : most;
  }
  const auto blocks = divide_up(most, kThreads);
  const dim3 grid(static_cast<unsigned>(blocks < kMostBlocks ? blocks : kMostBlocks),
                  static_cast<unsigned>(calls.size()));
  launch(calls[0], &columns_kernel, grid, dim3(kThreads), 0, jobs);
}

void cuda_columns(const CudaCall& call) {
  cuda_columns_together(std::span(&call, 1));
}

bool cuda_supports_gate(const CudaCall& call) {
  return has_device_activation(call.params.as<GateParams>().activation);
}

void cuda_gate(const CudaCall& call) {
  const auto params = call.params.as<GateParams>();
  map(call,
      Gate{call.in(0), call.in(1), call.in_shape(0).last(), call.in_shape(1).last(), params.first, params.activation});
}

void cuda_softplus_decay(const CudaCall& call) {
  map(call, SoftplusDecay{call.in(0), call.in(1), call.in(2), call.in_shape(0).last()});
}

void cuda_repeat_heads(const CudaCall& call) {
  const auto params = call.params.as<RepeatHeadsParams>();
  map(call, RepeatHeads{call.in(0), call.in_shape(0).last() / params.from, params.from, params.to / params.from});
}

void cuda_rotate(const CudaCall& call) {
  const auto params = call.params.as<RotateParams>();
  map(call,
      Rotate{call.in(0), call.in(1), call.in(2), call.in_shape(0).last(), static_cast<int>(call.in_shape(1).last()),
             static_cast<int>(params.head_size), params.adjacent != 0});
}

void cuda_rotary_table(const CudaCall& call) {
  launch(call, &rotary_table_kernel, dim3(static_cast<unsigned>(call.sequences)), dim3(256), 0, call.in(0), call.states,
         call.slot(1), call.out(0), call.out(1), static_cast<int>(call.tokens),
         static_cast<int>(call.in_shape(0).elements()), call.params.as<float>());
}

void cuda_dynamic_rotary_table(const CudaCall& call) {
  launch(call, &dynamic_rotary_table_kernel, dim3(static_cast<unsigned>(call.sequences)), dim3(256), 0,
         call.params.as<DynamicRotaryParams>(), call.states, call.slot(0), call.slot(1), call.out(0), call.out(1),
         static_cast<int>(call.tokens));
}

void cuda_scale_channels(const CudaCall& call) {
  map(call, ScaleChannels{call.in(0), call.in(1), call.in_shape(0).last()});
}

void cuda_join_columns(const CudaCall& call) {
  map(call, JoinColumns{call.in(0), call.in(1), call.in_shape(0).last(), call.in_shape(1).last()});
}

void cuda_soft_cap(const CudaCall& call) {
  map(call, SoftCap{call.in(0), call.params.as<float>()});
}

void cuda_add_weighted(const CudaCall& call) {
  map(call, AddWeighted{call.in(0), call.in(1), call.in(2), call.in_shape(0).last()});
}

}  // namespace eddy
