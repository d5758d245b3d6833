// What both kernels of delta_chunks.cuh work on: what they are given, and what the first one makes for the second.
#pragma once

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
  enum class Decays {
    OfChannels,
    OfHeads,
    Constant
  } decays;                ///< [tokens][heads][keys], [tokens][heads], [heads][keys]
  bool grouped, in_fours;  ///< in_fours: rows can be read 16 bytes at a time
  float scale;

  /// RWKV-7 with its key as it was projected: `written` is k, `direction` null.
  struct Raw {
    const float *removal_scale = nullptr, *write_scale = nullptr,
                *bonus_scale = nullptr;                           ///< k_k, k_a, r_k: [heads * 64]
    const float *first_values = nullptr, *value_share = nullptr;  ///< of the first layer, or null: as `values` lie
    float* mixed = nullptr;    ///< where the values that are written then go, as `values` lie
    float* bonuses = nullptr;  ///< [tokens][heads]: sums of r k r_k
  } raw;

  __device__ __forceinline__ int key_head(int head) const {
    return grouped ? head / (heads / key_heads) : head % key_heads;
  }
};

constexpr int kBlockColumns = 32;

/// Where a number of a tile [16][kBlockColumns] lies: what lanes read together, eight columns of every other token,
/// never meets in a bank.
__device__ __forceinline__ int tile_at(int t, int column) {
  return t * kBlockColumns + (column ^ t / 2 % 4 * 8);
}

/// What the first kernel makes of a head's chunk, as it is copied into shared memory.
template <int kKeys, Rule kRule>
struct Unit {
  // Planes of bf16 numbers, [16][kKeys] each, rows turned: the high parts, then the low parts.
  static constexpr int kReading = 0, kWritten = 2, kSolved = writes(kRule) ? 4 : 2, kBack = kSolved + 2;
  static constexpr int kPlanes = 2 + 2 * writes(kRule) + 4 * removes(kRule), kPlane = kChunk * kKeys;
  __nv_bfloat16 planes[kPlanes][kPlane];
  float decays[kKeys];  // of the whole chunk
};

/// The same for 32 columns of S: F, Q and V.
template <Rule kRule>
struct UnitColumns {
  static constexpr int kNumbers = kChunk * kBlockColumns;
  float fresh[kNumbers], own[kNumbers], values[writes(kRule) ? kNumbers : 4];
};

template <int kKeys, Rule kRule>
struct Prepared {
  Unit<kKeys, kRule>* units;
  UnitColumns<kRule>* columns;  // [units][blocks]
  int blocks;                   // of 32 columns

  static constexpr int blocks_of(int columns) { return divide_up(columns, kBlockColumns); }
  static constexpr std::int64_t bytes(int columns) {
    return sizeof(Unit<kKeys, kRule>) + blocks_of(columns) * sizeof(UnitColumns<kRule>);
  }
  Prepared(void* memory, std::int64_t count, int columns)
      : units(static_cast<Unit<kKeys, kRule>*>(memory)),
        columns(reinterpret_cast<UnitColumns<kRule>*>(units + count)),
        blocks(blocks_of(columns)) {}
};

/// Sums of a product's three parts, apart so that they do not wait for each other: 16 rows and columns. Number e of
/// part i: row lane / 4 + 8 (e / 2), column 8 i + 2 (lane % 4) + e % 2.
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

}  // namespace delta_chunks
}  // namespace eddy
