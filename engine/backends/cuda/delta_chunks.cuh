// Delta rules over many tokens: chunks of 16 tokens as matrix products on tensor cores (the WY form: Yang et al.,
// 2406.06484 and 2412.06464; with a decay per channel RWKV-7, 2503.14456).
//
// Of a head with S [K][V] before a chunk, each token t does
//   u_t = fresh_t + removal_t S          S = diag(w_t) S + back_t u_t^T + written_t v_t^T          y_t = read_t S
// With P_t the product of the decays w up to token t and all vectors taken back to the chunk's start,
//   U = fresh + strict(removal back^T) U + strict(removal written^T) V + removal S
// so U = M S + F where M and F solve the same unit triangular system. Then
//   Y = (read + tri(read back^T) M) S + Q          S = P_last S + back^T U + written^T V
// A first kernel makes M, F, Q and the rest that does not need S for all chunks at once, a block a head's chunk: in
// float32, with decays multiplied and never divided, so that any decay from 0 to 1 is exact. Only RWKV-7's products of
// tokens are on tensor cores, scaled from the chunk's middle, where decays allow it.
// The second kernel goes through the chunks with S^T in the registers of its warps, a block per head and 32 columns of
// S. Operands on tensor cores are float32 numbers in two bf16 parts (warp_matrix.cuh).
#pragma once

#include <initializer_list>

#include "engine/backends/cuda/delta_chunks_prepare.cuh"
#include "engine/backends/cuda/delta_chunks_run.cuh"
#include "engine/backends/cuda/device_limits.h"

namespace eddy {
namespace delta_chunks {

constexpr std::int64_t kMostScratch = std::int64_t{64} << 20;
constexpr int kFewStages = 3, kManyStages = 5;
constexpr int kFewestKeys = 8;  // of fewer a single rounded number is all there is

/// Whether the current device can run them.
template <int kKeys, Rule kRule>
bool fits() {
  const DeviceLimits limits = device_limits();
  return limits.major >= 8 && limits.shared_bytes >= static_cast<int>(sizeof(Tiles<kKeys, kRule, kFewStages>));
}

// Cards before and after Hopper have no more for a block.
static_assert(sizeof(Tiles<64, Rule::Both, kFewStages>) <= 99 * 1024);

/// Whether heads go in chunks.
template <int kKeys, Rule kRule>
bool suits(int keys) {
  return keys >= kFewestKeys && keys <= kKeys && fits<kKeys, kRule>();
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
  return Prepared<kKeys, kRule>::bytes(in.columns) * in.heads * call.sequences * chunks_at_once<kKeys, kRule>(call, in);
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
  const std::int64_t all = divide_up<std::int64_t>(call.tokens, kChunk);
  const dim3 grid(Prepared<kKeys, kRule>::blocks_of(in.columns), in.heads, static_cast<unsigned>(call.sequences));
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
  if (!suits<kKeys, kRule>(in.keys)) return {};
  return {scratch_bytes<kKeys, kRule>(call, in), &run<kKeys, kRule>};
}

/// Heads of up to 64 keys, and with kWide of up to 128; `fewest`: from how many tokens on chunks are faster.
template <Rule kRule, bool kWide>
Cut cut_of(const CudaCall& call, const Arguments& in, std::int64_t fewest) {
  if (call.tokens < fewest) return {};
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
