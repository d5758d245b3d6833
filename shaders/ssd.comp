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

// Two tokens' numbers: while one is computed, what the next needs is on its way. A group has at least kKeys invocations.
shared float into[2 * kKeys], out_of[2 * kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  const uint width = p.heads * kValues, row_width = width + 2 * p.groups * kKeys;
  const uint group = width + head() * p.groups / p.heads * kKeys;
  const uint own_column = head() * kValues + min(column(), kValues - 1);
  const float bias = p.dt_bias.v[head()], rate = p.a.v[head()], skip = p.d.v[own_column];
  float next_into, next_out_of, next_x, next_step, next_z;
  for (uint t = 0; t <= p.tokens; ++t) {
    const uint row = sequence() * p.tokens + t, keys = ((t + 1) % 2) * kKeys;
    if (t > 0 && lane() < kKeys) {
      into[keys + lane()] = next_into;
      out_of[keys + lane()] = next_out_of;
    }
    const float x = next_x, step = next_step, z = next_z;
    if (t < p.tokens) {
      if (lane() < kKeys) {
        next_into = p.xbc.v[row * row_width + group + lane()];
        next_out_of = p.xbc.v[row * row_width + group + p.groups * kKeys + lane()];
      }
      next_x = p.xbc.v[row * row_width + own_column];
      next_step = p.dt.v[row * p.dt_width + p.dt_first + head()];
      if (kHasGate) next_z = p.z.v[row * p.z_width + p.z_first + own_column];
    }
    if (t == 0) continue;
    barrier();
    const float delta = clamp(softplus(step + bias), p.dt_least, p.dt_most), decay = e_to(delta * rate);
    const float added = delta * x;
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      state[own] = decay * state[own] + into[keys + key_of(own)] * added;
      sum += out_of[keys + key_of(own)] * state[own];
    }
    sum = column_sum(sum) + skip * x;
    if (kHasGate) sum *= z * sigmoid(z);
    if (has_column() && part() == 0) p.y.v[(row - 1) * width + own_column] = sum;
  }
  store_state(slots, p.slot);
}
