// 1 for the first token of a text, else 0 (engine/ops/rg_lru.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats y;
  uint slot, tokens;
} p;

void main() {
  const uint t = gl_GlobalInvocationID.x, b = gl_WorkGroupID.y;
  if (t >= p.tokens) return;
  p.y.v[b * p.tokens + t] = t == 0 && p.sequences.v[b].fixed_slots.v[p.slot] == 0 ? 1.0 : 0.0;
}
