// Rearranging block formats into panels of codes (coded_layout.h), and reading single rows back.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/backends/cpu/coded_layout.h"

namespace eddy {

/// Writes `rows` (up to 32) rows of `columns` weights, stored one after the other in `source`, into a zeroed panel.
void pack_coded_panel(WeightFormat format, const std::byte* source, std::int64_t rows, std::int64_t columns,
                      std::byte* panel);

/// Row `row` (0..31) of a panel as float32, in the same operations as the format's reference dequantiser.
void unpack_coded_row(WeightFormat format, const std::byte* panel, std::int64_t row, std::int64_t columns, float* out);

}  // namespace eddy
