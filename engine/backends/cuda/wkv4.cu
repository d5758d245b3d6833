// The recurrence of RWKV-4: a thread per channel.
#include "engine/backends/cuda/launch.cuh"

namespace eddy {
namespace {

struct Wkv4Arguments {
  const float *r, *k, *v, *w, *u;
  float* y;
  float* const* states;
  std::int64_t a, b, p;  // slots
  int tokens, channels;
};

__global__ void wkv4_kernel(const __grid_constant__ Wkv4Arguments in) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x;
  if (c >= in.channels) return;
  float* state = in.states[blockIdx.y];
  float numerator = state[in.a + c], denominator = state[in.b + c], exponent = state[in.p + c];
  const float w = in.w[c], u = in.u[c];
  for (int t = 0; t < in.tokens; ++t) {
    const std::int64_t at = (static_cast<std::int64_t>(blockIdx.y) * in.tokens + t) * in.channels + c;
    const float k = in.k[at], v = in.v[at];
    const float seen = fmaxf(exponent, u + k);
    const float old = expf(exponent - seen), now = expf(u + k - seen);
    in.y[at] = in.r[at] * ((old * numerator + now * v) / (old * denominator + now));
    const float kept = fmaxf(exponent + w, k);
    const float fade = expf(exponent + w - kept), write = expf(k - kept);
    numerator = fade * numerator + write * v;
    denominator = fade * denominator + write;
    exponent = kept;
  }
  state[in.a + c] = numerator;
  state[in.b + c] = denominator;
  state[in.p + c] = exponent;
}

}  // namespace

void cuda_wkv4(const CudaCall& call) {
  const auto channels = static_cast<int>(call.in_shape(0).last());
  const Wkv4Arguments in{call.in(0),
                         call.in(1),
                         call.in(2),
                         call.in(3),
                         call.in(4),
                         call.out(0),
                         call.states,
                         call.slot(5),
                         call.slot(6),
                         call.slot(7),
                         static_cast<int>(call.tokens),
                         channels};
  launch(call, &wkv4_kernel, dim3(divide_up(channels, 64), static_cast<unsigned>(call.sequences)), dim3(64), 0, in);
}

}  // namespace eddy
