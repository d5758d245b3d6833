// Products and interpolations of equally shaped values.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// y = a * b; all [B, T, C]. Exact.
Value multiply(Graph& graph, Value a, Value b);
extern const OpKind kMultiply;

/// y = a + b; all [B, T, C]. Exact. Where one of them comes out of a linear op, its residual is cheaper.
Value add(Graph& graph, Value a, Value b);
extern const OpKind kAdd;

/// y = a + (b - a) * s; all [B, T, C]. Tolerance against the reference: 1e-6.
Value lerp(Graph& graph, Value a, Value b, Value s);
extern const OpKind kLerp;

/// The last token of each sequence: [B, T, C] -> [B, 1, C]. Exact.
Value last_tokens(Graph& graph, Value x);
extern const OpKind kLastTokens;

}  // namespace eddy
