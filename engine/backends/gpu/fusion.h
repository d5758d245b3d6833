// Rewrites a plan for the device: ops that can be one kernel become one op, and memory is laid out anew.
#pragma once

#include <functional>
#include <string_view>

#include "engine/graph/plan.h"

namespace eddy {

/// layer_norm + token_shift; for one token also all of RWKV-7 between its projections, and of few sequences rms_norm with the
/// products of what it made, a short convolution or Mamba's scan with the product before it (fused_ops.h). Only ops that the
/// backend `has` are made.
Plan fuse(Plan plan, const std::function<bool(std::string_view op)>& has);

}  // namespace eddy
