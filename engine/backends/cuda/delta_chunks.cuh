// Delta rules over many tokens: chunks of 16 tokens as matrix products on tensor cores (the WY form: Yang et al.,
// 2406.06484 and 2412.06464; with a decay per channel RWKV-7, 2503.14456).
//
// Of a head with S [K][V] before a chunk, each token t does
//   u_t = fresh_t + removal_t S          S = diag(w_t) S + back_t u_t^T + written_t v_t^T          y_t = read_t S
// With P_t the product of the decays w up to token t and all vectors taken back to the chunk's start,
//   U = fresh + strict(removal back^T) U + strict(removal written^T) V + removal S
// so U = M S + F where M and F solve the same unit triangular system. Then
//   Y = (read + tri(read back^T) M) S + Q          S = P_last S + back^T U + written^T V
// A first kernel makes M, F, Q and the rest that does not need S for all chunks at once, a block a head's chunk. It
// computes in float32 and multiplies decays instead of dividing them, so any decay from 0 to 1 is exact. The second
// kernel goes through the chunks with S^T in the registers of its warps, a block per head and 32 columns of S; its
// operands are float32 numbers in two bf16 parts (warp_matrix.cuh), what a chunk adds is summed by itself and then in
// float32.
#pragma once

#include <cstdlib>
#include <initializer_list>

#include "engine/backends/cuda/device_limits.h"
#include "engine/backends/cuda/head_tile.cuh"
#include "engine/backends/cuda/token_rows.cuh"
#include "engine/backends/cuda/warp_matrix.cuh"

namespace eddy {
namespace delta_chunks {

constexpr int kChunk = 16;

/// What a token does with S beside decaying it.
enum class Rule {
  Replaces,  ///< the gated delta rule: puts what is missing under k
  Both,      ///< RWKV-7: removes along kk, writes along k
  Writes,    ///< linear attention
};
constexpr bool removes(Rule rule) {
  return rule != Rule::Writes;
}
constexpr bool writes(Rule rule) {
  return rule != Rule::Replaces;
}

/// What both kernels are given. A pass is some chunks of all sequences.
struct Arguments {
  const float* read;       ///< r or q
  const float* decay;      ///< as `decays` says
  const float* written;    ///< k
  const float* values;     ///< v
  const float* direction;  ///< RWKV-7: kk. The gated delta rule removes along k
  const float* share;      ///< RWKV-7: a, per channel. The gated delta rule: b, per head
  const float* bonus;      ///< linear attention that reads S before a token writes: its u [heads][keys], else null
  float* y;
  float* const* states;
  std::int64_t slot;
  int tokens, heads, key_heads, keys, columns;  ///< columns: of S, values of a head
  int first, chunks;                            ///< of this pass: its first token
  enum class Decays { OfChannels, OfHeads, Constant } decays;  ///< [tokens][heads][keys], [tokens][heads], [heads][keys]
  bool grouped, in_fours;                                      ///< in_fours: rows can be read 16 bytes at a time
  float scale;
  bool scales;  ///< products of tokens on tensor cores where decays allow it

  __device__ __forceinline__ int key_head(int head) const {
    return grouped ? head / (heads / key_heads) : head % key_heads;
  }
};

constexpr int kBlockColumns = 32;

/// What the first kernel makes. A unit: one head's chunk.
template <int kKeys, Rule kRule>
struct Prepared {
  // Planes of bf16 numbers of a chunk, [16][kKeys] each: the high parts, then the low parts.
  static constexpr int kReading = 0, kWritten = 2, kSolved = writes(kRule) ? 4 : 2, kBack = kSolved + 2;
  static constexpr int kPlanes = 2 + 2 * writes(kRule) + 4 * removes(kRule), kPlane = kChunk * kKeys;
  __nv_bfloat16* planes;  // [units][kPlanes][kPlane]
  float* decays;          // [units][kKeys]: of the whole chunk
  float* fresh;           // [units][16][width]: F
  float* own;             // [units][16][width]: Q
  int width;              // columns of S, rounded up to whole blocks

  static constexpr std::int64_t bytes(int columns) {
    return kPlanes * kPlane * 2 + kKeys * 4 + 2 * kChunk * width_of(columns) * 4;
  }
  static constexpr int width_of(int columns) { return divide_up(columns, kBlockColumns) * kBlockColumns; }
  Prepared(void* memory, std::int64_t units, int columns)
      : planes(static_cast<__nv_bfloat16*>(memory)),
        decays(reinterpret_cast<float*>(planes + units * kPlanes * kPlane)),
        fresh(decays + units * kKeys),
        own(fresh + units * kChunk * width_of(columns)),
        width(width_of(columns)) {}
};

/// Sums of a product's three parts, apart so that they do not wait for each other: 16 rows and columns. Number e of part i:
/// row lane / 4 + 8 (e / 2), column 8 i + 2 (lane % 4) + e % 2.
struct SplitSums {
  float parts[3][2][4] = {};

  __device__ __forceinline__ void add(const SplitRows& a, const std::uint32_t (&high)[4],
                                      const std::uint32_t (&low)[4]) {
    multiply_add_bf16(parts[0][0], a.low, high[0], high[1]);
    multiply_add_bf16(parts[0][1], a.low, high[2], high[3]);
    multiply_add_bf16(parts[1][0], a.high, low[0], low[1]);
    multiply_add_bf16(parts[1][1], a.high, low[2], low[3]);
    multiply_add_bf16(parts[2][0], a.high, high[0], high[1]);
    multiply_add_bf16(parts[2][1], a.high, high[2], high[3]);
  }
  __device__ __forceinline__ float operator()(int i, int e) const {
    return (parts[0][i][e] + parts[1][i][e]) + parts[2][i][e];
  }
};

// ---- what does not need the state -----------------------------------------------------------------------------------

constexpr int kPrepareThreads = 128, kPrepareWarps = kPrepareThreads / 32;
constexpr int kParts = 8;  // threads that share a token's channels: kPrepareThreads / kChunk
template <int kKeys, Rule kRule>
struct Rows {
  static constexpr int kRemoving = removes(kRule) ? kChunk : 1, kWriting = writes(kRule) ? kChunk : 1;
  static constexpr int kReadWritten = kRule == Rule::Both ? 3 : 0, kReadBack = 1, kRemovalBack = 0, kRemovalWritten = 2;
  static constexpr int kProducts = kRule == Rule::Both ? 4 : kRule == Rule::Replaces ? 2 : 1;
  float decay[kChunk][kKeys], read[kChunk][kKeys], removal[kRemoving][kKeys], back[kRemoving][kKeys];
  float written[kWriting][kKeys];
  float products[kProducts][kChunk][kChunk];  // [token][earlier token or, for those of read, the same]
};

__device__ __forceinline__ float4 times(const float4& a, const float4& b) {
  return {a.x * b.x, a.y * b.y, a.z * b.z, a.w * b.w};
}

__device__ __forceinline__ float4 times(float a, const float4& b) {
  return {a * b.x, a * b.y, a * b.z, a * b.w};
}

__device__ __forceinline__ float dot(const float4& a, const float4& b, float sum) {
  return fmaf(a.w, b.w, fmaf(a.z, b.z, fmaf(a.y, b.y, fmaf(a.x, b.x, sum))));
}

/// A chunk's rows into shared memory. Tokens that are not there change nothing.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void read_rows(const Arguments& in, Rows<kKeys, kRule>& rows, int first, int head) {
  constexpr int kFours = kKeys / 4;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens + first;
#pragma unroll 2
  for (int n = 0; n < kChunk * kFours / kPrepareThreads; ++n) {
    const int i = threadIdx.x + n * kPrepareThreads, t = i / kFours, c = i % kFours * 4;
    const bool there = first + t < in.tokens;
    const int left = there ? in.keys - c : 0;
    const std::int64_t row = first_row + t, at = (row * in.heads + head) * in.keys + c;
    const auto four = [&](const float* from, std::int64_t offset) { return load_four(from + offset, left, in.in_fours); };
    const auto put = [&](float* to, const float4& numbers) { *reinterpret_cast<float4*>(to) = numbers; };
    const std::int64_t key_at = (row * in.key_heads + in.key_head(head)) * in.keys + c;
    const float4 read = four(in.read, key_at), key = four(in.written, key_at);
    float4 decay = {1, 1, 1, 1};
    if (there) {
      decay = in.decays == Arguments::Decays::OfChannels ? four(in.decay, at)
              : in.decays == Arguments::Decays::OfHeads  ? times(in.decay[row * in.heads + head], decay)
                                                         : four(in.decay, head * std::int64_t{in.keys} + c);
    }
    put(&rows.decay[t][c], decay);
    put(&rows.read[t][c], times(in.scale, read));
    if constexpr (writes(kRule)) put(&rows.written[t][c], key);
    if constexpr (kRule == Rule::Both) {
      const float4 direction = four(in.direction, at);
      put(&rows.removal[t][c], times(-1.0f, direction));
      put(&rows.back[t][c], times(direction, four(in.share, at)));
    } else if constexpr (kRule == Rule::Replaces) {
      const float share = there ? in.share[row * in.heads + head] : 0.0f;
      put(&rows.removal[t][c], times(-share, times(decay, key)));
      put(&rows.back[t][c], key);
    }
  }
}

/// Sums over a token's kParts lanes, all at once: lane l gets the one of number l % kCount.
template <int kCount>
__device__ __forceinline__ float sum_over_parts(const float (&sums)[kCount]) {
  const int lane = threadIdx.x % 32;
  const auto hand_over = [lane](float first, float second, int bit) {
    const bool keeps_second = lane & bit;
    return (keeps_second ? second : first) + __shfl_xor_sync(0xffffffffu, keeps_second ? first : second, bit);
  };
  float sum;
  if constexpr (kCount == 1) {
    sum = sums[0] + __shfl_xor_sync(0xffffffffu, sums[0], 1);
  } else {
    sum = hand_over(sums[0], sums[1], 1);
  }
  if constexpr (kCount == 4) {
    sum = hand_over(sum, hand_over(sums[2], sums[3], 1), 2);
  } else {
    sum += __shfl_xor_sync(0xffffffffu, sum, 2);
  }
  return sum + __shfl_xor_sync(0xffffffffu, sum, 4);
}

__device__ __forceinline__ float2 two_of(const float* row, int c) {
  return *reinterpret_cast<const float2*>(row + c);
}

// The same products on tensor cores, where decays allow it: with C_t what is left from the chunk's middle to token t, or
// one over what is left from t to the middle, they are (C_t read_t) (back_j / C_j).

/// Of RWKV-7: removal, read, back and written, each in a plane of high and one of low parts.
struct Scaled {
  static constexpr int kKeys = 64, kPlane = kChunk * kKeys;
  static constexpr float kLeast = 1e-18f;  // what half of a chunk must leave
  __nv_bfloat16 planes[4][2][kPlane];
};

/// Warp w scales vector w, two channels a lane. False where too little is left.
__device__ __forceinline__ bool scale_rows(const Rows<Scaled::kKeys, Rule::Both>& rows, Scaled& to, int warp) {
  const int c = threadIdx.x % 32 * 2;
  const float* from = warp == 0   ? rows.removal[0]
                      : warp == 1 ? rows.read[0]
                      : warp == 2 ? rows.back[0]
                                  : rows.written[0];
  const bool is_column = warp >= 2, is_removal = warp == 0;
  const auto put = [&](int t, float x, float y) {
    const float2 two = two_of(from + t * Scaled::kKeys, c);
    const SplitPair pair = split_pair(two.x * x, two.y * y);
    const int at = turned<Scaled::kKeys>(t, c / 8) + c % 8;
    *reinterpret_cast<std::uint32_t*>(&to.planes[warp][0][at]) = pair.high;
    *reinterpret_cast<std::uint32_t*>(&to.planes[warp][1][at]) = pair.low;
  };
  constexpr int kMiddle = kChunk / 2;
  float2 early = {1, 1}, late = {1, 1};
#pragma unroll
  for (int i = 0; i < kMiddle; ++i) {
    const int t = kMiddle - 1 - i;  // removal comes before the token's decay
    const float2 decay = two_of(rows.decay[t], c), with = {early.x * decay.x, early.y * decay.y};
    const float2 left = is_removal ? with : early;
    put(t, is_column ? left.x : __fdividef(1.0f, left.x), is_column ? left.y : __fdividef(1.0f, left.y));
    early = with;
  }
#pragma unroll
  for (int t = kMiddle; t < kChunk; ++t) {
    const float2 decay = two_of(rows.decay[t], c), with = {late.x * decay.x, late.y * decay.y};
    const float2 left = is_removal ? late : with;
    put(t, is_column ? __fdividef(1.0f, left.x) : left.x, is_column ? __fdividef(1.0f, left.y) : left.y);
    late = with;
  }
  return fminf(fminf(early.x, early.y), fminf(late.x, late.y)) >= Scaled::kLeast;
}

/// Warp w makes product w.
__device__ __forceinline__ void multiply_scaled(const Scaled& scaled, Rows<Scaled::kKeys, Rule::Both>& rows,
                                                int warp) {
  constexpr int kKeys = Scaled::kKeys;
  const int lane = threadIdx.x % 32, row_vector = warp % 2, column_vector = 2 + warp / 2;
  SplitSums sums;
#pragma unroll
  for (int k = 0; k < kKeys / 16; ++k) {
    const int row = turned<kKeys>(lane % 16, 2 * k + lane / 16);
    const int column = turned<kKeys>(lane % 8 + lane / 16 * 8, 2 * k + lane / 8 % 2);
    SplitRows a;
    std::uint32_t high[4], low[4];
    load_matrices(a.high, scaled.planes[row_vector][0] + row);
    load_matrices(a.low, scaled.planes[row_vector][1] + row);
    load_matrices(high, scaled.planes[column_vector][0] + column);
    load_matrices(low, scaled.planes[column_vector][1] + column);
    sums.add(a, high, low);
  }
#pragma unroll
  for (int i = 0; i < 2; ++i) {
#pragma unroll
    for (int e = 0; e < 4; ++e) {
      const int t = lane / 4 + e / 2 * 8, j = 8 * i + lane % 4 * 2 + e % 2;
      const bool is_seen = row_vector == 0 ? j < t : j <= t;
      rows.products[warp][t][j] = is_seen ? sums(i, e) : 0.0f;
    }
  }
}

/// Products of every token with those before it. A token's lanes take what it writes back along, decaying on its way:
/// lane l % 8 has channels 32 m + 4 l .. + 3 for all m.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void multiply_tokens(const Arguments& in, Rows<kKeys, kRule>& rows, int head) {
  constexpr int kFours = kKeys / 32, kProducts = Rows<kKeys, kRule>::kProducts, kWarpTokens = kChunk / kPrepareWarps;
  // A block's first tokens have most to do, and its warp 0 would always meet those of other blocks.
  const int warp = (threadIdx.x / 32 + blockIdx.x) % kPrepareWarps, first = warp * kWarpTokens;
  const int token = first + threadIdx.x % 32 / kParts, part = threadIdx.x % kParts;
  float4 back[removes(kRule) ? kFours : 1] = {}, written[writes(kRule) ? kFours : 1] = {};
  const auto four = [part](const float* row, int m) {
    return *reinterpret_cast<const float4*>(row + 32 * m + 4 * part);
  };
  const auto bonus = [&](int m) {
    const int c = 32 * m + 4 * part;
    return load_four(in.bonus + head * std::int64_t{in.keys} + c, in.keys - c, false);
  };
  const bool reads_before = kRule == Rule::Writes && in.bonus;
  const auto step = [&](int t, bool begins) {
    float removed[2] = {}, seen[2] = {};
#pragma unroll
    for (int m = 0; m < kFours; ++m) {
      const float4 decay = four(rows.decay[t], m), read = four(rows.read[t], m);
      if constexpr (removes(kRule)) {
        const float4 removal = four(rows.removal[t], m);
        removed[0] = dot(removal, back[m], removed[0]);
        if constexpr (writes(kRule)) removed[1] = dot(removal, written[m], removed[1]);
        back[m] = times(back[m], decay);
        if (begins) back[m] = four(rows.back[t], m);
        seen[0] = dot(read, back[m], seen[0]);
      }
      if constexpr (writes(kRule)) {
        const float4 before = written[m];
        written[m] = times(before, decay);
        if (begins) written[m] = four(rows.written[t], m);
        const float4 own = reads_before && begins ? times(bonus(m), written[m]) : before;
        seen[1] = dot(read, reads_before ? own : written[m], seen[1]);
      }
    }
    float sum;
    if constexpr (kRule == Rule::Both) {
      sum = sum_over_parts<4>({removed[0], seen[0], removed[1], seen[1]});
    } else if constexpr (kRule == Rule::Replaces) {
      sum = sum_over_parts<2>({removed[0], seen[0]});
    } else {
      sum = sum_over_parts<1>({seen[1]});
    }
    if (part < kProducts) rows.products[part][t][token] = sum;
  };
#pragma unroll
  for (int i = 0; i < kWarpTokens; ++i) step(first + i, first + i == token);  // nothing before the token itself
#pragma unroll 2
  for (int t = first + kWarpTokens; t < kChunk; ++t) step(t, false);
}

/// Two neighbouring numbers into a plane of high parts and the one of low parts behind it.
template <int kKeys>
__device__ __forceinline__ void put_pair(__nv_bfloat16* plane, int t, int c, float first, float second) {
  const SplitPair pair = split_pair(first, second);
  auto* to = reinterpret_cast<std::uint32_t*>(plane) + (t * kKeys + c) / 2;
  to[0] = pair.high;
  to[kChunk * kKeys / 2] = pair.low;
}

/// What is left at the chunk's end of what tokens write. A warp: 64 channels from c on, two a lane.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void write_left(const Rows<kKeys, kRule>& rows, __nv_bfloat16* planes, float* decays,
                                           int c) {
  float2 left = {1, 1};
#pragma unroll
  for (int t = kChunk - 1; t >= 0; --t) {
    const float2 decay = two_of(rows.decay[t], c);
    const auto put = [&](int plane, const float2& two) {
      put_pair<kKeys>(planes + plane * kChunk * kKeys, t, c, two.x * left.x, two.y * left.y);
    };
    if constexpr (removes(kRule)) put(Prepared<kKeys, kRule>::kBack, two_of(rows.back[t], c));
    if constexpr (writes(kRule)) put(Prepared<kKeys, kRule>::kWritten, two_of(rows.written[t], c));
    left = {left.x * decay.x, left.y * decay.y};
  }
  *reinterpret_cast<float2*>(decays + c) = left;
}

/// A token's products with those before it, sixteen to a row.
struct TokenProducts {
  float4 fours[kChunk / 4];

  __device__ __forceinline__ explicit TokenProducts(const float (&row)[kChunk]) {
#pragma unroll
    for (int i = 0; i < kChunk / 4; ++i) fours[i] = *reinterpret_cast<const float4*>(&row[4 * i]);
  }
  __device__ __forceinline__ float operator[](int j) const {
    const float4& four = fours[j / 4];
    return j % 4 == 0 ? four.x : j % 4 == 1 ? four.y : j % 4 == 2 ? four.z : four.w;
  }
};

/// M and what y reads of S. A warp: 64 channels from c on, two a lane.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void solve_keys(const Rows<kKeys, kRule>& rows, __nv_bfloat16* planes, int c,
                                           bool reads_before) {
  using Made = Prepared<kKeys, kRule>;
  using Source = Rows<kKeys, kRule>;
  float2 solved[kChunk], grown = {1, 1};
#pragma unroll
  for (int t = 0; t < kChunk; ++t) {
    const float2 decay = two_of(rows.decay[t], c), read = two_of(rows.read[t], c);
    const float2 after = {grown.x * decay.x, grown.y * decay.y};
    float2 reading = reads_before ? float2{read.x * grown.x, read.y * grown.y}
                                  : float2{read.x * after.x, read.y * after.y};
    if constexpr (removes(kRule)) {
      const TokenProducts removed(rows.products[Source::kRemovalBack][t]), seen(rows.products[Source::kReadBack][t]);
      const float2 removal = two_of(rows.removal[t], c);
      float2 sum = {removal.x * grown.x, removal.y * grown.y};
#pragma unroll
      for (int j = 0; j < t; ++j) {
        sum = {fmaf(removed[j], solved[j].x, sum.x), fmaf(removed[j], solved[j].y, sum.y)};
      }
      solved[t] = sum;
      put_pair<kKeys>(planes + Made::kSolved * kChunk * kKeys, t, c, sum.x, sum.y);
#pragma unroll
      for (int j = 0; j <= t; ++j) {
        reading = {fmaf(seen[j], solved[j].x, reading.x), fmaf(seen[j], solved[j].y, reading.y)};
      }
    }
    put_pair<kKeys>(planes + Made::kReading * kChunk * kKeys, t, c, reading.x, reading.y);
    grown = after;
  }
}

/// F and Q. A lane: one column of S.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void solve_values(const Arguments& in, const Rows<kKeys, kRule>& rows, float* fresh,
                                             float* own, int width, int first, int head, int column) {
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens + first;
  float values[kChunk], solved[kChunk];
#pragma unroll
  for (int t = 0; t < kChunk; ++t) {
    const bool there = first + t < in.tokens && column < in.columns;
    const std::int64_t at = (first_row + t) * in.heads + head;
    values[t] = there ? in.values[at * in.columns + column] : 0.0f;
    if (kRule == Rule::Replaces && there) values[t] *= in.share[at];
  }
  using Source = Rows<kKeys, kRule>;
#pragma unroll
  for (int t = 0; t < kChunk; ++t) {
    float sum = writes(kRule) ? 0.0f : values[t], result = 0;
    if constexpr (writes(kRule)) {
      const TokenProducts seen(rows.products[Source::kReadWritten][t]);
#pragma unroll
      for (int j = 0; j <= t; ++j) result = fmaf(seen[j], values[j], result);
    }
    if constexpr (kRule == Rule::Both) {
      const TokenProducts removed(rows.products[Source::kRemovalWritten][t]);
#pragma unroll
      for (int j = 0; j < t; ++j) sum = fmaf(removed[j], values[j], sum);
    }
    if constexpr (removes(kRule)) {
      const TokenProducts removed(rows.products[Source::kRemovalBack][t]), seen(rows.products[Source::kReadBack][t]);
#pragma unroll
      for (int j = 0; j < t; ++j) sum = fmaf(removed[j], solved[j], sum);
      solved[t] = sum;
#pragma unroll
      for (int j = 0; j <= t; ++j) result = fmaf(seen[j], solved[j], result);
      fresh[t * width + column] = sum;
    }
    own[t * width + column] = result;
  }
}

/// blockIdx: (head, chunk of the pass, sequence).
template <int kKeys, Rule kRule>
__global__ void __launch_bounds__(kPrepareThreads, 4)
    prepare_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kKeys, kRule> to) {
#if __CUDA_ARCH__ >= 800
  __shared__ __align__(16) Rows<kKeys, kRule> rows;
  begin_kernel();
  const int head = blockIdx.x, first = in.first + static_cast<int>(blockIdx.y) * kChunk;
  const std::int64_t unit = (static_cast<std::int64_t>(blockIdx.z) * gridDim.y + blockIdx.y) * gridDim.x + blockIdx.x;
  read_rows(in, rows, first, head);
  __syncthreads();
  bool is_done = false;
  if constexpr (kRule == Rule::Both && kKeys == Scaled::kKeys) {
    __shared__ __align__(128) Scaled scaled;
    const int warp = (threadIdx.x / 32 + blockIdx.x) % kPrepareWarps;
    if (in.scales) is_done = !__syncthreads_or(!scale_rows(rows, scaled, warp));
    if (is_done) multiply_scaled(scaled, rows, warp);
  }
  if (!is_done) multiply_tokens(in, rows, head);
  __syncthreads();
  __nv_bfloat16* planes = to.planes + unit * Prepared<kKeys, kRule>::kPlanes * Prepared<kKeys, kRule>::kPlane;
  constexpr int kKeyGroups = kKeys / 64;
  const int value_groups = to.width / 32, warp = (threadIdx.x / 32 + blockIdx.x) % kPrepareWarps;
  const int lane = threadIdx.x % 32;
  for (int task = warp; task < 2 * kKeyGroups + value_groups; task += kPrepareWarps) {
    if (task < value_groups) {
      const std::int64_t at = unit * kChunk * to.width;
      solve_values(in, rows, to.fresh + at, to.own + at, to.width, first, head, task * 32 + lane);
    } else if (task < value_groups + kKeyGroups) {
      solve_keys(rows, planes, (task - value_groups) * 64 + 2 * lane, kRule == Rule::Writes && in.bonus);
    } else {
      write_left(rows, planes, to.decays + unit * kKeys, (task - value_groups - kKeyGroups) * 64 + 2 * lane);
    }
  }
#endif
}

// ---- through the chunks ---------------------------------------------------------------------------------------------

constexpr int kStrips = kBlockColumns / 16, kRunThreads = 2 * kStrips * 32;
constexpr int kPitch = kBlockColumns + 4;  // what lanes read of a tile together never meets in a bank

/// Shared memory of a block, with kStages chunks fetched or being fetched.
template <int kKeys, Rule kRule, int kStages>
struct Tiles {
  static constexpr int kPlanes = Prepared<kKeys, kRule>::kPlanes, kPlane = Prepared<kKeys, kRule>::kPlane;
  struct Stage {
    __nv_bfloat16 planes[kPlanes][kPlane];
    float decays[kKeys], fresh[kChunk * kPitch], own[kChunk * kPitch];
  } stages[kStages];
  uint4 states[2][kStrips][kKeys / 16][2][32];                  // S^T in bf16 parts as the first operand of a product
  float4 added[2][kStrips][writes(kRule) ? kKeys / 16 : 1][2][32];  // what written^T V adds
};

/// S^T times the rows of a plane [16 tokens][kKeys].
template <int kKeys>
__device__ __forceinline__ void multiply_state(SplitSums& sums, const SplitRows (&state)[kKeys / 16],
                                               const __nv_bfloat16* high_plane, const __nv_bfloat16* low_plane) {
  const int lane = threadIdx.x % 32;
#pragma unroll
  for (int k = 0; k < kKeys / 16; ++k) {
    const int at = turned<kKeys>(lane % 8 + lane / 16 * 8, 2 * k + lane / 8 % 2);
    std::uint32_t high[4], low[4];
    load_matrices(high, high_plane + at);
    load_matrices(low, low_plane + at);
    sums.add(state[k], high, low);
  }
}

/// Sixteen columns of S by 16 tokens times those tokens' rows of a plane, 16 channels from 16 n on.
template <int kKeys>
__device__ __forceinline__ void multiply_columns(SplitSums& sums, const SplitRows& columns,
                                                 const __nv_bfloat16* high_plane, const __nv_bfloat16* low_plane,
                                                 int n) {
  const int lane = threadIdx.x % 32, at = turned<kKeys>(lane % 16, 2 * n + lane / 16);
  std::uint32_t high[4], low[4];
  load_matrices_turned(high, high_plane + at);
  load_matrices_turned(low, low_plane + at);
  sums.add(columns, high, low);
}

/// blockIdx: (32 columns of S, head, sequence). Two warps have 16 columns each: one takes S through the chunks, the
/// other makes y of the chunk that S has reached and what the next chunk's values write.
template <int kKeys, Rule kRule, int kStages>
__global__ void __launch_bounds__(kRunThreads, 1)
    run_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kKeys, kRule> from) {
#if __CUDA_ARCH__ >= 800
  constexpr int kSteps = kKeys / 16;
  using Shared = Tiles<kKeys, kRule, kStages>;
  using Made = Prepared<kKeys, kRule>;
  extern __shared__ __align__(128) unsigned char delta_shared[];
  auto& shared = *reinterpret_cast<Shared*>(delta_shared);
  begin_kernel();
  const int lane = threadIdx.x % 32, pair = lane % 4 * 2, strip = threadIdx.x / 32 % kStrips, head = blockIdx.y;
  const bool has_state = threadIdx.x / 32 < kStrips;
  const int own = strip * 16 + lane / 4, column = blockIdx.x * kBlockColumns + own;
  const bool there[2] = {column < in.columns, column + 8 < in.columns};
  const int chunks = in.chunks;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens;

  const auto fetch = [&](int chunk) {
    if (chunk < chunks) {
      typename Shared::Stage& stage = shared.stages[chunk % kStages];
      const std::int64_t unit = (static_cast<std::int64_t>(blockIdx.z) * chunks + chunk) * in.heads + head;
      const __nv_bfloat16* planes = from.planes + unit * Shared::kPlanes * Shared::kPlane;
      constexpr int kRowParts = kKeys / 8, kPlaneParts = kChunk * kRowParts;
      for (int i = threadIdx.x; i < Shared::kPlanes * kPlaneParts; i += kRunThreads) {
        const int at = i % kPlaneParts;
        copy_ahead(stage.planes[i / kPlaneParts] + turned<kKeys>(at / kRowParts, at % kRowParts), planes + 8 * i);
      }
      if (threadIdx.x < kKeys / 4)
        copy_ahead(stage.decays + 4 * threadIdx.x, from.decays + unit * kKeys + 4 * threadIdx.x);
      const int t = threadIdx.x / (kBlockColumns / 4), c = threadIdx.x % (kBlockColumns / 4) * 4;
      const std::int64_t at = (unit * kChunk + t) * from.width + blockIdx.x * kBlockColumns + c;
      if constexpr (removes(kRule)) copy_ahead(stage.fresh + t * kPitch + c, from.fresh + at);
      copy_ahead(stage.own + t * kPitch + c, from.own + at);
    }
    end_copies();
  };
  static_assert(kChunk * kBlockColumns / 4 == kRunThreads);

  // s[i]: channels 8 i + pair, + 1 of the column and of the one 8 further. Only the first warps have it.
  float* state = in.states[blockIdx.z] + in.slot + static_cast<std::int64_t>(head) * in.keys * in.columns + column;
  float s[2 * kSteps][4] = {};
  SplitRows parts[kSteps];  // S^T before the chunk
  const auto each_of_state = [&](auto&& what) {
#pragma unroll
    for (int i = 0; i < 2 * kSteps; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        const int key = 8 * i + pair + e % 2;
        if (key < in.keys && there[e / 2]) what(s[i][e], state[static_cast<std::int64_t>(key) * in.columns + e / 2 * 8]);
      }
    }
  };
  const auto hand_over = [&](int chunk) {
#pragma unroll
    for (int k = 0; k < kSteps; ++k) {
#pragma unroll
      for (int i = 0; i < 4; ++i) parts[k].set(i, s[2 * k + i / 2][i % 2 * 2], s[2 * k + i / 2][i % 2 * 2 + 1]);
      const SplitRows& p = parts[k];
      shared.states[chunk % 2][strip][k][0][lane] = {p.high[0], p.high[1], p.high[2], p.high[3]};
      shared.states[chunk % 2][strip][k][1][lane] = {p.low[0], p.low[1], p.low[2], p.low[3]};
    }
  };
  const auto advance = [&](int chunk) {
    const typename Shared::Stage& stage = shared.stages[chunk % kStages];
    SplitRows u;  // U^T: tokens 8 i + pair, + 1
    if constexpr (removes(kRule)) {
      SplitSums sums;
      multiply_state<kKeys>(sums, parts, stage.planes[Made::kSolved], stage.planes[Made::kSolved + 1]);
#pragma unroll
      for (int i = 0; i < 4; ++i) {
        const float* fresh = stage.fresh + (i / 2 * 8 + pair) * kPitch + own + i % 2 * 8;
        u.set(i, sums(i / 2, i % 2 * 2) + fresh[0], sums(i / 2, i % 2 * 2 + 1) + fresh[kPitch]);
      }
    }
#pragma unroll
    for (int n = 0; n < kSteps; ++n) {
      SplitSums written;
      if constexpr (removes(kRule))
        multiply_columns<kKeys>(written, u, stage.planes[Made::kBack], stage.planes[Made::kBack + 1], n);
#pragma unroll
      for (int i = 0; i < 2; ++i) {
        const float2 decay = two_of(stage.decays, 16 * n + 8 * i + pair);
        float4 added = {};
        if constexpr (writes(kRule)) added = shared.added[chunk % 2][strip][n][i][lane];
        auto& to = s[2 * n + i];
        to[0] = fmaf(decay.x, to[0], written(i, 0) + added.x);
        to[1] = fmaf(decay.y, to[1], written(i, 1) + added.y);
        to[2] = fmaf(decay.x, to[2], written(i, 2) + added.z);
        to[3] = fmaf(decay.y, to[3], written(i, 3) + added.w);
      }
    }
  };

  // V^T of the chunk whose values are written next and of the one after, as the results of a product lie.
  float values[2][4] = {}, next_values[2][4] = {};
  const auto each_token = [&](int chunk, auto&& what) {
#pragma unroll
    for (int i = 0; i < 2; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        const int t = in.first + chunk * kChunk + 8 * i + pair + e % 2;
        const std::int64_t at = (first_row + t) * in.heads + head;
        what(i, e, t < in.tokens && there[e / 2], at * in.columns + column + e / 2 * 8);
      }
    }
  };
  const auto read_values = [&](int chunk, float(&to)[2][4]) {
    each_token(chunk, [&](int i, int e, bool is_there, std::int64_t at) {
      to[i][e] = chunk < chunks && is_there ? in.values[at] : 0.0f;
    });
  };
  const auto write_values = [&](int chunk) {
    const typename Shared::Stage& stage = shared.stages[chunk % kStages];
    SplitRows v;
#pragma unroll
    for (int i = 0; i < 4; ++i) v.set(i, values[i / 2][i % 2 * 2], values[i / 2][i % 2 * 2 + 1]);
#pragma unroll
    for (int n = 0; n < kSteps; ++n) {
      SplitSums sums;
      multiply_columns<kKeys>(sums, v, stage.planes[Made::kWritten], stage.planes[Made::kWritten + 1], n);
#pragma unroll
      for (int i = 0; i < 2; ++i) {
        shared.added[chunk % 2][strip][n][i][lane] = {sums(i, 0), sums(i, 1), sums(i, 2), sums(i, 3)};
      }
    }
#pragma unroll
    for (int i = 0; i < 8; ++i) values[i / 4][i % 4] = next_values[i / 4][i % 4];
  };
  const auto write_results = [&](int chunk) {
    const typename Shared::Stage& stage = shared.stages[chunk % kStages];
    SplitRows before[kSteps];
#pragma unroll
    for (int k = 0; k < kSteps; ++k) {
      const uint4 high = shared.states[chunk % 2][strip][k][0][lane], low = shared.states[chunk % 2][strip][k][1][lane];
      before[k] = {{high.x, high.y, high.z, high.w}, {low.x, low.y, low.z, low.w}};
    }
    SplitSums sums;
    multiply_state<kKeys>(sums, before, stage.planes[Made::kReading], stage.planes[Made::kReading + 1]);
    each_token(chunk, [&](int i, int e, bool is_there, std::int64_t at) {
      const float added = stage.own[(8 * i + pair + e % 2) * kPitch + own + e / 2 * 8];
      if (is_there) in.y[at] = sums(i, e) + added;
    });
  };

#pragma unroll
  for (int chunk = 0; chunk < kStages - 1; ++chunk) fetch(chunk);
  if (has_state) {
    each_of_state([](float& number, float& stored) { number = stored; });
  } else if (writes(kRule)) {
    read_values(0, values);
  }
  for (int chunk = -1; chunk < chunks; ++chunk) {
    await_copies<kStages - 3>();
    __syncthreads();  // the next chunk is there, and nobody needs the one before
    if (chunk >= 0) fetch(chunk + kStages - 1);
    if (has_state) {
      if (chunk >= 0) advance(chunk);
      hand_over(chunk + 1);
    } else {
      if (writes(kRule) && chunk + 1 < chunks) {
        read_values(chunk + 2, next_values);
        write_values(chunk + 1);
      }
      if (chunk >= 0) write_results(chunk);
    }
  }
  if (has_state) each_of_state([](float& number, float& stored) { stored = number; });
#endif
}

// ---- starting them --------------------------------------------------------------------------------------------------

constexpr std::int64_t kMostScratch = std::int64_t{64} << 20;
constexpr int kFewStages = 3, kManyStages = 5;
constexpr int kFewestKeys = 8;  // of fewer a single rounded number is all there is

/// From how many tokens on chunks are faster.
inline int fewest_tokens() {
  const char* wanted = std::getenv("EDDY_CUDA_CHUNKS");
  const int fewest = wanted ? std::atoi(wanted) : 32;
  return fewest > 0 ? fewest : 1 << 30;
}

/// Whether a call goes in chunks on the current device.
template <int kKeys, Rule kRule>
bool suits(const CudaCall& call, int keys) {
  const DeviceLimits limits = device_limits();
  return call.tokens >= fewest_tokens() && keys >= kFewestKeys && keys <= kKeys && limits.major >= 8 &&
         limits.shared_bytes >= static_cast<int>(sizeof(Tiles<kKeys, kRule, kFewStages>));
}

/// Chunks of a pass, so that what is made of them stays below kMostScratch.
template <int kKeys, Rule kRule>
std::int64_t chunks_at_once(const CudaCall& call, const Arguments& in) {
  const std::int64_t bytes = Prepared<kKeys, kRule>::bytes(in.columns) * in.heads * call.sequences;
  const std::int64_t most = kMostScratch / bytes, all = divide_up<std::int64_t>(call.tokens, kChunk);
  return most < 1 ? 1 : most < all ? most : all;
}

template <int kKeys, Rule kRule>
std::int64_t scratch_bytes(const CudaCall& call, const Arguments& in) {
  return Prepared<kKeys, kRule>::bytes(in.columns) * in.heads * call.sequences *
         chunks_at_once<kKeys, kRule>(call, in);
}

template <int kKeys, Rule kRule, int kStages>
void start_run(const CudaCall& call, const Arguments& in, const Prepared<kKeys, kRule>& prepared, dim3 grid) {
  constexpr auto kShared = sizeof(Tiles<kKeys, kRule, kStages>);
  const auto kernel = &run_kernel<kKeys, kRule, kStages>;
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(kShared));
  launch(call, kernel, grid, dim3(kRunThreads), kShared, in, prepared);
}

template <int kKeys, Rule kRule>
void run(const CudaCall& call, Arguments in) {
  const std::int64_t at_once = chunks_at_once<kKeys, kRule>(call, in);
  in.scales = std::getenv("EDDY_CUDA_CHUNKS_SCALED") != nullptr;
  const std::int64_t all = divide_up<std::int64_t>(call.tokens, kChunk);
  const dim3 grid(divide_up(in.columns, kBlockColumns), in.heads, static_cast<unsigned>(call.sequences));
  // A block that is alone fetches further ahead; otherwise two share a multiprocessor.
  const DeviceLimits limits = device_limits();
  const bool alone = static_cast<std::int64_t>(grid.x) * grid.y * grid.z <= limits.multiprocessors &&
                     limits.shared_bytes >= static_cast<int>(sizeof(Tiles<kKeys, kRule, kManyStages>));
  for (std::int64_t chunk = 0; chunk < all; chunk += at_once) {
    in.first = static_cast<int>(chunk) * kChunk;
    in.chunks = static_cast<int>(all - chunk < at_once ? all - chunk : at_once);
    const Prepared<kKeys, kRule> prepared(call.scratch.bytes, call.sequences * in.chunks * in.heads, in.columns);
    launch(call, &prepare_kernel<kKeys, kRule>, dim3(in.heads, in.chunks, grid.z), dim3(kPrepareThreads), 0, in,
           prepared);
    if (alone) {
      start_run<kKeys, kRule, kManyStages>(call, in, prepared, grid);
    } else {
      start_run<kKeys, kRule, kFewStages>(call, in, prepared, grid);
    }
  }
}

/// How a call is cut: nothing where chunks do not pay or do not fit.
struct Cut {
  std::int64_t bytes = 0;  ///< of scratch memory
  void (*run)(const CudaCall& call, Arguments in) = nullptr;
};

template <int kKeys, Rule kRule>
Cut cut_into(const CudaCall& call, const Arguments& in) {
  if (!suits<kKeys, kRule>(call, in.keys)) return {};
  return {scratch_bytes<kKeys, kRule>(call, in), &run<kKeys, kRule>};
}

/// Heads of up to 64 keys, and with kWide of up to 128.
template <Rule kRule, bool kWide>
Cut cut_of(const CudaCall& call, const Arguments& in) {
  constexpr int kFewKeys = 64, kManyKeys = 128;
  if constexpr (kWide) {
    if (in.keys > kFewKeys) return cut_into<kManyKeys, kRule>(call, in);
  }
  return cut_into<kFewKeys, kRule>(call, in);
}

/// Whether all can be read 16 bytes at a time.
inline bool are_aligned(std::initializer_list<const float*> rows) {
  for (const float* row : rows) {
    if (reinterpret_cast<std::uintptr_t>(row) % 16 != 0) return false;
  }
  return true;
}

}  // namespace delta_chunks
}  // namespace eddy
