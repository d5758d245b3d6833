// Integer products by matrix tiles, for many rows of x: the same bits as linear_integer.h, several times as fast.
#pragma once

#include "engine/backends/cpu/linear_integer.h"
#include "engine/backends/cpu/tiles.h"

namespace eddy {

/// True if tiles are there (tiles.h) and pay for this many rows.
bool tiles_take(std::int64_t rows);
/// The same for integer products with weights of this format.
bool tiles_take(WeightFormat format, std::int64_t rows);

/// Panels begin .. end of the matrix, by tiles of either kind; any number of rows. tile_use() must not be None.
void multiply_integers_by_tiles(const IntegerProduct& product, std::int64_t begin, std::int64_t end);

}  // namespace eddy
