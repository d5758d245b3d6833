// The random numbers of the sampler: xoshiro256** (Blackman, Vigna), seeded by splitmix64. The same on every system.
#pragma once

#include <bit>
#include <cstdint>

namespace eddy {

/// Fills the four words of a generator; never all zero.
inline void seed_random(std::uint64_t seed, std::uint64_t (&state)[4]) {
  for (std::uint64_t& word : state) {
    seed += 0x9E3779B97F4A7C15u;
    std::uint64_t z = seed;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    word = z ^ (z >> 31);
  }
}

inline std::uint64_t next_random(std::uint64_t (&s)[4]) {
  const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
  const std::uint64_t t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = std::rotl(s[3], 45);
  return result;
}

/// Uniform in [0, 1), a multiple of 2^-53.
inline double next_unit(std::uint64_t (&state)[4]) { return static_cast<double>(next_random(state) >> 11) * 0x1p-53; }

/// e^x for -708 <= x <= 0 (smaller x count as -708) from IEEE additions and multiplications alone: the same bits on every
/// system and device, relative error below 1e-15. Free of branches, so that compilers vectorise loops over it.
constexpr double exp_of_nonpositive(double x) {
  constexpr double kLog2e = 1.4426950408889634, kLn2High = 0.693147180369123816490, kLn2Low = 1.90821492927058770002e-10;
  x = x > -708.0 ? x : -708.0;
  const auto k = static_cast<std::int32_t>(x * kLog2e - 0.5);  // rounds to nearest for x <= 0
  const double r = (x - k * kLn2High) - k * kLn2Low;           // |r| <= ln 2 / 2
  double p = 1.0 / 6227020800.0;                               // Taylor series up to r^13 / 13!
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  return p * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

}  // namespace eddy
