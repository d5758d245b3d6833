// The recurrence of Mamba-2 (engine/ops/ssd.h); keys are the states, values the channels of a head.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/math.glsl"

layout(constant_id = 5) const bool kHasGate = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats xbc, dt, dt_bias, a, d, z, y;
  uint slot, tokens, heads, groups;
  uint dt_width, dt_first, z_width, z_first;
  float dt_least, dt_most;
} p;

shared float into[kKeys], out_of[kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  const uint width = p.heads * kValues, row_width = width + 2 * p.groups * kKeys;
  const uint group = width + head() * p.groups / p.heads * kKeys;
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = sequence() * p.tokens + t;
    barrier();
    for (uint j = lane(); j < kKeys; j += group_size()) {
      into[j] = p.xbc.v[row * row_width + group + j];
      out_of[j] = p.xbc.v[row * row_width + group + p.groups * kKeys + j];
    }
    barrier();
    const float step = p.dt.v[row * p.dt_width + p.dt_first + head()] + p.dt_bias.v[head()];
    const float delta = clamp(softplus(step), p.dt_least, p.dt_most), decay = e_to(delta * p.a.v[head()]);
    const uint own_column = head() * kValues + min(column(), kValues - 1);
    const float x = p.xbc.v[row * row_width + own_column], added = delta * x;
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      state[own] = decay * state[own] + into[key_of(own)] * added;
      sum += out_of[key_of(own)] * state[own];
    }
    sum = column_sum(sum) + p.d.v[own_column] * x;
    if (kHasGate) {
      const float z = p.z.v[row * p.z_width + p.z_first + own_column];
      sum *= z * sigmoid(z);
    }
    if (has_column() && part() == 0) p.y.v[row * width + own_column] = sum;
  }
  store_state(slots, p.slot);
}
