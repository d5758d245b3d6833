#include "engine/sampling/logit_scans.h"

#include <algorithm>
#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/sampling/logit_scans.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::int64_t kSums = 8;  // running sums, whatever the vectors hold

using Floats = hn::CappedTag<float, 16>;
using Doubles = hn::CappedTag<double, 8>;
using Singles = hn::Rebind<float, Doubles>;
using Integers = hn::Rebind<std::int32_t, Doubles>;
using Double = hn::Vec<Doubles>;
constexpr std::int64_t kFloats = static_cast<std::int64_t>(hn::MaxLanes(Floats()));
constexpr std::int64_t kDoubles = static_cast<std::int64_t>(hn::MaxLanes(Doubles()));
constexpr std::int64_t kVectors = kSums / kDoubles;  // of eight numbers

void clean(float* logits, std::int64_t count) {
  const Floats d;
  const auto infinity = hn::Inf(d), most = hn::Set(d, std::numeric_limits<float>::max());
  const auto cleaned = [&](auto x) HWY_ATTR {
    return hn::IfThenElse(hn::Lt(x, infinity), x, hn::IfThenElse(hn::Eq(x, infinity), most, hn::Neg(infinity)));
  };
  std::int64_t i = 0;
  for (; i + kFloats <= count; i += kFloats) hn::StoreU(cleaned(hn::LoadU(d, logits + i)), d, logits + i);
  for (; i < count; ++i) logits[i] = hn::GetLane(cleaned(hn::Set(d, logits[i])));
}

void block_maxima(const float* logits, std::int64_t count, float* greatest) {
  const Floats d;
  std::int64_t i = 0;
  for (; i + kLogitBlock <= count; i += kLogitBlock) {
    auto most = hn::LoadU(d, logits + i);
    for (std::int64_t k = kFloats; k < kLogitBlock; k += kFloats) most = hn::Max(most, hn::LoadU(d, logits + i + k));
    *greatest++ = hn::GetLane(hn::MaxOfLanes(d, most));
  }
  if (i < count) *greatest = *std::max_element(logits + i, logits + count);
}

/// exp_of_nonpositive() of random.h, the same operations on every lane.
HWY_INLINE Double exp_of_nonpositive(Double x) {
  const Doubles d;
  const auto number = [&](double value) HWY_ATTR { return hn::Set(d, value); };
  x = hn::Max(x, number(-708.0));
  const auto power = hn::DemoteTo(Integers(), hn::Sub(hn::Mul(x, number(1.4426950408889634)), number(0.5)));
  const Double k = hn::PromoteTo(d, power);
  const Double r = hn::Sub(hn::Sub(x, hn::Mul(k, number(0.693147180369123816490))), hn::Mul(k, number(1.90821492927058770002e-10)));
  Double p = number(1.0 / 6227020800.0);
  for (const double term : {1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0,
                            1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0}) {
    p = hn::Add(hn::Mul(p, r), number(term));
  }
  const hn::Rebind<std::int64_t, Doubles> whole;
  const auto exponent = hn::ShiftLeft<52>(hn::Add(hn::PromoteTo(whole, power), hn::Set(whole, 1023)));
  return hn::Mul(p, hn::BitCast(d, exponent));
}

/// Eight running sums.
struct Sums {
  Double vectors[kVectors];

  HWY_INLINE Sums() {
    for (Double& v : vectors) v = hn::Zero(Doubles());
  }
  HWY_INLINE double total() const {
    HWY_ALIGN double sums[kSums];
    for (std::int64_t v = 0; v < kVectors; ++v) hn::Store(vectors[v], Doubles(), sums + v * kDoubles);
    for (std::int64_t half = kSums / 2; half > 0; half /= 2) {
      for (std::int64_t i = 0; i < half; ++i) sums[i] += sums[i + half];
    }
    return sums[0];
  }
};

struct Scale {
  double greatest, temperature, least;
};

HWY_INLINE void weigh_eight(const float* logits, const Scale& scale, double* weights, Sums& sums) {
  const Doubles d;
  for (std::int64_t v = 0; v < kVectors; ++v) {
    const Double logit = hn::PromoteTo(d, hn::LoadU(Singles(), logits + v * kDoubles));
    const Double weight =
        exp_of_nonpositive(hn::Div(hn::Sub(logit, hn::Set(d, scale.greatest)), hn::Set(d, scale.temperature)));
    const Double kept = hn::IfThenElseZero(hn::Ge(weight, hn::Set(d, scale.least)), weight);
    sums.vectors[v] = hn::Add(sums.vectors[v], kept);
    hn::StoreU(kept, d, weights + v * kDoubles);
  }
}

double weigh(const float* logits, std::int64_t count, double greatest, double temperature, double least, double* weights) {
  const Scale scale{greatest, temperature, least};
  Sums sums;
  std::int64_t i = 0;
  for (; i + kSums <= count; i += kSums) weigh_eight(logits + i, scale, weights + i, sums);
  if (i < count) {
    float rest[kSums];
    double of_rest[kSums];
    std::fill(std::copy(logits + i, logits + count, rest), rest + kSums, -std::numeric_limits<float>::infinity());
    weigh_eight(rest, scale, of_rest, sums);
    std::copy_n(of_rest, count - i, weights + i);
  }
  return sums.total();
}

double add_at_least(const double* weights, std::int64_t count, double least) {
  const Doubles d;
  const Double edge = hn::Set(d, least);
  Sums sums;
  const auto add_eight = [&](const double* eight) HWY_ATTR {
    for (std::int64_t v = 0; v < kVectors; ++v) {
      const Double weight = hn::LoadU(d, eight + v * kDoubles);
      sums.vectors[v] = hn::Add(sums.vectors[v], hn::IfThenElseZero(hn::Ge(weight, edge), weight));
    }
  };
  std::int64_t i = 0;
  for (; i + kSums <= count; i += kSums) add_eight(weights + i);
  if (i < count) {
    double rest[kSums] = {};
    std::copy(weights + i, weights + count, rest);
    add_eight(rest);
  }
  return sums.total();
}

/// Most vectors have none: those are passed over as a whole.
template <class Tag, class Number>
std::size_t find_at_least(Tag d, const Number* numbers, std::int64_t count, Number least, std::int32_t* places) {
  constexpr std::int64_t kLanes = static_cast<std::int64_t>(hn::MaxLanes(Tag()));
  const auto edge = hn::Set(d, least);
  std::int32_t* next = places;
  const auto look = [&](std::int64_t from, std::int64_t to) {
    for (std::int64_t i = from; i < to; ++i) {
      *next = static_cast<std::int32_t>(i);
      next += numbers[i] >= least;
    }
  };
  std::int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    if (!hn::AllFalse(d, hn::Ge(hn::LoadU(d, numbers + i), edge))) look(i, i + kLanes);
  }
  look(i, count);
  return static_cast<std::size_t>(next - places);
}

std::size_t find_weights(const double* weights, std::int64_t count, double least, std::int32_t* places) {
  return find_at_least(Doubles(), weights, count, least, places);
}

std::size_t find_logits(const float* logits, std::int64_t count, float least, std::int32_t* places) {
  return find_at_least(Floats(), logits, count, least, places);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(clean);
HWY_EXPORT(block_maxima);
HWY_EXPORT(weigh);
HWY_EXPORT(add_at_least);
HWY_EXPORT(find_weights);
HWY_EXPORT(find_logits);

namespace {

std::int64_t size_of(const auto& numbers) { return static_cast<std::int64_t>(numbers.size()); }

}  // namespace

void clean_logits(std::span<float> logits) { HWY_DYNAMIC_DISPATCH(clean)(logits.data(), size_of(logits)); }

void greatest_of_blocks(std::span<const float> logits, std::span<float> greatest) {
  HWY_DYNAMIC_DISPATCH(block_maxima)(logits.data(), size_of(logits), greatest.data());
}

double weigh_logits(std::span<const float> logits, double greatest, double temperature, double least,
                    std::span<double> weights) {
  return HWY_DYNAMIC_DISPATCH(weigh)(logits.data(), size_of(logits), greatest, temperature, least, weights.data());
}

double sum_at_least(std::span<const double> weights, double least) {
  return HWY_DYNAMIC_DISPATCH(add_at_least)(weights.data(), size_of(weights), least);
}

std::size_t places_at_least(std::span<const double> weights, double least, std::int32_t* places) {
  return HWY_DYNAMIC_DISPATCH(find_weights)(weights.data(), size_of(weights), least, places);
}

std::size_t places_at_least(std::span<const float> logits, float least, std::int32_t* places) {
  return HWY_DYNAMIC_DISPATCH(find_logits)(logits.data(), size_of(logits), least, places);
}

}  // namespace eddy
#endif
