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
#include "engine/backends/cuda/token_draw_row.cuh"
#include "engine/sampling/random.h"

namespace eddy {
namespace {

using namespace token_draw;

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
  unsigned count[kDigits], parts[4][kDigits], token[kDigits];  // `token`: one of those counted
};

/// What one edge is looked for among: the listed tokens of a bin that pass `within`, measured by number (by_score) or by mass.
struct EdgeSearch {
  unsigned listed;
  int bin;
  bool by_score;
  Edge within;
};

/// use(weight, token) for what is listed, several loads at a time.
template <class F>
__device__ void for_each_listed(const Row& row, unsigned listed, F use) {
  constexpr unsigned kTogether = 4;
  for (unsigned first = threadIdx.x; first < listed; first += kTogether * kCutThreads) {
    double weights[kTogether];
    unsigned tokens[kTogether];
#pragma unroll
    for (unsigned k = 0; k < kTogether; ++k) {
      const unsigned i = first + k * kCutThreads;
      weights[k] = i < listed ? __ldcg(row.listed_weights + i) : 0.0;
      tokens[k] = i < listed ? __ldcg(row.listed_tokens + i) : 0u;
    }
#pragma unroll
    for (unsigned k = 0; k < kTogether; ++k) {
      if (weights[k] > 0) use(weights[k], tokens[k]);
    }
  }
}

/// Sums of tokens by the digit at `shift` of a word of their keys, of those whose keys begin as `edge` does.
__device__ void sum_digits(const Row& row, const EdgeSearch& search, const Key& edge, int word, int shift, DigitSums& sums) {
  const bool needs_score = search.by_score || search.within.weight > 0;
  for_each_listed(row, search.listed, [&](double weight, unsigned token) {
    if (bin_of(weight) != search.bin) return;
    const float score = needs_score ? row.scores[token] : 0.0f;
    if (!passes_k(search.within, weight, score, token)) return;
    const Key key = key_of(weight, score, token);
    bool fits = (key.words[word] ^ edge.words[word]) >> (shift + kDigitBits) == 0;
    for (int k = 0; k < word; ++k) fits = fits && (key.words[k] == edge.words[k] || (k == 1 && !search.by_score));
    if (!fits) return;
    const auto digit = static_cast<int>(key.words[word] >> shift) & (kDigits - 1);
    if (atomicAdd(sums.count + digit, 1u) == 0) sums.token[digit] = token;
    if (search.by_score) return;
    const Wide mass = mass_of(weight);
    for (int k = 0; k < 4; ++k) {
      atomicAdd(sums.parts[k] + digit, static_cast<unsigned>(mass >> (k * kPartBits)) & ((1u << kPartBits) - 1));
    }
  });
}

__device__ Wide amount_of(const DigitSums& sums, int digit, bool by_score) {
  if (by_score) return sums.count[digit];
  Wide mass = 0;
  for (int k = 0; k < 4; ++k) mass += static_cast<Wide>(sums.parts[k][digit]) << (k * kPartBits);
  return mass;
}

/// The token, in order, with which the tokens reach `left`: so many of them or so much mass. By one block; there are some.
__device__ Edge find_edge(const Row& row, const EdgeSearch& search, double left) {
  __shared__ DigitSums sums;
  const int own = kDigits - 1 - static_cast<int>(threadIdx.x);  // the thread's digit: greatest first
  Key edge{};
  if (!search.by_score) left = left / unit_of_bin(search.bin);
  for (int word = 0; word < 3; ++word) {
    if (word == 1 && !search.by_score) continue;
    for (int shift = kWordBits - kDigitBits; shift >= 0; shift -= kDigitBits) {
      __syncthreads();
      sums.count[own] = 0;
      for (auto& part : sums.parts) part[own] = 0;
      __syncthreads();
      sum_digits(row, search, edge, word, shift, sums);
      __syncthreads();
      const unsigned count = sums.count[own];
      const Wide amount = amount_of(sums, own, search.by_score);
      const auto prefix = block_prefix(amount);
      int chosen = first_thread(count > 0 && static_cast<double>(prefix.before + amount) >= left);
      if (chosen == kCutThreads) chosen = last_thread(count > 0);  // rounding: all of them
      left -= static_cast<double>(of_thread(chosen, prefix.before));
      const int digit = kDigits - 1 - chosen;
      edge.words[word] |= static_cast<Wide>(digit) << shift;
      if (of_thread(chosen, count) > 1) continue;
      const unsigned token = sums.token[digit];
      return {bits_of(row.weights[token]), search.by_score ? order_of(row.scores[token]) : 0, ~token};
    }
  }
  return {};  // not reached: ids differ
}

/// The mass of the bin's tokens that pass.
__device__ double mass_passing(const Row& row, unsigned listed, int bin, const Edge& edge) {
  Wide mass = 0;
  for_each_listed(row, listed, [&](double weight, unsigned token) {
    if (bin_of(weight) == bin && passes_k(edge, weight, row.scores[token], token)) mass += mass_of(weight);
  });
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
    k_edge = find_edge(row, {listed, k_bin, true, {}}, control.k_left);
    if (draw.top_p < 1) {
      const double edge_mass = mass_passing(row, listed, k_bin, k_edge);
      const double mass = bin < k_bin ? static_cast<double>(control.mass[bin]) * unit_of_bin(bin) : 0.0;
      p_bin = find_p_bin(bin == k_bin ? edge_mass : mass, draw.top_p, left);
    }
  }
  if (p_bin >= 0) p_edge = find_edge(row, {listed, p_bin, false, k_edge}, left);
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
  const auto* weights = reinterpret_cast<const double2*>(row.weights + first);
  const double2 low = weights[0], high = weights[1];
  const FourWeights four{{low.x, low.y, high.x, high.y}};
  const auto is_taken = [&](double w) { return w > 0 && bin_of(w) >= first_bin && bin_of(w) <= last_bin; };
  unsigned count = 0;
  for (const double w : four.w) count += is_taken(w);
  const auto prefix = block_prefix(count);
  __shared__ unsigned base;
  if (threadIdx.x == 0) base = prefix.total > 0 ? atomicAdd(&control.listed, prefix.total) : 0;
  __syncthreads();
  unsigned place = base + prefix.before;
  for (int i = 0; i < kPerThread; ++i) {
    if (!is_taken(four.w[i])) continue;
    row.listed_weights[place] = four.w[i];
    row.listed_tokens[place++] = static_cast<unsigned>(first + i);
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
