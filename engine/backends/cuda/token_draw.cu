// Drawing tokens where their logits lie: the arithmetic of sampler.cpp, by many blocks. Built without fused multiply-adds.
//
// Up to four kernels, each for all sequences: change_logits > weigh_tokens > cut_tokens > draw_token. What is chosen from
// all that the blocks of a kernel found, its block that ends last chooses. Tokens that a draw may take are those
// not below two edges: the k-th greatest logit and the last weight that top-p takes. An edge is found by the bin that
// it lies in (four to a power of two, as in sampler.cpp), then digit by digit among the tokens of that bin. Masses are summed as
// integers, so their order does not matter; weights cut to 44 bits make them wrong by less than 1.2e-13.
#include "engine/backends/cuda/token_draw.h"

#include <algorithm>

#include "engine/backends/cuda/launch.cuh"
#include "engine/sampling/random.h"

namespace eddy {
namespace {

using Wide = unsigned long long;

constexpr int kThreads = 256, kPerThread = 4, kTile = kThreads * kPerThread;
constexpr int kCutThreads = 1024, kCutTile = kCutThreads * kPerThread;
constexpr double kNever = 1e-18;
constexpr int kTopBin = 1023 * 4;               // of the weight 1
constexpr int kBins = kTopBin - 963 * 4 + 1;    // down to 2^-60 < kNever
constexpr int kMassBits = 44, kHalfBits = kMassBits / 2;
static_assert(kBins <= kThreads);

/// What a draw must not be below. All zeros: nothing is.
struct Edge {
  Wide weight = 0;          // its bits
  unsigned score = 0;       // order_of its logit; 0 where weights alone decide
  unsigned turned = 0;      // ~token: lower ids go first
};

/// Of one sequence, in device memory.
struct Control {
  unsigned finished[4];     // blocks, by kernel; zero between draws
  unsigned listed;          // tokens in the list of cut_tokens; zero between draws
  Wide best;                // order_of the greatest logit, ~token
  int first_bin, last_bin;  // of the tokens that go into the list; none if last < first
  int k_bin, p_bin;         // where the edges are, -1: no such cut so far
  double k_left, p_left;    // tokens and mass that the draw takes of that bin
  Edge k_edge, p_edge;
  Wide mass[kBins];         // greatest weights first, in units_of their bin; zero between draws
  unsigned count[kBins];
};

struct Draw {
  double unit = 0;
  double temperature = 0, top_p = 1, min_p = 0;
  int top_k = 0;            // 0: off, for this vocabulary too
  int first_change = 0, changes = 0;
};

struct Draws {
  const float* logits = nullptr;
  const LogitChange* changes = nullptr;
  std::byte* memory = nullptr;
  std::int32_t* chosen = nullptr;
  int vocabulary = 0, padded = 0;  // a multiple of kCutTile
  Draw draws[kDrawsTogether];
};

/// One sequence's working memory. `scores` are its changed logits, -inf behind the last; `weights` 0 for what is never drawn.
struct Row {
  Control* control;
  double* sums;       // [tiles] of the weights that may be drawn
  Wide* bests;        // [tiles]
  double* weights;    // [padded]
  float* scores;      // [padded]
  unsigned* list;     // [padded]
};

__host__ __device__ constexpr std::size_t row_bytes(std::size_t padded) {
  return (sizeof(Control) + 255) / 256 * 256 + padded / kTile * 16 + padded * 16;
}

__device__ Row row_of(const Draws& all, int sequence) {
  const auto padded = static_cast<std::size_t>(all.padded), tiles = padded / kTile;
  std::byte* at = all.memory + row_bytes(padded) * static_cast<std::size_t>(sequence);
  Row row;
  row.control = reinterpret_cast<Control*>(at);
  row.sums = reinterpret_cast<double*>(at + (sizeof(Control) + 255) / 256 * 256);
  row.bests = reinterpret_cast<Wide*>(row.sums + tiles);
  row.weights = reinterpret_cast<double*>(row.bests + tiles);
  row.scores = reinterpret_cast<float*>(row.weights + padded);
  row.list = reinterpret_cast<unsigned*>(row.scores + padded);
  return row;
}

// ---- numbers ----------------------------------------------------------------------------------------------------------

__device__ float infinity() {
  return __uint_as_float(0x7f800000u);
}

/// Greater for greater numbers.
__device__ unsigned order_of(float x) {
  const unsigned bits = __float_as_uint(x);
  return bits >> 31 ? ~bits : bits | 0x80000000u;
}

__device__ float number_of(unsigned order) {
  return __uint_as_float(order >> 31 ? order & 0x7fffffffu : ~order);
}

__device__ Wide bits_of(double x) {
  return static_cast<Wide>(__double_as_longlong(x));
}

/// Of a weight from 1 (bin 0) to kNever.
__device__ int bin_of(double weight) {
  return kTopBin - static_cast<int>(bits_of(weight) >> 50);
}

/// The weight in units of its bin: kMassBits bits.
__device__ Wide mass_of(double weight) {
  constexpr Wide kLeading = Wide{1} << 52;
  return ((bits_of(weight) & (kLeading - 1)) | kLeading) >> (53 - kMassBits);
}

__device__ double unit_of_bin(int bin) {
  const int exponent = (kTopBin - bin) / 4 - (kMassBits - 1);
  return __longlong_as_double(static_cast<long long>(exponent) << 52);
}

__device__ bool passes_k(const Edge& edge, double weight, float score, unsigned token) {
  const Wide bits = bits_of(weight);
  if (bits != edge.weight) return bits > edge.weight;
  const unsigned order = order_of(score);
  return order != edge.score ? order > edge.score : ~token >= edge.turned;
}

__device__ bool passes_p(const Edge& edge, double weight, unsigned token) {
  const Wide bits = bits_of(weight);
  return bits != edge.weight ? bits > edge.weight : ~token >= edge.turned;
}

// ---- blocks -----------------------------------------------------------------------------------------------------------

/// True in the block of a sequence that ends last: it sees what the others wrote (read it with __ldcg).
__device__ bool is_last_block(unsigned& finished) {
  __shared__ bool last;
  __threadfence();
  __syncthreads();
  if (threadIdx.x == 0) {
    last = atomicAdd(&finished, 1u) + 1 == gridDim.x;
    if (last) finished = 0;
  }
  __syncthreads();
  __threadfence();
  return last;
}

/// The greatest of the block, in every thread.
__device__ Wide block_greatest(Wide x) {
  __shared__ Wide greatest;
  __syncthreads();
  if (threadIdx.x == 0) greatest = 0;
  __syncthreads();
  for (int offset = 16; offset > 0; offset /= 2) {
    const Wide other = __shfl_xor_sync(0xffffffffu, x, offset);
    x = other > x ? other : x;
  }
  if (threadIdx.x % 32 == 0) atomicMax(&greatest, x);
  __syncthreads();
  return greatest;
}

template <class T>
struct Prefix {
  T before, total;  // of the threads before this one; of the block
};

/// Always added up in the same order. Blocks of whole warps.
template <class T>
__device__ Prefix<T> block_prefix(T own) {
  __shared__ T sums[33];
  const int lane = threadIdx.x % 32, warp = threadIdx.x / 32, warps = blockDim.x / 32;
  const auto warp_prefix = [lane](T x) {  // with x itself
    for (int offset = 1; offset < 32; offset *= 2) {
      const T other = __shfl_up_sync(0xffffffffu, x, offset);
      if (lane >= offset) x = x + other;
    }
    return x;
  };
  const T up_to_own = warp_prefix(own);
  const T lower = __shfl_up_sync(0xffffffffu, up_to_own, 1);
  __syncthreads();  // who still reads the sums of a call before
  if (lane == 31) sums[warp] = up_to_own;
  __syncthreads();
  if (warp == 0) {
    const T up_to_warp = warp_prefix(lane < warps ? sums[lane] : T{});
    __syncwarp();
    sums[lane] = up_to_warp;
    if (lane == 31) sums[32] = up_to_warp;
  }
  __syncthreads();
  const T warps_before = warp > 0 ? sums[warp - 1] : T{};
  return {lane > 0 ? warps_before + lower : warps_before, sums[32]};
}

/// The first thread that says yes, blockDim.x if none does.
__device__ int first_thread(bool yes) {
  __shared__ int first;
  __syncthreads();
  if (threadIdx.x == 0) first = static_cast<int>(blockDim.x);
  __syncthreads();
  const unsigned those = __ballot_sync(0xffffffffu, yes);
  if (threadIdx.x % 32 == 0 && those != 0) atomicMin(&first, static_cast<int>(threadIdx.x) + __ffs(static_cast<int>(those)) - 1);
  __syncthreads();
  return first;
}

/// The last thread that says yes; one does.
__device__ int last_thread(bool yes) {
  __shared__ int last;
  __syncthreads();
  if (threadIdx.x == 0) last = 0;
  __syncthreads();
  if (yes) atomicMax(&last, static_cast<int>(threadIdx.x));
  __syncthreads();
  return last;
}

/// `x` of one thread, in all of them.
template <class T>
__device__ T of_thread(int thread, T x) {
  __shared__ T chosen;
  __syncthreads();
  if (static_cast<int>(threadIdx.x) == thread) chosen = x;
  __syncthreads();
  return chosen;
}

// ---- logits -----------------------------------------------------------------------------------------------------------

/// A number that is not NaN and not +inf; no negative zero.
__device__ float cleaned(float logit) {
  constexpr float kMost = 3.402823466e+38f;
  if (!(logit < infinity())) return logit == infinity() ? kMost : -infinity();
  return logit + 0.0f;
}

/// Changes tokens of a tile; each token's changes are made by the thread that has its first.
__device__ void change_tile(const Draws& all, const Draw& draw, int begin, float* tile) {
  const LogitChange* changes = all.changes + draw.first_change;
  const int end = min(begin + kTile, all.vocabulary);
  for (int i = threadIdx.x; i < draw.changes; i += kThreads) {
    const int token = changes[i].token;
    if (token < begin || token >= end || (i > 0 && changes[i - 1].token == token)) continue;
    float logit = tile[token - begin];
    for (int k = i; k < draw.changes && changes[k].token == token; ++k) {
      const float divide = changes[k].divide;
      logit = (logit > 0 ? logit / divide : logit * divide) + changes[k].add;
    }
    tile[token - begin] = cleaned(logit);
  }
}

__device__ float greatest_of(const Control& control) {
  return number_of(static_cast<unsigned>(control.best >> 32));
}

__device__ bool cuts(const Draw& draw) {
  return draw.top_k > 0 || draw.top_p < 1;
}

/// Whether chance has a say.
__device__ bool is_drawn(const Draw& draw, const Control& control) {
  return draw.temperature > 0 && greatest_of(control) > -infinity();
}

__global__ void __launch_bounds__(kThreads) change_logits(const __grid_constant__ Draws all) {
  begin_kernel();
  __shared__ float tile[kTile];
  const int sequence = blockIdx.y, begin = blockIdx.x * kTile;
  const Draw& draw = all.draws[sequence];
  const Row row = row_of(all, sequence);
  const float* logits = all.logits + static_cast<std::size_t>(sequence) * all.vocabulary;
  for (int i = threadIdx.x; i < kTile; i += kThreads) {
    tile[i] = begin + i < all.vocabulary ? cleaned(logits[begin + i]) : -infinity();
  }
  __syncthreads();
  if (draw.changes > 0) {
    change_tile(all, draw, begin, tile);
    __syncthreads();
  }
  Wide best = 0;
  for (int i = threadIdx.x; i < kTile; i += kThreads) {
    row.scores[begin + i] = tile[i];
    best = max(best, static_cast<Wide>(order_of(tile[i])) << 32 | ~static_cast<unsigned>(begin + i));
  }
  best = block_greatest(best);
  if (threadIdx.x == 0) row.bests[blockIdx.x] = best;
  if (!is_last_block(row.control->finished[0])) return;
  for (int i = threadIdx.x; i < static_cast<int>(gridDim.x); i += kThreads) best = max(best, __ldcg(row.bests + i));
  best = block_greatest(best);
  if (threadIdx.x != 0) return;
  Control& control = *row.control;
  control.best = best;
  control.first_bin = 0;
  control.last_bin = control.k_bin = control.p_bin = -1;
  control.k_edge = control.p_edge = {};
  if (!is_drawn(draw, control)) all.chosen[sequence] = static_cast<std::int32_t>(~static_cast<unsigned>(best));
}

// ---- the draw ---------------------------------------------------------------------------------------------------------

struct FourWeights {
  double w[kPerThread];
};

/// Of the thread's tokens in a tile, those that may be drawn; 0 the others.
__device__ FourWeights weights_in_tile(const Row& row, const Draw& draw, int tile) {
  const int first = tile * kTile + static_cast<int>(threadIdx.x) * kPerThread;
  const double2 low = __ldcg(reinterpret_cast<const double2*>(row.weights + first));
  const double2 high = __ldcg(reinterpret_cast<const double2*>(row.weights + first) + 1);
  FourWeights four{{low.x, low.y, high.x, high.y}};
  const Edge k = row.control->k_edge, p = row.control->p_edge;
  for (int i = 0; i < kPerThread; ++i) {
    const double w = four.w[i];
    const auto token = static_cast<unsigned>(first + i);
    if (w < draw.min_p || !passes_k(k, w, row.scores[token], token) || !passes_p(p, w, token)) four.w[i] = 0;
  }
  return four;
}

__device__ double sum_of(const FourWeights& four) {
  return ((four.w[0] + four.w[1]) + four.w[2]) + four.w[3];
}

/// The tile in which the sum passes `target`, and what is left of it there. Where rounding lets none pass, the last one
/// with something in it, and more than it has.
__device__ int find_tile(const Row& row, int tiles, double unit, double& left) {
  const int each = (tiles + kThreads - 1) / kThreads;
  const int first = static_cast<int>(threadIdx.x) * each, end = min(first + each, tiles);
  double own = 0;
  for (int i = first; i < end; ++i) own += __ldcg(row.sums + i);
  const auto prefix = block_prefix(own);
  const double target = unit * prefix.total;
  double before = prefix.before, own_left = 0;
  int found = -1, last = -1;
  for (int i = first; i < end; ++i) {
    const double sum = __ldcg(row.sums + i);
    if (sum > 0) last = i;
    if (sum > 0 && found < 0 && before + sum > target) {
      found = i;
      own_left = target - before;
    }
    before += sum;
  }
  const int finder = first_thread(found >= 0);
  if (finder < kThreads) {
    left = of_thread(finder, own_left);
    return of_thread(finder, found);
  }
  left = static_cast<double>(infinity());
  return of_thread(last_thread(last >= 0), last);
}

/// By one block, when the sums of all tiles are there.
__device__ void draw_from_tiles(const Draws& all, const Row& row, const Draw& draw, int sequence) {
  double left = 0;
  const int tile = find_tile(row, all.padded / kTile, draw.unit, left);
  const FourWeights four = weights_in_tile(row, draw, tile);
  double before = block_prefix(sum_of(four)).before;
  int found = -1, last = -1;
  for (int i = 0; i < kPerThread; ++i) {
    if (!(four.w[i] > 0)) continue;
    last = i;
    before += four.w[i];
    if (found < 0 && before > left) found = i;
  }
  int chooser = first_thread(found >= 0);
  if (chooser == kThreads) {  // rounding used up the last of it
    chooser = last_thread(last >= 0);
    found = last;
  }
  if (static_cast<int>(threadIdx.x) == chooser) {
    all.chosen[sequence] = tile * kTile + static_cast<int>(threadIdx.x) * kPerThread + found;
  }
}

// ---- bins -------------------------------------------------------------------------------------------------------------

/// The bin in which the sum of masses passes top_p of all, and what is taken of it; -1 where rounding lets none pass.
/// Each thread has a bin's mass, or 0.
__device__ int find_p_bin(double mass, double top_p, double& left) {
  const auto prefix = block_prefix(mass);
  const double wanted = top_p * prefix.total;
  const int bin = first_thread(mass > 0 && prefix.before + mass >= wanted);
  if (bin == static_cast<int>(blockDim.x)) return -1;
  left = of_thread(bin, wanted - prefix.before);
  return bin;
}

/// Where the edges lie. With top-k, top-p follows when it is known what top-k leaves.
__device__ void choose_bins(Control& control, const Draw& draw) {
  const int bin = threadIdx.x;
  if (draw.top_k > 0) {
    const unsigned count = bin < kBins ? __ldcg(control.count + bin) : 0;
    const auto prefix = block_prefix(count);
    const auto wanted = static_cast<unsigned>(draw.top_k);
    if (prefix.before < wanted && prefix.before + count >= wanted && prefix.total > wanted) {  // one thread's, if any
      control.k_bin = control.last_bin = bin;
      control.k_left = wanted - prefix.before;
    }
    if (prefix.total > wanted) return;
  }
  if (draw.top_p >= 1) return;
  double left = 0;
  const double mass = bin < kBins ? static_cast<double>(__ldcg(control.mass + bin)) * unit_of_bin(bin) : 0.0;
  const int p_bin = find_p_bin(mass, draw.top_p, left);
  if (threadIdx.x != 0 || p_bin < 0) return;
  control.first_bin = control.last_bin = control.p_bin = p_bin;
  control.p_left = left;
}

/// Counts and masses of a tile's weights, added to those of the sequence.
__device__ void add_to_bins(Control& control, const FourWeights& four, bool counted) {
  __shared__ unsigned high[kBins], low[kBins], count[kBins];
  for (int i = threadIdx.x; i < kBins; i += kThreads) high[i] = low[i] = count[i] = 0;
  __syncthreads();
  for (const double w : four.w) {
    if (!(w > 0)) continue;
    const int bin = bin_of(w);
    const Wide mass = mass_of(w);  // each half times kTile fits
    atomicAdd(high + bin, static_cast<unsigned>(mass >> kHalfBits));
    atomicAdd(low + bin, static_cast<unsigned>(mass & ((1u << kHalfBits) - 1)));
    if (counted) atomicAdd(count + bin, 1u);
  }
  __syncthreads();
  for (int i = threadIdx.x; i < kBins; i += kThreads) {
    const Wide mass = (static_cast<Wide>(high[i]) << kHalfBits) + low[i];
    if (mass > 0) atomicAdd(control.mass + i, mass);
    if (count[i] > 0) atomicAdd(control.count + i, count[i]);
  }
}

__global__ void __launch_bounds__(kThreads) weigh_tokens(const __grid_constant__ Draws all) {
  begin_kernel();
  const int sequence = blockIdx.y;
  const Draw& draw = all.draws[sequence];
  const Row row = row_of(all, sequence);
  Control& control = *row.control;
  if (!is_drawn(draw, control)) return;
  const int first = static_cast<int>(blockIdx.x) * kTile + static_cast<int>(threadIdx.x) * kPerThread;
  const float4 scores = *reinterpret_cast<const float4*>(row.scores + first);
  const double greatest = greatest_of(control);
  const bool has_cut = cuts(draw);
  FourWeights four{{scores.x, scores.y, scores.z, scores.w}};
  for (double& w : four.w) {
    w = exp_of_nonpositive((w - greatest) / draw.temperature);
    if (w < kNever || (!has_cut && w < draw.min_p)) w = 0;
  }
  auto* out = reinterpret_cast<double2*>(row.weights + first);
  out[0] = {four.w[0], four.w[1]};
  out[1] = {four.w[2], four.w[3]};
  if (has_cut) {
    add_to_bins(control, four, draw.top_k > 0);
  } else {
    const double sum = block_prefix(sum_of(four)).total;
    if (threadIdx.x == 0) row.sums[blockIdx.x] = sum;
  }
  if (!is_last_block(control.finished[1])) return;
  if (has_cut) {
    choose_bins(control, draw);
  } else {
    draw_from_tiles(all, row, draw, sequence);
  }
}

// ---- edges ------------------------------------------------------------------------------------------------------------

constexpr int kDigitBits = 10, kDigits = 1 << kDigitBits, kWordBits = 5 * kDigitBits;
constexpr int kPartBits = kMassBits / 4;  // of a mass: kMostDrawnTokens of them fit into 32 bits
static_assert(kDigits == kCutThreads && kMostDrawnTokens << kPartBits <= Wide{1} << 32);

/// What tokens are ordered by, in words of 50 bits: the weight in its bin, the logit, the id.
struct Key {
  Wide words[3];
};

__device__ Key key_of(double weight, float score, unsigned token) {
  return {{bits_of(weight) & ((Wide{1} << kWordBits) - 1), static_cast<Wide>(order_of(score)) << (kWordBits - 32),
           static_cast<Wide>(~token) << (kWordBits - 32)}};
}

struct DigitSums {
  unsigned count[kDigits], parts[4][kDigits], token[kDigits];
};

/// The first token, in order, with which the tokens of a bin reach `left`: so many of them (by_score) or so much of mass. Those
/// that do not pass `within` do not count. By one block; some token passes.
__device__ Edge find_edge(const Row& row, unsigned listed, int bin, bool by_score, const Edge& within, double left) {
  __shared__ DigitSums sums;
  const int own = kDigits - 1 - static_cast<int>(threadIdx.x);  // the thread's digit: greatest first
  Key edge{};
  if (!by_score) left = left / unit_of_bin(bin);
  for (int word = 0; word < 3; ++word) {
    if (word == 1 && !by_score) continue;
    for (int shift = kWordBits - kDigitBits; shift >= 0; shift -= kDigitBits) {
      __syncthreads();
      sums.count[own] = 0;
      for (auto& part : sums.parts) part[own] = 0;
      __syncthreads();
      for (unsigned i = threadIdx.x; i < listed; i += kCutThreads) {
        const unsigned token = __ldcg(row.list + i);
        const double weight = row.weights[token];
        if (bin_of(weight) != bin) continue;
        const float score = row.scores[token];
        if (!passes_k(within, weight, score, token)) continue;
        const Key key = key_of(weight, score, token);
        bool fits = (key.words[word] ^ edge.words[word]) >> (shift + kDigitBits) == 0;
        for (int k = 0; k < word; ++k) fits = fits && (key.words[k] == edge.words[k] || (k == 1 && !by_score));
        if (!fits) continue;
        const auto digit = static_cast<int>(key.words[word] >> shift) & (kDigits - 1);
        if (atomicAdd(sums.count + digit, 1u) == 0) sums.token[digit] = token;
        if (by_score) continue;
        const Wide mass = mass_of(weight);
        for (int k = 0; k < 4; ++k) {
          atomicAdd(sums.parts[k] + digit, static_cast<unsigned>(mass >> (k * kPartBits)) & ((1u << kPartBits) - 1));
        }
      }
      __syncthreads();
      const unsigned count = sums.count[own];
      Wide amount = count;
      if (!by_score) {
        amount = 0;
        for (int k = 0; k < 4; ++k) amount += static_cast<Wide>(sums.parts[k][own]) << (k * kPartBits);
      }
      const auto prefix = block_prefix(amount);
      int chosen = first_thread(count > 0 && static_cast<double>(prefix.before + amount) >= left);
      if (chosen == kCutThreads) chosen = last_thread(count > 0);  // rounding: all of them
      left -= static_cast<double>(of_thread(chosen, prefix.before));
      const int digit = kDigits - 1 - chosen;
      edge.words[word] |= static_cast<Wide>(digit) << shift;
      if (of_thread(chosen, count) > 1) continue;
      const unsigned token = sums.token[digit];
      return {bits_of(row.weights[token]), by_score ? order_of(row.scores[token]) : 0, ~token};
    }
  }
  return {};  // not reached: ids differ
}

/// The mass of the bin's tokens that pass.
__device__ double mass_passing(const Row& row, unsigned listed, int bin, const Edge& edge) {
  Wide mass = 0;
  for (unsigned i = threadIdx.x; i < listed; i += kCutThreads) {
    const unsigned token = __ldcg(row.list + i);
    const double weight = row.weights[token];
    if (bin_of(weight) == bin && passes_k(edge, weight, row.scores[token], token)) mass += mass_of(weight);
  }
  return static_cast<double>(block_prefix(mass).total) * unit_of_bin(bin);
}

/// By one block, when the list is complete.
__device__ void find_edges(const Row& row, const Draw& draw) {
  Control& control = *row.control;
  const unsigned listed = __ldcg(&control.listed);
  const int k_bin = control.k_bin, bin = threadIdx.x;
  int p_bin = control.p_bin;
  double left = control.p_left;
  Edge k_edge, p_edge;
  if (k_bin >= 0) {
    k_edge = find_edge(row, listed, k_bin, true, {}, control.k_left);
    if (draw.top_p < 1) {
      const double edge_mass = mass_passing(row, listed, k_bin, k_edge);
      const double mass = bin < k_bin ? static_cast<double>(control.mass[bin]) * unit_of_bin(bin) : 0.0;
      p_bin = find_p_bin(bin == k_bin ? edge_mass : mass, draw.top_p, left);
    }
  }
  if (p_bin >= 0) p_edge = find_edge(row, listed, p_bin, false, k_edge, left);
  if (threadIdx.x != 0) return;
  control.k_edge = k_edge;
  control.p_edge = p_edge;
}

/// Lists the tokens among which an edge lies, then finds the edges.
__global__ void __launch_bounds__(kCutThreads) cut_tokens(const __grid_constant__ Draws all) {
  begin_kernel();
  const Draw& draw = all.draws[blockIdx.y];
  const Row row = row_of(all, blockIdx.y);
  Control& control = *row.control;
  if (!cuts(draw) || !is_drawn(draw, control)) return;
  const int first = static_cast<int>(blockIdx.x) * kCutTile + static_cast<int>(threadIdx.x) * kPerThread;
  const int first_bin = control.first_bin, last_bin = control.last_bin;
  bool taken[kPerThread];
  unsigned count = 0;
  for (int i = 0; i < kPerThread; ++i) {
    const double w = row.weights[first + i];
    taken[i] = w > 0 && bin_of(w) >= first_bin && bin_of(w) <= last_bin;
    count += taken[i];
  }
  const auto prefix = block_prefix(count);
  __shared__ unsigned base;
  if (threadIdx.x == 0) base = prefix.total > 0 ? atomicAdd(&control.listed, prefix.total) : 0;
  __syncthreads();
  unsigned place = base + prefix.before;
  for (int i = 0; i < kPerThread; ++i) {
    if (taken[i]) row.list[place++] = static_cast<unsigned>(first + i);
  }
  if (!is_last_block(control.finished[2])) return;
  find_edges(row, draw);
  __syncthreads();
  for (int i = threadIdx.x; i < kBins; i += kCutThreads) {  // for the next token
    control.mass[i] = 0;
    control.count[i] = 0;
  }
  if (threadIdx.x == 0) control.listed = 0;
}

__global__ void __launch_bounds__(kThreads) draw_token(const __grid_constant__ Draws all) {
  begin_kernel();
  const int sequence = blockIdx.y;
  const Draw& draw = all.draws[sequence];
  const Row row = row_of(all, sequence);
  if (!cuts(draw) || !is_drawn(draw, *row.control)) return;
  const double sum = block_prefix(sum_of(weights_in_tile(row, draw, blockIdx.x))).total;
  if (threadIdx.x == 0) row.sums[blockIdx.x] = sum;
  if (is_last_block(row.control->finished[3])) draw_from_tiles(all, row, draw, sequence);
}

std::int64_t padded_of(std::int64_t vocabulary) {
  return divide_up<std::int64_t>(vocabulary, kCutTile) * kCutTile;
}

}  // namespace

std::size_t cuda_draw_bytes(std::int64_t vocabulary, std::int64_t sequences) {
  return row_bytes(static_cast<std::size_t>(padded_of(vocabulary))) * static_cast<std::size_t>(sequences);
}

void cuda_draw_tokens(const CudaDraws& asked) {
  Draws all{.logits = asked.logits,
            .changes = asked.changes,
            .memory = static_cast<std::byte*>(asked.memory),
            .chosen = asked.chosen,
            .vocabulary = static_cast<int>(asked.vocabulary),
            .padded = static_cast<int>(padded_of(asked.vocabulary))};
  bool any_drawn = false, any_cut = false;
  int changes = 0;
  for (std::size_t b = 0; b < asked.draws.size(); ++b) {
    const TokenDraw& from = asked.draws[b];
    const bool is_on = from.top_k > 0 && from.top_k < asked.vocabulary;
    all.draws[b] = {.unit = from.unit,
                    .temperature = from.temperature,
                    .top_p = from.top_p,
                    .min_p = from.min_p,
                    .top_k = is_on ? from.top_k : 0,
                    .first_change = changes,
                    .changes = static_cast<int>(from.changes.size())};
    changes += static_cast<int>(from.changes.size());
    any_drawn = any_drawn || from.temperature > 0;
    any_cut = any_cut || (from.temperature > 0 && (is_on || from.top_p < 1));
  }
  const auto padded = static_cast<unsigned>(all.padded), sequences = static_cast<unsigned>(asked.draws.size());
  CudaCall call{.stream = asked.stream};
  launch(call, change_logits, dim3(padded / kTile, sequences), kThreads, 0, all);
  call.overlap = asked.overlap;
  if (any_drawn) launch(call, weigh_tokens, dim3(padded / kTile, sequences), kThreads, 0, all);
  if (any_cut) launch(call, cut_tokens, dim3(padded / kCutTile, sequences), kCutThreads, 0, all);
  if (any_cut) launch(call, draw_token, dim3(padded / kTile, sequences), kThreads, 0, all);
}

}  // namespace eddy
