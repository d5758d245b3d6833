#include "engine/quant/scale_search.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

// Grids tried: the one that just holds the extreme value, and others up to about 10% wider or 15% narrower (clipping
// it).
constexpr int kNarrower = 12;
constexpr int kWider = 8;
constexpr int kMostWeights = 32;  // per fit

struct Moments {
  float x_q = 0;
  float q_q = 0;
};

Moments moments(const float* x, int n, float inverse, int lo, int hi) {
  float q[kMostWeights];
  for (int i = 0; i < n; ++i) q[i] = float(nearest_level(inverse * x[i], lo, hi));
  Moments m;
  for (int i = 0; i < n; ++i) {
    m.x_q += x[i] * q[i];
    m.q_q += q[i] * q[i];
  }
  return m;
}

// Least squares over (scale, offset) for fixed levels q; false when all q are equal.
bool regress(const float* x, const float* q, int n, bool offset_not_positive, AffineFit& fit) {
  double sq = 0, sqq = 0, sx = 0, sxq = 0;
  for (int i = 0; i < n; ++i) {
    sq += q[i];
    sqq += double(q[i]) * q[i];
    sx += x[i];
    sxq += double(x[i]) * q[i];
  }
  const double determinant = n * sqq - sq * sq;
  if (determinant <= 0) return false;
  double scale = (n * sxq - sq * sx) / determinant;
  double offset = (sqq * sx - sq * sxq) / determinant;
  if (offset_not_positive && offset > 0) {
    offset = 0;
    scale = sxq / sqq;
  }
  if (!(scale > 0)) return false;
  fit = {float(scale), float(offset)};
  return true;
}

}  // namespace

float fit_symmetric(const float* x, int n, int lo, int hi) {
  float extreme = 0;
  for (int i = 0; i < n; ++i) {
    if (std::fabs(x[i]) > std::fabs(extreme)) extreme = x[i];
  }
  if (extreme == 0) return 0;
  float best_gain = 0;
  float best_scale = extreme / float(lo);
  for (int step = -kNarrower; step <= kWider; ++step) {
    const float inverse = (float(lo) - 0.1f * float(step)) / extreme;
    const Moments m = moments(x, n, inverse, lo, hi);
    // With the best factor x_q / q_q the squared error falls by x_q^2 / q_q.
    if (m.q_q > 0 && m.x_q * m.x_q > best_gain * m.q_q) {
      best_gain = m.x_q * m.x_q / m.q_q;
      best_scale = m.x_q / m.q_q;
    }
  }
  return best_scale;
}

AffineFit fit_affine(const float* x, int n, int levels, bool offset_not_positive) {
  float low = x[0], high = x[0];
  for (int i = 1; i < n; ++i) {
    low = std::min(low, x[i]);
    high = std::max(high, x[i]);
  }
  if (offset_not_positive) low = std::min(low, 0.0f);
  if (high <= low) return {0, low};
  AffineFit best{(high - low) / float(levels), low};
  float best_error = grid_error(x, n, levels, best.scale, best.offset);
  float q[kMostWeights];
  for (int step = -8; step <= 12; ++step) {
    const float inverse = (float(levels) + 0.1f * float(step)) / (high - low);
    for (int i = 0; i < n; ++i) q[i] = float(nearest_level(inverse * (x[i] - low), 0, levels));
    AffineFit fit;
    if (!regress(x, q, n, offset_not_positive, fit)) continue;
    const float error = grid_error(x, n, levels, fit.scale, fit.offset);
    if (error < best_error) {
      best_error = error;
      best = fit;
    }
  }
  return best;
}

float grid_error(const float* x, int n, int levels, float scale, float offset) {
  const float inverse = scale > 0 ? 1.0f / scale : 0.0f;
  float e[kMostWeights];
  for (int i = 0; i < n; ++i)
    e[i] = x[i] - (scale * float(nearest_level((x[i] - offset) * inverse, 0, levels)) + offset);
  float error = 0;
  for (int i = 0; i < n; ++i) error += e[i] * e[i];
  return error;
}

}  // namespace eddy
