// The last row of each sequence goes into its state: what the next call takes for the token before its first.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x;
  uint slot, channels, tokens;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x, sequence = gl_WorkGroupID.y;
  if (c >= p.channels) return;
  Floats state = p.sequences.v[sequence].fixed_slots;
  state.v[p.slot + c] = p.x.v[((sequence + 1) * p.tokens - 1) * p.channels + c];
}
