// Products of float32 matrices on tensor cores: each number as the sum of two bf16 ones, 16 bits together.
//
// a b = a_high b_high + a_high b_low + a_low b_high, all of it summed in float32; what is left out is 2^-18 of a b. So
// three products in place of one, any exponent of a float32, and results that are off by some 1e-6. Only where
// __CUDA_ARCH__ >= 800.
#pragma once

#include <cuda_bf16.h>

#include "engine/backends/cuda/launch.cuh"

namespace eddy {

/// Two neighbouring numbers, each cut in two: what a lane holds in one register of a product's operand, twice.
struct SplitPair {
  std::uint32_t high, low;
};

__device__ __forceinline__ std::uint32_t pack_bf16(float first, float second) {
  const __nv_bfloat162 pair = __floats2bfloat162_rn(first, second);
  return *reinterpret_cast<const std::uint32_t*>(&pair);
}

__device__ __forceinline__ SplitPair split_pair(float first, float second) {
  const std::uint32_t high = pack_bf16(first, second);
  return {high, pack_bf16(first - __uint_as_float(high << 16), second - __uint_as_float(high & 0xffff0000u))};
}

/// Where 16 bytes `part` of a row lie: turned so that eight rows never meet in one bank. kWidth numbers a row, 32 or
/// more.
template <int kWidth>
__device__ __forceinline__ int turned(int row, int part) {
  return row * kWidth + (part ^ (kWidth == 32 ? row / 2 % 4 : row % 8)) * 8;
}

/// The first operand of a product, 16 x 16. Lane l has row l / 4 (+ 8: registers 1 and 3) and columns 2 (l % 4), + 1
/// (+ 8: registers 2 and 3).
struct SplitRows {
  std::uint32_t high[4], low[4];

  __device__ __forceinline__ void set(int i, float first, float second) {
    const SplitPair pair = split_pair(first, second);
    high[i] = pair.high;
    low[i] = pair.low;
  }
};

/// Four 8 x 8 matrices of 16-bit numbers; lane l gives the address of row l % 8 of matrix l / 8 and gets two numbers of
/// row l / 4 of each.
__device__ __forceinline__ void load_matrices(std::uint32_t (&r)[4], const void* row) {
  const auto from = static_cast<std::uint32_t>(__cvta_generic_to_shared(row));
  asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
               : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3])
               : "r"(from)
               : "memory");
}

/// The same, each matrix turned over.
__device__ __forceinline__ void load_matrices_turned(std::uint32_t (&r)[4], const void* row) {
  const auto from = static_cast<std::uint32_t>(__cvta_generic_to_shared(row));
  asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0, %1, %2, %3}, [%4];"
               : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3])
               : "r"(from)
               : "memory");
}

/// c += a b, for 16 x 16 of a and 16 x 8 of b; c [16][8] lies as two registers of `SplitRows` do.
__device__ __forceinline__ void multiply_add_bf16(float (&c)[4], const std::uint32_t (&a)[4], std::uint32_t b0,
                                                  std::uint32_t b1) {
#if __CUDA_ARCH__ >= 800
  asm volatile(
      "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, "
      "{%0, %1, %2, %3};"
      : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
      : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
#endif
}

/// Two tiles side by side: c[0] and c[1] += a b for 16 x 16 of b, which lies as `load_matrices` gives it.
__device__ __forceinline__ void multiply_add_split(float (&c0)[4], float (&c1)[4], const SplitRows& a,
                                                   const std::uint32_t (&high)[4], const std::uint32_t (&low)[4]) {
  multiply_add_bf16(c0, a.low, high[0], high[1]);
  multiply_add_bf16(c1, a.low, high[2], high[3]);
  multiply_add_bf16(c0, a.high, low[0], low[1]);
  multiply_add_bf16(c1, a.high, low[2], low[3]);
  multiply_add_bf16(c0, a.high, high[0], high[1]);
  multiply_add_bf16(c1, a.high, high[2], high[3]);
}

/// 16 bytes into shared memory, without waiting for them.
__device__ __forceinline__ void copy_ahead(void* shared, const void* global) {
#if __CUDA_ARCH__ >= 800
  const auto to = static_cast<std::uint32_t>(__cvta_generic_to_shared(shared));
  asm volatile("cp.async.cg.shared.global [%0], [%1], 16;" ::"r"(to), "l"(global) : "memory");
#endif
}

}  // namespace eddy
