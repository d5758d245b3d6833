// Which experts a token goes to, and with what weights (engine/ops/experts.h): a work group a token.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kExperts = 8;
layout(constant_id = 2) const uint kGroups = 1;
layout(push_constant) uniform Push {
  Floats logits, bias, choices, weights;
  uint count, used, is_sigmoid, normalise, kept_groups, has_bias;
  float epsilon, scale;
} p;

const float kBarred = -3.0e38;
shared float probability[kExperts], wish[kExperts], group_wish[kGroups];
shared bool chosen[kExperts], kept[kGroups];

void score(uint begin) {
  float most = kBarred, sum = 0;
  for (uint e = lane(); e < kExperts; e += group_size()) most = max(most, p.logits.v[begin + e]);
  most = group_max(most);
  for (uint e = lane(); e < kExperts; e += group_size()) {
    const float logit = p.logits.v[begin + e];
    probability[e] = p.is_sigmoid != 0 ? sigmoid(logit) : e_to(logit - most);
    sum += probability[e];
  }
  sum = p.is_sigmoid != 0 ? 1.0 : group_sum(sum);
  for (uint e = lane(); e < kExperts; e += group_size()) {
    probability[e] /= sum;
    wish[e] = probability[e] + (p.has_bias != 0 ? p.bias.v[e] : 0.0);
    chosen[e] = false;
  }
}

// Only the groups with the best two experts stay.
void bar_groups() {
  const uint size = kExperts / kGroups;
  for (uint g = lane(); g < kGroups; g += group_size()) {
    float best = kBarred, second = kBarred;
    for (uint e = g * size; e < (g + 1) * size; ++e) {
      second = max(second, min(best, wish[e]));
      best = max(best, wish[e]);
    }
    group_wish[g] = size > 1 ? best + second : best;
    kept[g] = false;
  }
  barrier();
  for (uint i = 0; i < p.kept_groups; ++i) {
    float most = kBarred;
    for (uint g = lane(); g < kGroups; g += group_size()) {
      if (!kept[g]) most = max(most, group_wish[g]);
    }
    most = group_max(most);
    float first = -1.0e9;  // the first of equals, with its sign turned
    for (uint g = lane(); g < kGroups; g += group_size()) {
      if (!kept[g] && group_wish[g] == most) first = max(first, -float(g));
    }
    first = group_max(first);
    barrier();
    if (lane() == 0 && first > -1.0e8) kept[uint(-first)] = true;
    barrier();
  }
  for (uint e = lane(); e < kExperts; e += group_size()) {
    if (!kept[e / size]) wish[e] = kBarred;
  }
}

void main() {
  const uint row = group_index();
  if (row >= p.count) return;
  score(row * kExperts);
  barrier();
  if (kGroups > 1) bar_groups();
  barrier();
  for (uint i = 0; i < p.used; ++i) {
    float most = kBarred;
    for (uint e = lane(); e < kExperts; e += group_size()) {
      if (!chosen[e]) most = max(most, wish[e]);
    }
    most = group_max(most);
    float first = -1.0e9;
    for (uint e = lane(); e < kExperts; e += group_size()) {
      if (!chosen[e] && wish[e] == most && most > kBarred) first = max(first, -float(e));
    }
    first = group_max(first);
    barrier();
    if (lane() == 0 && first > -1.0e8) chosen[uint(-first)] = true;
    barrier();
  }
  float sum = 0;
  for (uint e = lane(); e < kExperts; e += group_size()) {
    if (chosen[e]) sum += probability[e];
  }
  sum = group_sum(sum);
  const float factor = p.scale / (p.normalise != 0 ? sum + p.epsilon : 1.0);
  for (uint e = lane(); e < kExperts; e += group_size()) {
    if (!chosen[e]) continue;
    uint place = 0;
    for (uint before = 0; before < e; ++before) place += chosen[before] ? 1 : 0;
    p.choices.v[row * p.used + place] = float(e);
    p.weights.v[row * p.used + place] = probability[e] * factor;
  }
}
