// The recurrence of RWKV-7. Few tokens, or heads of more than 64 channels: token after token with the state in
// registers. Many: delta_chunks.cuh.
#include "engine/backends/cuda/delta_chunks.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/backends/gpu/fused_ops.h"

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
//
// What is removed from the state at a token, u = -kk . S, would be a sum over lanes that every token waits for. With
// S' = S w + v k, the state but for what is removed, and S = S' + u b:
//   u(next) = -(kk(next) . S' + u (b . kk(next)))
// so the sums are formed while the token before is still at work.

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

/// A part's eight numbers of a token's vector.
__device__ __forceinline__ void read_eight(const float* token, int vector, int part, float (&out)[8]) {
#pragma unroll
  for (int m = 0; m < 2; ++m) {
    const float4 four = *reinterpret_cast<const float4*>(token + vector * kSize + 32 * m + 4 * part);
    out[4 * m] = four.x;
    out[4 * m + 1] = four.y;
    out[4 * m + 2] = four.z;
    out[4 * m + 3] = four.w;
  }
}

__device__ __forceinline__ float dot_eight(const float (&a)[8], const float (&b)[8]) {
  const float first = fmaf(a[0], b[0], a[1] * b[1]) + fmaf(a[2], b[2], a[3] * b[3]);
  return first + (fmaf(a[4], b[4], a[5] * b[5]) + fmaf(a[6], b[6], a[7] * b[7]));
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
  float read = 0, u = 0;  // the sum of the token before over the lanes is formed beside this token's
  float w[8], b[8], r[8], written[8];  // of the token whose kk was multiplied with the state: b = kk a, written = v k
  const auto take = [&](const float* at, const float(&kk)[8], float(&of_r)[8], float(&of_w)[8], float(&of_k)[8],
                        float(&of_a)[8]) {
    const float v = at[5 * kSize + own];
    read_eight(at, 0, part, of_r);
    read_eight(at, 1, part, of_w);
    read_eight(at, 2, part, of_k);
    read_eight(at, 4, part, of_a);
#pragma unroll
    for (int i = 0; i < 8; ++i) {
      of_k[i] *= v;
      of_a[i] *= kk[i];
    }
  };
  fetch(0);
  end_copies();
  for (int first = 0; first < tokens; first += kSteps) {
    if (first + kSteps < tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const SizeTile* tile = tiles[first / kSteps % 2];
    const int steps = min(kSteps, tokens - first);
    if (first == 0) {
      float kk[8];
      read_eight(tile[0].numbers, 3, part, kk);
      u = -sum_eight(dot_eight(kk, s));
      take(tile[0].numbers, kk, r, w, written, b);
    }
#pragma unroll 4
    for (int step = first == 0 ? 1 : 0; step < steps; ++step) {
      float kk[8], next_r[8], next_w[8], next_written[8], next_b[8];
      read_eight(tile[step].numbers, 3, part, kk);
      take(tile[step].numbers, kk, next_r, next_w, next_written, next_b);
      // The token before is finished.
#pragma unroll
      for (int i = 0; i < 8; ++i) s[i] = fmaf(s[i], w[i], written[i]);
      const float product = sum_eight(dot_eight(kk, s)), shared = sum_eight(dot_eight(kk, b));
      const float last = sum_eight(read);
      if (first + step > 1 && part == 0) y[-channels] = last;
#pragma unroll
      for (int i = 0; i < 8; ++i) s[i] = fmaf(u, b[i], s[i]);
      read = dot_eight(r, s);
      u = -fmaf(u, shared, product);
      y += channels;
#pragma unroll
      for (int i = 0; i < 8; ++i) {
        r[i] = next_r[i];
        w[i] = next_w[i];
        written[i] = next_written[i];
        b[i] = next_b[i];
      }
    }
    __syncthreads();
  }
#pragma unroll
  for (int i = 0; i < 8; ++i) s[i] = fmaf(u, b[i], fmaf(s[i], w[i], written[i]));
  const float last = sum_eight(read), own_last = sum_eight(dot_eight(r, s));
  if (part == 0) {
    if (tokens > 1) y[-channels] = last;
    y[0] = own_last;
  }
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

// ---- chunks ---------------------------------------------------------------------------------------------------------

delta_chunks::Arguments chunk_arguments(const CudaCall& call) {
  const Shape& slot = call.in_shape(6);
  const auto heads = static_cast<int>(slot[0]), size = static_cast<int>(slot[1]);
  return {.read = call.in(0),
          .decay = call.in(1),
          .written = call.in(2),
          .values = call.in(3),
          .direction = call.in(4),
          .share = call.in(5),
          .bonus = nullptr,
          .y = call.out(0),
          .states = call.states,
          .slot = call.slot(6),
          .tokens = static_cast<int>(call.tokens),
          .heads = heads,
          .key_heads = heads,
          .keys = size,
          .columns = size,
          .first = 0,
          .chunks = 0,
          .decays = delta_chunks::Arguments::Decays::OfChannels,
          .grouped = false,
          .in_fours = size % 4 == 0 && delta_chunks::are_aligned({call.in(0), call.in(1), call.in(2), call.in(4),
                                                                   call.in(5)}),
          .scale = 1};
}

delta_chunks::Cut cut_of(const CudaCall& call) {
  return delta_chunks::cut_of<delta_chunks::Rule::Both, false>(call, chunk_arguments(call), kFewestRwkv7Steps);
}

}  // namespace

std::int64_t cuda_wkv7_scratch(const CudaCall& call) {
  return cut_of(call).bytes;
}

bool cuda_supports_wkv7(const CudaCall& call) {
  return call.in_shape(6)[1] <= kMostKeys;
}

void cuda_wkv7(const CudaCall& call) {
  if (const auto cut = cut_of(call); cut.run) return cut.run(call, chunk_arguments(call));
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
