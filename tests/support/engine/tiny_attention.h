// Linear attention with decay as a sum over all earlier tokens, in float64: no running state that could hide the same
// mistake.
#pragma once

#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

/// The tokens of one layer so far, all heads side by side.
struct AttentionHistory {
  std::vector<Vector> keys, values, decays;  // [H * K], [H * V], [H * K]

  void add(Vector key, Vector value, Vector decay) {
    keys.push_back(std::move(key));
    values.push_back(std::move(value));
    decays.push_back(std::move(decay));
  }

  /// y[i] = sum over tokens s and channels j of r[j] * weight[s][j] * k[s][j] * v[s][i]. With a bonus the current token
  /// weighs u and an earlier one the product of the decays strictly between; without, 1 and all decays after it.
  Vector read(const Vector& r, const Vector* bonus, std::size_t heads) const {
    const std::size_t last = keys.size() - 1, key_size = r.size() / heads, value_size = values[0].size() / heads;
    Vector y(values[0].size());
    for (std::size_t j = 0; j < r.size(); ++j) {
      double weight = bonus ? (*bonus)[j] : 1;
      for (std::size_t s = last + 1; s-- > 0;) {
        const std::size_t first = j / key_size * value_size;
        for (std::size_t i = first; i < first + value_size; ++i) y[i] += r[j] * weight * keys[s][j] * values[s][i];
        if (!bonus)
          weight *= decays[s][j];
        else
          weight = s == last ? 1 : weight * decays[s][j];
      }
    }
    return y;
  }
};

}  // namespace eddy::test
