// Writes the rows of this call's tokens behind those that are there (engine/ops/attention.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x;
  uint rows_slot, width, tokens;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x, t = gl_WorkGroupID.y, b = gl_WorkGroupID.z;
  if (c >= p.width) return;
  const uint row = p.sequences.v[b].before + t;
  const uint table = p.rows_slot * p.sequences.v[b].capacity;
  Floats block = p.sequences.v[b].blocks.v[table + row / kTokensPerBlock];
  block.v[row % kTokensPerBlock * p.width + c] = p.x.v[(b * p.tokens + t) * p.width + c];
}
