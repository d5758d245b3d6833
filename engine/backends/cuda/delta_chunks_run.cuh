// The second kernel of delta_chunks.cuh: the state goes through the chunks.
#pragma once

#include "engine/backends/cuda/delta_chunks_parts.cuh"

namespace eddy {
namespace delta_chunks {

constexpr int kStrips = kBlockColumns / 16;
enum Role { kState, kValues, kResults, kFetch };  // kStrips warps each, but one that fetches
constexpr int kRunThreads = (kFetch * kStrips + 1) * 32;

/// Shared memory of a block, with kStages chunks fetched or being fetched.
template <int kKeys, Rule kRule, int kStages>
struct Tiles {
  struct Stage {
    Unit<kKeys, kRule> unit;
    UnitColumns<kRule> columns;
  } stages[kStages];
  uint4 states[2][kStrips][kKeys / 16][2][32];                      // S^T in bf16 parts as a product's first operand
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

/// sums += sixteen columns of S by 16 tokens times those tokens' rows of a plane, 64 channels from 64 `part` on. All
/// first parts come before the second ones, so that none waits for another.
template <int kKeys>
__device__ __forceinline__ void multiply_columns(float (&sums)[8][4], const SplitRows& columns,
                                                 const __nv_bfloat16* high_plane, const __nv_bfloat16* low_plane,
                                                 int part) {
  const int lane = threadIdx.x % 32;
  std::uint32_t high[4][4], low[4][4];
#pragma unroll
  for (int n = 0; n < 4; ++n) {
    const int at = turned<kKeys>(lane % 16, 8 * part + 2 * n + lane / 16);
    load_matrices_turned(high[n], high_plane + at);
    load_matrices_turned(low[n], low_plane + at);
  }
#pragma unroll
  for (int i = 0; i < 8; ++i)
    multiply_add_bf16(sums[i], columns.low, high[i / 2][i % 2 * 2], high[i / 2][i % 2 * 2 + 1]);
#pragma unroll
  for (int i = 0; i < 8; ++i)
    multiply_add_bf16(sums[i], columns.high, low[i / 2][i % 2 * 2], low[i / 2][i % 2 * 2 + 1]);
#pragma unroll
  for (int i = 0; i < 8; ++i) {
    multiply_add_bf16(sums[i], columns.high, high[i / 2][i % 2 * 2], high[i / 2][i % 2 * 2 + 1]);
  }
}

/// blockIdx: (32 columns of S, head, sequence). Of 16 columns one warp takes S through the chunks, one makes what the
/// next chunk's values write, and one the results of the chunk that S has reached; another one fetches.
template <int kKeys, Rule kRule, int kStages>
__global__ void __launch_bounds__(kRunThreads, 1)
    run_kernel(const __grid_constant__ Arguments in, const __grid_constant__ Prepared<kKeys, kRule> from) {
#if __CUDA_ARCH__ >= 800
  constexpr int kSteps = kKeys / 16;
  using Shared = Tiles<kKeys, kRule, kStages>;
  using Stage = typename Shared::Stage;
  using Made = Unit<kKeys, kRule>;
  extern __shared__ __align__(128) unsigned char delta_shared[];
  auto& shared = *reinterpret_cast<Shared*>(delta_shared);
  begin_kernel();
  const int lane = threadIdx.x % 32, pair = lane % 4 * 2, strip = threadIdx.x / 32 % kStrips, head = blockIdx.y;
  const int role = threadIdx.x / 32 / kStrips, chunks = in.chunks;
  const int own = strip * 16 + lane / 4, column = blockIdx.x * kBlockColumns + own;
  const bool there[2] = {column < in.columns, column + 8 < in.columns};

  const auto fetch = [&](int chunk) {
    if (chunk < chunks) {
      const std::int64_t unit = (static_cast<std::int64_t>(blockIdx.z) * chunks + chunk) * in.heads + head;
      Stage& stage = shared.stages[chunk % kStages];
      const auto copy = [lane](void* to, const void* source, int bytes) {
        auto* target = static_cast<unsigned char*>(to) + 16 * lane;
        const auto* origin = static_cast<const unsigned char*>(source) + 16 * lane;
        for (int at = 16 * lane; at < bytes; at += 512, target += 512, origin += 512) copy_ahead(target, origin);
      };
      copy(&stage.unit, from.units + unit, sizeof(Made));
      copy(&stage.columns, from.columns + unit * from.blocks + blockIdx.x, sizeof(UnitColumns<kRule>));
    }
    end_copies();
  };

  // s[i]: channels 8 i + pair, + 1 of the column and of the one 8 further.
  float* state = in.states[blockIdx.z] + in.slot + static_cast<std::int64_t>(head) * in.keys * in.columns + column;
  float s[2 * kSteps][4] = {};
  SplitRows parts[kSteps];  // S^T before the chunk
  const auto each_of_state = [&](auto&& what) {
#pragma unroll
    for (int i = 0; i < 2 * kSteps; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        const int key = 8 * i + pair + e % 2;
        if (key < in.keys && there[e / 2])
          what(s[i][e], state[static_cast<std::int64_t>(key) * in.columns + e / 2 * 8]);
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
  /// Sums that begin with a tile of the unit: of tokens 8 i + pair, + 1.
  const auto begin_sums = [&](SplitSums& sums, const float* tile) {
#pragma unroll
    for (int i = 0; i < 2; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) sums.parts[2][i][e] = tile[tile_at(8 * i + pair + e % 2, own + e / 2 * 8)];
    }
  };
  const auto advance = [&](int chunk) {
    const Stage& stage = shared.stages[chunk % kStages];
    SplitRows u;  // U^T
    if constexpr (removes(kRule)) {
      SplitSums sums;
      begin_sums(sums, stage.columns.fresh);
      multiply_state<kKeys>(sums, parts, stage.unit.planes[Made::kSolved], stage.unit.planes[Made::kSolved + 1]);
#pragma unroll
      for (int i = 0; i < 4; ++i) u.set(i, sums(i / 2, i % 2 * 2), sums(i / 2, i % 2 * 2 + 1));
    }
#pragma unroll
    for (int part = 0; part < kSteps / 4; ++part) {
      float written[8][4] = {};
      if constexpr (writes(kRule)) {
#pragma unroll
        for (int i = 0; i < 8; ++i) {
          const float4 added = shared.added[chunk % 2][strip][4 * part + i / 2][i % 2][lane];
          written[i][0] = added.x;
          written[i][1] = added.y;
          written[i][2] = added.z;
          written[i][3] = added.w;
        }
      }
      if constexpr (removes(kRule)) {
        multiply_columns<kKeys>(written, u, stage.unit.planes[Made::kBack], stage.unit.planes[Made::kBack + 1], part);
      }
#pragma unroll
      for (int i = 0; i < 8; ++i) {
        const float2 decay = two_of(stage.unit.decays, 64 * part + 8 * i + pair);
        auto& to = s[8 * part + i];
#pragma unroll
        for (int e = 0; e < 4; ++e) to[e] = fmaf(e % 2 ? decay.y : decay.x, to[e], written[i][e]);
      }
    }
  };

  const auto write_values = [&](int chunk) {
    const Stage& stage = shared.stages[chunk % kStages];
    SplitRows v;  // V^T
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      const int t = i / 2 * 8 + pair, value = own + i % 2 * 8;
      v.set(i, stage.columns.values[tile_at(t, value)], stage.columns.values[tile_at(t + 1, value)]);
    }
#pragma unroll
    for (int part = 0; part < kSteps / 4; ++part) {
      float sums[8][4] = {};
      multiply_columns<kKeys>(sums, v, stage.unit.planes[Made::kWritten], stage.unit.planes[Made::kWritten + 1], part);
#pragma unroll
      for (int i = 0; i < 8; ++i) {
        shared.added[chunk % 2][strip][4 * part + i / 2][i % 2][lane] = {sums[i][0], sums[i][1], sums[i][2],
                                                                         sums[i][3]};
      }
    }
  };
  const int stride = in.heads * in.columns;  // from token to token
  const std::int64_t first_at =
      ((static_cast<std::int64_t>(blockIdx.z) * in.tokens + in.first + pair) * in.heads + head) * in.columns + column;
  const auto write_results = [&](int chunk) {
    const Stage& stage = shared.stages[chunk % kStages];
    SplitRows before[kSteps];
#pragma unroll
    for (int k = 0; k < kSteps; ++k) {
      const uint4 high = shared.states[chunk % 2][strip][k][0][lane], low = shared.states[chunk % 2][strip][k][1][lane];
      before[k] = {{high.x, high.y, high.z, high.w}, {low.x, low.y, low.z, low.w}};
    }
    SplitSums sums;
    begin_sums(sums, stage.columns.own);
    multiply_state<kKeys>(sums, before, stage.unit.planes[Made::kReading], stage.unit.planes[Made::kReading + 1]);
    const int left = in.tokens - in.first - chunk * kChunk - pair;
    float* y = in.y + first_at + static_cast<std::int64_t>(chunk) * kChunk * stride;
#pragma unroll
    for (int i = 0; i < 2; ++i) {
#pragma unroll
      for (int e = 0; e < 4; ++e) {
        const int t = 8 * i + e % 2;
        if (t < left && there[e / 2]) y[t * stride + e / 2 * 8] = sums(i, e);
      }
    }
  };

  if (role == kFetch) {
    for (int chunk = 0; chunk < kStages - 1; ++chunk) fetch(chunk);
  } else if (role == kState) {
    each_of_state([](float& number, float& stored) { number = stored; });
  }
  for (int chunk = -1; chunk < chunks; ++chunk) {
    if (role == kFetch) await_copies<kStages - 3>();
    __syncthreads();  // the next chunk is there, and nobody needs the one before
    if (role == kFetch) {
      if (chunk >= 0) fetch(chunk + kStages - 1);
    } else if (role == kState) {
      if (chunk >= 0) advance(chunk);
      hand_over(chunk + 1);
    } else if (role == kResults) {
      if (chunk >= 0) write_results(chunk);
    } else if (writes(kRule) && chunk + 1 < chunks) {
      write_values(chunk + 1);
    }
  }
  if (role == kState) each_of_state([](float& number, float& stored) { stored = number; });
#endif
}

}  // namespace delta_chunks
}  // namespace eddy
