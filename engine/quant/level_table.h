// Formats whose sixteen levels are not evenly spaced.
#pragma once

#include <cmath>
#include <limits>

namespace eddy {

/// Index of the table entry nearest to `v`.
inline int nearest_entry(const float (&table)[16], float v) {
  int best = 0;
  for (int i = 1; i < 16; ++i) {
    if (std::fabs(table[i] - v) < std::fabs(table[best] - v)) best = i;
  }
  return best;
}

/// The scale that brings n weights closest to scale * table: from the one that puts the extreme weight on
/// `extreme_entry` through tighter and looser ones, each fitted by least squares.
inline float fit_table(const float* x, int n, const float (&table)[16], float extreme_entry) {
  float extreme = 0;
  for (int i = 0; i < n; ++i) {
    if (std::fabs(x[i]) > std::fabs(extreme)) extreme = x[i];
  }
  if (extreme == 0) return 0;
  double best_gain = 0;
  double best_scale = double(extreme) / extreme_entry;
  for (int step = -9; step <= 9; ++step) {
    const float inverse = extreme_entry * (1.0f + 0.025f * float(step)) / extreme;
    double xq = 0, qq = 0;
    for (int i = 0; i < n; ++i) {
      const float q = table[nearest_entry(table, x[i] * inverse)];
      xq += double(x[i]) * q;
      qq += double(q) * q;
    }
    if (qq > 0 && xq * xq > best_gain * qq) {
      best_gain = xq * xq / qq;
      best_scale = xq / qq;
    }
  }
  return float(best_scale);
}

}  // namespace eddy
