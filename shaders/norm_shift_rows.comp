// layer_norm, then token_shift, of many tokens (engine/backends/gpu/fused_ops.h): a work group a row, whose invocations have kKept fours of
// it and of the row before in registers.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(constant_id = 1) const uint kChannels = 4;
layout(constant_id = 2) const uint kOutputs = 1;
layout(constant_id = 3) const uint kKept = 1;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats4 x, weight, bias, mixes;
  Floats4 y[8];
  uint slot, tokens;
  float epsilon;
} p;

const uint kMostSubgroups = 128, kFours = kChannels / 4;
// Of both rows: the sums of a subgroup's numbers, of the squares of what they differ from their mean; how many there are.
shared vec4 of_subgroups[kMostSubgroups];
shared float counts[kMostSubgroups];

vec4 own[kKept], other[kKept];

uint four_at(uint i) { return lane() + i * group_size(); }
bool has_four(uint i) { return four_at(i) < kFours; }

// Means of both rows, and one over their deviations: each subgroup's about its own means, then joined (Chan, Golub, LeVeque 1979).
vec4 norms_of_rows() {
  float count = 0;
  vec2 sums = vec2(0), squares = vec2(0);
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    count += has_four(i) ? 4.0 : 0.0;
    sums += vec2(dot(own[i], vec4(1)), dot(other[i], vec4(1)));
  }
  count = subgroupAdd(count);
  sums = subgroupAdd(sums);
  const vec2 means = sums / max(count, 1.0);
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    if (!has_four(i)) continue;
    const vec4 a = own[i] - means.x, b = other[i] - means.y;
    squares += vec2(dot(a, a), dot(b, b));
  }
  squares = subgroupAdd(squares);
  if (subgroupElect()) {
    of_subgroups[gl_SubgroupID] = vec4(sums, squares);
    counts[gl_SubgroupID] = count;
  }
  barrier();
  sums = squares = vec2(0);
  for (uint s = gl_SubgroupInvocationID; s < gl_NumSubgroups; s += gl_SubgroupSize) sums += of_subgroups[s].xy;
  const vec2 all_means = subgroupAdd(sums) / float(kChannels);
  for (uint s = gl_SubgroupInvocationID; s < gl_NumSubgroups; s += gl_SubgroupSize) {
    const vec2 apart = of_subgroups[s].xy / max(counts[s], 1.0) - all_means;
    squares += of_subgroups[s].zw + counts[s] * apart * apart;
  }
  return vec4(all_means, 1.0 / sqrt(subgroupAdd(squares) / float(kChannels) + p.epsilon));
}

void main() {
  const uint t = gl_WorkGroupID.y, sequence = gl_WorkGroupID.z, row = sequence * p.tokens + t;
  // The first token's group sees to what stays behind: the last row.
  const uint before = t == 0 ? row + p.tokens - 1 : row - 1;
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    own[i] = has_four(i) ? p.x.v[row * kFours + four_at(i)] : vec4(0);
    other[i] = has_four(i) ? p.x.v[before * kFours + four_at(i)] : vec4(0);
  }
  Floats4 shift = Floats4(p.sequences.v[sequence].fixed_slots);
  const vec4 norms = norms_of_rows();
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    const uint c = four_at(i);
    if (!has_four(i)) continue;
    const vec4 weight = p.weight.v[c], bias = p.bias.v[c];
    const vec4 current = (own[i] - norms.x) * norms.z * weight + bias, neighbour = (other[i] - norms.y) * norms.w * weight + bias;
    const vec4 previous = t == 0 ? shift.v[p.slot / 4 + c] : neighbour;
    [[unroll]] for (uint m = 0; m < kOutputs; ++m) {
      p.y[m].v[row * kFours + c] = current + (previous - current) * p.mixes.v[m * kFours + c];
    }
    if (t == 0) shift.v[p.slot / 4 + c] = neighbour;
  }
}
