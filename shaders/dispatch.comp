// Pairs of token and expert, sorted by expert (engine/ops/experts.h): one work group, an invocation an expert.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(constant_id = 1) const uint kExperts = 8;
layout(push_constant) uniform Push {
  Floats choices, y;
  uint pairs, used;
} p;

shared uint begins[kExperts + 1];

void main() {
  for (uint e = lane(); e < kExperts; e += group_size()) {
    uint count = 0;
    for (uint i = 0; i < p.pairs; ++i) count += uint(p.choices.v[i]) == e ? 1 : 0;
    begins[e + 1] = count;
  }
  barrier();
  if (lane() == 0) {
    begins[0] = 0;
    for (uint e = 0; e < kExperts; ++e) begins[e + 1] += begins[e];
  }
  barrier();
  for (uint e = lane(); e <= kExperts; e += group_size()) p.y.v[e] = float(begins[e]);
  const uint tokens = kExperts + 1, rows = tokens + p.pairs;
  for (uint e = lane(); e < kExperts; e += group_size()) {
    uint next = begins[e];
    for (uint i = 0; i < p.pairs; ++i) {
      if (uint(p.choices.v[i]) != e) continue;
      p.y.v[tokens + next] = float(i / p.used);
      p.y.v[rows + i] = float(next++);
    }
  }
}
