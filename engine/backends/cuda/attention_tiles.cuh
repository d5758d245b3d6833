// Softmax attention of many rows on tensor cores, after FlashAttention-2 (2307.08691): scores and weights stay in
// registers.
//
// A block takes 128 rows of one key head (all its query heads, tokens in order), 64 where that would leave
// multiprocessors without work, each of its warps 16 of them, and goes through the keys in tiles with a running
// maximum. Operands are float32 numbers in two bf16 parts (warp_matrix.cuh); what a tile adds is summed by itself and
// then in float32, since tensor cores cut off instead of rounding.
#pragma once

#include "engine/backends/cuda/token_rows.cuh"
#include "engine/backends/cuda/warp_matrix.cuh"
#include "engine/ops/attention.h"

namespace eddy {
namespace attention_tiles {

constexpr float kNothing = -3.0e38f;  // a maximum over no scores, such that differences stay numbers

struct Arguments {
  const SequenceRows* sequences;
  const float* q;
  float* y;
  int key_slot, value_slot, tokens, query_heads, key_heads, key_size, value_size, window;
  float scale, cap;
  bool in_fours;

  __host__ __device__ int group() const { return query_heads / key_heads; }
  __device__ int first_visible(int position) const {
    return window > 0 && position >= window ? position - window + 1 : 0;
  }
  /// The number of (token, query head) among all of a call.
  __device__ std::int64_t row_of(int b, int row, int key_head) const {
    return (static_cast<std::int64_t>(b) * tokens + row / group()) * query_heads + key_head * group() + row % group();
  }
  __device__ float score(float product) const {
    const float s = product * scale;
    return cap > 0 ? cap * tanhf(s / cap) : s;
  }
};

/// Shared memory of a block: key high, key low, value high, value low, of this tile and of the next one.
template <int kKeys, int kSize>
struct Tiles {
  __nv_bfloat16 planes[2][4][kKeys * kSize];
};

/// Over the four lanes that have a row.
__device__ __forceinline__ float max_of_row(float x) {
  x = fmaxf(x, __shfl_xor_sync(0xffffffffu, x, 1));
  return fmaxf(x, __shfl_xor_sync(0xffffffffu, x, 2));
}

__device__ __forceinline__ float sum_of_row(float x) {
  x += __shfl_xor_sync(0xffffffffu, x, 1);
  return x + __shfl_xor_sync(0xffffffffu, x, 2);
}

/// Keys and values of up to kSize channels, multiples of four. blockIdx: (rows, key head, sequence).
template <int kWarps, int kKeys, int kSize>
__global__ void __launch_bounds__(32 * kWarps, kWarps > 4 ? 1 : 2) tiles_kernel(const __grid_constant__ Arguments in) {
#if __CUDA_ARCH__ >= 800
  constexpr int kThreads = 32 * kWarps, kRows = 16 * kWarps;
  constexpr int kParts = kSize / 16, kFours = kKeys * kSize / 4 / kThreads;
  extern __shared__ __align__(128) unsigned char attention_shared[];
  auto& shared = *reinterpret_cast<Tiles<kKeys, kSize>*>(attention_shared);
  begin_kernel();
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32, pair = lane % 4 * 2, key_head = blockIdx.y,
            b = blockIdx.z;
  const int rows = in.tokens * in.group();
  const int first_row = static_cast<int>(gridDim.x - 1 - blockIdx.x) * kRows;  // those with most keys first
  const SequenceRows sequence = in.sequences[b];
  const int before = static_cast<int>(sequence.before);
  const int lowest = before + first_row / in.group();  // positions of the block's rows
  const int last = before + min(first_row + kRows - 1, rows - 1) / in.group();
  const int first = in.first_visible(lowest), all_see = in.first_visible(last);
  const int key_width = in.key_heads * in.key_size, value_width = in.key_heads * in.value_size;

  // A lane has rows lane / 4 and 8 further of its warp's 16.
  int position[2];
  SplitRows q[kParts];
#pragma unroll
  for (int r = 0; r < 2; ++r) {
    const int row = first_row + warp * 16 + r * 8 + lane / 4;
    position[r] = row < rows ? before + row / in.group() : -1;
    const float* from = in.q + in.row_of(b, min(row, rows - 1), key_head) * in.key_size;
#pragma unroll
    for (int i = 0; i < 2 * kParts; ++i) {
      const int c = 8 * i + pair;
      const bool there = row < rows && c < in.key_size;
      const float2 two = there ? *reinterpret_cast<const float2*>(from + c) : float2{0, 0};
      q[i / 2].set(i % 2 * 2 + r, two.x, two.y);
    }
  }
  float maximum[2] = {kNothing, kNothing}, sum[2] = {0, 0};
  float y[2 * kParts][4] = {};

  float4 keys[kFours], values[kFours];  // of the next tile
  const auto fetch = [&](int tile) {
    const float* key_rows = token_row(sequence, in.key_slot, tile * kKeys, key_width) + key_head * in.key_size;
    const float* value_rows = token_row(sequence, in.value_slot, tile * kKeys, value_width) + key_head * in.value_size;
#pragma unroll
    for (int i = 0; i < kFours; ++i) {
      const int at = threadIdx.x + i * kThreads, token = at / (kSize / 4), c = at % (kSize / 4) * 4;
      const int there = tile * kKeys + token;  // where nobody looks there may be anything, and 0 times NaN is NaN
      const bool visible = there >= first && there <= last;
      keys[i] = values[i] = {0, 0, 0, 0};
      if (visible && c < in.key_size)
        keys[i] = *reinterpret_cast<const float4*>(key_rows + static_cast<std::int64_t>(token) * key_width + c);
      if (visible && c < in.value_size)
        values[i] = *reinterpret_cast<const float4*>(value_rows + static_cast<std::int64_t>(token) * value_width + c);
    }
  };
  const auto put = [&](int buffer, int plane, int at, const float4& four) {
    const SplitPair left = split_pair(four.x, four.y), right = split_pair(four.z, four.w);
    *reinterpret_cast<uint2*>(&shared.planes[buffer][plane][at]) = {left.high, right.high};
    *reinterpret_cast<uint2*>(&shared.planes[buffer][plane + 1][at]) = {left.low, right.low};
  };
  const auto store = [&](int buffer) {
#pragma unroll
    for (int i = 0; i < kFours; ++i) {
      const int at = threadIdx.x + i * kThreads, token = at / (kSize / 4), c = at % (kSize / 4) * 4;
      put(buffer, 0, turned<kSize>(token, c / 8) + c % 8, keys[i]);
      put(buffer, 2, turned<kSize>(token, c / 8) + c % 8, values[i]);
    }
  };

  const int first_tile = first / kKeys, last_tile = last / kKeys;
  fetch(first_tile);
  store(first_tile % 2);
  __syncthreads();
  for (int tile = first_tile; tile <= last_tile; ++tile) {
    if (tile < last_tile) fetch(tile + 1);
    const auto& planes = shared.planes[tile % 2];
    float s[kKeys / 8][4] = {};
#pragma unroll
    for (int k = 0; k < kParts; ++k) {
#pragma unroll
      for (int n = 0; n < kKeys / 16; ++n) {
        const int at = turned<kSize>(16 * n + lane % 8 + lane / 16 * 8, 2 * k + lane / 8 % 2);
        std::uint32_t high[4], low[4];
        load_matrices(high, planes[0] + at);
        load_matrices(low, planes[1] + at);
        multiply_add_split(s[2 * n], s[2 * n + 1], q[k], high, low);
      }
    }
    const bool everyone = tile * kKeys + kKeys - 1 <= lowest && tile * kKeys >= all_see && first_row + kRows <= rows;
    float kept[2];
#pragma unroll
    for (int r = 0; r < 2; ++r) {
      const int first_seen = in.first_visible(position[r]);
      float highest = maximum[r];
#pragma unroll
      for (int i = 0; i < kKeys / 8; ++i) {
#pragma unroll
        for (int e = 2 * r; e < 2 * r + 2; ++e) {
          const int token = tile * kKeys + 8 * i + pair + e % 2;
          s[i][e] = in.score(s[i][e]);
          if (!everyone && (token > position[r] || token < first_seen)) s[i][e] = -INFINITY;
          highest = fmaxf(highest, s[i][e]);
        }
      }
      highest = max_of_row(highest);
      kept[r] = expf(maximum[r] - highest);
      maximum[r] = highest;
      sum[r] *= kept[r];
#pragma unroll
      for (int i = 0; i < kKeys / 8; ++i) {
#pragma unroll
        for (int e = 2 * r; e < 2 * r + 2; ++e) {
          s[i][e] = expf(s[i][e] - highest);
          sum[r] += s[i][e];
        }
      }
    }
    SplitRows weights[kKeys / 16];
#pragma unroll
    for (int k = 0; k < kKeys / 16; ++k) {
#pragma unroll
      for (int i = 0; i < 4; ++i) weights[k].set(i, s[2 * k + i / 2][i % 2 * 2], s[2 * k + i / 2][i % 2 * 2 + 1]);
    }
#pragma unroll
    for (int n = 0; n < kParts; ++n) {
      float left[4] = {}, right[4] = {};
#pragma unroll
      for (int k = 0; k < kKeys / 16; ++k) {
        const int at = turned<kSize>(16 * k + lane % 16, 2 * n + lane / 16);
        std::uint32_t high[4], low[4];
        load_matrices_turned(high, planes[2] + at);
        load_matrices_turned(low, planes[3] + at);
        multiply_add_split(left, right, weights[k], high, low);
      }
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        y[2 * n][e] = fmaf(y[2 * n][e], kept[e / 2], left[e]);
        y[2 * n + 1][e] = fmaf(y[2 * n + 1][e], kept[e / 2], right[e]);
      }
    }
    if (tile < last_tile) store((tile + 1) % 2);
    __syncthreads();
  }

#pragma unroll
  for (int r = 0; r < 2; ++r) {
    const int row = first_row + warp * 16 + r * 8 + lane / 4;
    const float over = 1.0f / sum_of_row(sum[r]);
    if (row >= rows) continue;
    float* out = in.y + in.row_of(b, row, key_head) * in.value_size;
#pragma unroll
    for (int i = 0; i < 2 * kParts; ++i) {
      const int c = 8 * i + pair;
      if (c < in.value_size) *reinterpret_cast<float2*>(out + c) = {y[i][2 * r] * over, y[i][2 * r + 1] * over};
    }
  }
#endif
}

}  // namespace attention_tiles
}  // namespace eddy
