// Which rows of x the products of a plan read as other numbers than float32, and where they lie once rounded: part of the plan's work memory,
// known before anything is loaded.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/graph/plan.h"

namespace eddy {

/// As what products with a weight read rows of x.
enum class RowNumbers {
  Floats,
  Bytes,  ///< quantised_rows.h
  Brain,  ///< brain_rows.h
};

inline RowNumbers rows_read_by(const MatrixPanels& matrix) {
  return matrix.brain ? RowNumbers::Brain : matrix.integer ? RowNumbers::Bytes : RowNumbers::Floats;
}

/// The input of one or more products of a stage.
struct RoundedInput {
  int value = 0;             ///< of the plan
  RowNumbers numbers = RowNumbers::Bytes;
  std::int64_t offset = 0;   ///< byte in work memory
};

struct RowRounding {
  std::vector<std::vector<RoundedInput>> stages;  ///< as many as the plan has
  std::int64_t work_bytes = 0;                    ///< of the plan, rounded rows included
};

/// `numbers` says what products with the weight of this index read. Every input is rounded once for all the products of its stage that
/// read the same; stages use the same memory one after the other.
RowRounding plan_row_rounding(const Plan& plan, const std::function<RowNumbers(int weight)>& numbers);

}  // namespace eddy
