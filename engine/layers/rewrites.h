// Rewrites of small weights that are done once, when a model is loaded (see WeightRewrite).
#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "engine/graph/weight_source.h"

namespace eddy {

/// Applies F to every number. Where the file holds fewer than ops see (one per head), each stands for as many
/// neighbours.
template <float (*F)(float)>
void rewrite_each(std::span<const float> stored, const Shape&, std::span<float> numbers) {
  const std::size_t repeat = numbers.size() / stored.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = F(stored[i / repeat]);
}

inline float same(float x) {
  return x;
}
inline float one_minus(float x) {
  return 1.0f - x;
}
inline float one_plus(float x) {
  return 1.0f + x;
}
inline float exponential(float x) {
  return std::exp(x);
}
inline float exponential_of_minus(float x) {
  return std::exp(-x);
}
inline float minus_exponential(float x) {
  return -std::exp(x);
}
inline float double_exponential_decay(float x) {
  return std::exp(-std::exp(x));
}

/// Numbers that no file holds.
inline WeightRewrite constant_numbers(std::vector<float> constants) {
  return [constants = std::move(constants)](std::span<const float>, const Shape&, std::span<float> numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = constants[i];
  };
}

/// [M, b, a] as stored -> [M, a, b].
inline void rewrite_transposed(std::span<const float> stored, const Shape& shape, std::span<float> numbers) {
  const std::int64_t a = shape[1], b = shape[2];
  for (std::int64_t m = 0; m < shape[0]; ++m) {
    for (std::int64_t i = 0; i < a * b; ++i) numbers[m * a * b + i] = stored[m * a * b + i % b * a + i / b];
  }
}

/// [c, a, b] as stored -> [a, b, c]; [c, a] -> [a, c].
inline void rewrite_first_to_last(std::span<const float> stored, const Shape& shape, std::span<float> numbers) {
  const std::int64_t c = shape.last(), ab = shape.elements() / c;
  for (std::int64_t i = 0; i < ab * c; ++i) numbers[i] = stored[i % c * ab + i / c];
}

}  // namespace eddy
