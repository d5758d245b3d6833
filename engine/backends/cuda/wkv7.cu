// The recurrence of RWKV-7, token after token with the state in registers.
#include "engine/backends/cuda/head_tile.cuh"

namespace eddy {
namespace {

constexpr int kWarps = 2;
constexpr int kSteps = 8;    // tokens fetched ahead at once
constexpr int kVectors = 6;  // r, w, k, kk, a, v
constexpr int kMostKeys = 128;

struct Wkv7Arguments {
  const float* vectors[kVectors];
  float* y;
  float* const* states;
  std::int64_t slot;
  int tokens, heads, size;
};

/// blockIdx: (columns, head, sequence). kKeys: of one part.
template <int kKeys>
__global__ void __launch_bounds__(32 * kWarps) wkv7_kernel(const __grid_constant__ Wkv7Arguments arguments) {
  constexpr int kWidth = kKeys * kHeadParts;  // of a vector in shared memory, zero past the head's size
  __shared__ __align__(16) float tile[2][kSteps][kVectors][kWidth];
  const int size = arguments.size, tokens = arguments.tokens, channels = arguments.heads * size;
  const int column = head_column(blockIdx.x), part = head_part(), value = min(column, size - 1);
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * tokens;
  const std::int64_t head = static_cast<std::int64_t>(blockIdx.y) * size;
  if (kWidth != size) {
    for (int i = threadIdx.x; i < 2 * kSteps * kVectors * kWidth; i += blockDim.x) (&tile[0][0][0][0])[i] = 0;
    __syncthreads();
  }
  begin_kernel();
  float* state = arguments.states[blockIdx.z] + arguments.slot + head * size;
  float s[kKeys];
  load_columns(s, state, size, size, column);

  const auto fetch = [&](int first) {
    const int steps = min(kSteps, tokens - first);
    for (int v = threadIdx.x / 32; v < steps * kVectors; v += kWarps) {
      const int step = v / kVectors, vector = v % kVectors;
      copy_floats(tile[first / kSteps % 2][step][vector],
                  arguments.vectors[vector] + (first_row + first + step) * channels + head, size, threadIdx.x % 32, 32);
    }
  };
  fetch(0);
  end_copies();
  for (int first = 0; first < tokens; first += kSteps) {
    if (first + kSteps < tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const int steps = min(kSteps, tokens - first);
    for (int step = 0; step < steps; ++step) {
      const auto& at = tile[first / kSteps % 2][step];
      const auto four = [&at, part](int vector, int m) {
        return *reinterpret_cast<const float4*>(&at[vector][16 * m + 4 * part]);
      };
      float removed[4] = {};
#pragma unroll
      for (int m = 0; m < kKeys / 4; ++m) {
        const float4 kk = four(3, m);
        removed[0] = fmaf(s[4 * m], kk.x, removed[0]);
        removed[1] = fmaf(s[4 * m + 1], kk.y, removed[1]);
        removed[2] = fmaf(s[4 * m + 2], kk.z, removed[2]);
        removed[3] = fmaf(s[4 * m + 3], kk.w, removed[3]);
      }
      const float u = -sum_parts((removed[0] + removed[1]) + (removed[2] + removed[3]));
      const float v = at[5][value];
      float sums[4] = {};
#pragma unroll
      for (int m = 0; m < kKeys / 4; ++m) {
        const float4 r = four(0, m), w = four(1, m), k = four(2, m), kk = four(3, m), a = four(4, m);
        s[4 * m] = fmaf(s[4 * m], w.x, fmaf(v, k.x, u * (kk.x * a.x)));
        s[4 * m + 1] = fmaf(s[4 * m + 1], w.y, fmaf(v, k.y, u * (kk.y * a.y)));
        s[4 * m + 2] = fmaf(s[4 * m + 2], w.z, fmaf(v, k.z, u * (kk.z * a.z)));
        s[4 * m + 3] = fmaf(s[4 * m + 3], w.w, fmaf(v, k.w, u * (kk.w * a.w)));
        sums[0] = fmaf(s[4 * m], r.x, sums[0]);
        sums[1] = fmaf(s[4 * m + 1], r.y, sums[1]);
        sums[2] = fmaf(s[4 * m + 2], r.z, sums[2]);
        sums[3] = fmaf(s[4 * m + 3], r.w, sums[3]);
      }
      const float y = sum_parts((sums[0] + sums[1]) + (sums[2] + sums[3]));
      if (part == 0 && column < size) arguments.y[(first_row + first + step) * channels + head + column] = y;
    }
    __syncthreads();
  }
  store_columns(s, state, size, size, column);
}

// ---- heads of 64 channels, the usual ones ---------------------------------------------------------------------------
//
// Eight lanes to a column instead of four: half the work between two tokens, which is what takes the time. Lane = 4 *
// part + column; part q has keys 32 m + 4 q ... + 3 for m = 0, 1.

constexpr int kSize = 64;
constexpr int kSizeWarps = 4;
constexpr int kSizeColumns = 4 * kSizeWarps;  // of a block
constexpr int kFloatsPerCopy = 4;
constexpr int kCopies =
    5 * kSize / kFloatsPerCopy + kSizeColumns / kFloatsPerCopy;  // of a token: r, w, k, kk, a, and v

/// A token's vectors behind each other: r, w, k, kk, a, and this block's part of v.
struct SizeTile {
  float numbers[5 * kSize + kSizeColumns];
};

__device__ __forceinline__ float sum_eight(float x) {
  x += __shfl_xor_sync(0xffffffffu, x, 4);
  x += __shfl_xor_sync(0xffffffffu, x, 8);
  return x + __shfl_xor_sync(0xffffffffu, x, 16);
}

/// blockIdx: (columns, head, sequence).
__global__ void __launch_bounds__(32 * kSizeWarps) wkv7_64_kernel(const __grid_constant__ Wkv7Arguments arguments) {
  __shared__ __align__(16) SizeTile tiles[2][kSteps];
  begin_kernel();
  const int tokens = arguments.tokens, channels = arguments.heads * kSize;
  const int lane = threadIdx.x % 32, warp = threadIdx.x / 32, part = lane / 4;
  const int own = warp * 4 + lane % 4, column = blockIdx.x * kSizeColumns + own;
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * tokens;
  const int head = blockIdx.y * kSize;
  float* state = arguments.states[blockIdx.z] + arguments.slot + static_cast<std::int64_t>(head) * kSize + column;
  float s[8];
#pragma unroll
  for (int i = 0; i < 8; ++i) s[i] = state[(32 * (i / 4) + 4 * part + i % 4) * kSize];

  // Each of the first threads always fetches the same 16 bytes of a token's vectors.
  const int copy = threadIdx.x, vector = copy / (kSize / kFloatsPerCopy);
  const float* from = vector == 0   ? arguments.vectors[0]
                      : vector == 1 ? arguments.vectors[1]
                      : vector == 2 ? arguments.vectors[2]
                      : vector == 3 ? arguments.vectors[3]
                      : vector == 4 ? arguments.vectors[4]
                                    : arguments.vectors[5] + blockIdx.x * kSizeColumns;
  from += first_row * channels + head + copy % (kSize / kFloatsPerCopy) * kFloatsPerCopy;
  const auto fetch = [&](int first) {
    if (copy >= kCopies) return;
    const int steps = min(kSteps, tokens - first);
    for (int step = 0; step < steps; ++step, from += channels) {
      copy_floats(&tiles[first / kSteps % 2][step].numbers[copy * kFloatsPerCopy], from, kFloatsPerCopy, 0, 1);
    }
  };
  float* y = arguments.y + first_row * channels + head + column;
  float read = 0;  // of the token before: its sum over the lanes is formed beside this token's
  fetch(0);
  end_copies();
  for (int first = 0; first < tokens; first += kSteps) {
    if (first + kSteps < tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const int steps = min(kSteps, tokens - first);
#pragma unroll 2
    for (int step = 0; step < steps; ++step) {
      const float* at = tiles[first / kSteps % 2][step].numbers;
      const auto four = [at, part](int vector, int m) {
        return *reinterpret_cast<const float4*>(at + vector * kSize + 32 * m + 4 * part);
      };
      const float4 kk0 = four(3, 0), kk1 = four(3, 1);
      float u = fmaf(s[0], kk0.x, s[1] * kk0.y) + fmaf(s[2], kk0.z, s[3] * kk0.w);
      u += fmaf(s[4], kk1.x, s[5] * kk1.y) + fmaf(s[6], kk1.z, s[7] * kk1.w);
      const float4 r0 = four(0, 0), r1 = four(0, 1), w0 = four(1, 0), w1 = four(1, 1), k0 = four(2, 0), k1 = four(2, 1);
      const float4 a0 = four(4, 0), a1 = four(4, 1);
      const float v = at[5 * kSize + own];
      u = -sum_eight(u);
      const float last = sum_eight(read);
      if (part == 0 && first + step > 0) y[-channels] = last;
      s[0] = fmaf(s[0], w0.x, fmaf(v, k0.x, u * (kk0.x * a0.x)));
      s[1] = fmaf(s[1], w0.y, fmaf(v, k0.y, u * (kk0.y * a0.y)));
      s[2] = fmaf(s[2], w0.z, fmaf(v, k0.z, u * (kk0.z * a0.z)));
      s[3] = fmaf(s[3], w0.w, fmaf(v, k0.w, u * (kk0.w * a0.w)));
      s[4] = fmaf(s[4], w1.x, fmaf(v, k1.x, u * (kk1.x * a1.x)));
      s[5] = fmaf(s[5], w1.y, fmaf(v, k1.y, u * (kk1.y * a1.y)));
      s[6] = fmaf(s[6], w1.z, fmaf(v, k1.z, u * (kk1.z * a1.z)));
      s[7] = fmaf(s[7], w1.w, fmaf(v, k1.w, u * (kk1.w * a1.w)));
      read = fmaf(s[0], r0.x, s[1] * r0.y) + fmaf(s[2], r0.z, s[3] * r0.w);
      read += fmaf(s[4], r1.x, s[5] * r1.y) + fmaf(s[6], r1.z, s[7] * r1.w);
      y += channels;
    }
    __syncthreads();
  }
  const float last = sum_eight(read);
  if (part == 0) y[-channels] = last;
#pragma unroll
  for (int i = 0; i < 8; ++i) state[(32 * (i / 4) + 4 * part + i % 4) * kSize] = s[i];
}

bool is_aligned(const Wkv7Arguments& arguments) {
  for (const float* vector : arguments.vectors) {
    if (reinterpret_cast<std::uintptr_t>(vector) % 16 != 0) return false;
  }
  return true;
}

template <int kKeys>
void start(const CudaCall& call, const Wkv7Arguments& arguments) {
  const auto columns = divide_up(arguments.size, kWarps * kHeadColumns);
  launch(call, &wkv7_kernel<kKeys>, dim3(columns, arguments.heads, static_cast<unsigned>(call.sequences)),
         dim3(32 * kWarps), 0, arguments);
}

}  // namespace

bool cuda_supports_wkv7(const CudaCall& call) {
  return call.in_shape(6)[1] <= kMostKeys;
}

void cuda_wkv7(const CudaCall& call) {
  const Shape& slot = call.in_shape(6);
  const Wkv7Arguments arguments{{call.in(0), call.in(1), call.in(2), call.in(4), call.in(5), call.in(3)},
                                call.out(0),
                                call.states,
                                call.slot(6),
                                static_cast<int>(call.tokens),
                                static_cast<int>(slot[0]),
                                static_cast<int>(slot[1])};
  if (arguments.size == kSize && is_aligned(arguments)) {
    const dim3 grid(kSize / kSizeColumns, arguments.heads, static_cast<unsigned>(call.sequences));
    launch(call, &wkv7_64_kernel, grid, dim3(32 * kSizeWarps), 0, arguments);
  } else if (arguments.size <= 64) {
    start<16>(call, arguments);
  } else {
    start<32>(call, arguments);
  }
}

}  // namespace eddy
