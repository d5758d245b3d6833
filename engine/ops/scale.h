// Products with constants.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// y = s * x; x [B, T, C]. Exact.
Value scale(Graph& graph, Value x, float s);

/// Inputs: x. Outputs: y. Parameters: s as float.
extern const OpKind kScale;

/// y = x * w, with a constant for each channel: x [B, T, C], w [C]. Exact.
Value scale_channels(Graph& graph, Value x, Value w);

/// Inputs: x, w. Outputs: y.
extern const OpKind kScaleChannels;

}  // namespace eddy
