// The recurrence of Mamba-3 (engine/ops/mamba3.h); keys are the states, values the channels of a head, all in one group.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/math.glsl"

layout(constant_id = 5) const uint kAngles = 1;
layout(constant_id = 6) const bool kHeavyTail = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats projected, b, c, b_bias, c_bias, dt_bias, d, y;
  uint angle_slot, ssm_slot, b_slot, x_slot, tokens, heads, groups, width;
  float least_rate;
} p;

shared float theta[kAngles], into[kKeys], into_before[kKeys], out_of[kKeys];

// Number n of a vector with its bias, turned by theta where it is one of a pair.
float turned(Floats vector, Floats bias, uint vector_begin, uint n) {
  const float own = vector.v[vector_begin + n] + bias.v[head() * kKeys + n];
  if (n >= 2 * kAngles) return own;
  const uint partner = n ^ 1u;
  const float other = vector.v[vector_begin + partner] + bias.v[head() * kKeys + partner];
  const vec2 turn = cosine_and_sine(theta[n / 2]);
  return n % 2 == 0 ? own * turn.x - other * turn.y : other * turn.y + own * turn.x;
}

void main() {
  const float kPi = 3.14159265358979;
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.ssm_slot);
  for (uint i = lane(); i < kAngles; i += group_size()) theta[i] = slots.v[p.angle_slot + head() * kAngles + i];
  for (uint j = lane(); j < kKeys; j += group_size()) into_before[j] = slots.v[p.b_slot + head() * kKeys + j];
  const uint own_column = head() * kValues + min(column(), kValues - 1);
  float x_before = slots.v[p.x_slot + own_column];
  const uint inner = p.heads * kValues, group_keys = head() * p.groups / p.heads * kKeys;
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = sequence() * p.tokens + t, begin = row * p.width, steps = begin + 2 * inner + 2 * p.groups * kKeys;
    const float delta = softplus(p.projected.v[steps + head()] + p.dt_bias.v[head()]);
    const float v = p.projected.v[steps + p.heads + head()];
    const float tail = kHeavyTail ? (v >= 0 ? 1.0 + v : 1.0 / (1.0 - v)) : softplus(v);
    const float alpha = e_to(min(-tail, -p.least_rate) * delta);
    const float share = sigmoid(p.projected.v[steps + 2 * p.heads + head()]);
    barrier();  // what the token before left was read
    for (uint i = lane(); i < kAngles; i += group_size()) {
      precise const float angle = theta[i] + kPi * tangent_h(p.projected.v[steps + 3 * p.heads + i]) * delta;
      theta[i] = angle - trunc(angle / (2 * kPi)) * (2 * kPi);
    }
    if (t > 0) {
      for (uint j = lane(); j < kKeys; j += group_size()) into_before[j] = into[j];
    }
    barrier();
    const uint keys = row * p.groups * kKeys + group_keys;
    for (uint j = lane(); j < kKeys; j += group_size()) {
      into[j] = turned(p.b, p.b_bias, keys, j);
      out_of[j] = turned(p.c, p.c_bias, keys, j);
    }
    barrier();
    const float x = p.projected.v[begin + inner + own_column];
    const float before = (1.0 - share) * delta * alpha * x_before, now = share * delta * x;
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      const uint j = key_of(own);
      state[own] = alpha * state[own] + before * into_before[j] + now * into[j];
      sum += state[own] * out_of[j];
    }
    sum = column_sum(sum) + p.d.v[head()] * x;
    if (has_column() && part() == 0) p.y.v[row * inner + own_column] = sum;
    x_before = x;
  }
  store_state(slots, p.ssm_slot);
  if (has_column() && part() == 0) slots.v[p.x_slot + own_column] = x_before;
  for (uint i = lane(); i < kAngles; i += group_size()) slots.v[p.angle_slot + head() * kAngles + i] = theta[i];
  for (uint j = lane(); j < kKeys; j += group_size()) slots.v[p.b_slot + head() * kKeys + j] = into[j];
}
