// Rewrites a plan for the device: ops that can be one kernel become one op, and memory is laid out anew.
#pragma once

#include "engine/graph/plan.h"

namespace eddy {

/// layer_norm + token_shift; for one token also all of RWKV-7 between its projections (fused_ops.h).
Plan fuse(Plan plan);

}  // namespace eddy
