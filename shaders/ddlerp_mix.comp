// y_m = x + difference * (mix_m + h_m * w2_m): one invocation a channel and row, for one m.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Floats x, difference, h, w2, mixes;
  Floats y[8];
  uint channels, rank, outputs;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x, row = gl_WorkGroupID.y, m = gl_WorkGroupID.z;
  if (c >= p.channels) return;
  float mix = p.mixes.v[m * p.channels + c];
  for (uint r = 0; r < p.rank; ++r) {
    mix += p.h.v[(row * p.outputs + m) * p.rank + r] * p.w2.v[(m * p.rank + r) * p.channels + c];
  }
  const uint at = row * p.channels + c;
  p.y[m].v[at] = p.x.v[at] + p.difference.v[at] * mix;
}
