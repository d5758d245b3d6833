// The recurrence of Mamba (engine/ops/selective_scan.h): one invocation a channel, its states in registers.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(constant_id = 1) const uint kStates = 16;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, dt, b, c, a, d, z, y;
  uint slot, channels, tokens, z_width, z_first;
} p;

shared float into[kStates], out_of[kStates];

void main() {
  const uint e = gl_GlobalInvocationID.x, own = min(e, p.channels - 1), sequence = gl_WorkGroupID.y;
  Floats slots = p.sequences.v[sequence].fixed_slots;
  float state[kStates], rate[kStates];
  for (uint n = 0; n < kStates; ++n) {
    state[n] = slots.v[p.slot + n * p.channels + own];
    rate[n] = p.a.v[n * p.channels + own];
  }
  const float d = p.d.v[own];
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = sequence * p.tokens + t;
    barrier();
    for (uint n = lane(); n < kStates; n += group_size()) {
      into[n] = p.b.v[row * kStates + n];
      out_of[n] = p.c.v[row * kStates + n];
    }
    barrier();
    const float x = p.x.v[row * p.channels + own], delta = softplus(p.dt.v[row * p.channels + own]);
    float sum = 0;
    for (uint n = 0; n < kStates; ++n) {
      state[n] = e_to(delta * rate[n]) * state[n] + delta * x * into[n];
      sum += state[n] * out_of[n];
    }
    const float z = p.z.v[row * p.z_width + p.z_first + own];
    if (e < p.channels) p.y.v[row * p.channels + e] = (sum + d * x) * (z * sigmoid(z));
  }
  if (e >= p.channels) return;
  for (uint n = 0; n < kStates; ++n) slots.v[p.slot + n * p.channels + e] = state[n];
}
