// A weight as a backend is given it: where its numbers lie and how the network will use them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/tensor.h"
#include "engine/quant/weight_format.h"

namespace eddy {

/// Makes the numbers that ops see (`shape` as they see it) from those of the file: transposes, 1 - x, exp(-exp(x)) and
/// the like are done once, when a model is loaded. Without stored numbers the result follows from the shape alone.
using WeightRewrite = std::function<void(std::span<const float> stored, const Shape& shape, std::span<float> numbers)>;

/// What wants to see a file's bytes too, while they are near. Called by whichever thread reads them.
using BytesReader = std::function<void(std::span<const std::byte> bytes)>;

/// Valid while the model file it points into lives.
struct WeightSource {
  struct Part {
    WeightFormat format;
    std::span<const std::byte> bytes;  ///< not necessarily aligned
  };

  std::string name;
  Shape shape;                      ///< as ops see it: a matrix is [out, in]
  bool matrix = false;              ///< read by linear or embedding, in its own format; otherwise held as float32
  bool in_out = false;              ///< stored [in, out]; only with a format whose block is one number
  std::vector<Part> parts;          ///< one, or equally sized runs of rows that are stacked
  WeightRewrite rewrite = nullptr;  ///< never for a matrix
  BytesReader before_reading = nullptr;  ///< told of bytes of `parts` by a backend that reads them once, in any order; others do without
};

}  // namespace eddy
