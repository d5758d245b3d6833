// Linear attention with a decay per key channel (engine/ops/linear_attention.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"

layout(constant_id = 5) const bool kHasBonus = false;
layout(constant_id = 6) const bool kConstantDecay = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats r, k, v, w, u, y;
  uint slot, tokens, heads;
  float scale;
} p;

shared float decay[kKeys], written[kKeys], read[kKeys], bonus[kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  if (kHasBonus) {
    for (uint j = lane(); j < kKeys; j += group_size()) bonus[j] = p.u.v[head() * kKeys + j];
  }
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = (sequence() * p.tokens + t) * p.heads + head(), begin = row * kKeys;
    barrier();
    for (uint j = lane(); j < kKeys; j += group_size()) {
      decay[j] = p.w.v[kConstantDecay ? head() * kKeys + j : begin + j];
      written[j] = p.k.v[begin + j];
      read[j] = p.r.v[begin + j] * p.scale;
    }
    barrier();
    const float value = has_column() ? p.v.v[row * kValues + column()] : 0.0;
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      const uint j = key_of(own);
      const float added = written[j] * value, updated = decay[j] * state[own] + added;
      sum += read[j] * (kHasBonus ? state[own] + bonus[j] * added : updated);
      state[own] = updated;
    }
    sum = column_sum(sum);
    if (has_column() && part() == 0) p.y.v[row * kValues + column()] = sum;
  }
  store_state(slots, p.slot);
}
