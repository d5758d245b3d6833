// Softmax attention (engine/ops/attention.h).
//
// Many rows: on tensor cores (attention_tiles.cuh); where these or the sizes do not allow it a block takes 64 rows of
// one key head (all its query heads, tokens in order) and goes through the keys in tiles of 64 with a running maximum
// and sum; scores and outputs in registers, 4 x 4 a thread. Few rows: a block takes four rows and one stripe of the
// tiles; each of its warps takes eight tokens of every tile, and they are joined at the end.
#include "engine/backends/cuda/attention_tiles.cuh"
#include "engine/backends/cuda/device_limits.h"
#include "engine/backends/cuda/map.cuh"

namespace eddy {
namespace {

using attention_tiles::Arguments;
using attention_tiles::kNothing;
constexpr int kTile = kAttentionTile, kStripes = kAttentionStripes;

__device__ __forceinline__ void add_product(float& sum, const float4& a, const float4& b) {
  sum = fmaf(a.x, b.x, sum);
  sum = fmaf(a.y, b.y, sum);
  sum = fmaf(a.z, b.z, sum);
  sum = fmaf(a.w, b.w, sum);
}

__device__ __forceinline__ void add_scaled(float4& sum, float s, const float4& v) {
  sum.x = fmaf(s, v.x, sum.x);
  sum.y = fmaf(s, v.y, sum.y);
  sum.z = fmaf(s, v.z, sum.z);
  sum.w = fmaf(s, v.w, sum.w);
}

__device__ __forceinline__ float4 scaled(const float4& v, float s) {
  return {v.x * s, v.y * s, v.z * s, v.w * s};
}

/// Over 16 neighbouring lanes.
__device__ __forceinline__ float max_of_16(float x) {
#pragma unroll
  for (int offset = 8; offset > 0; offset /= 2) x = fmaxf(x, __shfl_xor_sync(0xffffffffu, x, offset));
  return x;
}

__device__ __forceinline__ float sum_of_16(float x) {
#pragma unroll
  for (int offset = 8; offset > 0; offset /= 2) x += __shfl_xor_sync(0xffffffffu, x, offset);
  return x;
}

__device__ __forceinline__ void store_four(float* to, const float4& v, int left) {
  if (left > 0) to[0] = v.x;
  if (left > 1) to[1] = v.y;
  if (left > 2) to[2] = v.z;
  if (left > 3) to[3] = v.w;
}

// ---- many rows ------------------------------------------------------------------------------------------------------

constexpr int kThreads = 256;
constexpr int kKeyPart = 32,
              kKeyPitch = kKeyPart + 4;  // channels of the keys staged at once; rows never meet in a bank
constexpr int kValuePart = 64;

/// kRows query rows a block; values of up to kValueParts * 64 channels. blockIdx: (rows, key head, sequence).
template <int kRows, int kValueParts>
__global__ void __launch_bounds__(kThreads) attention_kernel(const __grid_constant__ Arguments in) {
  constexpr int kOwn = kRows / 16;
  __shared__ __align__(16) float
      staged[(kRows + kTile) * kKeyPitch > kTile * kValuePart ? (kRows + kTile) * kKeyPitch : kTile * kValuePart];
  __shared__ __align__(16) float weights[kRows][kTile + 4];
  begin_kernel();
  const int tx = threadIdx.x % 16, ty = threadIdx.x / 16, key_head = blockIdx.y, b = blockIdx.z;
  const int rows = in.tokens * in.group();
  const int first_row = static_cast<int>(gridDim.x - 1 - blockIdx.x) * kRows;  // those with most keys first
  const SequenceRows sequence = in.sequences[b];
  const int before = static_cast<int>(sequence.before);
  const int first = in.first_visible(before + first_row / in.group());
  const int last = before + min(first_row + kRows - 1, rows - 1) / in.group();
  int position[kOwn];
  float maximum[kOwn], sum[kOwn];
  float4 y[kValueParts][kOwn];
#pragma unroll
  for (int a = 0; a < kOwn; ++a) {
    const int row = first_row + ty * kOwn + a;
    position[a] = row < rows ? before + row / in.group() : -1;
    maximum[a] = kNothing;
    sum[a] = 0;
#pragma unroll
    for (int part = 0; part < kValueParts; ++part) y[part][a] = {0, 0, 0, 0};
  }
  const int key_width = in.key_heads * in.key_size, value_width = in.key_heads * in.value_size;

  for (int tile = first / kTile; tile * kTile <= last; ++tile) {
    const float* keys = token_row(sequence, in.key_slot, tile * kTile, key_width) + key_head * in.key_size;
    const float* values = token_row(sequence, in.value_slot, tile * kTile, value_width) + key_head * in.value_size;
    float s[kOwn][4] = {};
    for (int channel = 0; channel < in.key_size; channel += kKeyPart) {
      __syncthreads();
      for (int i = threadIdx.x; i < (kRows + kTile) * (kKeyPart / 4); i += kThreads) {
        const int at = i / (kKeyPart / 4), c = i % (kKeyPart / 4) * 4, token = at - kRows;
        const bool is_query = at < kRows;
        const bool there = is_query ? first_row + at < rows : tile * kTile + token <= last;
        float4 four = {0, 0, 0, 0};
        if (there) {
          const float* from = is_query ? in.q + in.row_of(b, first_row + at, key_head) * in.key_size
                                       : keys + static_cast<std::int64_t>(token) * key_width;
          four = load_four(from + channel + c, in.key_size - channel - c, in.in_fours);
        }
        *reinterpret_cast<float4*>(staged + at * kKeyPitch + c) = four;
      }
      __syncthreads();
#pragma unroll
      for (int c = 0; c < kKeyPart; c += 4) {
        float4 q[kOwn];
#pragma unroll
        for (int a = 0; a < kOwn; ++a)
          q[a] = *reinterpret_cast<const float4*>(staged + (ty * kOwn + a) * kKeyPitch + c);
#pragma unroll
        for (int j = 0; j < 4; ++j) {
          const float4 k = *reinterpret_cast<const float4*>(staged + (kRows + tx + 16 * j) * kKeyPitch + c);
#pragma unroll
          for (int a = 0; a < kOwn; ++a) add_product(s[a][j], q[a], k);
        }
      }
    }
#pragma unroll
    for (int a = 0; a < kOwn; ++a) {
      float highest = maximum[a];
      bool visible[4];
#pragma unroll
      for (int j = 0; j < 4; ++j) {
        const int token = tile * kTile + tx + 16 * j;
        visible[j] = token <= position[a] && token >= in.first_visible(position[a]);
        s[a][j] = in.score(s[a][j]);
        if (visible[j]) highest = fmaxf(highest, s[a][j]);
      }
      highest = max_of_16(highest);
      const float kept = expf(maximum[a] - highest);
      maximum[a] = highest;
      sum[a] *= kept;
#pragma unroll
      for (int part = 0; part < kValueParts; ++part) y[part][a] = scaled(y[part][a], kept);
#pragma unroll
      for (int j = 0; j < 4; ++j) {
        const float weight = visible[j] ? expf(s[a][j] - highest) : 0.0f;
        sum[a] += weight;
        weights[ty * kOwn + a][tx + 16 * j] = weight;
      }
    }
#pragma unroll
    for (int part = 0; part < kValueParts; ++part) {
      __syncthreads();
      for (int i = threadIdx.x; i < kTile * (kValuePart / 4); i += kThreads) {
        const int token = i / (kValuePart / 4), c = part * kValuePart + i % (kValuePart / 4) * 4;
        const int at = tile * kTile + token;
        float4 four = {0, 0, 0, 0};  // where nobody looks there may be anything, and 0 times NaN is NaN
        if (at <= last && at >= first) {
          four = load_four(values + static_cast<std::int64_t>(token) * value_width + c, in.value_size - c, in.in_fours);
        }
        *reinterpret_cast<float4*>(staged + 4 * i) = four;
      }
      __syncthreads();
#pragma unroll 4
      for (int j = 0; j < kTile; j += 4) {
        float4 w[kOwn];
#pragma unroll
        for (int a = 0; a < kOwn; ++a) w[a] = *reinterpret_cast<const float4*>(&weights[ty * kOwn + a][j]);
#pragma unroll
        for (int i = 0; i < 4; ++i) {
          const float4 v = *reinterpret_cast<const float4*>(staged + (j + i) * kValuePart + tx * 4);
#pragma unroll
          for (int a = 0; a < kOwn; ++a)
            add_scaled(y[part][a], i == 0 ? w[a].x : i == 1 ? w[a].y : i == 2 ? w[a].z : w[a].w, v);
        }
      }
    }
  }
#pragma unroll
  for (int a = 0; a < kOwn; ++a) {
    const int row = first_row + ty * kOwn + a;
    const float over = 1.0f / sum_of_16(sum[a]);
    if (row >= rows) continue;
    float* out = in.y + in.row_of(b, row, key_head) * in.value_size;
#pragma unroll
    for (int part = 0; part < kValueParts; ++part) {
      const int c = part * kValuePart + tx * 4;
      store_four(out + c, scaled(y[part][a], over), in.value_size - c);
    }
  }
}

template <int kRows, int kValueParts>
void launch_attention(const CudaCall& call, const Arguments& in) {
  const int rows = in.tokens * (in.query_heads / in.key_heads);
  const dim3 grid(divide_up(rows, kRows), in.key_heads, static_cast<unsigned>(call.sequences));
  launch(call, &attention_kernel<kRows, kValueParts>, grid, dim3(kThreads), 0, in);
}

// ---- few rows -------------------------------------------------------------------------------------------------------

constexpr int kFewRows = 4, kStripeWarps = 8;

/// Four numbers, zeros past `left`.
template <bool kInFours>
__device__ __forceinline__ float4 load(const float* p, int left) {
  if constexpr (kInFours) return left > 0 ? *reinterpret_cast<const float4*>(p) : float4{0, 0, 0, 0};
  return load_four(p, left, false);
}

/// Keys and values of up to kFours * 128 channels; kInFours: 16 bytes at a time may be read, so that nothing stands
/// between the loads. blockIdx: (key head and stripe, four rows, sequence).
template <int kFours, bool kInFours>
__global__ void __launch_bounds__(32 * kStripeWarps) stripe_kernel(const __grid_constant__ Arguments in) {
  __shared__ __align__(16) float query[kFewRows][kMostHeadChannels];
  __shared__ __align__(16) float joined[kFewRows][kMostHeadChannels];
  __shared__ float maxima[kStripeWarps][kFewRows], sums[kStripeWarps][kFewRows];
  begin_kernel();
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32, b = blockIdx.z;
  const int key_head = blockIdx.x / kStripes, stripe = blockIdx.x % kStripes, first_row = blockIdx.y * kFewRows;
  const int rows = in.tokens * in.group();
  const SequenceRows sequence = in.sequences[b];
  const int before = static_cast<int>(sequence.before);
  const int first = in.first_visible(before + first_row / in.group());
  const int last = before + min(first_row + kFewRows - 1, rows - 1) / in.group();
  for (int i = threadIdx.x; i < kFewRows * kMostHeadChannels; i += blockDim.x) {
    const int row = first_row + i / kMostHeadChannels, c = i % kMostHeadChannels;
    (&query[0][0])[i] = row < rows && c < in.key_size ? in.q[in.row_of(b, row, key_head) * in.key_size + c] : 0.0f;
    (&joined[0][0])[i] = 0;
  }
  __syncthreads();
  float maximum[kFewRows], sum[kFewRows];
  float4 y[kFewRows][kFours];
#pragma unroll
  for (int r = 0; r < kFewRows; ++r) {
    maximum[r] = kNothing;
    sum[r] = 0;
#pragma unroll
    for (int f = 0; f < kFours; ++f) y[r][f] = {0, 0, 0, 0};
  }
  const int key_width = in.key_heads * in.key_size, value_width = in.key_heads * in.value_size;
  constexpr int kOwn = kTile / kStripeWarps;  // tokens of a tile that a warp takes: four lanes each
  const int lowest = first / kTile, quarter = lane % 4, own = warp * kOwn;
  for (int tile = lowest + (stripe + kStripes - lowest % kStripes) % kStripes; tile * kTile <= last; tile += kStripes) {
    const int begin = tile * kTile + own, token = begin + lane / 4;
    if (begin > last) break;
    const float* keys = token_row(sequence, in.key_slot, begin, key_width) + key_head * in.key_size;
    const float* values = token_row(sequence, in.value_slot, begin, value_width) + key_head * in.value_size;
    float s[kFewRows] = {}, weight[kFewRows];
    if (token >= first && token <= last) {
      const float* key = keys + static_cast<std::int64_t>(lane / 4) * key_width;
#pragma unroll
      for (int i = 0; i < 8 * kFours; ++i) {
        const int c = quarter * 4 + 16 * i;
        const float4 k = load<kInFours>(key + c, in.key_size - c);
#pragma unroll
        for (int r = 0; r < kFewRows; ++r) add_product(s[r], *reinterpret_cast<const float4*>(&query[r][c]), k);
      }
    }
#pragma unroll
    for (int r = 0; r < kFewRows; ++r) {
      s[r] += __shfl_xor_sync(0xffffffffu, s[r], 1);
      s[r] += __shfl_xor_sync(0xffffffffu, s[r], 2);
      s[r] = in.score(s[r]);
      const int row = first_row + r, position = row < rows ? before + row / in.group() : -1;
      const bool visible = token <= position && token >= in.first_visible(position);
      const float highest = warp_max(visible ? fmaxf(maximum[r], s[r]) : maximum[r]);
      const float kept = expf(maximum[r] - highest);
      maximum[r] = highest;
      weight[r] = visible ? expf(s[r] - highest) : 0.0f;
      sum[r] = sum[r] * kept + weight[r];
#pragma unroll
      for (int f = 0; f < kFours; ++f) y[r][f] = scaled(y[r][f], kept);
    }
#pragma unroll
    for (int i = 0; i < kOwn; ++i) {
      const bool there = begin + i >= first && begin + i <= last;  // elsewhere there may be anything
      float w[kFewRows];
#pragma unroll
      for (int r = 0; r < kFewRows; ++r) w[r] = __shfl_sync(0xffffffffu, weight[r], 4 * i);
      const float* value = values + static_cast<std::int64_t>(i) * value_width;
#pragma unroll
      for (int f = 0; f < kFours; ++f) {
        const int c = f * 128 + lane * 4;
        const float4 v = load<kInFours>(value + c, there ? in.value_size - c : 0);
#pragma unroll
        for (int r = 0; r < kFewRows; ++r) add_scaled(y[r][f], w[r], v);
      }
    }
  }
#pragma unroll
  for (int r = 0; r < kFewRows; ++r) sum[r] = warp_sum(sum[r]) * 0.25f;  // every token's four lanes counted it

  if (lane == 0) {
#pragma unroll
    for (int r = 0; r < kFewRows; ++r) {
      maxima[warp][r] = maximum[r];
      sums[warp][r] = sum[r];
    }
  }
  __syncthreads();
  float highest[kFewRows], total[kFewRows], share[kFewRows];
#pragma unroll
  for (int r = 0; r < kFewRows; ++r) {
    highest[r] = maxima[0][r];
    for (int w = 1; w < kStripeWarps; ++w) highest[r] = fmaxf(highest[r], maxima[w][r]);
    total[r] = 0;
    for (int w = 0; w < kStripeWarps; ++w) total[r] += sums[w][r] * expf(maxima[w][r] - highest[r]);
    share[r] = expf(maximum[r] - highest[r]);
  }
  for (int w = 0; w < kStripeWarps; ++w) {  // always in this order
    if (w == warp) {
#pragma unroll
      for (int r = 0; r < kFewRows; ++r) {
#pragma unroll
        for (int f = 0; f < kFours; ++f) {
          auto& to = *reinterpret_cast<float4*>(&joined[r][f * 128 + lane * 4]);
          float4 all = to;
          add_scaled(all, share[r], y[r][f]);
          to = all;
        }
      }
    }
    __syncthreads();
  }
#pragma unroll
  for (int r = 0; r < kFewRows; ++r) {
    if (first_row + r >= rows) break;
    float* out = in.y + (in.row_of(b, first_row + r, key_head) * kStripes + stripe) * (in.value_size + 2);
    if (threadIdx.x == 0) {
      out[0] = total[r] > 0 ? highest[r] : -INFINITY;
      out[1] = total[r];
    }
    for (int c = threadIdx.x; c < in.value_size; c += blockDim.x) out[2 + c] = joined[r][c];
  }
}

template <int kFours>
void launch_stripes(const CudaCall& call, const Arguments& in) {
  const int rows = in.tokens * (in.query_heads / in.key_heads);
  const dim3 grid(in.key_heads * kStripes, divide_up(rows, kFewRows), static_cast<unsigned>(call.sequences));
  const auto kernel = in.in_fours ? &stripe_kernel<kFours, true> : &stripe_kernel<kFours, false>;
  launch(call, kernel, grid, dim3(32 * kStripeWarps), 0, in);
}

Arguments arguments_of(const CudaCall& call) {
  const auto p = call.params.as<AttentionParams>();
  const auto key_size = static_cast<int>(call.in_shape(1).elements() / p.key_heads);
  const auto value_size = static_cast<int>(call.in_shape(2).elements() / p.key_heads);
  return {.sequences = call.rows_of_states,
          .q = call.in(0),
          .y = call.out(0),
          .key_slot = static_cast<int>(call.inputs[1].rows_slot),
          .value_slot = static_cast<int>(call.inputs[2].rows_slot),
          .tokens = static_cast<int>(call.tokens),
          .query_heads = p.query_heads,
          .key_heads = p.key_heads,
          .key_size = key_size,
          .value_size = value_size,
          .window = p.window,
          .scale = p.scale,
          .cap = p.cap,
          .in_fours = key_size % 4 == 0 && value_size % 4 == 0};
}

template <int kWarps, int kKeys, int kSize>
void launch_tiles(const CudaCall& call, const Arguments& in) {
  const auto kernel = &attention_tiles::tiles_kernel<kWarps, kKeys, kSize>;
  constexpr auto kShared = sizeof(attention_tiles::Tiles<kKeys, kSize>);
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(kShared));
  const dim3 grid(divide_up(in.tokens * in.group(), 16 * kWarps), in.key_heads, static_cast<unsigned>(call.sequences));
  launch(call, kernel, grid, dim3(32 * kWarps), kShared, in);
}

/// Heads of up to 128 channels.
void launch_tiles(const CudaCall& call, const Arguments& in, int most_channels, int multiprocessors) {
  const std::int64_t large = divide_up(in.tokens * in.group(), 128) * in.key_heads * call.sequences;
  const bool small = most_channels <= 64;
  if (large < multiprocessors) return small ? launch_tiles<4, 32, 64>(call, in) : launch_tiles<4, 16, 128>(call, in);
  return small ? launch_tiles<8, 64, 64>(call, in) : launch_tiles<8, 32, 128>(call, in);
}

/// Channel i of the outputs, from the stripes of its head.
struct Join {
  const float* parts;
  std::int64_t size;
  __device__ float operator()(std::int64_t i) const {
    const float* part = parts + i / size * kStripes * (size + 2);
    const std::int64_t channel = 2 + i % size;
    float maximum = part[0], sum = 0, value = 0;
    for (int s = 1; s < kStripes; ++s) maximum = fmaxf(maximum, part[s * (size + 2)]);
    for (int s = 0; s < kStripes; ++s, part += size + 2) {
      const float weight = expf(part[0] - maximum);
      sum += weight * part[1];
      value += weight * part[channel];
    }
    return value / sum;
  }
};

/// blockIdx: (channels, token, sequence).
__global__ void append_rows_kernel(const SequenceRows* sequences, const float* x, int slot, int width, int tokens) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x, t = blockIdx.y, b = blockIdx.z;
  if (c >= width) return;
  const SequenceRows sequence = sequences[b];
  token_row(sequence, slot, static_cast<int>(sequence.before) + t, width)[c] =
      x[(static_cast<std::int64_t>(b) * tokens + t) * width + c];
}

}  // namespace

void cuda_append_rows(const CudaCall& call) {
  const auto width = static_cast<int>(call.in_shape(1).elements());
  const dim3 grid(divide_up(width, 128), static_cast<unsigned>(call.tokens), static_cast<unsigned>(call.sequences));
  launch(call, &append_rows_kernel, grid, dim3(128), 0, call.rows_of_states, call.in(0), call.inputs[1].rows_slot,
         width, call.tokens);
}

void cuda_attention(const CudaCall& call) {
  const Arguments in = arguments_of(call);
  const int most = in.key_size > in.value_size ? in.key_size : in.value_size;
  const DeviceLimits limits = device_limits();
  if (in.in_fours && most <= 128 && limits.major >= 8) return launch_tiles(call, in, most, limits.multiprocessors);
  if (in.value_size <= 64) return launch_attention<64, 1>(call, in);
  if (in.value_size <= 128) return launch_attention<64, 2>(call, in);
  if (in.value_size <= 256) return launch_attention<64, 4>(call, in);
  launch_attention<32, 8>(call, in);
}

void cuda_attention_stripe(const CudaCall& call) {
  const Arguments in = arguments_of(call);
  const int most = in.key_size > in.value_size ? in.key_size : in.value_size;
  if (most <= 128) return launch_stripes<1>(call, in);
  if (most <= 256) return launch_stripes<2>(call, in);
  launch_stripes<4>(call, in);
}

void cuda_attention_join(const CudaCall& call) {
  map(call, Join{call.in(0), call.outputs[0].shape.last() / call.params.as<AttentionParams>().query_heads});
}

}  // namespace eddy
