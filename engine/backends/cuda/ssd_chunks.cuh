// Mamba-2 over many tokens: chunks of tokens as matrix products (Dao & Gu, 2405.21060, section 6) on tensor cores.
//
// For a head with S [N][P] before a chunk, a_t the logarithm of token t's decay and A_t their sum from the chunk's
// start:
//   y_t = exp(A_t) c_t S + sum_{j <= t} exp(A_t - A_j) delta_j (c_t . b_j) x_j
//   S   = exp(A_last) S + sum_j exp(A_last - A_j) delta_j b_j x_j
// A first kernel makes what heads of a group share (b and c cut into bf16 parts, c . b in float32) and each head's
// factors. A second one has a block per head and 64 channels, which goes through the chunks with S^T in the
// registers of its warps: S^T [P][N] and x^T [P][tokens] are first operands without ever being moved.
#pragma once

#include <type_traits>

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/head_tile.cuh"
#include "engine/backends/cuda/token_rows.cuh"
#include "engine/backends/cuda/warp_matrix.cuh"

namespace eddy {
namespace ssd_chunks {

struct Arguments {
  const float *xbc, *dt, *dt_bias, *a, *d, *z;  // z: null without a gate
  float* y;
  float* const* states;
  std::int64_t slot, dt_first, z_first;
  int tokens, heads, count, channels, groups, width, dt_width, z_width;
  float dt_least, dt_most;
  bool in_fours;  // rows of xbc can be read 16 bytes at a time
};

/// Of one head's chunk: [kFactors][chunk] numbers. The sums are in two parts, whose differences are as exact as float32
/// can be: exp() of a difference of large sums would be off.
enum Factor {
  kSumHigh,  ///< log2 of all decays from the chunk's start on
  kSumLow,
  kDelta,
  kGrown,  ///< exp(A_t)
  kLeft,   ///< exp(A_last - A_t) delta_t
  kFactors
};
constexpr double kLeastDecay = -300;  // as a power of two: nothing is left

/// Where the first kernel puts what it makes. A unit: one chunk of one sequence.
template <int kChunk, int kStates>
struct Prepared {
  static constexpr int kPlane = kChunk * kStates;  // c high, c low, b high, b low: [kChunk][kStates] each
  __nv_bfloat16* planes;                           // [units][groups][4][kPlane]
  float* products;                                 // [units][groups][t][j]: c_t . b_j in the 16 x 16 tiles with j <= t
  float* factors;                                  // [units][heads][kFactors][kChunk]

  static std::int64_t bytes(std::int64_t units, std::int64_t groups, std::int64_t heads) {
    return units * (groups * (4 * kPlane * 2 + kChunk * kChunk * 4) + heads * kFactors * kChunk * 4);
  }
  Prepared(void* memory, std::int64_t units, std::int64_t groups)
      : planes(static_cast<__nv_bfloat16*>(memory)),
        products(reinterpret_cast<float*>(planes + units * groups * 4 * kPlane)),
        factors(products + units * groups * kChunk * kChunk) {}
};

constexpr int kPrepareThreads = 128, kTile = 16;
static_assert(kTile * 8 == kPrepareThreads);

/// Tiles of a chunk that lie on or before the diagonal.
constexpr int tiles_of(int chunk) {
  return chunk / kTile * (chunk / kTile + 1) / 2;
}

/// One tile of c . b, 16 tokens by as many before them or the same; who has the same ones also cuts them into parts.
template <int kChunk, int kStates>
__device__ __forceinline__ void prepare_tile(const Arguments& in, const Prepared<kChunk, kStates>& to, int block) {
  constexpr int kPitch = kStates + 4, kPlane = Prepared<kChunk, kStates>::kPlane, kFours = kStates / 4;
  __shared__ __align__(16) float c_rows[kTile * kPitch], b_rows[kTile * kPitch];
  int tile = block % tiles_of(kChunk), row_tile = 0;
  const int shared_by = block / tiles_of(kChunk);  // the unit's group
  while (tile > row_tile) tile -= ++row_tile;      // now the tile's columns
  const int group = shared_by % in.groups, unit = shared_by / in.groups, chunks = divide_up(in.tokens, kChunk);
  const int first = unit % chunks * kChunk;
  const std::int64_t first_row = static_cast<std::int64_t>(unit / chunks) * in.tokens + first;
  const std::int64_t b_at =
      static_cast<std::int64_t>(in.heads) * in.channels + static_cast<std::int64_t>(group) * in.count;
  const std::int64_t c_at = b_at + static_cast<std::int64_t>(in.groups) * in.count;
  const auto read = [&](int t, int n, std::int64_t at, auto in_fours) -> float4 {
    const float* from = in.xbc + (first_row + t) * in.width + at + n;
    const int left = first + t < in.tokens ? in.count - n : 0;
    if constexpr (in_fours()) return left > 0 ? *reinterpret_cast<const float4*>(from) : float4{};
    return load_four(from, left, false);
  };
  const auto read_rows = [&](auto in_fours) {
    constexpr int kOwn = kTile * kFours / kPrepareThreads;
    float4 c[kOwn], b[kOwn];
    const int t = static_cast<int>(threadIdx.x) / kFours, n = static_cast<int>(threadIdx.x) % kFours * 4;
    constexpr int kStep = kPrepareThreads / kFours;
#pragma unroll
    for (int i = 0; i < kOwn; ++i) {
      c[i] = read(row_tile * kTile + t + i * kStep, n, c_at, in_fours);
      b[i] = read(tile * kTile + t + i * kStep, n, b_at, in_fours);
    }
#pragma unroll
    for (int i = 0; i < kOwn; ++i) {
      *reinterpret_cast<float4*>(c_rows + (t + i * kStep) * kPitch + n) = c[i];
      *reinterpret_cast<float4*>(b_rows + (t + i * kStep) * kPitch + n) = b[i];
    }
  };
  if (in.in_fours) {
    read_rows(std::true_type());
  } else {
    read_rows(std::false_type());
  }
  __syncthreads();
  if (tile == row_tile) {
    auto* planes = reinterpret_cast<std::uint32_t*>(to.planes + static_cast<std::int64_t>(shared_by) * 4 * kPlane);
    for (int i = threadIdx.x; i < kTile * kStates / 2; i += kPrepareThreads) {
      const int t = i / (kStates / 2), n = i % (kStates / 2) * 2, at = ((tile * kTile + t) * kStates + n) / 2;
      const float *c = c_rows + t * kPitch + n, *b = b_rows + t * kPitch + n;
      const SplitPair c_pair = split_pair(c[0], c[1]), b_pair = split_pair(b[0], b[1]);
      planes[at] = c_pair.high;
      planes[kPlane / 2 + at] = c_pair.low;
      planes[kPlane + at] = b_pair.high;
      planes[kPlane / 2 * 3 + at] = b_pair.low;
    }
  }
  // A thread: a row, two columns.
  const int t = threadIdx.x / 8, column = threadIdx.x % 8;
  float left = 0, right = 0;
#pragma unroll 8
  for (int n = 0; n < kStates; n += 4) {
    const float4 c = *reinterpret_cast<const float4*>(c_rows + t * kPitch + n);
    const float4 b = *reinterpret_cast<const float4*>(b_rows + column * kPitch + n);
    const float4 b8 = *reinterpret_cast<const float4*>(b_rows + (column + 8) * kPitch + n);
    left = fmaf(c.w, b.w, fmaf(c.z, b.z, fmaf(c.y, b.y, fmaf(c.x, b.x, left))));
    right = fmaf(c.w, b8.w, fmaf(c.z, b8.z, fmaf(c.y, b8.y, fmaf(c.x, b8.x, right))));
  }
  float* products = to.products + (static_cast<std::int64_t>(shared_by) * kChunk + row_tile * kTile + t) * kChunk;
  products[tile * kTile + column] = left;
  products[tile * kTile + column + 8] = right;
}

/// A warp a head's chunk: kChunk / 32 neighbouring tokens a lane.
template <int kChunk, int kStates>
__device__ __forceinline__ void prepare_factors(const Arguments& in, const Prepared<kChunk, kStates>& to, int warp) {
  constexpr int kOwn = kChunk / 32;
  const int lane = threadIdx.x % 32, head = warp % in.heads, unit = warp / in.heads;
  const int chunks = divide_up(in.tokens, kChunk), first = unit % chunks * kChunk;
  const std::int64_t first_row = static_cast<std::int64_t>(unit / chunks) * in.tokens + first;
  const float a = in.a[head], bias = in.dt_bias[head];
  float delta[kOwn];
  double sums[kOwn], sum = 0;
#pragma unroll
  for (int i = 0; i < kOwn; ++i) {
    const int t = lane * kOwn + i;
    delta[i] = 0;
    if (first + t < in.tokens) {
      const float dt = in.dt[(first_row + t) * in.dt_width + in.dt_first + head];
      delta[i] = fminf(fmaxf(device_softplus(dt + bias), in.dt_least), in.dt_most);
    }
    sum += fmax(static_cast<double>(delta[i]) * a * 1.4426950408889634, kLeastDecay);
    sums[i] = sum;
  }
  double before = sum;
#pragma unroll
  for (int offset = 1; offset < 32; offset *= 2) {
    const double other = __shfl_up_sync(0xffffffffu, before, offset);
    if (lane >= offset) before += other;
  }
  const double all = __shfl_sync(0xffffffffu, before, 31);
  before -= sum;
  float* factors = to.factors + static_cast<std::int64_t>(warp) * kFactors * kChunk + lane * kOwn;
#pragma unroll
  for (int i = 0; i < kOwn; ++i) {
    const double until = before + sums[i];
    const auto high = static_cast<float>(until);
    factors[kSumHigh * kChunk + i] = high;
    factors[kSumLow * kChunk + i] = static_cast<float>(until - high);
    factors[kDelta * kChunk + i] = delta[i];
    factors[kGrown * kChunk + i] = exp2f(high);
    factors[kLeft * kChunk + i] = exp2f(static_cast<float>(all - until)) * delta[i];
  }
}

/// blockIdx: first the tiles of all units' groups, then the factors.
template <int kChunk, int kStates>
__global__ void __launch_bounds__(kPrepareThreads)
    prepare_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kChunk, kStates> to,
                   int tiles, int warps) {
#if __CUDA_ARCH__ >= 800
  begin_kernel();
  if (static_cast<int>(blockIdx.x) < tiles) return prepare_tile(in, to, blockIdx.x);
  const int warp = (static_cast<int>(blockIdx.x) - tiles) * (kPrepareThreads / 32) + static_cast<int>(threadIdx.x) / 32;
  if (warp < warps) prepare_factors(in, to, warp);
#endif
}

constexpr int kThreads = 256, kBlockChannels = 64;
constexpr int kValuePitch = kBlockChannels + 4;  // what lanes read of x together never meets in a bank

/// Shared memory of a block.
template <int kChunk, int kStates>
struct Tiles {
  static constexpr int kHalfTokens = kChunk / 2;
  __nv_bfloat16 planes[2][4][kChunk * kStates];  // c high, c low, b high, b low
  float factors[2][kFactors][kChunk];
  float values[2][kChunk * kValuePitch];             // x
  __nv_bfloat16 weights[2][kChunk * kChunk];         // high, low: what token t takes of x_j
  float handed[kThreads / 32][kHalfTokens / 2][32];  // sums that the other half of the states finishes
};

/// blockIdx: (64 channels, head, sequence). Warp w: channels 16 (w % 4) .., and half w / 4 of the states; of what the
/// halves make of y each finishes half of the tokens.
template <int kChunk, int kStates>
__global__ void __launch_bounds__(kThreads, 1)
    chunks_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kChunk, kStates> from) {
#if __CUDA_ARCH__ >= 800
  constexpr int kTokenTiles = kChunk / 16, kOwnTiles = kTokenTiles / 2;   // of 16 tokens
  constexpr int kOwnStates = kStates / 2, kStateTiles = kOwnStates / 16;  // of 16 states
  constexpr int kPlane = kChunk * kStates;
  extern __shared__ __align__(128) unsigned char ssd_shared[];
  auto& tiles = *reinterpret_cast<Tiles<kChunk, kStates>*>(ssd_shared);
  begin_kernel();
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32, pair = lane % 4 * 2, half = warp / 4;
  const int head = blockIdx.y, group = head * in.groups / in.heads, chunks = divide_up(in.tokens, kChunk);
  const int channel = blockIdx.x * kBlockChannels + warp % 4 * 16 + lane / 4;
  const bool there[2] = {channel < in.channels, channel + 8 < in.channels};
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens;
  const std::int64_t unit = static_cast<std::int64_t>(blockIdx.z) * chunks;
  const std::int64_t value_at = static_cast<std::int64_t>(head) * in.channels + channel;

  // s[i]: states half * kOwnStates + 8 i + pair, + 1 of the channel and of the one 8 further.
  float* state = in.states[blockIdx.z] + in.slot + static_cast<std::int64_t>(head) * in.count * in.channels + channel;
  float s[2 * kStateTiles][4];
#pragma unroll
  for (int i = 0; i < 2 * kStateTiles; ++i) {
#pragma unroll
    for (int e = 0; e < 4; ++e) {
      const int n = half * kOwnStates + 8 * i + pair + e % 2;
      s[i][e] = n < in.count && there[e / 2] ? state[static_cast<std::int64_t>(n) * in.channels + e / 2 * 8] : 0.0f;
    }
  }
  const float d[2] = {there[0] ? in.d[value_at] : 0.0f, there[1] ? in.d[value_at + 8] : 0.0f};

  const auto fetch = [&](int chunk) {
    const std::int64_t shared_by = (unit + chunk) * in.groups + group;
    const __nv_bfloat16* planes = from.planes + shared_by * 4 * kPlane;
    __nv_bfloat16* to = tiles.planes[chunk % 2][0];
    for (int i = threadIdx.x; i < 4 * kPlane / 8; i += kThreads) {
      copy_ahead(to + turned<kStates>(i / (kStates / 8), i % (kStates / 8)), planes + 8 * i);
    }
    const float* factors = from.factors + ((unit + chunk) * in.heads + head) * kFactors * kChunk;
    for (int i = threadIdx.x; i < kFactors * kChunk / 4; i += kThreads) {
      copy_ahead(&tiles.factors[chunk % 2][0][0] + 4 * i, factors + 4 * i);
    }
    const float* x = in.xbc + static_cast<std::int64_t>(head) * in.channels + blockIdx.x * kBlockChannels;
    const int columns = in.channels - static_cast<int>(blockIdx.x) * kBlockChannels;
    for (int i = threadIdx.x; i < kChunk * kBlockChannels / 4; i += kThreads) {
      const int t = chunk * kChunk + i / (kBlockChannels / 4), c = i % (kBlockChannels / 4) * 4;
      float* value = tiles.values[chunk % 2] + i / (kBlockChannels / 4) * kValuePitch + c;
      const float* value_from = x + (first_row + t) * in.width + c;
      const int left = t < in.tokens ? columns - c : 0;
      if (in.in_fours && left >= 4) {
        copy_ahead(value, value_from);
      } else {
        *reinterpret_cast<float4*>(value) = load_four(value_from, left, false);
      }
    }
    end_copies();
  };
  // Number e of tile i: token 16 i + pair + e % 2 + 8 (e / 4), channel + 8 (e / 2 % 2). So lie x^T and y^T.
  const auto read_values = [&](float(&to)[8], const float* values, std::int64_t width, int first) {
#pragma unroll
    for (int e = 0; e < 8; ++e) {
      const int t = first + pair + e % 2 + e / 4 * 8, right = e / 2 % 2;
      to[e] = t < in.tokens && there[right] ? values[(first_row + t) * width + 8 * right] : 0.0f;
    }
  };
  float x[kTokenTiles][8];
  const auto read_x = [&](const float* values) {
    values += pair * kValuePitch + warp % 4 * 16 + lane / 4;
#pragma unroll
    for (int i = 0; i < kTokenTiles; ++i) {
#pragma unroll
      for (int e = 0; e < 8; ++e) x[i][e] = values[(16 * i + e % 2 + e / 4 * 8) * kValuePitch + e / 2 % 2 * 8];
    }
  };
  // A thread has row thread * kChunk / 256 of the products and four numbers of each 16 x 16 tile.
  constexpr int kRowThreads = kThreads / kChunk, kProducts = kChunk / 4 / kRowThreads;
  const int weight_row = threadIdx.x / kRowThreads, weight_column = threadIdx.x % kRowThreads * 4;
  float4 products[kProducts];
  const auto read_products = [&](int chunk) {
    const float* row = from.products + (((unit + chunk) * in.groups + group) * kChunk + weight_row) * kChunk;
#pragma unroll
    for (int i = 0; i < kProducts; ++i) {
      const int column = weight_column + 4 * kRowThreads * i;
      if (column / 16 <= weight_row / 16) products[i] = *reinterpret_cast<const float4*>(row + column);
    }
  };
  const auto write_weights = [&](const float(&factors)[kFactors][kChunk]) {
    const float high = factors[kSumHigh][weight_row], low = factors[kSumLow][weight_row];
#pragma unroll
    for (int i = 0; i < kProducts; ++i) {
      const int column = weight_column + 4 * kRowThreads * i;
      if (column / 16 > weight_row / 16) continue;
      const auto four = [&](Factor factor) { return *reinterpret_cast<const float4*>(&factors[factor][column]); };
      const float4 highs = four(kSumHigh), lows = four(kSumLow), deltas = four(kDelta), product = products[i];
      const auto weight = [&](int j, float of_j, float high_of_j, float low_of_j, float delta) {
        const float decay = fast_exp2((high - high_of_j) + (low - low_of_j));
        return column + j <= weight_row ? of_j * decay * delta : 0.0f;
      };
      const float weights[4] = {
          weight(0, product.x, highs.x, lows.x, deltas.x), weight(1, product.y, highs.y, lows.y, deltas.y),
          weight(2, product.z, highs.z, lows.z, deltas.z), weight(3, product.w, highs.w, lows.w, deltas.w)};
      const SplitPair first = split_pair(weights[0], weights[1]), second = split_pair(weights[2], weights[3]);
      const int at = turned<kChunk>(weight_row, column / 8) + column % 8;
      *reinterpret_cast<uint2*>(&tiles.weights[0][at]) = {first.high, second.high};
      *reinterpret_cast<uint2*>(&tiles.weights[1][at]) = {first.low, second.low};
    }
  };

  fetch(0);
  read_products(0);
  for (int chunk = 0; chunk < chunks; ++chunk) {
    const bool more = chunk + 1 < chunks;
    const auto& planes = tiles.planes[chunk % 2];
    const auto& factors = tiles.factors[chunk % 2];
    await_copies<0>();
    __syncthreads();
    if (more) fetch(chunk + 1);
    read_x(tiles.values[chunk % 2]);
    write_weights(factors);
    if (more) read_products(chunk + 1);
    float z[kOwnTiles][8];
    if (in.z) {
#pragma unroll
      for (int i = 0; i < kOwnTiles; ++i) {
        read_values(z[i], in.z + in.z_first + value_at, in.z_width, chunk * kChunk + (half * kOwnTiles + i) * 16);
      }
    }

    // y = S c_t exp(A_t)
    float y[2 * kTokenTiles][4] = {};
#pragma unroll
    for (int k = 0; k < kStateTiles; ++k) {
      SplitRows a;
#pragma unroll
      for (int i = 0; i < 4; ++i) a.set(i, s[2 * k + i / 2][i % 2 * 2], s[2 * k + i / 2][i % 2 * 2 + 1]);
#pragma unroll
      for (int i = 0; i < kTokenTiles; ++i) {
        const int at = turned<kStates>(16 * i + lane % 8 + lane / 16 * 8, half * kOwnStates / 8 + 2 * k + lane / 8 % 2);
        std::uint32_t high[4], low[4];
        load_matrices(high, planes[0] + at);
        load_matrices(low, planes[1] + at);
        multiply_add_split(y[2 * i], y[2 * i + 1], a, high, low);
      }
    }
#pragma unroll
    for (int i = 0; i < 2 * kTokenTiles; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) y[i][e] *= factors[kGrown][8 * i + pair + e % 2];
    }
    __syncthreads();

    // The tokens of the chunk. Later ones take all of the first 16, only themselves the last 16: halves share them so
    // that both have as many.
#pragma unroll
    for (int k = 0; k < kTokenTiles; ++k) {
      if (((k ^ k >> 1) & 1) != half) continue;
      SplitRows a;
#pragma unroll
      for (int i = 0; i < 4; ++i) a.set(i, x[k][2 * i], x[k][2 * i + 1]);
#pragma unroll
      for (int i = k; i < kTokenTiles; ++i) {
        const int at = turned<kChunk>(16 * i + lane % 8 + lane / 16 * 8, 2 * k + lane / 8 % 2);
        std::uint32_t high[4], low[4];
        load_matrices(high, tiles.weights[0] + at);
        load_matrices(low, tiles.weights[1] + at);
        multiply_add_split(y[2 * i], y[2 * i + 1], a, high, low);
      }
    }
#pragma unroll
    for (int i = 0; i < 2 * kOwnTiles; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        tiles.handed[warp][4 * i + e][lane] = half ? y[i][e] : y[i + 2 * kOwnTiles][e];
        if (half) y[i][e] = y[i + 2 * kOwnTiles][e];
      }
    }

    // S: each chunk's share in sums of its own, since what tensor cores add up they cut off instead of rounding.
    SplitRows written[kTokenTiles];
#pragma unroll
    for (int k = 0; k < kTokenTiles; ++k) {
#pragma unroll
      for (int i = 0; i < 4; ++i) {
        const float* left = &factors[kLeft][16 * k + pair + i / 2 * 8];
        written[k].set(i, x[k][2 * i] * left[0], x[k][2 * i + 1] * left[1]);
      }
    }
    const float kept = factors[kGrown][kChunk - 1];
#pragma unroll
    for (int n = 0; n < kStateTiles; ++n) {
      float first[4] = {}, second[4] = {};
#pragma unroll
      for (int k = 0; k < kTokenTiles; ++k) {
        const int at = turned<kStates>(16 * k + lane % 16, half * kOwnStates / 8 + 2 * n + lane / 16);
        std::uint32_t high[4], low[4];
        load_matrices_turned(high, planes[2] + at);
        load_matrices_turned(low, planes[3] + at);
        multiply_add_split(first, second, written[k], high, low);
      }
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        s[2 * n][e] = fmaf(kept, s[2 * n][e], first[e]);
        s[2 * n + 1][e] = fmaf(kept, s[2 * n + 1][e], second[e]);
      }
    }
    __syncthreads();

#pragma unroll
    for (int i = 0; i < kOwnTiles; ++i) {
#pragma unroll
      for (int e = 0; e < 8; ++e) {
        const int t = chunk * kChunk + (half * kOwnTiles + i) * 16 + pair + e % 2 + e / 4 * 8, right = e / 2 % 2;
        const float own_x = half ? x[i + kOwnTiles][e] : x[i][e];
        float value = y[2 * i + e / 4][e % 4] + tiles.handed[warp ^ 4][8 * i + e][lane];
        value = fmaf(d[right], own_x, value);
        if (in.z) value *= __fdividef(z[i][e], 1.0f + fast_exp2(z[i][e] * -kLog2OfE));
        if (t < in.tokens && there[right])
          in.y[(first_row + t) * in.heads * in.channels + value_at + 8 * right] = value;
      }
    }
  }
#pragma unroll
  for (int i = 0; i < 2 * kStateTiles; ++i) {
#pragma unroll
    for (int e = 0; e < 4; ++e) {
      const int n = half * kOwnStates + 8 * i + pair + e % 2;
      if (n < in.count && there[e / 2]) state[static_cast<std::int64_t>(n) * in.channels + e / 2 * 8] = s[i][e];
    }
  }
#endif
}

}  // namespace ssd_chunks
}  // namespace eddy
