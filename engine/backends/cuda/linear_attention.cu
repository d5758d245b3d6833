// Linear attention with a decay per key. Few tokens, or heads of more than 128 keys: token after token with the state
// in registers. Many: delta_chunks.cuh.
#include "engine/backends/cuda/delta_chunks.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/ops/linear_attention.h"

namespace eddy {
namespace {

constexpr int kWarps = 2;
constexpr int kColumns = kWarps * kHeadColumns;
constexpr int kMostKeys = 256;

struct Arguments {
  const float *r, *k, *v, *w, *u;  // u: null without a bonus
  float* y;
  float* const* states;
  std::int64_t slot;
  int tokens, heads, keys, values;
  bool constant_decay;
  float scale;
};

/// blockIdx: (columns, head, sequence). kKeys: of one part.
template <int kKeys, bool kBonus>
__global__ void __launch_bounds__(32 * kWarps) linear_attention_kernel(const __grid_constant__ Arguments in) {
  constexpr int kWidth = kKeys * kHeadParts, kSteps = kKeys > 32 ? 4 : 8;
  __shared__ __align__(16) float tile[2][kSteps][3][kWidth];  // r, k, w; zero past the head's keys
  __shared__ __align__(16) float v_tile[2][kSteps][kColumns];
  const int keys = in.keys, values = in.values;
  const int column = head_column(blockIdx.x), part = head_part();
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens;
  const std::int64_t key_channels = static_cast<std::int64_t>(in.heads) * keys,
                     key_head = blockIdx.y * std::int64_t{keys};
  const std::int64_t value_channels = static_cast<std::int64_t>(in.heads) * values;
  const std::int64_t value_head = blockIdx.y * std::int64_t{values};
  const int first_column = blockIdx.x * kColumns, own = column - first_column;
  for (int i = threadIdx.x; i < 2 * kSteps * 3 * kWidth; i += blockDim.x) (&tile[0][0][0][0])[i] = 0;
  __syncthreads();
  begin_kernel();
  float* state = in.states[blockIdx.z] + in.slot + key_head * values;
  float s[kKeys], u[kBonus ? kKeys : 1];
  load_columns(s, state, keys, values, column);
  if constexpr (kBonus) {
#pragma unroll
    for (int i = 0; i < kKeys; ++i) {
      const int key = head_key(part, i);
      u[i] = key < keys ? in.u[key_head + key] : 0.0f;
    }
  }

  const auto fetch = [&](int first) {
    const int steps = min(kSteps, in.tokens - first);
    for (int v = threadIdx.x / 32; v < steps * 3; v += kWarps) {
      const int step = v / 3, vector = v % 3;
      const std::int64_t at = (first_row + first + step) * key_channels + key_head;
      const float* from = vector == 0   ? in.r + at
                          : vector == 1 ? in.k + at
                                        : in.w + (in.constant_decay ? key_head : at);
      copy_floats(tile[first / kSteps % 2][step][vector], from, keys, threadIdx.x % 32, 32);
    }
    for (int step = threadIdx.x / 32; step < steps; step += kWarps) {
      copy_floats(v_tile[first / kSteps % 2][step],
                  in.v + (first_row + first + step) * value_channels + value_head + first_column,
                  min(kColumns, values - first_column), threadIdx.x % 32, 32);
    }
  };
  fetch(0);
  end_copies();
  for (int first = 0; first < in.tokens; first += kSteps) {
    if (first + kSteps < in.tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const int steps = min(kSteps, in.tokens - first);
    for (int step = 0; step < steps; ++step) {
      const auto& at = tile[first / kSteps % 2][step];
      const std::int64_t row = first_row + first + step;
      const float v = v_tile[first / kSteps % 2][step][own];
      float y = 0;
#pragma unroll
      for (int i = 0; i < kKeys; ++i) {
        const int key = head_key(part, i);
        const float written = at[1][key] * v, updated = fmaf(at[2][key], s[i], written);
        y = fmaf(at[0][key], kBonus ? fmaf(u[kBonus ? i : 0], written, s[i]) : updated, y);
        s[i] = updated;
      }
      y = sum_parts(y);
      if (part == 0 && column < values) in.y[row * value_channels + value_head + column] = in.scale * y;
    }
    __syncthreads();
  }
  store_columns(s, state, keys, values, column);
}

template <int kKeys>
void start(const CudaCall& call, const Arguments& in) {
  const dim3 grid(divide_up(in.values, kColumns), in.heads, static_cast<unsigned>(call.sequences));
  if (in.u) {
    launch(call, &linear_attention_kernel<kKeys, true>, grid, dim3(32 * kWarps), 0, in);
  } else {
    launch(call, &linear_attention_kernel<kKeys, false>, grid, dim3(32 * kWarps), 0, in);
  }
}

Arguments arguments_of(const CudaCall& call) {
  const auto params = call.params.as<LinearAttentionParams>();
  const Shape& slot = call.in_shape(4);
  return {.r = call.in(0),
          .k = call.in(1),
          .v = call.in(2),
          .w = call.in(3),
          .u = params.has_bonus ? call.in(5) : nullptr,
          .y = call.out(0),
          .states = call.states,
          .slot = call.slot(4),
          .tokens = static_cast<int>(call.tokens),
          .heads = static_cast<int>(slot[0]),
          .keys = static_cast<int>(slot[1]),
          .values = static_cast<int>(slot[2]),
          .constant_decay = call.in_shape(3).rank() != 3,
          .scale = params.scale};
}

// ---- chunks ---------------------------------------------------------------------------------------------------------

delta_chunks::Arguments chunk_arguments(const Arguments& in) {
  using Decays = delta_chunks::Arguments::Decays;
  return {.read = in.r,
          .decay = in.w,
          .written = in.k,
          .values = in.v,
          .direction = nullptr,
          .share = nullptr,
          .bonus = in.u,
          .y = in.y,
          .states = in.states,
          .slot = in.slot,
          .tokens = in.tokens,
          .heads = in.heads,
          .key_heads = in.heads,
          .keys = in.keys,
          .columns = in.values,
          .first = 0,
          .chunks = 0,
          .decays = in.constant_decay ? Decays::Constant : Decays::OfChannels,
          .grouped = false,
          .in_fours = in.keys % 4 == 0 && delta_chunks::are_aligned({in.r, in.k, in.w}),
          .scale = in.scale};
}

delta_chunks::Cut cut_of(const CudaCall& call) {
  constexpr std::int64_t kFewestTokens = 64;
  return delta_chunks::cut_of<delta_chunks::Rule::Writes, true>(call, chunk_arguments(arguments_of(call)),
                                                                kFewestTokens);
}

}  // namespace

std::int64_t cuda_linear_attention_scratch(const CudaCall& call) {
  return cut_of(call).bytes;
}

bool cuda_supports_linear_attention(const CudaCall& call) {
  return call.in_shape(4)[1] <= kMostKeys;
}

void cuda_linear_attention(const CudaCall& call) {
  const Arguments in = arguments_of(call);
  if (const auto cut = cut_of(call); cut.run) return cut.run(call, chunk_arguments(in));
  if (in.keys <= 64) {
    start<16>(call, in);
  } else if (in.keys <= 128) {
    start<32>(call, in);
  } else {
    start<64>(call, in);
  }
}

}  // namespace eddy
