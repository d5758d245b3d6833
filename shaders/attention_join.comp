// Joins the stripes of each query head (engine/ops/attention.h): an invocation an output.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(push_constant) uniform Push {
  Floats parts, y;
  uint count, size, stripes;  // outputs; channels of a head
} p;

void main() {
  const uint i = group_index() * group_size() + lane();
  if (i >= p.count) return;
  const uint begin = i / p.size * p.stripes * (p.size + 2), channel = i % p.size;
  float maximum = p.parts.v[begin];
  for (uint s = 1; s < p.stripes; ++s) maximum = max(maximum, p.parts.v[begin + s * (p.size + 2)]);
  float sum = 0, value = 0;
  for (uint s = 0; s < p.stripes; ++s) {
    const uint part = begin + s * (p.size + 2);
    const float weight = e_to(p.parts.v[part] - maximum);
    sum += weight * p.parts.v[part + 1];
    value += weight * p.parts.v[part + 2 + channel];
  }
  p.y.v[i] = value / sum;
}
