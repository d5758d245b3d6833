// The gated delta rule (engine/ops/gated_delta.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"

layout(constant_id = 5) const bool kTiled = false;       // which key head serves which value head
layout(constant_id = 6) const bool kPerChannel = false;  // a decay for each key channel
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats q, k, v, w, b, y;
  uint slot, tokens, heads, key_heads;
  float scale;
} p;

shared float decay[kKeys], written[kKeys], read[kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  const uint key_head = kTiled ? head() % p.key_heads : head() / (p.heads / p.key_heads);
  for (uint t = 0; t < p.tokens; ++t) {
    const uint row = sequence() * p.tokens + t, own_row = row * p.heads + head();
    const uint keys = (row * p.key_heads + key_head) * kKeys;
    barrier();
    for (uint j = lane(); j < kKeys; j += group_size()) {
      decay[j] = p.w.v[kPerChannel ? own_row * kKeys + j : own_row];
      written[j] = p.k.v[keys + j];
      read[j] = p.q.v[keys + j];
    }
    barrier();
    const float value = has_column() ? p.v.v[own_row * kValues + column()] : 0.0;
    float stored = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      state[own] *= decay[key_of(own)];
      stored += written[key_of(own)] * state[own];
    }
    const float missing = p.b.v[own_row] * (value - column_sum(stored));
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      state[own] += written[key_of(own)] * missing;
      sum += read[key_of(own)] * state[own];
    }
    sum = p.scale * column_sum(sum);
    if (has_column() && part() == 0) p.y.v[own_row * kValues + column()] = sum;
  }
  store_state(slots, p.slot);
}
