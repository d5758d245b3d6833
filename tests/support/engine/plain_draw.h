// A token drawn as TokenDraw says, by sorting everything: what other ways of drawing are held against.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/sampling/random.h"
#include "engine/sampling/token_draw.h"

namespace eddy {

inline float plain_number(float logit) {
  if (std::isnan(logit)) return -std::numeric_limits<float>::infinity();
  return std::min(logit, std::numeric_limits<float>::max());
}

inline TokenId plain_draw(const TokenDraw& draw, std::vector<float> logits) {
  for (float& l : logits) l = plain_number(l);
  for (const LogitChange& change : draw.changes) {
    if (static_cast<std::size_t>(change.token) >= logits.size()) continue;
    float& l = logits[static_cast<std::size_t>(change.token)];
    const volatile float scaled = l > 0 ? l / change.divide : l * change.divide;  // rounded by itself
    l = scaled + change.add;
  }
  for (float& l : logits) l = plain_number(l);

  std::vector<TokenId> order(logits.size());
  std::iota(order.begin(), order.end(), 0);
  const auto logit_of = [&](TokenId token) { return logits[static_cast<std::size_t>(token)]; };
  std::ranges::stable_sort(order, std::greater(), logit_of);
  const double greatest = logit_of(order.front());
  if (draw.temperature == 0 || std::isinf(greatest)) return order.front();
  if (draw.top_k > 0) order.resize(std::min<std::size_t>(order.size(), static_cast<std::size_t>(draw.top_k)));

  const auto weight_of = [&](TokenId token) { return exp_of_nonpositive((logit_of(token) - greatest) / draw.temperature); };
  std::erase_if(order, [&](TokenId token) { return weight_of(token) < 1e-18; });
  const auto sum = [&] { return std::accumulate(order.begin(), order.end(), 0.0, [&](double s, TokenId t) { return s + weight_of(t); }); };
  if (draw.top_p < 1) {
    double missing = draw.top_p * sum();
    std::size_t kept = 0;
    while (kept < order.size() && (kept == 0 || missing > 0)) missing -= weight_of(order[kept++]);
    order.resize(kept);
  }
  std::erase_if(order, [&](TokenId token) { return weight_of(token) < draw.min_p; });
  std::ranges::sort(order);
  double left = draw.unit * sum();
  for (const TokenId token : order) {
    left -= weight_of(token);
    if (left < 0) return token;
  }
  return order.back();
}

}  // namespace eddy
