#include "engine/sampling/sampler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <exception>
#include <functional>
#include <iterator>
#include <limits>
#include <random>

#include "engine/sampling/logit_scans.h"
#include "engine/sampling/random.h"

namespace eddy {
namespace {

constexpr double kNever = 1e-18;  // a weight that is as good as none

std::uint64_t fresh_seed() {
  std::uint64_t seed = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
  try {
    std::random_device device;
    seed ^= static_cast<std::uint64_t>(device()) << 32 | device();
  } catch (const std::exception&) {  // no source of randomness: the clock must do
  }
  return seed != 0 ? seed : 1;
}

bool counts_matter(const SamplerParams& p) {
  return p.repetition_penalty != 1.0f || p.presence_penalty != 0.0f || p.frequency_penalty != 0.0f;
}

float cleaned(float logit) {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  if (logit < kInfinity) return logit;
  return logit == kInfinity ? std::numeric_limits<float>::max() : -kInfinity;  // -inf plus a bias of +inf is no number
}

}  // namespace

Sampler::Sampler(const SamplerParams& params)
    : params_(params), seed_(params.seed != 0 ? params.seed : fresh_seed()) {
  seed_random(seed_, random_);
}

TokenId Sampler::sample(std::span<float> logits) {
  adjust(logits);
  const TokenId token =
      params_.temperature > 0.0f ? draw(logits) : static_cast<TokenId>(find_greatest(logits));
  count(token);
  return token;
}

TokenId Sampler::sample_among(std::span<float> logits, std::span<const std::uint64_t> allowed) {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  bool any = false;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (i / 64 < allowed.size() && (allowed[i / 64] >> i % 64 & 1) != 0) any = any || logits[i] > -kInfinity;
    else logits[i] = -kInfinity;
  }
  return any ? sample(logits) : -1;
}

/// Bias and penalties, and nothing but numbers afterwards.
void Sampler::adjust(std::span<float> logits) const {
  clean_logits(logits);
  for (const auto& [token, bias] : params_.logit_bias) {
    if (token >= 0 && static_cast<std::size_t>(token) < logits.size()) logits[token] += bias;
  }
  for (const Count& c : counts_) {
    if (static_cast<std::size_t>(c.token) >= logits.size()) continue;
    float& l = logits[c.token];
    l = l > 0 ? l / params_.repetition_penalty : l * params_.repetition_penalty;
    l -= params_.presence_penalty + c.count * params_.frequency_penalty;
    l = cleaned(l);
  }
  for (const auto& [token, bias] : params_.logit_bias) {
    if (token >= 0 && static_cast<std::size_t>(token) < logits.size()) logits[token] = cleaned(logits[token]);
  }
}

TokenDraw Sampler::begin_draw() {
  changes_.clear();
  for (const auto& [token, bias] : params_.logit_bias) {
    if (token >= 0) changes_.push_back({token, 1.0f, bias});
  }
  for (const Count& c : counts_) {
    changes_.push_back(
        {c.token, params_.repetition_penalty, -(params_.presence_penalty + c.count * params_.frequency_penalty)});
  }
  std::ranges::stable_sort(changes_, {}, &LogitChange::token);
  TokenDraw draw{params_.temperature, params_.top_k, params_.top_p, params_.min_p, 0.0, changes_};
  if (params_.temperature > 0.0f) draw.unit = next_unit(random_);
  return draw;
}

/// By way of the greatest of each block, which weigh_top_k() reads too.
std::size_t Sampler::find_greatest(std::span<const float> logits) {
  greatest_.resize((logits.size() + kLogitBlock - 1) / kLogitBlock);
  if (logits.empty()) return 0;
  greatest_of_blocks(logits, greatest_);
  const auto block = std::max_element(greatest_.begin(), greatest_.end());
  const auto begin = logits.begin() + (block - greatest_.begin()) * kLogitBlock;
  return static_cast<std::size_t>(std::find(begin, logits.end(), *block) - logits.begin());
}

TokenId Sampler::draw(std::span<const float> logits) {
  const double unit = next_unit(random_);  // one number per token, whatever is cut away
  const std::size_t best = find_greatest(logits);
  if (logits.empty() || logits[best] == -std::numeric_limits<float>::infinity()) return static_cast<TokenId>(best);
  const bool some = params_.top_k > 0 && static_cast<std::size_t>(params_.top_k) < logits.size();
  double total = some ? weigh_top_k(logits, logits[best]) : weigh_all(logits, logits[best]);
  if (keep_typical()) total = total_weight();
  keep_top_p(total);
  std::erase_if(candidates_, [&](const Candidate& c) { return c.weight < params_.min_p; });  // the greatest weight is 1
  double rest = unit * total_weight();
  for (const Candidate& c : candidates_) {
    rest -= c.weight;
    if (rest < 0) return c.token;
  }
  return candidates_.back().token;  // rounding used up the last of it
}

double Sampler::total_weight() const {
  double total = 0;
  for (const Candidate& c : candidates_) total += c.weight;
  return total;
}

/// Weights are e^((logit - greatest) / temperature). Returns the sum of all; candidates are those that the cuts can leave.
double Sampler::weigh_all(std::span<const float> logits, double greatest) {
  weights_.resize(logits.size());
  places_.resize(logits.size());
  const double total = weigh_logits(logits, greatest, params_.temperature, kNever, weights_);
  const std::size_t count = places_at_least(weights_, least_of_interest(total), places_.data());
  candidates_.clear();
  for (const std::int32_t place : std::span(places_).first(count)) candidates_.push_back({weights_[place], place});
  return total;
}

/// A weight that whatever the cuts leave reaches. Of most texts a hundred tokens make up top_p: only these are looked at.
double Sampler::least_of_interest(double total) const {
  if (params_.typical_p < 1.0f) return kNever;
  if (params_.top_p >= 1.0f) return std::max(kNever, static_cast<double>(params_.min_p));
  constexpr double kMargin = 1 + 1e-9;  // of the order in which sums are formed
  for (const double least : {0x1p-6, 0x1p-12, 0x1p-20}) {  // whole bins of keep_top_p()
    if (sum_at_least(weights_, least) >= params_.top_p * total * kMargin) return least;
  }
  return kNever;
}

/// Finds the k-th greatest logit, then takes what is above it and the first of those that equal it. As many blocks have
/// one as great as the k-th greatest of their greatest: only logits from there on are looked at.
double Sampler::weigh_top_k(std::span<const float> logits, double greatest) {
  const auto by_size = [this](std::size_t k) {
    const auto kth = order_.begin() + static_cast<std::ptrdiff_t>(k - 1);
    std::nth_element(order_.begin(), kth, order_.end(), std::greater<float>());
    return *kth;
  };
  const auto k = static_cast<std::size_t>(params_.top_k);
  float least = -std::numeric_limits<float>::infinity();
  if (k <= greatest_.size()) {
    order_ = greatest_;
    least = by_size(k);
  }
  places_.resize(logits.size());
  places_.resize(places_at_least(logits, least, places_.data()));
  order_.clear();
  for (const std::int32_t place : places_) order_.push_back(logits[place]);
  const float edge = by_size(k);
  auto equal = params_.top_k - std::ranges::count_if(places_, [&](std::int32_t place) { return logits[place] > edge; });
  candidates_.clear();
  for (const std::int32_t place : places_) {
    if (!(logits[place] > edge) && !(logits[place] == edge && equal-- > 0)) continue;
    const double weight = exp_of_nonpositive((logits[place] - greatest) / params_.temperature);
    if (weight >= kNever) candidates_.push_back({weight, place});
  }
  return total_weight();
}

/// Those whose surprise is nearest to the expected one come first, until they make up typical_p. Order by id stays.
bool Sampler::keep_typical() {
  if (params_.typical_p >= 1.0f || candidates_.size() < 2) return false;
  const double total = total_weight();
  double expected = 0;
  for (const Candidate& c : candidates_) expected -= c.weight / total * std::log(c.weight / total);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    order.emplace_back(std::abs(-std::log(candidates_[i].weight / total) - expected), i);
  std::sort(order.begin(), order.end());
  double missing = params_.typical_p * total;
  std::vector<bool> kept(candidates_.size(), false);
  double greatest = 0;
  for (std::size_t i = 0; i < order.size() && (missing > 0 || i == 0); ++i) {
    kept[order[i].second] = true;
    missing -= candidates_[order[i].second].weight;
    greatest = std::max(greatest, candidates_[order[i].second].weight);
  }
  std::size_t place = 0;
  std::erase_if(candidates_, [&](const Candidate&) { return !kept[place++]; });
  for (Candidate& c : candidates_) c.weight /= greatest;  // the greatest weight is 1 again
  return true;
}

/// `total` is that of all, of which candidates may be the greater ones alone. Weights are binned by their leading bits, then those of
/// the bin in which the sum passes top_p by their next bits, until the few that are left can be sorted.
void Sampler::keep_top_p(double total) {
  if (params_.top_p >= 1.0f || candidates_.size() < 2) return;
  constexpr int kBits = 12;
  constexpr std::size_t kBins = std::size_t{1} << kBits, kFew = 64;
  double missing = params_.top_p * total;
  bool enough = false;  // one at least is kept
  std::vector<Candidate> at_edge, next;
  std::span<const Candidate> looked_at = candidates_;
  for (int shift = 50; shift >= 0; shift -= kBits) {  // weights are in (0, 1]: their leading 14 bits are below 4,096
    const auto bin_of = [shift](const Candidate& c) { return std::bit_cast<std::uint64_t>(c.weight) >> shift & (kBins - 1); };
    std::array<double, kBins> sums{};
    for (const Candidate& c : looked_at) sums[bin_of(c)] += c.weight;
    std::size_t edge = kBins - 1;
    for (; edge > 0 && (sums[edge] == 0 || sums[edge] < missing); --edge) {
      missing -= sums[edge];
      enough = enough || sums[edge] > 0;
    }
    next.clear();
    std::ranges::copy_if(looked_at, std::back_inserter(next), [&](const Candidate& c) { return bin_of(c) == edge; });
    at_edge.swap(next);
    looked_at = at_edge;
    if (at_edge.size() <= kFew) break;
  }
  std::ranges::stable_sort(at_edge, std::ranges::greater(), &Candidate::weight);
  std::size_t kept = 0;
  while (kept < at_edge.size() && (missing > 0 || (kept == 0 && !enough))) missing -= at_edge[kept++].weight;
  const Candidate last = kept > 0 ? at_edge[kept - 1] : Candidate{at_edge.empty() ? 0 : at_edge[0].weight, -1};
  std::erase_if(candidates_, [&](const Candidate& c) {
    return c.weight < last.weight || (c.weight == last.weight && c.token > last.token);
  });
}

void Sampler::count(TokenId token) {
  if (!counts_matter(params_)) return;
  constexpr float kForgotten = 1e-20f;  // smaller counts become 0 before they slow arithmetic down
  for (Count& c : counts_) {
    c.count *= params_.penalty_decay;
    if (c.count < kForgotten) c.count = 0;
  }
  auto at = std::lower_bound(counts_.begin(), counts_.end(), token,
                             [](const Count& c, TokenId t) { return c.token < t; });
  if (at == counts_.end() || at->token != token) at = counts_.insert(at, {token, 0.0f});
  at->count += 1.0f;
}

}  // namespace eddy
