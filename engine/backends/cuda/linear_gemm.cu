// Products with many rows, on tensor cores: rows of x to fp16, packed weights to fp16, and the tiles of each launch.
#include "engine/backends/cuda/linear_gemm.cuh"

#include <utility>
#include <vector>

#include "engine/backends/cuda/format_kernels.h"
#include "engine/backends/cuda/linear_few.cuh"
#include "engine/backends/cuda/linear_products.h"
#include "engine/backends/cuda/linear_warpgroup.cuh"
#include "engine/backends/cuda/tensor_map.h"

namespace eddy {
namespace {

constexpr std::int64_t kWeightScratch = 64LL << 20;   // bytes of fp16 weights unpacked at a time
constexpr std::int64_t kPartialScratch = 48LL << 20;  // bytes of sums over parts of the depth
constexpr std::int64_t kAlignment = 256;
constexpr int kFewRows = 64;

std::int64_t aligned(std::int64_t bytes) {
  return divide_up(bytes, kAlignment) * kAlignment;
}

std::int64_t half_bytes(std::int64_t rows, std::int64_t columns) {
  return aligned(2 * rows * columns);
}

// ---- rows of x ------------------------------------------------------------------------------------------------------

struct ToHalfJobs {
  static constexpr int kMost = 8;
  const float* x[kMost];
  __half* out[kMost];
  float* scales[kMost];
  int columns[kMost], padded[kMost];
};

/// What to multiply a row with so that its largest number is near 256: a power of two, so nothing is rounded by it.
__device__ __forceinline__ float row_scale(float largest) {
  int exponent = 0;
  if (largest > 0 && largest < INFINITY) frexpf(largest, &exponent);
  return ldexpf(1.0f, min(max(8 - exponent, -126), 126));
}

__device__ __forceinline__ float block_max(float x, float* scratch) {
  x = warp_max(x);
  if (threadIdx.x % 32 == 0) scratch[threadIdx.x / 32] = x;
  __syncthreads();
  x = scratch[0];
  for (unsigned w = 1; w < blockDim.x / 32; ++w) x = fmaxf(x, scratch[w]);
  return x;
}

/// Rows as fp16, scaled: nothing overflows, and what is 2^-22 of the largest number still counts. blockIdx.x: the row,
/// blockIdx.y: the job.
__global__ void rows_to_half_kernel(const __grid_constant__ ToHalfJobs jobs) {
  __shared__ float shared[33];
  begin_kernel();
  const int columns = jobs.columns[blockIdx.y], padded = jobs.padded[blockIdx.y];
  const float* x = jobs.x[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * columns;
  __half* out = jobs.out[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * padded;
  float largest = 0;
  for (int i = threadIdx.x; i < columns; i += blockDim.x) largest = fmaxf(largest, fabsf(x[i]));
  const float up = row_scale(block_max(largest, shared));
  for (int i = threadIdx.x; i < padded; i += blockDim.x) out[i] = __float2half_rn(i < columns ? x[i] * up : 0.0f);
  if (threadIdx.x == 0) jobs.scales[blockIdx.y][blockIdx.x] = 1.0f / up;
}

constexpr int kFoursThreads = 256;

/// The same for columns in fours, kFours of them a thread and kept in registers: each number is read once.
template <int kFours>
__global__ void __launch_bounds__(kFoursThreads)
    rows_to_half_in_fours_kernel(const __grid_constant__ ToHalfJobs jobs) {
  __shared__ float shared[33];
  begin_kernel();
  const int columns = jobs.columns[blockIdx.y], padded = jobs.padded[blockIdx.y];
  const auto* x = reinterpret_cast<const float4*>(jobs.x[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * columns);
  auto* out = reinterpret_cast<uint2*>(jobs.out[blockIdx.y] + static_cast<std::int64_t>(blockIdx.x) * padded);
  float4 fours[kFours];
  float largest = 0;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    fours[i] = at < columns / 4 ? x[at] : float4{0, 0, 0, 0};
  }
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const float4 f = fours[i];
    largest = fmaxf(largest, fmaxf(fmaxf(fabsf(f.x), fabsf(f.y)), fmaxf(fabsf(f.z), fabsf(f.w))));
  }
  const float up = row_scale(block_max(largest, shared));
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    const float4 f = fours[i];
    const __half2 two[2] = {__floats2half2_rn(f.x * up, f.y * up), __floats2half2_rn(f.z * up, f.w * up)};
    if (at < padded / 4) out[at] = *reinterpret_cast<const uint2*>(two);
  }
  if (threadIdx.x == 0) jobs.scales[blockIdx.y][blockIdx.x] = 1.0f / up;
}

void launch_to_half(const CudaCall& call, const ToHalfJobs& jobs, int count, int rows) {
  constexpr int kShort = 2, kMiddle = 4, kLong = 10;
  const dim3 grid(rows, count);
  const int fours = divide_up(*std::max_element(jobs.padded, jobs.padded + count) / 4, kFoursThreads);
  const bool in_fours = std::all_of(jobs.columns, jobs.columns + count, [](int n) { return n % 4 == 0; });
  if (!in_fours || fours > kLong) {
    launch(call, &rows_to_half_kernel, grid, dim3(256), 0, jobs);
  } else if (fours <= kShort) {
    launch(call, &rows_to_half_in_fours_kernel<kShort>, grid, dim3(kFoursThreads), 0, jobs);
  } else if (fours <= kMiddle) {
    launch(call, &rows_to_half_in_fours_kernel<kMiddle>, grid, dim3(kFoursThreads), 0, jobs);
  } else {
    launch(call, &rows_to_half_in_fours_kernel<kLong>, grid, dim3(kFoursThreads), 0, jobs);
  }
}

std::int64_t x_scratch(const Product& product) {
  return half_bytes(product.rows, product.depth()) + aligned(std::int64_t{4} * product.rows);
}

struct HalfRows {
  const float* x;
  __half* rows;
  float* scales;
};

/// Turns each x of the products once; returns where they are and moves `free` past them.
std::vector<HalfRows> rows_to_half(const CudaCall& call, std::span<const Product> products, std::byte*& free) {
  std::vector<HalfRows> done;
  ToHalfJobs jobs{};
  int count = 0;
  const int rows = products[0].rows;  // of all
  for (const auto& product : products) {
    if (std::any_of(done.begin(), done.end(), [&](const auto& d) { return d.x == product.job.x; })) continue;
    if (count == ToHalfJobs::kMost) launch_to_half(call, jobs, std::exchange(count, 0), rows);
    done.push_back({product.job.x, reinterpret_cast<__half*>(free),
                    reinterpret_cast<float*>(free + half_bytes(rows, product.depth()))});
    free += x_scratch(product);
    jobs.x[count] = done.back().x;
    jobs.out[count] = done.back().rows;
    jobs.scales[count] = done.back().scales;
    jobs.columns[count] = product.job.w.columns;
    jobs.padded[count++] = product.depth();
  }
  launch_to_half(call, jobs, count, rows);
  return done;
}

// ---- the device ----------------------------------------------------------------------------------------------------

struct Device {
  int multiprocessors = 1, shared = 0;
  bool warpgroups = false;  ///< Hopper's products, and code for them

  Device() {
    int index = 0, major = 0, minor = 0;
    cudaGetDevice(&index);
    cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, index);
    cudaDeviceGetAttribute(&minor, cudaDevAttrComputeCapabilityMinor, index);
    warpgroups = EDDY_CUDA_WARPGROUPS && major == 9 && minor == 0 && can_make_tensor_maps();
    cudaDeviceGetAttribute(&multiprocessors, cudaDevAttrMultiProcessorCount, index);
    cudaDeviceGetAttribute(&shared, cudaDevAttrMaxSharedMemoryPerBlockOptin, index);
  }
};

// ---- pieces of matrices ---------------------------------------------------------------------------------------------

/// Outputs first .. first + rows of some experts' matrices (of all outputs, if there are several experts).
struct Piece {
  const Product* product;
  int first_expert, experts, first, rows;
  bool packed;  // has to be unpacked into scratch memory
  bool direct;  // is read as it is packed

  std::int64_t unpacked_bytes() const {
    return packed ? half_bytes(std::int64_t{experts} * rows, product->depth()) : 0;
  }
};

/// Of each expert, on average.
int rows_of_matrix(const Product& product) {
  return product.begins ? divide_up(product.rows, product.experts) : product.rows;
}

/// Whether Hopper's warpgroups take products of so many rows. For 17 to 64 rows, which are held up by memory, the other
/// tiles are faster (RWKV-7 1.5B F16, 64 sequences: 15,340 tokens/s with those, 12,200 with warpgroups).
bool takes_groups(const Device& device, int rows) {
  return device.warpgroups && (rows <= 16 || rows > kFewRows);
}

/// Whether packed weights are turned on their way to shared memory.
bool is_direct(const Device& device, const Product& product) {
  constexpr int kOther = 64;  // bytes that the kernel has besides
  const int rows = rows_of_matrix(product);
  const int shared = rows <= 16 ? few_rows::Tile<16>::kSharedBytes : few_rows::Tile<64>::kSharedBytes;
  return format_kernels(product.job.w.format).few_rows && rows <= kFewRows && shared + kOther <= device.shared;
}

/// Every matrix in pieces that fit into the scratch memory for weights.
std::vector<Piece> cut_into_pieces(const Device& device, std::span<const Product> products) {
  std::vector<Piece> pieces;
  for (const auto& product : products) {
    const DeviceMatrix& w = product.job.w;
    const int outputs = product.outputs();
    const bool direct = is_direct(device, product);
    // The copy engine fills up rows that are no whole steps long.
    const bool whole = takes_groups(device, rows_of_matrix(product)) || w.columns % gemm::kDepth == 0;
    if (direct || (w.format == WeightFormat::F16 && whole)) {
      pieces.push_back({&product, 0, product.experts, 0, outputs, false, direct});
      continue;
    }
    const int most = static_cast<int>(std::max<std::int64_t>(1, kWeightScratch / (2 * product.depth())));
    if (most >= outputs) {
      const int at_once = most / outputs;
      for (int e = 0; e < product.experts; e += at_once) {
        pieces.push_back({&product, e, std::min(at_once, product.experts - e), 0, outputs, true, false});
      }
      continue;
    }
    for (int e = 0; e < product.experts; ++e) {
      for (int first = 0; first < outputs; first += most) {
        pieces.push_back({&product, e, 1, first, std::min(most, outputs - first), true, false});
      }
    }
  }
  return pieces;
}

// ---- launches -------------------------------------------------------------------------------------------------------

enum class TileShape {
  Packed16,
  Packed64,
  Few16,
  Few32,
  Few64,
  Small,
  Narrow,
  Wide,
  Groups16,
  GroupsSquare,
  GroupsWide
};

/// Calls f with the gemm::Tile of a shape.
template <class F>
void with_tile(TileShape shape, const F& f) {
  using namespace gemm;
  switch (shape) {
    case TileShape::Packed16:
      return f(few_rows::Tile<16>{});
    case TileShape::Packed64:
      return f(few_rows::Tile<64>{});
    case TileShape::Few16:
      return f(Tile<16, 64, 1, 4, 5>{});
    case TileShape::Few32:
      return f(Tile<32, 64, 2, 4, 5>{});
    case TileShape::Few64:
      return f(Tile<64, 64, 2, 4, 3>{});
    case TileShape::Small:
      return f(Tile<128, 64, 4, 2, 2>{});
    case TileShape::Narrow:
      return f(Tile<128, 64, 4, 2, 3>{});
    case TileShape::Wide:
      return f(Tile<128, 128, 2, 4, 3>{});
    case TileShape::Groups16:
      return f(WarpgroupTile<16, 128, 2, true, 5, 2>{});
    case TileShape::GroupsSquare:
      return f(WarpgroupTile<128, 128, 2, false, 3, 2>{});
    case TileShape::GroupsWide:
      return f(WarpgroupTile<128, 256, 2, false, 4, 1>{});
  }
}

/// Pieces that go in one launch, and how.
struct Launch {
  std::vector<Piece> pieces;
  TileShape shape = TileShape::Wide;
  int splits = 1;
  int least_steps = 4;  ///< of a part of the depth
  int tile_rows = 0, tile_outputs = 0, tile_threads = 0;
  std::int64_t partial_bytes = 0;
  int counters = 0;

  int row_tiles(const Piece& piece) const {
    return divide_up(piece.product->rows, tile_rows) + (piece.product->begins ? piece.experts : 0);
  }
  int tiles(const Piece& piece) const { return row_tiles(piece) * divide_up(piece.rows, tile_outputs); }
  int tiles() const {
    int sum = 0;
    for (const auto& piece : pieces) sum += tiles(piece);
    return sum;
  }
  /// The depth of a piece in how many parts.
  int splits_of(const Piece& piece) const {
    if (piece.product->begins) return 1;
    return std::clamp(piece.product->depth() / gemm::kDepth / least_steps, 1, splits);
  }
  void take_shape(TileShape taken) {
    shape = taken;
    with_tile(taken, [this]<class T>(T) {
      tile_rows = T::kRows;
      tile_outputs = T::kOutputs;
      tile_threads = T::kThreads;
    });
  }
  void count_partials() {
    partial_bytes = 0;
    counters = 0;
    for (const auto& piece : pieces) {
      const int parts = splits_of(piece);
      if (parts == 1) continue;
      partial_bytes += aligned(std::int64_t{4} * tile_rows * tile_outputs * tiles(piece) * parts);
      counters += tiles(piece);
    }
  }
  /// Parts of the depth such that about `blocks` blocks come of it.
  void split_for(int blocks) {
    constexpr int kMostSplits = 16;
    splits = std::clamp(blocks / std::max(1, tiles()), 1, kMostSplits);
    for (count_partials(); partial_bytes > kPartialScratch || counters > kCudaCounters; count_partials()) --splits;
  }
};

/// How many blocks so many tiles are best cut into: fewer than there are multiprocessors leave some idle, a few more
/// let most of them wait for those that have two.
int blocks_for(int tiles, int multiprocessors) {
  if (tiles < multiprocessors) return 2 * multiprocessors;
  constexpr float kPerPart = 0.08f;  // of a tile's time, to add up
  int best = 1;
  float least = static_cast<float>(divide_up(tiles, multiprocessors));
  for (int parts = 2; parts <= 4; ++parts) {
    const float time = static_cast<float>(divide_up(tiles * parts, multiprocessors)) / parts + kPerPart * parts;
    if (time >= least) continue;
    least = time;
    best = parts;
  }
  return best * tiles;
}

/// A tile of many rows and what it costs, in clocks of a multiprocessor: a step of the depth, all that is not steps, and
/// each of several parts of the depth, to be added up. From measured products of 2,560 x 2,560 to 10,240.
struct GroupsShape {
  TileShape shape;
  float step, fixed, part;
};

/// Many rows on Hopper: the shape and the number of parts that come to the least time. What a multiprocessor gets
/// follows from how many blocks the busiest one has.
void choose_groups(const Device& device, Launch& launch) {
  constexpr GroupsShape kShapes[] = {{TileShape::GroupsWide, 1650, 4000, 2500},
                                     {TileShape::GroupsSquare, 1070, 2500, 1500}};
  constexpr float kJoin = 2000;  // waiting for the other parts
  constexpr int kMostParts = 8;
  float least = 0;
  TileShape best = kShapes[0].shape;
  int best_parts = 1;
  int steps = 1;
  for (const auto& piece : launch.pieces) steps = std::max(steps, piece.product->depth() / gemm::kDepth);
  for (const auto& candidate : kShapes) {
    launch.take_shape(candidate.shape);
    for (int parts = 1; parts <= kMostParts; ++parts) {
      const int turns = divide_up(launch.tiles() * parts, device.multiprocessors);
      const float join = parts > 1 ? kJoin + candidate.part * static_cast<float>(parts) : 0;
      const float time =
          static_cast<float>(turns) * (static_cast<float>(divide_up(steps, parts)) * candidate.step + candidate.fixed) +
          join;
      if (least > 0 && time >= least) continue;
      least = time;
      best = candidate.shape;
      best_parts = parts;
    }
  }
  launch.take_shape(best);
  launch.split_for(best_parts * launch.tiles());
}

/// Few rows: the weights must come as fast as memory gives them, so blocks for all multiprocessors. Many rows: wide
/// tiles do more with what they read, but there must be enough of them.
void choose_shape(const Device& device, Launch& launch) {
  int rows = 0;
  for (const auto& piece : launch.pieces) rows = std::max(rows, rows_of_matrix(*piece.product));
  if (launch.pieces[0].direct) {
    launch.take_shape(rows <= 16 ? TileShape::Packed16 : TileShape::Packed64);
    return launch.split_for(3 * device.multiprocessors);
  }
  if (rows <= 16 && device.warpgroups) {
    launch.take_shape(TileShape::Groups16);
    launch.least_steps = 8;  // adding up many parts takes longer than reading them
    return launch.split_for(device.multiprocessors);
  }
  if (rows <= kFewRows) {
    launch.take_shape(rows <= 16 ? TileShape::Few16 : rows <= 32 ? TileShape::Few32 : TileShape::Few64);
    return launch.split_for(2 * device.multiprocessors);
  }
  if (device.warpgroups) return choose_groups(device, launch);
  launch.take_shape(TileShape::Wide);
  if (device.shared < gemm::Tile<128, 128, 2, 4, 3>::kSharedBytes) return launch.take_shape(TileShape::Small);
  constexpr int kEnoughBlocks = 160;
  if (launch.tiles() >= kEnoughBlocks) return;
  launch.take_shape(TileShape::Narrow);
  launch.split_for(blocks_for(launch.tiles(), device.multiprocessors));
}

bool go_together(const Piece& a, const Piece& b) {
  return a.direct == b.direct && (!a.direct || a.product->job.w.format == b.product->job.w.format);
}

std::vector<Launch> plan_launches(std::span<const Product> products) {
  const Device device;
  std::vector<Launch> launches;
  std::int64_t used = 0;
  for (const Piece& piece : cut_into_pieces(device, products)) {
    const std::int64_t bytes = piece.unpacked_bytes();
    const bool fits = !launches.empty() && launches.back().pieces.size() < GemmJobs::kMost &&
                      (used == 0 || used + bytes <= kWeightScratch) && go_together(launches.back().pieces[0], piece);
    if (!fits) {
      launches.emplace_back();
      used = 0;
    }
    launches.back().pieces.push_back(piece);
    used += bytes;
  }
  for (auto& launch : launches) choose_shape(device, launch);
  return launches;
}

GemmJob gemm_job(const Piece& piece, const std::vector<HalfRows>& all_x, const __half* unpacked) {
  const Product& product = *piece.product;
  const LinearJob& whole = product.job;
  const auto x = std::find_if(all_x.begin(), all_x.end(), [&](const auto& h) { return h.x == whole.x; });
  const std::int64_t pitch = unpacked ? product.depth() : whole.w.pitch[0] / 2;  // nothing to packed weights
  const std::int64_t first_row = std::int64_t{piece.first_expert} * product.outputs() + piece.first;
  return {.x = x->rows,
          .scales = x->scales,
          .w = unpacked ? unpacked : reinterpret_cast<const __half*>(whole.w.planes[0]) + first_row * pitch,
          .y = whole.y + piece.first,
          .bias = whole.bias ? whole.bias + piece.first : nullptr,
          .residual = whole.residual ? whole.residual + piece.first : nullptr,
          .begins = product.begins,
          .pitch = pitch,
          .stride = product.outputs(),
          .expert_pitch = piece.rows * pitch,
          .first_expert = piece.first_expert,
          .experts = piece.experts,
          .rows = product.rows,
          .outputs = piece.rows,
          .depth = product.depth(),
          .activation = whole.activation};
}

/// Where the tiles of each job begin, and its parts' sums.
int place_jobs(const Launch& launch, GemmJobs& jobs, std::byte* partials, unsigned* counters) {
  int block = 0;
  for (std::size_t i = 0; i < launch.pieces.size(); ++i) {
    const Piece& piece = launch.pieces[i];
    GemmJob& job = jobs.jobs[i];
    job.first_block = block;
    job.row_tiles = launch.row_tiles(piece);
    job.splits = launch.splits_of(piece);
    block += launch.tiles(piece) * job.splits;
    if (job.splits == 1) continue;
    job.partials = reinterpret_cast<float*>(partials);
    job.counters = counters;
    partials += aligned(std::int64_t{4} * launch.tile_rows * launch.tile_outputs * launch.tiles(piece) * job.splits);
    counters += launch.tiles(piece);
  }
  return block;
}

void start_packed(const CudaCall& call, const Launch& planned, const GemmJobs& jobs, int blocks) {
  PackedGemmJobs packed;
  for (int i = 0; i < jobs.count; ++i) packed.jobs[i] = {jobs.jobs[i], planned.pieces[i].product->job.w};
  packed.count = jobs.count;
  format_kernels(packed.jobs[0].w.format).few_rows(call, packed, blocks, planned.tile_rows);
}

/// With maps of where x and W lie, for the copy engine.
template <class T>
void start_warpgroups(const CudaCall& call, const Launch& planned, const GemmJobs& jobs, int blocks) {
  WarpgroupJobs all{.jobs = jobs};
  for (int i = 0; i < jobs.count; ++i) {
    const GemmJob& job = jobs.jobs[i];
    const int experts = std::max(1, job.experts);
    all.x[i] = tensor_map(job.x, job.rows, job.depth, job.depth, T::kRows, gemm::kDepth);
    // Rows of unpacked weights end with zeros after whole units of 16 bytes; what lies further is read as zeros too.
    const auto columns = std::min<std::int64_t>(job.depth, job.pitch);
    all.w[i] = tensor_map(job.w, experts * job.outputs, columns, job.pitch, T::kOutputs, gemm::kDepth);
  }
  constexpr auto kernel = &warpgroup_gemm_kernel<T>;
  cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, T::kSharedBytes);
  launch(call, kernel, dim3(blocks), dim3(T::kAllThreads), T::kSharedBytes, all);
}

void start(const CudaCall& call, const Launch& planned, const GemmJobs& jobs, int blocks) {
  with_tile(planned.shape, [&]<class T>(T) {
    if constexpr (requires { T::kTurned; }) {
      start_warpgroups<T>(call, planned, jobs, blocks);
    } else if constexpr (requires { T::kStages; }) {
      constexpr auto kernel = &gemm_kernel<T>;
      // For this device; a failure shows at the launch.
      cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, T::kSharedBytes);
      launch(call, kernel, dim3(blocks), dim3(T::kThreads), T::kSharedBytes, jobs);
    } else {
      start_packed(call, planned, jobs, blocks);
    }
  });
}

/// The most that one launch unpacks, and the most that one sums in parts.
struct LaunchScratch {
  std::int64_t weights = 0, partials = 0;
};

LaunchScratch scratch_of(const std::vector<Launch>& launches) {
  LaunchScratch most;
  for (const auto& launch : launches) {
    std::int64_t weights = 0;
    for (const auto& piece : launch.pieces) weights += piece.unpacked_bytes();
    most.weights = std::max(most.weights, weights);
    most.partials = std::max(most.partials, launch.partial_bytes);
  }
  return most;
}

}  // namespace

void run_gemm(const CudaCall& call, std::span<const Product> products) {
  auto* free = static_cast<std::byte*>(call.scratch.bytes);
  const auto all_x = rows_to_half(call, products, free);
  const auto launches = plan_launches(products);
  std::byte* partials = free + scratch_of(launches).weights;
  for (const auto& planned : launches) {
    GemmJobs jobs;
    std::byte* at = free;
    for (const auto& piece : planned.pieces) {
      const DeviceMatrix& w = piece.product->job.w;
      __half* unpacked = nullptr;
      if (piece.packed) {
        unpacked = reinterpret_cast<__half*>(at);
        at += piece.unpacked_bytes();
        format_kernels(w.format).to_half(call, w, piece.first_expert * piece.product->outputs() + piece.first,
                                         piece.experts * piece.rows, piece.product->depth(), unpacked);
      }
      jobs.jobs[jobs.count++] = gemm_job(piece, all_x, unpacked);
    }
    const int blocks = place_jobs(planned, jobs, partials, call.scratch.counters);
    start(call, planned, jobs, blocks);
  }
}

std::int64_t gemm_scratch(std::span<const Product> products) {
  std::int64_t x = 0;
  for (const auto& product : products) x += x_scratch(product);
  const LaunchScratch most = scratch_of(plan_launches(products));
  return x + most.weights + most.partials;
}

}  // namespace eddy
