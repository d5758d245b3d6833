// The recurrence of Mamba: a small state per channel, in registers, four lanes to a channel.
//
// Many tokens and up to 16 states: four tokens at a time, of which each lane has one. It computes what that token
// brings once for all four lanes, whose decays follow from each other's steps by shuffles, and in the end has its
// token's output.
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

// ---- many tokens, few states ----------------------------------------------------------------------------------------

constexpr int kFewStates = 16, kRun = kHeadParts;  // tokens at a time
constexpr int kRuns = 4;                           // at once, so that few warps have enough to do
static_assert(kFewStates / kHeadParts == 4);

/// Sums over the four lanes of a channel: each gets that of the token with its part's number.
__device__ __forceinline__ float sum_for_own(const float4& v, int part) {
  const bool high = part & 2, odd = part & 1;
  const float first = (high ? v.z : v.x) + __shfl_xor_sync(0xffffffffu, high ? v.x : v.z, 16);
  const float second = (high ? v.w : v.y) + __shfl_xor_sync(0xffffffffu, high ? v.y : v.w, 16);
  return (odd ? second : first) + __shfl_xor_sync(0xffffffffu, odd ? first : second, 8);
}

/// What a lane needs alone of its tokens: one of each run.
struct OwnTokens {
  float x[kRuns], dt[kRuns], z[kRuns];
};

/// What a lane needs of all tokens of a run: b and c of its four states.
struct SharedTokens {
  float4 b[kRun], c[kRun];
};

/// A warp eight channels. blockIdx: (channels, sequence). kInFours: 16 states, 16 bytes at a time may be read.
template <bool kInFours>
__global__ void __launch_bounds__(32) runs_kernel(const __grid_constant__ Arguments in) {
  begin_kernel();
  const int channel = head_column(blockIdx.x), part = head_part(), e = min(channel, in.channels - 1);
  const int column = threadIdx.x % kHeadColumns;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.y) * in.tokens;
  float* state = in.states[blockIdx.y] + in.slot;
  float s[4], a[4];
  load_columns(s, state, in.count, in.channels, channel);
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    const int n = head_key(part, i);
    a[i] = n < in.count ? in.a[static_cast<std::int64_t>(n) * in.channels + e] * kLog2OfE : 0.0f;
  }
  const float d = in.d[e];
  const auto four = [&](const float* row) {
    if constexpr (kInFours) return *reinterpret_cast<const float4*>(row + 4 * part);
    const auto at = [&](int i) { return 4 * part + i < in.count ? row[4 * part + i] : 0.0f; };
    return float4{at(0), at(1), at(2), at(3)};
  };
  const auto read_own = [&](int first, OwnTokens& own) {
#pragma unroll
    for (int i = 0; i < kRuns; ++i) {
      const std::int64_t row = first_row + min(first + i * kRun + part, in.tokens - 1);
      own.x[i] = in.x[row * in.channels + e];
      own.dt[i] = in.dt[row * in.channels + e];
      own.z[i] = in.z[row * in.z_width + in.z_first + e];
    }
  };
  const auto read_shared = [&](int first, SharedTokens& shared) {
#pragma unroll
    for (int t = 0; t < kRun; ++t) {
      const std::int64_t row = first_row + min(first + t, in.tokens - 1);
      shared.b[t] = four(in.b + row * in.count);
      shared.c[t] = four(in.c + row * in.count);
    }
  };
  /// y of the lane's own token of a run.
  const auto advance = [&](float own_delta, float own_written, const SharedTokens& shared) {
    float sums[kRun];
#pragma unroll
    for (int t = 0; t < kRun; ++t) {
      const float delta = __shfl_sync(0xffffffffu, own_delta, column + kHeadColumns * t);
      const float written = __shfl_sync(0xffffffffu, own_written, column + kHeadColumns * t);
      const float4 b = shared.b[t], c = shared.c[t];
      s[0] = fmaf(fast_exp2(delta * a[0]), s[0], written * b.x);
      s[1] = fmaf(fast_exp2(delta * a[1]), s[1], written * b.y);
      s[2] = fmaf(fast_exp2(delta * a[2]), s[2], written * b.z);
      s[3] = fmaf(fast_exp2(delta * a[3]), s[3], written * b.w);
      sums[t] = fmaf(s[0], c.x, s[1] * c.y) + fmaf(s[2], c.z, s[3] * c.w);
    }
    return sum_for_own({sums[0], sums[1], sums[2], sums[3]}, part);
  };
  OwnTokens next;
  SharedTokens shared[kRuns];
  read_own(0, next);
#pragma unroll
  for (int i = 0; i + 1 < kRuns; ++i) read_shared(i * kRun, shared[i]);
  for (int first = 0; first < in.tokens; first += kRuns * kRun) {
    const OwnTokens own = next;
    read_own(first + kRuns * kRun, next);
    float delta[kRuns], written[kRuns], gate[kRuns];
#pragma unroll
    for (int i = 0; i < kRuns; ++i) {
      // A step of nothing past the last token: the state stays what it is.
      const float step = fmaxf(own.dt[i], 0.0f) + log1pf(fast_exp2(fabsf(own.dt[i]) * -kLog2OfE));
      delta[i] = first + i * kRun + part < in.tokens ? step : 0.0f;
      written[i] = delta[i] * own.x[i];
      gate[i] = __fdividef(own.z[i], 1.0f + fast_exp2(own.z[i] * -kLog2OfE));
    }
#pragma unroll
    for (int i = 0; i < kRuns; ++i) {
      read_shared(first + (i + kRuns - 1) * kRun, shared[(i + kRuns - 1) % kRuns]);
      const float y = advance(delta[i], written[i], shared[i]);
      const int t = first + i * kRun + part;
      if (t < in.tokens && channel < in.channels)
        in.y[(first_row + t) * in.channels + channel] = fmaf(d, own.x[i], y) * gate[i];
    }
  }
  store_columns(s, state, in.count, in.channels, channel);
}

void launch_runs(const CudaCall& call, const Arguments& in) {
  const auto aligned = [](const float* p) { return reinterpret_cast<std::uintptr_t>(p) % 16 == 0; };
  const bool in_fours = in.count == kFewStates && aligned(in.b) && aligned(in.c);
  const dim3 grid(divide_up(in.channels, kHeadColumns), static_cast<unsigned>(call.sequences));
  launch(call, in_fours ? &runs_kernel<true> : &runs_kernel<false>, grid, dim3(32), 0, in);
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
  if (in.count <= kFewStates && in.tokens >= kRun) return launch_runs(call, in);
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
