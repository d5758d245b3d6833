// The recurrence of RWKV-7 (engine/ops/wkv7.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats r, w, k, v, kk, a, y;
  uint slot, tokens, heads;
} p;

shared float decay[kKeys], removal[kKeys], back[kKeys], written[kKeys], read[kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  for (uint t = 0; t < p.tokens; ++t) {
    const uint begin = ((sequence() * p.tokens + t) * p.heads + head()) * kKeys;
    barrier();  // the token before was read
    for (uint j = lane(); j < kKeys; j += group_size()) {
      const float kk = p.kk.v[begin + j];
      decay[j] = p.w.v[begin + j];
      removal[j] = -kk;
      back[j] = kk * p.a.v[begin + j];
      written[j] = p.k.v[begin + j];
      read[j] = p.r.v[begin + j];
    }
    barrier();
    const float value = has_column() ? p.v.v[begin + column()] : 0.0;
    float stored = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (has_key(own)) stored += state[own] * removal[key_of(own)];
    }
    stored = column_sum(stored);
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      const uint j = key_of(own);
      state[own] = state[own] * decay[j] + value * written[j] + stored * back[j];
      sum += state[own] * read[j];
    }
    sum = column_sum(sum);
    if (has_column() && part() == 0) p.y.v[begin + column()] = sum;
  }
  store_state(slots, p.slot);
}
