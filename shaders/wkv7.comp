// The recurrence of RWKV-7 (engine/ops/wkv7.h).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats r, w, k, v, kk, a, y;
  uint slot, tokens, heads;
} p;

// Two tokens' numbers: while one is computed, what the next needs is on its way. A group has at least kKeys invocations.
shared float decay[2 * kKeys], removal[2 * kKeys], back[2 * kKeys], written[2 * kKeys], read[2 * kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  const bool fetches = lane() < kKeys;
  const uint step = p.heads * kKeys;
  uint begin = (sequence() * p.tokens * p.heads + head()) * kKeys;
  float r, w, k, kk, a, v;
  for (uint t = 0; t <= p.tokens; ++t, begin += step) {
    if (t > 0 && fetches) {
      const uint at = ((t - 1) % 2) * kKeys + lane();
      decay[at] = w;
      removal[at] = -kk;
      back[at] = kk * a;
      written[at] = k;
      read[at] = r;
    }
    const float value = v;
    if (t < p.tokens) {
      if (fetches) {
        r = p.r.v[begin + lane()];
        w = p.w.v[begin + lane()];
        k = p.k.v[begin + lane()];
        kk = p.kk.v[begin + lane()];
        a = p.a.v[begin + lane()];
      }
      v = has_column() ? p.v.v[begin + column()] : 0.0;
    }
    if (t == 0) continue;
    barrier();
    const uint own_keys = ((t - 1) % 2) * kKeys;
    float stored = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (has_key(own)) stored += state[own] * removal[own_keys + key_of(own)];
    }
    stored = column_sum(stored);
    float sum = 0;
    for (uint own = 0; own < kOwn; ++own) {
      if (!has_key(own)) continue;
      const uint j = own_keys + key_of(own);
      state[own] = state[own] * decay[j] + value * written[j] + stored * back[j];
      sum += state[own] * read[j];
    }
    sum = column_sum(sum);
    if (has_column() && part() == 0) p.y.v[begin - step + column()] = sum;
  }
  store_state(slots, p.slot);
}
