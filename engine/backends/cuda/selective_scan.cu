// The recurrence of Mamba: a small state per channel, in registers, four lanes to a channel.
#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/head_tile.cuh"

namespace eddy {
namespace {

constexpr int kThreads = 64;
constexpr int kChannels = kThreads / kHeadParts;  // a block's
constexpr int kMostStates = 256;

struct Arguments {
  const float *x, *dt, *b, *c, *a, *d, *z;
  float* y;
  float* const* states;
  std::int64_t slot, z_first;
  int tokens, channels, count, z_width;
};

/// What a token brings to a channel, read before it is needed.
template <int kStates>
struct Token {
  float x, dt, z, b[kStates], c[kStates];
};

/// blockIdx: (channels, sequence). kStates: of one lane.
template <int kStates>
__global__ void __launch_bounds__(kThreads) selective_scan_kernel(const __grid_constant__ Arguments in) {
  begin_kernel();
  constexpr int kAhead = kStates <= 4 ? 4 : 1;  // tokens read at once
  const int channel = head_column(blockIdx.x), part = head_part(), e = min(channel, in.channels - 1);
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.y) * in.tokens;
  float* state = in.states[blockIdx.y] + in.slot;
  float s[kStates], a[kStates];
  load_columns(s, state, in.count, in.channels, channel);
#pragma unroll
  for (int i = 0; i < kStates; ++i) {
    const int n = head_key(part, i);
    a[i] = n < in.count ? in.a[static_cast<std::int64_t>(n) * in.channels + e] : 0.0f;
  }
  const float d = in.d[e];
  const auto read = [&](int first, Token<kStates>(&tokens)[kAhead]) {
#pragma unroll
    for (int t = 0; t < kAhead; ++t) {
      const std::int64_t row = first_row + min(first + t, in.tokens - 1);
      tokens[t].x = in.x[row * in.channels + e];
      tokens[t].dt = in.dt[row * in.channels + e];
      tokens[t].z = in.z[row * in.z_width + in.z_first + e];
#pragma unroll
      for (int i = 0; i < kStates; ++i) {
        const int n = head_key(part, i);
        tokens[t].b[i] = n < in.count ? in.b[row * in.count + n] : 0.0f;
        tokens[t].c[i] = n < in.count ? in.c[row * in.count + n] : 0.0f;
      }
    }
  };
  const auto advance = [&](int first, const Token<kStates>(&tokens)[kAhead]) {
#pragma unroll
    for (int t = 0; t < kAhead; ++t) {
      if (first + t >= in.tokens) break;
      const Token<kStates>& at = tokens[t];
      const float delta = device_softplus(at.dt), written = delta * at.x;
      float y = 0;
#pragma unroll
      for (int i = 0; i < kStates; ++i) {
        s[i] = fmaf(expf(delta * a[i]), s[i], written * at.b[i]);
        y = fmaf(s[i], at.c[i], y);
      }
      y = sum_parts(y);
      if (part == 0 && channel < in.channels) {
        in.y[(first_row + first + t) * in.channels + channel] =
            (y + d * at.x) * device_activate(Activation::Silu, at.z);
      }
    }
  };
  Token<kStates> now[kAhead];
  if constexpr (kStates <= 16) {
    Token<kStates> next[kAhead];
    read(0, now);
    for (int first = 0; first < in.tokens; first += 2 * kAhead) {
      if (first + kAhead < in.tokens) read(first + kAhead, next);
      advance(first, now);
      if (first + 2 * kAhead < in.tokens) read(first + 2 * kAhead, now);
      advance(first + kAhead, next);
    }
  } else {  // too many numbers to hold twice
    for (int first = 0; first < in.tokens; first += kAhead) {
      read(first, now);
      advance(first, now);
    }
  }
  store_columns(s, state, in.count, in.channels, channel);
}

}  // namespace

bool cuda_supports_selective_scan(const CudaCall& call) {
  return call.in_shape(7)[0] <= kMostStates;
}

void cuda_selective_scan(const CudaCall& call) {
  const Shape& slot = call.in_shape(7);
  const Arguments in{.x = call.in(0),
                     .dt = call.in(1),
                     .b = call.in(2),
                     .c = call.in(3),
                     .a = call.in(4),
                     .d = call.in(5),
                     .z = call.in(6),
                     .y = call.out(0),
                     .states = call.states,
                     .slot = call.slot(7),
                     .z_first = call.params.as<std::int64_t>(),
                     .tokens = static_cast<int>(call.tokens),
                     .channels = static_cast<int>(slot[1]),
                     .count = static_cast<int>(slot[0]),
                     .z_width = static_cast<int>(call.in_shape(6).last())};
  const dim3 grid(divide_up(in.channels, kChannels), static_cast<unsigned>(call.sequences));
  if (in.count <= 16) {
    launch(call, &selective_scan_kernel<4>, grid, dim3(kThreads), 0, in);
  } else if (in.count <= 64) {
    launch(call, &selective_scan_kernel<16>, grid, dim3(kThreads), 0, in);
  } else {
    launch(call, &selective_scan_kernel<64>, grid, dim3(kThreads), 0, in);
  }
}

}  // namespace eddy
