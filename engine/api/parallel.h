// Several answers at once: sequences that are read side by side, so that each step reads the weights once for all.
#pragma once

#include <cstdint>
#include <random>
#include <stop_token>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/sequence.h"

namespace eddy {

/// One of the generations that LanguageModel::generate_together() runs.
struct SequenceRun {
  Sequence* sequence = nullptr;  ///< of this model; every run has one of its own
  GenerationParams params;
  std::stop_token stop;          ///< ends this run alone
  TextSink sink;
};

/// What several sequences of a model take side by side.
struct BatchMemory {
  std::int64_t needed = 0;     ///< bytes beyond what is held already
  std::int64_t available = 0;  ///< bytes that can be had; 0: the device does not say

  bool fits() const { return available == 0 || needed <= available; }
};

/// Seeds of `count` answers to one question, derived from one seed, which is the first answer's. 0 stands for a fresh
/// random one. None of them is 0, and no two are equal.
inline std::vector<std::uint64_t> seeds_of_answers(std::uint64_t seed, int count) {
  while (seed == 0) {
    std::random_device random;
    seed = (static_cast<std::uint64_t>(random()) << 32) | random();
  }
  std::vector<std::uint64_t> seeds;
  // A Weyl sequence with an odd step visits every number once; the 0 on its way is passed over.
  for (std::uint64_t next = seed; static_cast<int>(seeds.size()) < count; next += 0x9E3779B97F4A7C15u) {
    if (next != 0) seeds.push_back(next);
  }
  return seeds;
}

}  // namespace eddy
