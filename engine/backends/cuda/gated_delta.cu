// The gated delta rule. Few tokens, or heads of more than 128 keys: token after token with the state in registers.
// Many: delta_chunks.cuh.
#include "engine/backends/cuda/delta_chunks.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/ops/gated_delta.h"

namespace eddy {
namespace {

constexpr int kWarps = 2;
constexpr int kColumns = kWarps * kHeadColumns;
constexpr int kMostKeys = 256;

struct Arguments {
  const float *q, *k, *v, *w, *b;
  float* y;
  float* const* states;
  std::int64_t slot;
  int tokens, heads, key_heads, keys, values;
  bool per_channel, grouped;
  float scale;
};

/// blockIdx: (columns, head, sequence). kKeys: of one part.
template <int kKeys>
__global__ void __launch_bounds__(32 * kWarps) gated_delta_kernel(const __grid_constant__ Arguments in) {
  constexpr int kWidth = kKeys * kHeadParts, kSteps = kKeys > 32 ? 4 : 8;
  __shared__ __align__(16) float tile[2][kSteps][3][kWidth];  // q, k, w; zero past the head's keys
  __shared__ __align__(16) float v_tile[2][kSteps][kColumns];
  __shared__ float shares[2][kSteps][2];  // b; w where the head has one decay
  const int column = head_column(blockIdx.x), part = head_part(), head = blockIdx.y;
  const int key_head = in.grouped ? head / (in.heads / in.key_heads) : head % in.key_heads;
  const int first_column = blockIdx.x * kColumns, own = column - first_column;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens;
  for (int i = threadIdx.x; i < 2 * kSteps * 3 * kWidth; i += blockDim.x) (&tile[0][0][0][0])[i] = 0;
  __syncthreads();
  begin_kernel();
  float* state = in.states[blockIdx.z] + in.slot + static_cast<std::int64_t>(head) * in.keys * in.values;
  float s[kKeys];
  load_columns(s, state, in.keys, in.values, column);

  const auto fetch = [&](int first) {
    const int buffer = first / kSteps % 2, steps = min(kSteps, in.tokens - first), lane = threadIdx.x % 32;
    for (int step = threadIdx.x / 32; step < steps; step += kWarps) {
      const std::int64_t row = first_row + first + step, key_at = (row * in.key_heads + key_head) * in.keys;
      copy_floats(tile[buffer][step][0], in.q + key_at, in.keys, lane, 32);
      copy_floats(tile[buffer][step][1], in.k + key_at, in.keys, lane, 32);
      if (in.per_channel)
        copy_floats(tile[buffer][step][2], in.w + (row * in.heads + head) * in.keys, in.keys, lane, 32);
      copy_floats(v_tile[buffer][step], in.v + (row * in.heads + head) * in.values + first_column,
                  min(kColumns, in.values - first_column), lane, 32);
      if (lane == 0) {
        shares[buffer][step][0] = in.b[row * in.heads + head];
        shares[buffer][step][1] = in.per_channel ? 1.0f : in.w[row * in.heads + head];
      }
    }
  };
  fetch(0);
  end_copies();
  for (int first = 0; first < in.tokens; first += kSteps) {
    if (first + kSteps < in.tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const int buffer = first / kSteps % 2, steps = min(kSteps, in.tokens - first);
    for (int step = 0; step < steps; ++step) {
      const auto& at = tile[buffer][step];
      const float decay = shares[buffer][step][1];
      float stored = 0, read = 0;
#pragma unroll
      for (int i = 0; i < kKeys; ++i) {
        const int key = head_key(part, i);
        s[i] *= in.per_channel ? at[2][key] : decay;
        stored = fmaf(at[1][key], s[i], stored);
      }
      const float missing = shares[buffer][step][0] * (v_tile[buffer][step][own] - sum_parts(stored));
#pragma unroll
      for (int i = 0; i < kKeys; ++i) {
        const int key = head_key(part, i);
        s[i] = fmaf(at[1][key], missing, s[i]);
        read = fmaf(at[0][key], s[i], read);
      }
      read = sum_parts(read);
      if (part == 0 && column < in.values) {
        in.y[((first_row + first + step) * in.heads + head) * in.values + column] = in.scale * read;
      }
    }
    __syncthreads();
  }
  store_columns(s, state, in.keys, in.values, column);
}

Arguments arguments_of(const CudaCall& call) {
  const auto params = call.params.as<GatedDeltaParams>();
  const Shape& slot = call.in_shape(5);
  const auto heads = static_cast<int>(slot[0]), keys = static_cast<int>(slot[1]), values = static_cast<int>(slot[2]);
  return {.q = call.in(0),
          .k = call.in(1),
          .v = call.in(2),
          .w = call.in(3),
          .b = call.in(4),
          .y = call.out(0),
          .states = call.states,
          .slot = call.slot(5),
          .tokens = static_cast<int>(call.tokens),
          .heads = heads,
          .key_heads = static_cast<int>(call.in_shape(0).last() / keys),
          .keys = keys,
          .values = values,
          .per_channel = call.in_shape(3).last() != heads,
          .grouped = params.sharing == HeadSharing::Grouped,
          .scale = params.scale};
}

// ---- chunks ---------------------------------------------------------------------------------------------------------

delta_chunks::Arguments chunk_arguments(const Arguments& in) {
  using Decays = delta_chunks::Arguments::Decays;
  return {.read = in.q,
          .decay = in.w,
          .written = in.k,
          .values = in.v,
          .direction = nullptr,
          .share = in.b,
          .bonus = nullptr,
          .y = in.y,
          .states = in.states,
          .slot = in.slot,
          .tokens = in.tokens,
          .heads = in.heads,
          .key_heads = in.key_heads,
          .keys = in.keys,
          .columns = in.values,
          .first = 0,
          .chunks = 0,
          .decays = in.per_channel ? Decays::OfChannels : Decays::OfHeads,
          .grouped = in.grouped,
          .in_fours = in.keys % 4 == 0 && delta_chunks::are_aligned({in.q, in.k, in.w}),
          .scale = in.scale};
}

delta_chunks::Cut cut_of(const CudaCall& call) {
  constexpr std::int64_t kFewestTokens = 64;
  return delta_chunks::cut_of<delta_chunks::Rule::Replaces, true>(call, chunk_arguments(arguments_of(call)),
                                                                  kFewestTokens);
}

}  // namespace

std::int64_t cuda_gated_delta_scratch(const CudaCall& call) {
  return cut_of(call).bytes;
}

bool cuda_supports_gated_delta(const CudaCall& call) {
  return call.in_shape(5)[1] <= kMostKeys;
}

void cuda_gated_delta(const CudaCall& call) {
  const Arguments in = arguments_of(call);
  if (const auto cut = cut_of(call); cut.run) return cut.run(call, chunk_arguments(in));
  const dim3 grid(divide_up(in.values, kColumns), in.heads, static_cast<unsigned>(call.sequences));
  if (in.keys <= 64) {
    launch(call, &gated_delta_kernel<16>, grid, dim3(32 * kWarps), 0, in);
  } else if (in.keys <= 128) {
    launch(call, &gated_delta_kernel<32>, grid, dim3(32 * kWarps), 0, in);
  } else {
    launch(call, &gated_delta_kernel<64>, grid, dim3(32 * kWarps), 0, in);
  }
}

}  // namespace eddy
