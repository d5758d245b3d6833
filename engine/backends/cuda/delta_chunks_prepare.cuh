// The first kernel of delta_chunks.cuh: all of a chunk that does not need the state.
#pragma once

#include "engine/backends/cuda/delta_chunks_parts.cuh"

namespace eddy {
namespace delta_chunks {

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

/// What RWKV-7 makes of its key: four channels of a head, a token's sixteen lanes side by side.
struct KeyRow {
  float4 removed, written;

  __device__ __forceinline__ KeyRow(const Arguments::Raw& raw, const float4& key, const float4& rate,
                                    const float4& read, int channel, float* bonus) {
    const auto of = [channel](const float* p) { return *reinterpret_cast<const float4*>(p + channel); };
    const float4 share = of(raw.write_scale), scaled = times(key, of(raw.removal_scale));
    const float length = fmaxf(sqrtf(sum(dot(scaled, scaled, 0.0f))), 1e-12f);
    removed = {scaled.x / length, scaled.y / length, scaled.z / length, scaled.w / length};
    written = times(key, {fmaf(rate.x - 1.0f, share.x, 1.0f), fmaf(rate.y - 1.0f, share.y, 1.0f),
                          fmaf(rate.z - 1.0f, share.z, 1.0f), fmaf(rate.w - 1.0f, share.w, 1.0f)});
    const float all = sum(dot(times(read, written), of(raw.bonus_scale), 0.0f));
    if (bonus && threadIdx.x % kLanes == 0) *bonus = all;
  }

 private:
  static constexpr int kLanes = 16;

  static __device__ __forceinline__ float sum(float x) {
#pragma unroll
    for (int offset = 1; offset < kLanes; offset *= 2) x += __shfl_xor_sync(0xffffffffu, x, offset);
    return x;
  }
};

/// A chunk's rows into shared memory. Tokens that are not there change nothing. kWhole: heads of kKeys channels that
/// can be read 16 bytes at a time.
template <int kKeys, Rule kRule, bool kWhole>
__device__ __forceinline__ void read_rows(const Arguments& in, Rows<kKeys, kRule>& rows, int first, int head) {
  constexpr int kFours = kKeys / 4;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens + first;
#pragma unroll 2
  for (int n = 0; n < kChunk * kFours / kPrepareThreads; ++n) {
    const int i = threadIdx.x + n * kPrepareThreads, t = i / kFours, c = i % kFours * 4;
    const bool there = first + t < in.tokens;
    const int left = there ? in.keys - c : 0;
    const std::int64_t row = first_row + t, at = (row * in.heads + head) * in.keys + c;
    const auto four = [&](const float* from, std::int64_t offset) -> float4 {
      if constexpr (kWhole) return there ? *reinterpret_cast<const float4*>(from + offset) : float4{};
      return load_four(from + offset, left, in.in_fours);
    };
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
    if constexpr (kRule == Rule::Writes) put(&rows.written[t][c], key);
    if constexpr (kRule == Rule::Both) {
      const float4 share = four(in.share, at);
      float4 direction, written = key;
      if (in.raw.removal_scale) {
        float* bonus = there ? in.raw.bonuses + row * in.heads + head : nullptr;
        const KeyRow made(in.raw, key, share, read, head * kKeys + c, bonus);
        direction = made.removed;
        written = made.written;
      } else {
        direction = four(in.direction, at);
      }
      put(&rows.written[t][c], written);
      put(&rows.removal[t][c], times(-1.0f, direction));
      put(&rows.back[t][c], times(direction, share));
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

// Products of a chunk's tokens with those before them, of read with back and so on, take what is left from the one to
// the other in between. On tensor cores, where decays allow it: with C_t what is left from the chunk's middle to token
// t, or one over what is left from t to the middle, they are (C_t read_t) (back_j / C_j).

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
__device__ __forceinline__ void multiply_scaled(const Scaled& scaled, Rows<Scaled::kKeys, Rule::Both>& rows, int warp) {
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

/// The same products for any decays. A token's lanes take what it writes back along, decaying on its way:
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
template <int kKeys, Rule kRule>
__device__ __forceinline__ void put_pair(Unit<kKeys, kRule>& to, int plane, int t, int c, float first, float second) {
  const SplitPair pair = split_pair(first, second);
  const int at = turned<kKeys>(t, c / 8) + c % 8;
  *reinterpret_cast<std::uint32_t*>(&to.planes[plane][at]) = pair.high;
  *reinterpret_cast<std::uint32_t*>(&to.planes[plane + 1][at]) = pair.low;
}

/// What is left at the chunk's end of what tokens write. A warp: 64 channels from c on, two a lane.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void write_left(const Rows<kKeys, kRule>& rows, Unit<kKeys, kRule>& to, int c) {
  using Made = Unit<kKeys, kRule>;
  float2 left = {1, 1};
#pragma unroll
  for (int t = kChunk - 1; t >= 0; --t) {
    const float2 decay = two_of(rows.decay[t], c);
    const auto put = [&](int plane, const float2& two) { put_pair(to, plane, t, c, two.x * left.x, two.y * left.y); };
    if constexpr (removes(kRule)) put(Made::kBack, two_of(rows.back[t], c));
    if constexpr (writes(kRule)) put(Made::kWritten, two_of(rows.written[t], c));
    left = {left.x * decay.x, left.y * decay.y};
  }
  *reinterpret_cast<float2*>(to.decays + c) = left;
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
__device__ __forceinline__ void solve_keys(const Rows<kKeys, kRule>& rows, Unit<kKeys, kRule>& to, int c,
                                           bool reads_before) {
  using Made = Unit<kKeys, kRule>;
  using Source = Rows<kKeys, kRule>;
  float2 solved[kChunk], grown = {1, 1};
#pragma unroll
  for (int t = 0; t < kChunk; ++t) {
    const float2 decay = two_of(rows.decay[t], c), read = two_of(rows.read[t], c);
    const float2 after = {grown.x * decay.x, grown.y * decay.y};
    float2 reading =
        reads_before ? float2{read.x * grown.x, read.y * grown.y} : float2{read.x * after.x, read.y * after.y};
    if constexpr (removes(kRule)) {
      const TokenProducts removed(rows.products[Source::kRemovalBack][t]), seen(rows.products[Source::kReadBack][t]);
      const float2 removal = two_of(rows.removal[t], c);
      float2 sum = {removal.x * grown.x, removal.y * grown.y};
#pragma unroll
      for (int j = 0; j < t; ++j) {
        sum = {fmaf(removed[j], solved[j].x, sum.x), fmaf(removed[j], solved[j].y, sum.y)};
      }
      solved[t] = sum;
      put_pair(to, Made::kSolved, t, c, sum.x, sum.y);
#pragma unroll
      for (int j = 0; j <= t; ++j) {
        reading = {fmaf(seen[j], solved[j].x, reading.x), fmaf(seen[j], solved[j].y, reading.y)};
      }
    }
    put_pair(to, Made::kReading, t, c, reading.x, reading.y);
    grown = after;
  }
}

/// A column's values.
template <Rule kRule>
__device__ __forceinline__ void read_values(const Arguments& in, float (&values)[kChunk], int first, int head,
                                            int column) {
  const std::int64_t row = (static_cast<std::int64_t>(blockIdx.z) * in.tokens + first) * in.heads + head;
  const int stride = in.heads * in.columns, left = column < in.columns ? in.tokens - first : 0;
  const std::int64_t at = row * in.columns + column;
#pragma unroll
  for (int t = 0; t < kChunk; ++t) values[t] = t < left ? in.values[at + t * stride] : 0.0f;
  if constexpr (kRule == Rule::Replaces) {
#pragma unroll
    for (int t = 0; t < kChunk; ++t) values[t] *= t < left ? in.share[row + t * in.heads] : 0.0f;
  }
  if constexpr (kRule == Rule::Both) {
    if (!in.raw.first_values) return;
#pragma unroll
    for (int t = 0; t < kChunk; ++t) {
      if (t >= left) continue;
      const int offset = t * stride;
      values[t] += (in.raw.first_values[at + offset] - values[t]) * in.raw.value_share[at + offset];
      in.raw.mixed[at + offset] = values[t];
    }
  }
}

/// F and Q. A lane: one column of S.
template <int kKeys, Rule kRule>
__device__ __forceinline__ void solve_values(const Rows<kKeys, kRule>& rows, const float (&values)[kChunk],
                                             UnitColumns<kRule>& to) {
  const int lane = threadIdx.x % 32;
  float solved[kChunk];
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
      to.fresh[tile_at(t, lane)] = sum;
    }
    to.own[tile_at(t, lane)] = result;
    if constexpr (writes(kRule)) to.values[tile_at(t, lane)] = values[t];
  }
}

/// blockIdx: (head, chunk of the pass, sequence).
template <int kKeys, Rule kRule>
__global__ void __launch_bounds__(kPrepareThreads, 5)
    prepare_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kKeys, kRule> to) {
#if __CUDA_ARCH__ >= 800
  __shared__ __align__(16) Rows<kKeys, kRule> rows;
  begin_kernel();
  const int head = blockIdx.x, first = in.first + static_cast<int>(blockIdx.y) * kChunk;
  const std::int64_t unit = (static_cast<std::int64_t>(blockIdx.z) * gridDim.y + blockIdx.y) * gridDim.x + blockIdx.x;
  constexpr int kKeyGroups = kKeys / 64;
  const int warp = (threadIdx.x / 32 + blockIdx.x) % kPrepareWarps, lane = threadIdx.x % 32;
  float values[kChunk];  // of the warp's first task: asked for with the rest
  if (warp < to.blocks) read_values<kRule>(in, values, first, head, warp * 32 + lane);
  if (in.in_fours && in.keys == kKeys) {
    read_rows<kKeys, kRule, true>(in, rows, first, head);
  } else {
    read_rows<kKeys, kRule, false>(in, rows, first, head);
  }
  __syncthreads();
  bool is_done = false;
  if constexpr (kRule == Rule::Both && kKeys == Scaled::kKeys) {
    __shared__ __align__(128) Scaled scaled;
    is_done = !__syncthreads_or(!scale_rows(rows, scaled, warp));
    if (is_done) multiply_scaled(scaled, rows, warp);
  }
  if (!is_done) multiply_tokens(in, rows, head);
  __syncthreads();
  for (int task = warp; task < 2 * kKeyGroups + to.blocks; task += kPrepareWarps) {
    const int keys = (task - to.blocks) % kKeyGroups * 64 + 2 * lane;
    if (task < to.blocks) {
      if (task >= kPrepareWarps) read_values<kRule>(in, values, first, head, task * 32 + lane);
      solve_values(rows, values, to.columns[unit * to.blocks + task]);
    } else if (task < to.blocks + kKeyGroups) {
      solve_keys(rows, to.units[unit], keys, kRule == Rule::Writes && in.bonus);
    } else {
      write_left(rows, to.units[unit], keys);
    }
  }
#endif
}

}  // namespace delta_chunks
}  // namespace eddy
