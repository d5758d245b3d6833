// The sampler chain. Its random state and penalty counts are part of a sequence's exact state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"

namespace eddy {

/// One thread. Deterministic on every platform for equal parameters, seed and logits (own random generator and arithmetic).
class Sampler {
 public:
  explicit Sampler(const SamplerParams& params);

  /// Draws from `logits` [V] (changed in place) and counts the drawn token for the penalties.
  /// V = 65,536 must not need a sort of all logits.
  TokenId sample(std::span<float> logits);

  const SamplerParams& params() const { return params_; }
  std::uint64_t seed() const { return seed_; }             ///< the seed in force, never 0

  /// Everything needed to go on with the same stream: parameters, seed, generator, counts. Little-endian, versioned.
  std::vector<std::byte> serialise() const;
  static Result<Sampler> parse(std::span<const std::byte> bytes);

 private:
  struct Count { TokenId token; float count; };
  SamplerParams params_;
  std::uint64_t seed_ = 0;
  std::uint64_t random_[4] = {};
  std::vector<Count> counts_;
};

}  // namespace eddy
