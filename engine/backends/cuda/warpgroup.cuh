// What Hopper has for matrix products: barriers in shared memory, the copy engine for tensors, and products that a warpgroup
// (four warps) reads from shared memory. Source: PTX ISA 9.0, "Asynchronous Warpgroup Level Matrix Instructions", "mbarrier",
// "cp.async.bulk.tensor".
#pragma once

#include <cuda.h>
#include <cuda_fp16.h>

#include <cstdint>

// Code of this kind exists for compute capability 9.0 alone, and only where it is asked for by its "a".
#if defined(__CUDA_ARCH_FEAT_SM90_ALL)
#define EDDY_WARPGROUPS 1
#else
#define EDDY_WARPGROUPS 0
#endif

namespace eddy::warpgroup {

#if EDDY_WARPGROUPS

__device__ __forceinline__ std::uint32_t shared_address(const void* p) {
  return static_cast<std::uint32_t>(__cvta_generic_to_shared(p));
}

// ---- barriers -------------------------------------------------------------------------------------------------------

__device__ __forceinline__ void init_barrier(std::uint64_t* barrier, int arrivals) {
  asm volatile("mbarrier.init.shared::cta.b64 [%0], %1;" ::"r"(shared_address(barrier)), "r"(arrivals) : "memory");
}

/// After the barriers are set up: the copy engine sees them.
__device__ __forceinline__ void show_barriers() {
  asm volatile("fence.mbarrier_init.release.cluster;" ::: "memory");
}

__device__ __forceinline__ void arrive(std::uint64_t* barrier) {
  asm volatile("mbarrier.arrive.shared::cta.b64 _, [%0];" ::"r"(shared_address(barrier)) : "memory");
}

/// Arrives, and keeps the barrier shut until so many bytes have come.
__device__ __forceinline__ void arrive_and_expect(std::uint64_t* barrier, int bytes) {
  asm volatile("mbarrier.arrive.expect_tx.shared::cta.b64 _, [%0], %1;" ::"r"(shared_address(barrier)), "r"(bytes)
               : "memory");
}

/// Waits until the phase of this parity is over.
__device__ __forceinline__ void wait(std::uint64_t* barrier, int parity) {
  asm volatile(
      "{\n"
      ".reg .pred done;\n"
      "again:\n"
      "mbarrier.try_wait.parity.shared::cta.b64 done, [%0], %1;\n"
      "@!done bra again;\n"
      "}" ::"r"(shared_address(barrier)),
      "r"(parity)
      : "memory");
}

// ---- copies ---------------------------------------------------------------------------------------------------------

/// A box of the tensor from (column, row) on, to shared memory, on its way until `barrier` has its bytes.
__device__ __forceinline__ void copy_box(void* to, const CUtensorMap& from, int column, int row,
                                         std::uint64_t* barrier) {
  asm volatile(
      "cp.async.bulk.tensor.2d.shared::cluster.global.mbarrier::complete_tx::bytes [%0], [%1, {%3, %4}], [%2];" ::"r"(
          shared_address(to)),
      "l"(reinterpret_cast<std::uint64_t>(&from)), "r"(shared_address(barrier)), "r"(column), "r"(row)
      : "memory");
}

// ---- products -------------------------------------------------------------------------------------------------------

/// Names a tile in shared memory: rows of 64 halves (128 bytes), eight rows turned against each other as the copy engine
/// leaves them (128-byte swizzle), groups of eight rows one after the other.
__device__ __forceinline__ std::uint64_t tile_descriptor(const void* tile) {
  constexpr std::uint64_t kGroupBytes = 8 * 128, kTurned128 = 1;
  return (shared_address(tile) & 0x3ffff) >> 4 | std::uint64_t{1} << 16 | (kGroupBytes >> 4) << 32 | kTurned128 << 62;
}

__device__ __forceinline__ void begin_products() {
  asm volatile("wgmma.fence.sync.aligned;" ::: "memory");
}

__device__ __forceinline__ void commit_products() {
  asm volatile("wgmma.commit_group.sync.aligned;" ::: "memory");
}

/// Until at most kLeft committed groups still run.
template <int kLeft>
__device__ __forceinline__ void wait_for_products() {
  asm volatile("wgmma.wait_group.sync.aligned %0;" ::"n"(kLeft) : "memory");
}

/// Keeps the compiler from moving the sums while products may be adding to them.
template <int kSums>
__device__ __forceinline__ void pin(float (&sums)[kSums]) {
#pragma unroll
  for (int i = 0; i < kSums; ++i) asm volatile("" : "+f"(sums[i])::"memory");
}

// The instruction names every register of the sums: lists of eight.
#define EDDY_NAMES_8(a, b, c, d, e, f, g, h) "%" #a ", %" #b ", %" #c ", %" #d ", %" #e ", %" #f ", %" #g ", %" #h
#define EDDY_NAMES_0 EDDY_NAMES_8(0, 1, 2, 3, 4, 5, 6, 7)
#define EDDY_NAMES_1 EDDY_NAMES_8(8, 9, 10, 11, 12, 13, 14, 15)
#define EDDY_NAMES_2 EDDY_NAMES_8(16, 17, 18, 19, 20, 21, 22, 23)
#define EDDY_NAMES_3 EDDY_NAMES_8(24, 25, 26, 27, 28, 29, 30, 31)
#define EDDY_NAMES_4 EDDY_NAMES_8(32, 33, 34, 35, 36, 37, 38, 39)
#define EDDY_NAMES_5 EDDY_NAMES_8(40, 41, 42, 43, 44, 45, 46, 47)
#define EDDY_NAMES_6 EDDY_NAMES_8(48, 49, 50, 51, 52, 53, 54, 55)
#define EDDY_NAMES_7 EDDY_NAMES_8(56, 57, 58, 59, 60, 61, 62, 63)
#define EDDY_NAMES_8TH EDDY_NAMES_8(64, 65, 66, 67, 68, 69, 70, 71)
#define EDDY_NAMES_9 EDDY_NAMES_8(72, 73, 74, 75, 76, 77, 78, 79)
#define EDDY_NAMES_10 EDDY_NAMES_8(80, 81, 82, 83, 84, 85, 86, 87)
#define EDDY_NAMES_11 EDDY_NAMES_8(88, 89, 90, 91, 92, 93, 94, 95)
#define EDDY_NAMES_12 EDDY_NAMES_8(96, 97, 98, 99, 100, 101, 102, 103)
#define EDDY_NAMES_13 EDDY_NAMES_8(104, 105, 106, 107, 108, 109, 110, 111)
#define EDDY_NAMES_14 EDDY_NAMES_8(112, 113, 114, 115, 116, 117, 118, 119)
#define EDDY_NAMES_15 EDDY_NAMES_8(120, 121, 122, 123, 124, 125, 126, 127)
#define EDDY_NAMES_OF_16 EDDY_NAMES_0
#define EDDY_NAMES_OF_32 EDDY_NAMES_OF_16 ", " EDDY_NAMES_1
#define EDDY_NAMES_OF_64 EDDY_NAMES_OF_32 ", " EDDY_NAMES_2 ", " EDDY_NAMES_3
#define EDDY_NAMES_OF_128 EDDY_NAMES_OF_64 ", " EDDY_NAMES_4 ", " EDDY_NAMES_5 ", " EDDY_NAMES_6 ", " EDDY_NAMES_7
#define EDDY_NAMES_OF_256                                                                                      \
  EDDY_NAMES_OF_128 ", " EDDY_NAMES_8TH ", " EDDY_NAMES_9 ", " EDDY_NAMES_10 ", " EDDY_NAMES_11 ", " EDDY_NAMES_12 \
                    ", " EDDY_NAMES_13 ", " EDDY_NAMES_14 ", " EDDY_NAMES_15

#define EDDY_SUMS_8(i)                                                                                          \
  "+f"(d[i]), "+f"(d[i + 1]), "+f"(d[i + 2]), "+f"(d[i + 3]), "+f"(d[i + 4]), "+f"(d[i + 5]), "+f"(d[i + 6]), \
      "+f"(d[i + 7])
#define EDDY_SUMS_16(i) EDDY_SUMS_8(i), EDDY_SUMS_8(i + 8)
#define EDDY_SUMS_32(i) EDDY_SUMS_16(i), EDDY_SUMS_16(i + 16)
#define EDDY_SUMS_64(i) EDDY_SUMS_32(i), EDDY_SUMS_32(i + 32)
#define EDDY_SUMS_128(i) EDDY_SUMS_64(i), EDDY_SUMS_64(i + 64)

/// d += a b^T over 16 of depth: a [64], b [columns], as the descriptors name them. d: the sums of one thread, four for each eight
/// columns: rows lane / 4 and lane / 4 + 8 of its warp's sixteen, two columns from lane % 4 * 2 on.
#define EDDY_PRODUCT(columns, names, sums, a_at, b_at)                                                              \
  __device__ __forceinline__ void multiply_add(float (&d)[columns / 2], std::uint64_t a, std::uint64_t b) {         \
    asm volatile("wgmma.mma_async.sync.aligned.m64n" #columns "k16.f32.f16.f16 {" names "}, %" #a_at ", %" #b_at     \
                 ", 1, 1, 1, 0, 0;"                                                                                 \
                 : sums                                                                                             \
                 : "l"(a), "l"(b));                                                                                 \
  }
EDDY_PRODUCT(16, EDDY_NAMES_OF_16, EDDY_SUMS_8(0), 8, 9)
EDDY_PRODUCT(32, EDDY_NAMES_OF_32, EDDY_SUMS_16(0), 16, 17)
EDDY_PRODUCT(64, EDDY_NAMES_OF_64, EDDY_SUMS_32(0), 32, 33)
EDDY_PRODUCT(128, EDDY_NAMES_OF_128, EDDY_SUMS_64(0), 64, 65)
EDDY_PRODUCT(256, EDDY_NAMES_OF_256, EDDY_SUMS_128(0), 128, 129)
#undef EDDY_PRODUCT

#endif  // EDDY_WARPGROUPS

}  // namespace eddy::warpgroup
