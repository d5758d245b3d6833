// A matrix in the order in which the CUDA kernels read it.
#pragma once

#include <cstdint>

#include "engine/quant/weight_format.h"

namespace eddy {

/// The blocks of a row, taken apart: plane p holds field p of every block, one after the other, rows one after the
/// other, so that threads side by side read aligned neighbouring words (gpu/weight_planes.h lists the fields).
/// Formats of single numbers have one plane; their rows are padded with zeros to whole units of 8 numbers.
struct DeviceMatrix {
  static constexpr int kMostPlanes = 4;

  const std::uint8_t* planes[kMostPlanes] = {};
  std::int64_t pitch[kMostPlanes] = {};  ///< bytes from row to row
  std::int32_t rows = 0;                 ///< N
  std::int32_t columns = 0;              ///< K
  WeightFormat format = WeightFormat::F32;
};

}  // namespace eddy
