// Which rows of x the integer products of a plan read, and where they lie once rounded: part of the plan's work memory,
// known before anything is loaded.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/graph/plan.h"

namespace eddy {

/// The input of one or more products of a stage.
struct RoundedInput {
  int value = 0;             ///< of the plan
  std::int64_t offset = 0;   ///< byte in work memory
};

struct RowRounding {
  std::vector<std::vector<RoundedInput>> stages;  ///< as many as the plan has
  std::int64_t work_bytes = 0;                    ///< of the plan, rounded rows included
};

/// `integer` says whether the weight with this index is multiplied as integers. Every input is rounded once for all the
/// products of its stage; stages use the same memory one after the other.
RowRounding plan_row_rounding(const Plan& plan, const std::function<bool(int weight)>& integer);

}  // namespace eddy
