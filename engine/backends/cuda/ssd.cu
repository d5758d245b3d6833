// The recurrence of Mamba-2: one decay per head. Few tokens, or states that do not fit: token after token with the
// state in registers. Many: ssd_chunks.cuh.
#include "engine/backends/cuda/device_limits.h"
#include "engine/backends/cuda/kernels.h"
#include "engine/backends/cuda/ssd_chunks.cuh"
#include "engine/ops/ssd.h"

namespace eddy {
namespace {

constexpr int kWarps = 2;
constexpr int kColumns = kWarps * kHeadColumns;
constexpr int kMostStates = 256;

using ssd_chunks::Arguments;

/// blockIdx: (columns, head, sequence). kStates: of one part.
template <int kStates>
__global__ void __launch_bounds__(32 * kWarps) ssd_kernel(const __grid_constant__ Arguments in) {
  constexpr int kWidth = kStates * kHeadParts, kSteps = 8;
  __shared__ __align__(16) float tile[2][kSteps][2][kWidth];      // b, c; zero past the head's states
  __shared__ __align__(16) float values[2][kSteps][2][kColumns];  // x, z
  __shared__ float deltas[2][kSteps], decays[2][kSteps];
  const int column = head_column(blockIdx.x), part = head_part(), head = blockIdx.y;
  const int first_column = blockIdx.x * kColumns, own = column - first_column;
  const int columns = min(kColumns, in.channels - first_column);
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens;
  const std::int64_t value_at = static_cast<std::int64_t>(head) * in.channels + first_column;
  const std::int64_t b_at = static_cast<std::int64_t>(in.heads) * in.channels + head * in.groups / in.heads * in.count;
  for (int i = threadIdx.x; i < 2 * kSteps * 2 * kWidth; i += blockDim.x) (&tile[0][0][0][0])[i] = 0;
  __syncthreads();
  begin_kernel();
  float* state = in.states[blockIdx.z] + in.slot + static_cast<std::int64_t>(head) * in.count * in.channels;
  float s[kStates];
  load_columns(s, state, in.count, in.channels, column);
  const float a = in.a[head], bias = in.dt_bias[head];
  const float d = column < in.channels ? in.d[static_cast<std::int64_t>(head) * in.channels + column] : 0.0f;

  float dt = 0;  // of the tile that was fetched last: a thread a token
  const auto fetch = [&](int first) {
    const int buffer = first / kSteps % 2, steps = min(kSteps, in.tokens - first), lane = threadIdx.x % 32;
    if (threadIdx.x < steps) dt = in.dt[(first_row + first + threadIdx.x) * in.dt_width + in.dt_first + head];
    for (int step = threadIdx.x / 32; step < steps; step += kWarps) {
      const std::int64_t row = first_row + first + step;
      const float* xbc = in.xbc + row * in.width;
      copy_floats(tile[buffer][step][0], xbc + b_at, in.count, lane, 32);
      copy_floats(tile[buffer][step][1], xbc + b_at + static_cast<std::int64_t>(in.groups) * in.count, in.count, lane,
                  32);
      copy_floats(values[buffer][step][0], xbc + value_at, columns, lane, 32);
      if (in.z)
        copy_floats(values[buffer][step][1], in.z + row * in.z_width + in.z_first + value_at, columns, lane, 32);
    }
  };
  const auto write_steps = [&](int first) {
    if (first + static_cast<int>(threadIdx.x) >= in.tokens || threadIdx.x >= kSteps) return;
    const float delta = fminf(fmaxf(device_softplus(dt + bias), in.dt_least), in.dt_most);
    deltas[first / kSteps % 2][threadIdx.x] = delta;
    decays[first / kSteps % 2][threadIdx.x] = expf(delta * a);
  };
  fetch(0);
  end_copies();
  write_steps(0);
  for (int first = 0; first < in.tokens; first += kSteps) {
    if (first + kSteps < in.tokens) fetch(first + kSteps);
    end_copies();
    await_copies<1>();
    __syncthreads();
    const int buffer = first / kSteps % 2, steps = min(kSteps, in.tokens - first);
#pragma unroll 2
    for (int step = 0; step < steps; ++step) {
      const auto& at = tile[buffer][step];
      const float decay = decays[buffer][step], x = values[buffer][step][0][own], written = deltas[buffer][step] * x;
      float sums[4] = {};  // apart: one sum would wait for itself
#pragma unroll
      for (int i = 0; i < kStates; i += 4) {
        const float4 b = *reinterpret_cast<const float4*>(&at[0][head_key(part, i)]);
        const float4 c = *reinterpret_cast<const float4*>(&at[1][head_key(part, i)]);
        s[i] = fmaf(decay, s[i], b.x * written);
        s[i + 1] = fmaf(decay, s[i + 1], b.y * written);
        s[i + 2] = fmaf(decay, s[i + 2], b.z * written);
        s[i + 3] = fmaf(decay, s[i + 3], b.w * written);
        sums[0] = fmaf(c.x, s[i], sums[0]);
        sums[1] = fmaf(c.y, s[i + 1], sums[1]);
        sums[2] = fmaf(c.z, s[i + 2], sums[2]);
        sums[3] = fmaf(c.w, s[i + 3], sums[3]);
      }
      float y = sum_parts((sums[0] + sums[1]) + (sums[2] + sums[3]));
      if (part == 0 && column < in.channels) {
        y = fmaf(d, x, y);
        if (in.z) y *= device_activate(Activation::Silu, values[buffer][step][1][own]);
        in.y[(first_row + first + step) * in.heads * in.channels + static_cast<std::int64_t>(head) * in.channels +
             column] = y;
      }
    }
    if (first + kSteps < in.tokens) write_steps(first + kSteps);
    __syncthreads();
  }
  store_columns(s, state, in.count, in.channels, column);
}

Arguments arguments_of(const CudaCall& call) {
  const auto params = call.params.as<SsdParams>();
  const Shape& slot = call.in_shape(5);
  const auto heads = static_cast<int>(slot[0]), count = static_cast<int>(slot[1]), channels = static_cast<int>(slot[2]);
  const auto width = static_cast<int>(call.in_shape(0).last());
  return {.xbc = call.in(0),
          .dt = call.in(1),
          .dt_bias = call.in(2),
          .a = call.in(3),
          .d = call.in(4),
          .z = params.has_z ? call.in(6) : nullptr,
          .y = call.out(0),
          .states = call.states,
          .slot = call.slot(5),
          .dt_first = params.dt_first,
          .z_first = params.z_first,
          .tokens = static_cast<int>(call.tokens),
          .heads = heads,
          .count = count,
          .channels = channels,
          .groups = (width - heads * channels) / (2 * count),
          .width = width,
          .dt_width = static_cast<int>(call.in_shape(1).last()),
          .z_width = params.has_z ? static_cast<int>(call.in_shape(6).last()) : 0,
          .dt_least = params.dt_least,
          .dt_most = params.dt_most,
          .in_fours = width % 4 == 0 && channels % 4 == 0 && count % 4 == 0 &&
                      reinterpret_cast<std::uintptr_t>(call.in(0)) % 16 == 0};
}

// ---- chunks ---------------------------------------------------------------------------------------------------------

constexpr int kLongChunk = 64, kShortChunk = 32, kFewStates = 64, kManyStates = 128;
constexpr std::int64_t kFewestTokens = 32;
constexpr int kFewestStates = 4;

template <int kChunk, int kStates>
std::int64_t units_of(const CudaCall& call) {
  return call.sequences * divide_up<std::int64_t>(call.tokens, kChunk);
}

/// How a call is cut: nothing where chunks do not pay or do not fit.
struct Cut {
  std::int64_t bytes = 0;
  void (*run)(const CudaCall& call, const Arguments& in) = nullptr;
};

template <int kChunk, int kStates>
void run_chunks(const CudaCall& call, const Arguments& in) {
  const auto units = units_of<kChunk, kStates>(call);
  const ssd_chunks::Prepared<kChunk, kStates> prepared(call.scratch.bytes, units, in.groups);
  const auto tiles = static_cast<int>(units * in.groups * ssd_chunks::tiles_of(kChunk)),
             warps = static_cast<int>(units * in.heads);
  launch(call, &ssd_chunks::prepare_kernel<kChunk, kStates>,
         dim3(static_cast<unsigned>(tiles + divide_up(warps, ssd_chunks::kPrepareThreads / 32))),
         dim3(ssd_chunks::kPrepareThreads), 0, in, prepared, tiles, warps);
  constexpr auto kShared = sizeof(ssd_chunks::Tiles<kChunk, kStates>);
  const auto kernel = &ssd_chunks::chunks_kernel<kChunk, kStates>;
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, static_cast<int>(kShared));
  launch(call, kernel,
         dim3(divide_up(in.channels, ssd_chunks::kBlockChannels), in.heads, static_cast<unsigned>(call.sequences)),
         dim3(ssd_chunks::kThreads), kShared, in, prepared);
}

template <int kChunk, int kStates>
Cut cut_into(const CudaCall& call, const Arguments& in) {
  return {ssd_chunks::Prepared<kChunk, kStates>::bytes(units_of<kChunk, kStates>(call), in.groups, in.heads),
          &run_chunks<kChunk, kStates>};
}

Cut cut_of(const CudaCall& call, const Arguments& in) {
  const DeviceLimits limits = device_limits();
  if (call.tokens < kFewestTokens || in.count < kFewestStates || limits.major < 8) return {};
  const auto has_room = [&](std::size_t bytes) { return limits.shared_bytes >= static_cast<int>(bytes); };
  using ssd_chunks::Tiles;
  if (in.count <= kFewStates) {
    return has_room(sizeof(Tiles<kLongChunk, kFewStates>)) ? cut_into<kLongChunk, kFewStates>(call, in)
                                                           : cut_into<kShortChunk, kFewStates>(call, in);
  }
  if (in.count <= kManyStates) {
    return has_room(sizeof(Tiles<kLongChunk, kManyStates>)) ? cut_into<kLongChunk, kManyStates>(call, in)
                                                            : cut_into<kShortChunk, kManyStates>(call, in);
  }
  return has_room(sizeof(Tiles<kShortChunk, kMostStates>)) ? cut_into<kShortChunk, kMostStates>(call, in) : Cut{};
}

}  // namespace

bool cuda_supports_ssd(const CudaCall& call) {
  return call.in_shape(5)[1] <= kMostStates;
}

std::int64_t cuda_ssd_scratch(const CudaCall& call) {
  return cut_of(call, arguments_of(call)).bytes;
}

void cuda_ssd(const CudaCall& call) {
  if (cuda_has_ssd_step(call)) return cuda_ssd_step(call);
  const Arguments in = arguments_of(call);
  if (const Cut cut = cut_of(call, in); cut.run) return cut.run(call, in);
  const dim3 grid(divide_up(in.channels, kColumns), in.heads, static_cast<unsigned>(call.sequences));
  if (in.count <= 64) {
    launch(call, &ssd_kernel<16>, grid, dim3(32 * kWarps), 0, in);
  } else if (in.count <= 128) {
    launch(call, &ssd_kernel<32>, grid, dim3(32 * kWarps), 0, in);
  } else {
    launch(call, &ssd_kernel<64>, grid, dim3(32 * kWarps), 0, in);
  }
}

}  // namespace eddy
