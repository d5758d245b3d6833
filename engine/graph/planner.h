// The two steps between recorded ops and a plan.
#pragma once

#include <vector>

#include "engine/graph/plan.h"

namespace eddy {

/// Puts each op into the earliest stage in which all it reads is there. Ops that touch one state slot keep their order.
void sort_into_stages(Plan& plan, std::vector<PlannedOp> ops);

/// Gives every activation a place in work memory that nothing else alive in the same stages uses.
void plan_memory(Plan& plan);

}  // namespace eddy
