// The real-gated linear recurrent unit (engine/ops/rg_lru.h): one invocation a channel.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats u, input_gate, recurrence_gate, rate, first, y;
  uint slot, channels, tokens;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x;
  if (c >= p.channels) return;
  Floats slots = p.sequences.v[gl_WorkGroupID.y].fixed_slots;
  float state = slots.v[p.slot + c];
  const float rate = p.rate.v[c];
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = gl_WorkGroupID.y * p.tokens + t, at = row * p.channels + c;
    const float a = e_to(rate * p.recurrence_gate.v[at]);
    const float m = p.first.v[row] != 0 ? 1.0 : sqrt(1.0 - a * a);
    state = a * state + m * (p.input_gate.v[at] * p.u.v[at]);
    p.y.v[at] = state;
  }
  slots.v[p.slot + c] = state;
}
