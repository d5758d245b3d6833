// Passes over the logits of a whole vocabulary, which a draw takes for every token: by vectors, and with the same bits on
// every system and instruction set. Thread-safe.
#pragma once

#include <cstdint>
#include <span>

namespace eddy {

constexpr std::int64_t kLogitBlock = 64;

/// NaN becomes -inf, +inf the largest float.
void clean_logits(std::span<float> logits);

/// The greatest of each kLogitBlock neighbours (fewer at the end): `greatest` [V / kLogitBlock, rounded up].
void greatest_of_blocks(std::span<const float> logits, std::span<float> greatest);

/// weights[i] = e^((logits[i] - greatest) / temperature), 0 below `least`. Their sum, as eight running sums (i % 8) that are then added
/// in halves.
double weigh_logits(std::span<const float> logits, double greatest, double temperature, double least,
                    std::span<double> weights);

/// The sum of the numbers >= least, in the same order.
double sum_at_least(std::span<const double> weights, double least);

/// Places of the numbers >= least, ascending, into `places` [V]; how many.
std::size_t places_at_least(std::span<const double> weights, double least, std::int32_t* places);
std::size_t places_at_least(std::span<const float> logits, float least, std::int32_t* places);

}  // namespace eddy
