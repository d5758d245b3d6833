// The last rows of each sequence go into its state: what the next call takes for the tokens before its first.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x;
  uint slot, channels, width, first, tokens, kept;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x, sequence = gl_WorkGroupID.z, row = gl_WorkGroupID.y;
  if (c >= p.channels) return;
  Floats state = p.sequences.v[sequence].fixed_slots;
  const uint from = (sequence + 1) * p.tokens - p.kept + row;
  state.v[p.slot + row * p.channels + c] = p.x.v[from * p.width + p.first + c];
}
