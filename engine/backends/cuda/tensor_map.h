// Maps of matrices for the copy engine of Hopper and newer.
#pragma once

#include <cuda.h>
#include <cuda_fp16.h>

#include <cstdint>

namespace eddy {

/// Whether the driver makes them.
bool can_make_tensor_maps();

/// A matrix of halves [rows][columns], its rows `pitch` halves apart, taken in boxes of box_rows x box_columns; in shared memory a
/// box's rows are 128 bytes long, turned against each other (128-byte swizzle). What lies outside is read as zeros. `matrix` is
/// aligned to 16 bytes, `columns` and `pitch` are multiples of 8; box_columns is 64 at most, box_rows 256.
CUtensorMap tensor_map(const __half* matrix, std::int64_t rows, std::int64_t columns, std::int64_t pitch, int box_rows,
                       int box_columns);

}  // namespace eddy
