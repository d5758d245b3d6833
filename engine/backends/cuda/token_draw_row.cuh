// What the kernels that draw tokens share: a sequence's working memory, its edges, weights as bins and masses.
#pragma once

#include <cuda_runtime.h>

#include <cstddef>
#include <cstdint>

#include "engine/backends/cuda/token_draw.h"
#include "engine/backends/cuda/token_draw_block.cuh"

namespace eddy::token_draw {

inline constexpr int kThreads = 256, kPerThread = 4, kTile = kThreads * kPerThread;
inline constexpr int kCutThreads = 1024, kCutTile = kCutThreads * kPerThread;
inline constexpr double kNever = 1e-18;
inline constexpr int kTopBin = 1023 * 4;               // of the weight 1
inline constexpr int kBins = kTopBin - 963 * 4 + 1;    // down to 2^-60 < kNever
inline constexpr int kMassBits = 44, kHalfBits = kMassBits / 2;
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
  double* listed_weights;  // [padded] of the listed tokens
  unsigned* listed_tokens;
};

__host__ __device__ constexpr std::size_t row_bytes(std::size_t padded) {
  return (sizeof(Control) + 255) / 256 * 256 + padded / kTile * 16 + padded * 24;
}

__device__ inline Row row_of(const Draws& all, int sequence) {
  const auto padded = static_cast<std::size_t>(all.padded), tiles = padded / kTile;
  std::byte* at = all.memory + row_bytes(padded) * static_cast<std::size_t>(sequence);
  Row row;
  row.control = reinterpret_cast<Control*>(at);
  row.sums = reinterpret_cast<double*>(at + (sizeof(Control) + 255) / 256 * 256);
  row.bests = reinterpret_cast<Wide*>(row.sums + tiles);
  row.weights = reinterpret_cast<double*>(row.bests + tiles);
  row.listed_weights = row.weights + padded;
  row.scores = reinterpret_cast<float*>(row.listed_weights + padded);
  row.listed_tokens = reinterpret_cast<unsigned*>(row.scores + padded);
  return row;
}

// ---- numbers ----------------------------------------------------------------------------------------------------------

__device__ inline float infinity() {
  return __uint_as_float(0x7f800000u);
}

/// Greater for greater numbers.
__device__ inline unsigned order_of(float x) {
  const unsigned bits = __float_as_uint(x);
  return bits >> 31 ? ~bits : bits | 0x80000000u;
}

__device__ inline float number_of(unsigned order) {
  return __uint_as_float(order >> 31 ? order & 0x7fffffffu : ~order);
}

__device__ inline Wide bits_of(double x) {
  return static_cast<Wide>(__double_as_longlong(x));
}

/// Of a weight from 1 (bin 0) to kNever.
__device__ inline int bin_of(double weight) {
  return kTopBin - static_cast<int>(bits_of(weight) >> 50);
}

/// The weight in units of its bin: kMassBits bits.
__device__ inline Wide mass_of(double weight) {
  constexpr Wide kLeading = Wide{1} << 52;
  return ((bits_of(weight) & (kLeading - 1)) | kLeading) >> (53 - kMassBits);
}

__device__ inline double unit_of_bin(int bin) {
  const int exponent = (kTopBin - bin) / 4 - (kMassBits - 1);
  return __longlong_as_double(static_cast<long long>(exponent) << 52);
}

__device__ inline bool passes_k(const Edge& edge, double weight, float score, unsigned token) {
  const Wide bits = bits_of(weight);
  if (bits != edge.weight) return bits > edge.weight;
  const unsigned order = order_of(score);
  return order != edge.score ? order > edge.score : ~token >= edge.turned;
}

__device__ inline bool passes_p(const Edge& edge, double weight, unsigned token) {
  const Wide bits = bits_of(weight);
  return bits != edge.weight ? bits > edge.weight : ~token >= edge.turned;
}

}  // namespace eddy::token_draw
