#include "engine/sampling/token_chances.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace eddy {

TokenChances chances_of(TokenId token, std::span<const float> logits, int count) {
  constexpr float kNone = -std::numeric_limits<float>::infinity();
  float greatest = kNone;
  for (const float l : logits) greatest = l > greatest ? l : greatest;
  double sum = 0;
  for (const float l : logits) sum += l > kNone ? std::exp(static_cast<double>(l) - greatest) : 0;
  const double log_sum = greatest + std::log(sum);

  TokenChances chances{.token = token, .log_probability = static_cast<float>(logits[static_cast<std::size_t>(token)] - log_sum), .likeliest = {}};
  auto& best = chances.likeliest;  // descending; a handful of thousands of tokens gets in
  const auto most = static_cast<std::size_t>(count);
  float edge = kNone;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!(logits[i] > edge)) continue;
    const auto place = std::ranges::upper_bound(best, logits[i], std::greater<float>(), &std::pair<TokenId, float>::second);
    best.insert(place, {static_cast<TokenId>(i), logits[i]});
    if (best.size() > most) best.pop_back();
    if (best.size() == most) edge = best.back().second;
  }
  for (auto& [id, value] : best) value = static_cast<float>(value - log_sum);
  return chances;
}

}  // namespace eddy
