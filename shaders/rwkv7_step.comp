// One token of RWKV-7 between its projections (engine/backends/gpu/fused_ops.h): a work group a head.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/reduce.glsl"

layout(constant_id = 5) const bool kMixesValues = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats r, w, k, v, a, g, k_k, k_a, r_k, norm_weight, norm_bias, v_first, share, y;
  uint slot;
  float epsilon;
} p;

shared float decay[kKeys], removal[kKeys], back[kKeys], written[kKeys], read[kKeys];

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_state(slots, p.slot);
  const uint channel = head() * kKeys, at = sequence() * gl_NumWorkGroups.y * kKeys + channel;
  const bool owns = lane() < kKeys;
  const uint j = min(lane(), kKeys - 1);
  const float k = p.k.v[at + j], a = p.a.v[at + j], r = p.r.v[at + j], kk = k * p.k_k.v[channel + j];
  const float key = k * (1.0 + (a - 1.0) * p.k_a.v[channel + j]);
  const float length_of_it = max(sqrt(group_sum(owns ? kk * kk : 0.0)), 1e-12);
  const float bonus = group_sum(owns ? r * key * p.r_k.v[channel + j] : 0.0);
  if (owns) {
    decay[j] = p.w.v[at + j];
    removal[j] = -kk / length_of_it;
    back[j] = kk / length_of_it * a;
    written[j] = key;
    read[j] = r;
  }
  barrier();
  float value = p.v.v[at + column()];
  if (kMixesValues) value += (p.v_first.v[at + column()] - value) * p.share.v[at + column()];
  float stored = 0;
  for (uint own = 0; own < kOwn; ++own) stored += state[own] * removal[key_of(own)];
  stored = column_sum(stored);
  float sum = 0;
  for (uint own = 0; own < kOwn; ++own) {
    const uint i = key_of(own);
    state[own] = state[own] * decay[i] + value * written[i] + stored * back[i];
    sum += state[own] * read[i];
  }
  sum = column_sum(sum);
  store_state(slots, p.slot);
  // Every part has the sum of its column; the first one counts.
  const bool counts = part() == 0;
  const float mean = group_sum(counts ? sum : 0.0) / float(kValues);
  const float centred = sum - mean;
  const float scale = 1.0 / sqrt(group_sum(counts ? centred * centred : 0.0) / float(kValues) + p.epsilon);
  if (!counts) return;
  const uint c = channel + column();
  const float normed = centred * scale * p.norm_weight.v[c] + p.norm_bias.v[c];
  p.y.v[at + column()] = (normed + bonus * value) * p.g.v[at + column()];
}
