// Each token's row where its experts read it, and the experts' rows back, weighted (engine/ops/experts.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(constant_id = 1) const bool kCombines = false;
layout(push_constant) uniform Push {
  Floats x, dispatched, weights, residual, y;
  uint count, channels, experts, pairs, used, has_residual;
} p;

void main() {
  const uint stride = gl_NumWorkGroups.x * group_size();
  for (uint i = gl_WorkGroupID.x * group_size() + lane(); i < p.count; i += stride) {
    const uint row = i / p.channels, c = i % p.channels, tokens = p.experts + 1;
    if (!kCombines) {
      p.y.v[i] = p.x.v[uint(p.dispatched.v[tokens + row]) * p.channels + c];
      continue;
    }
    float sum = 0;
    for (uint s = 0; s < p.used; ++s) {
      const uint from = uint(p.dispatched.v[tokens + p.pairs + row * p.used + s]);
      sum += p.weights.v[row * p.used + s] * p.x.v[from * p.channels + c];
    }
    p.y.v[i] = sum + (p.has_residual != 0 ? p.residual.v[i] : 0.0);
  }
}
