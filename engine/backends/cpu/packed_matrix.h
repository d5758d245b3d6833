// A matrix in the order in which the CPU's linear kernels read it.
#pragma once

#include <cstdint>
#include <functional>

#include "engine/api/result.h"
#include "engine/core/aligned_buffer.h"
#include "engine/core/thread_pool.h"
#include "engine/graph/weight_source.h"

namespace eddy {

/// Rows are grouped into panels of 32, so that one vector lane computes one output row: each output is then one sum
/// over k in rising order, for any number of tokens, threads and lanes. Within a panel, by format:
///   F32, F16      [K][32] numbers
///   BF16          [K][16] 32-bit words: row i in the lower half, row i + 16 in the upper (one load and two cheap ops)
///                 if `brain` [K / 2][32] such words: of a row, an even column in the lower half, the next one in the upper
///   block formats as coded_layout.h says
/// Rows past N in the last panel are zero.
struct MatrixPanels {
  static constexpr std::int64_t kPanelRows = 32;

  WeightFormat format = WeightFormat::F32;
  std::int64_t rows = 0;     // N
  std::int64_t columns = 0;  // K
  std::int64_t panel_bytes = 0;
  const std::byte* data = nullptr;
  bool integer = false;  // products round x to bytes (linear_integer.h)
  bool brain = false;    // products round x to bfloat16 (linear_brain.h)

  std::int64_t panels() const { return (rows + kPanelRows - 1) / kPanelRows; }
  const std::byte* panel(std::int64_t i) const { return data + i * panel_bytes; }
};

/// One matrix, or several of one shape and format one after the other (experts).
struct PackedMatrix : MatrixPanels {
  std::int64_t stack = 1;
  AlignedBuffer bytes;

  std::int64_t all_panels() const { return stack * panels(); }
  MatrixPanels matrix(std::int64_t index) const {
    MatrixPanels one = *this;
    one.data += index * panels() * panel_bytes;
    return one;
  }
};

/// Bytes that `stack` matrices of this shape occupy once packed.
std::int64_t packed_bytes(WeightFormat format, std::int64_t rows, std::int64_t columns, std::int64_t stack = 1);
/// The same for a weight, [N, K] or [stack, N, K].
std::int64_t packed_bytes(const WeightSource& weight);

/// Room for a weight whose parts have one format and the same number of rows, in memory of the stock. OutOfMemory. As `brain`, which
/// has_brain_product() must allow, F16 is rounded to BF16.
Result<PackedMatrix> unpacked_matrix(const WeightSource& weight, BufferStock& stock, bool brain = false);
/// Fills `count` panels of all the stack's, from panel `first` on. Any thread.
void pack_panels(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t first, std::int64_t count);
/// Lets go of the file's bytes that these panels were made of.
void forget_stored(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t first, std::int64_t count);
/// All of it, with memory of its own.
Result<PackedMatrix> pack_matrix(const WeightSource& weight, ThreadPool& pool, bool brain = false);

/// Row `row` as float32, exactly as the matrix's format dequantises.
void unpack_row(const MatrixPanels& matrix, std::int64_t row, float* out);

}  // namespace eddy
