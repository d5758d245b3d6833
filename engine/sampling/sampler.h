// The sampler chain. Its random state and penalty counts are part of a sequence's exact state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"
#include "engine/sampling/token_draw.h"

namespace eddy {

/// NaN logits count as -inf, +inf as the largest float; among equal logits the lowest id goes first. Bias for ids outside the
/// vocabulary is ignored, and tokens less than 1e-18 as likely as the first are never drawn. One thread. Deterministic on every platform for equal parameters, seed and logits (own random generator and arithmetic).
class Sampler {
 public:
  explicit Sampler(const SamplerParams& params);

  /// Draws from `logits` [V] (changed in place) and counts the drawn token for the penalties.
  /// V = 65,536 must not need a sort of all logits.
  TokenId sample(std::span<float> logits);
  /// The same among the tokens whose bits are set in `allowed`. -1, and nothing changed, when there is none with a chance.
  TokenId sample_among(std::span<float> logits, std::span<const std::uint64_t> allowed);

  /// Whether a TokenDraw says all that sample() does: not with typical_p.
  bool can_hand_over() const { return params_.typical_p >= 1.0f; }
  /// sample() in two halves, for tokens drawn elsewhere: the generator goes on as there. The draw's changes are valid until
  /// the next call of anything here.
  TokenDraw begin_draw();
  /// Counts the token that was drawn.
  void end_draw(TokenId token) { count(token); }

  const SamplerParams& params() const { return params_; }
  std::uint64_t seed() const { return seed_; }             ///< the seed in force, never 0

  /// The text so far that params().grammar is about.
  const std::string& constrained_text() const { return constrained_text_; }
  void add_constrained_text(std::string_view bytes) { constrained_text_ += bytes; }
  void restart_constrained_text() { constrained_text_.clear(); }

  /// Everything needed to go on with the same stream: parameters, seed, generator, counts. Little-endian, versioned.
  std::vector<std::byte> serialise() const;
  static Result<Sampler> parse(std::span<const std::byte> bytes);

 private:
  struct Count { TokenId token; float count; };   // of a token drawn before
  struct Candidate { double weight; TokenId token; };  // weight: probability relative to the likeliest token's

  void adjust(std::span<float> logits) const;
  TokenId draw(std::span<const float> logits);
  std::size_t find_greatest(std::span<const float> logits);
  double weigh_all(std::span<const float> logits, double greatest);
  double weigh_top_k(std::span<const float> logits, double greatest);
  double least_of_interest(double total) const;
  double total_weight() const;
  bool keep_typical();
  void keep_top_p(double total);
  void count(TokenId token);

  SamplerParams params_;
  std::uint64_t seed_ = 0;
  std::uint64_t random_[4] = {};
  std::string constrained_text_;
  std::vector<Count> counts_;               // by ascending token
  std::vector<Candidate> candidates_;       // by ascending token; working memory of draw()
  // Working memory of draw().
  std::vector<float> greatest_, order_;
  std::vector<double> weights_;
  std::vector<std::int32_t> places_;        // of what is looked at closer
  std::vector<LogitChange> changes_;        // working memory of begin_draw()
};

}  // namespace eddy
