// Routing to experts, sorting by expert, and the way back (engine/ops/experts.h).
#include "engine/backends/cuda/map.cuh"
#include "engine/ops/experts.h"

namespace eddy {
namespace {

constexpr int kMostExperts = 2048;  // whose scores fit into shared memory everywhere
constexpr float kBarred = -3.0e38f;

// ---- routing: a warp a token ----------------------------------------------------------------------------------------

struct RouteArguments {
  const float *logits, *bias;
  float *choices, *weights;
  RouteParams params;
  int experts;
};

struct Best {
  float value = 0;
  int index = -1;

  __device__ void take(float other, int at) {
    const bool better = index < 0 || other > value || (other == value && at < index);
    if (at < 0 || !better) return;
    value = other;
    index = at;
  }
};

/// The best of all lanes, the first of equals, in every lane.
__device__ __forceinline__ Best best_of_warp(Best best) {
#pragma unroll
  for (int offset = 16; offset > 0; offset /= 2) {
    const float value = __shfl_xor_sync(0xffffffffu, best.value, offset);
    best.take(value, __shfl_xor_sync(0xffffffffu, best.index, offset));
  }
  return best;
}

/// Marks the `count` largest that are not marked yet.
__device__ void mark_largest(const float* values, unsigned char* marks, int n, int count) {
  for (int i = 0; i < count; ++i) {
    Best best;
    for (int e = threadIdx.x; e < n; e += 32) {
      if (!marks[e]) best.take(values[e], e);
    }
    best = best_of_warp(best);
    if (best.index < 0) return;
    if (threadIdx.x == 0) marks[best.index] = 1;
    __syncwarp();
  }
}

/// Probabilities, and what the choice goes by.
__device__ void score(const RouteArguments& in, const float* logits, float* p, float* wish) {
  const bool is_sigmoid = in.params.score == RouterScore::Sigmoid;
  float most = kBarred, sum = 0;
  for (int e = threadIdx.x; e < in.experts; e += 32) most = fmaxf(most, logits[e]);
  most = warp_max(most);
  for (int e = threadIdx.x; e < in.experts; e += 32) {
    p[e] = is_sigmoid ? sigmoid(logits[e]) : expf(logits[e] - most);
    sum += p[e];
  }
  sum = warp_sum(sum);
  for (int e = threadIdx.x; e < in.experts; e += 32) {
    if (!is_sigmoid) p[e] /= sum;
    wish[e] = p[e] + (in.bias ? in.bias[e] : 0.0f);
  }
  __syncwarp();
}

/// Marks the experts of all groups but those with the best two.
__device__ void bar_groups(const RouteArguments& in, const float* wish, unsigned char* marks, float* group_wish,
                           unsigned char* kept) {
  const int size = in.experts / in.params.groups;
  for (int g = threadIdx.x; g < in.params.groups; g += 32) {
    float best = kBarred, second = kBarred;
    for (int e = g * size; e < (g + 1) * size; ++e) {
      second = fmaxf(second, fminf(best, wish[e]));
      best = fmaxf(best, wish[e]);
    }
    group_wish[g] = size > 1 ? best + second : best;
    kept[g] = 0;
  }
  __syncwarp();
  mark_largest(group_wish, kept, in.params.groups, in.params.kept_groups);
  for (int e = threadIdx.x; e < in.experts; e += 32) marks[e] = !kept[e / size];
  __syncwarp();
}

__global__ void route_kernel(const __grid_constant__ RouteArguments in) {
  extern __shared__ float shared[];
  float *p = shared, *wish = p + in.experts, *group_wish = wish + in.experts;
  auto* marks = reinterpret_cast<unsigned char*>(group_wish + in.params.groups);
  unsigned char *kept = marks + in.experts, *barred = kept + in.params.groups;
  begin_kernel();
  const std::int64_t row = blockIdx.x;
  score(in, in.logits + row * in.experts, p, wish);
  for (int e = threadIdx.x; e < in.experts; e += 32) marks[e] = 0;
  __syncwarp();
  if (in.params.groups > 1) bar_groups(in, wish, marks, group_wish, kept);
  for (int e = threadIdx.x; e < in.experts; e += 32) barred[e] = marks[e];
  __syncwarp();
  mark_largest(wish, marks, in.experts, in.params.used);
  float sum = 0;
  for (int e = threadIdx.x; e < in.experts; e += 32) {
    if (marks[e] && !barred[e]) sum += p[e];
  }
  sum = warp_sum(sum);
  const float factor = in.params.scale / (in.params.normalise ? sum + in.params.epsilon : 1.0f);
  int place = 0;
  for (int first = 0; first < in.experts; first += 32) {  // in rising order
    const int e = first + static_cast<int>(threadIdx.x);
    const bool chosen = e < in.experts && marks[e] && !barred[e];
    const unsigned all = __ballot_sync(0xffffffffu, chosen);
    if (chosen) {
      const std::int64_t at = row * in.params.used + place + __popc(all & ((1u << threadIdx.x) - 1));
      in.choices[at] = static_cast<float>(e);
      in.weights[at] = p[e] * factor;
    }
    place += __popc(all);
  }
}

// ---- sorting: one block, its warps take the experts in turn ---------------------------------------------------------

constexpr int kDispatchThreads = 1024;
constexpr int kMostStagedPairs = 16384;

struct DispatchArguments {
  const float* choices;
  float* out;
  int pairs, used, experts;
};

/// Calls found(pair, how many before it) for each pair of expert `e`, in rising order; returns how many.
template <class Choice, class Found>
__device__ int for_pairs_of(const Choice& choice, int pairs, int e, const Found& found) {
  const int lane = threadIdx.x % 32;
  int count = 0;
  for (int first = 0; first < pairs; first += 32) {
    const int i = first + lane;
    const bool is_own = i < pairs && choice(i) == e;
    const unsigned all = __ballot_sync(0xffffffffu, is_own);
    if (is_own) found(i, count + __popc(all & ((1u << lane) - 1)));
    count += __popc(all);
  }
  return count;
}

__global__ void __launch_bounds__(kDispatchThreads) dispatch_kernel(const __grid_constant__ DispatchArguments in) {
  extern __shared__ int begins[];  // [experts + 1], then the choices if they fit
  auto* staged = reinterpret_cast<unsigned short*>(begins + in.experts + 1);
  begin_kernel();
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const bool is_staged = in.pairs <= kMostStagedPairs;
  const auto read = [&](int i) { return min(max(static_cast<int>(in.choices[i]), 0), in.experts - 1); };
  if (is_staged) {
    for (int i = threadIdx.x; i < in.pairs; i += blockDim.x) staged[i] = static_cast<unsigned short>(read(i));
  }
  __syncthreads();
  const auto choice = [&](int i) { return is_staged ? static_cast<int>(staged[i]) : read(i); };
  for (int e = warp; e < in.experts; e += kDispatchThreads / 32) {
    const int count = for_pairs_of(choice, in.pairs, e, [](int, int) {});
    if (lane == 0) begins[e + 1] = count;
  }
  __syncthreads();
  if (warp == 0) {
    int total = 0;
    for (int first = 0; first < in.experts; first += 32) {
      const int e = first + lane;
      int sum = e < in.experts ? begins[e + 1] : 0;
#pragma unroll
      for (int offset = 1; offset < 32; offset *= 2) {
        const int other = __shfl_up_sync(0xffffffffu, sum, offset);
        if (lane >= offset) sum += other;
      }
      if (e < in.experts) begins[e + 1] = total + sum;
      total += __shfl_sync(0xffffffffu, sum, 31);
    }
    if (lane == 0) begins[0] = 0;
  }
  __syncthreads();
  for (int e = threadIdx.x; e <= in.experts; e += blockDim.x) in.out[e] = static_cast<float>(begins[e]);
  float *tokens = in.out + in.experts + 1, *rows = tokens + in.pairs;
  for (int e = warp; e < in.experts; e += kDispatchThreads / 32) {
    const int begin = begins[e];
    for_pairs_of(choice, in.pairs, e, [&](int pair, int before) {
      tokens[begin + before] = static_cast<float>(pair / in.used);
      rows[pair] = static_cast<float>(begin + before);
    });
  }
}

// ---- rows to experts and back ---------------------------------------------------------------------------------------

struct ExpertRows {
  const float *x, *tokens;
  std::int64_t channels;
  __device__ float operator()(std::int64_t i) const {
    return x[static_cast<std::int64_t>(tokens[i / channels]) * channels + i % channels];
  }
};

struct Combine {
  const float *x, *weights, *rows, *residual;
  std::int64_t channels;
  int used;
  __device__ float operator()(std::int64_t i) const {
    const std::int64_t pair = i / channels * used, c = i % channels;
    float sum = 0;
    for (int s = 0; s < used; ++s) {
      sum += weights[pair + s] * x[static_cast<std::int64_t>(rows[pair + s]) * channels + c];
    }
    return sum + (residual ? residual[i] : 0.0f);
  }
};

}  // namespace

bool cuda_supports_route(const CudaCall& call) {
  return call.in_shape(0).last() <= kMostExperts;
}

void cuda_route(const CudaCall& call) {
  const auto params = call.params.as<RouteParams>();
  const auto experts = static_cast<int>(call.in_shape(0).last());
  const RouteArguments in{.logits = call.in(0),
                          .bias = call.inputs.size() > 1 ? call.in(1) : nullptr,
                          .choices = call.out(0),
                          .weights = call.out(1),
                          .params = params,
                          .experts = experts};
  const std::size_t shared = sizeof(float) * (2 * experts + params.groups) + 2 * experts + params.groups;
  launch(call, &route_kernel, dim3(static_cast<unsigned>(call.in_shape(0).rows())), dim3(32), shared, in);
}

bool cuda_supports_dispatch(const CudaCall& call) {
  return experts_of(call.outputs[0].shape, call.in_shape(0).elements()) <= kMostExperts;
}

void cuda_dispatch(const CudaCall& call) {
  const std::int64_t pairs = call.in_shape(0).elements(), experts = experts_of(call.outputs[0].shape, pairs);
  const DispatchArguments in{.choices = call.in(0),
                             .out = call.out(0),
                             .pairs = static_cast<int>(pairs),
                             .used = static_cast<int>(call.in_shape(0).last()),
                             .experts = static_cast<int>(experts)};
  const std::size_t staged = pairs <= kMostStagedPairs ? 2 * static_cast<std::size_t>(pairs) : 0;
  launch(call, &dispatch_kernel, dim3(1), dim3(kDispatchThreads), 4 * static_cast<std::size_t>(experts + 1) + staged,
         in);
}

void cuda_expert_rows(const CudaCall& call) {
  const std::int64_t experts = experts_of(call.in_shape(1), call.outputs[0].shape.rows());
  map(call, ExpertRows{call.in(0), call.in(1) + experts + 1, call.outputs[0].shape.last()});
}

void cuda_combine_experts(const CudaCall& call) {
  const std::int64_t pairs = call.in_shape(0).rows(), experts = experts_of(call.in_shape(2), pairs);
  const bool has_residual = call.params.as<std::int32_t>() != 0;
  map(call, Combine{call.in(0), call.in(1), call.in(2) + experts + 1 + pairs, has_residual ? call.in(3) : nullptr,
                    call.outputs[0].shape.last(), static_cast<int>(call.in_shape(1).last())});
}

}  // namespace eddy
