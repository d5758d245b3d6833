// Shapes and views. A tensor is row-major float32 unless it is a weight (engine/quant) or a token list.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>

#include "engine/core/assert.h"

namespace eddy {

/// Up to four dimensions, outermost first, as PyTorch prints them.
class Shape {
 public:
  static constexpr int kMaxRank = 4;

  Shape() = default;
  Shape(std::initializer_list<std::int64_t> dims) {
    EDDY_ASSERT(dims.size() <= kMaxRank);
    for (auto d : dims) dims_[rank_++] = d;
  }

  int rank() const { return rank_; }
  std::int64_t operator[](int i) const {
    EDDY_ASSERT(i >= 0 && i < rank_);
    return dims_[i];
  }
  std::int64_t last() const { return (*this)[rank_ - 1]; }
  std::int64_t elements() const {
    std::int64_t n = 1;
    for (int i = 0; i < rank_; ++i) n *= dims_[i];
    return n;
  }
  /// Elements per row of the last dimension are last(); this many rows.
  std::int64_t rows() const { return last() == 0 ? 0 : elements() / last(); }
  /// "[2, 7, 64]"
  std::string text() const {
    std::string s = "[";
    for (int i = 0; i < rank_; ++i) s += (i ? ", " : "") + std::to_string(dims_[i]);
    return s + "]";
  }

  friend bool operator==(const Shape&, const Shape&) = default;

 private:
  std::array<std::int64_t, kMaxRank> dims_{};
  int rank_ = 0;
};

/// Looks at float32 values somebody else owns.
struct TensorView {
  float* data = nullptr;
  Shape shape;

  float* row(std::int64_t i) const { return data + i * shape.last(); }
};

}  // namespace eddy
