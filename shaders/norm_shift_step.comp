// layer_norm, then token_shift, of one token a sequence (engine/backends/gpu/fused_ops.h): a work group norms the whole row, which
// its invocations have in registers, and writes kSlice of its channels. All that does not depend on the norm is asked for before it.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(constant_id = 1) const uint kChannels = 4;
layout(constant_id = 2) const uint kSlice = 128;
layout(constant_id = 3) const uint kOutputs = 1;
layout(constant_id = 4) const uint kKept = 1;  // fours of the row that an invocation has
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, weight, bias, mixes;
  Floats y[8];
  uint slot;
  float epsilon;
} p;

const uint kMostSubgroups = 128, kFours = kChannels / 4;
shared vec3 of_subgroups[kMostSubgroups];  // how many numbers, their mean, the sum of the squares of what they differ from it

vec4 row[kKept];

bool has_four(uint i) { return lane() + i * group_size() < kFours; }

// Mean, and one over the deviation, of the row: each subgroup's about its own mean, then joined (Chan, Golub, LeVeque 1979).
vec2 norm_of_row() {
  float count = 0, sum = 0, squares = 0;
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    count += has_four(i) ? 4.0 : 0.0;
    sum += dot(row[i], vec4(1));
  }
  count = subgroupAdd(count);
  const float own_mean = subgroupAdd(sum) / max(count, 1.0);
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    const vec4 centred = has_four(i) ? row[i] - own_mean : vec4(0);
    squares += dot(centred, centred);
  }
  squares = subgroupAdd(squares);
  if (subgroupElect()) of_subgroups[gl_SubgroupID] = vec3(count, own_mean, squares);
  barrier();
  sum = 0;
  for (uint s = gl_SubgroupInvocationID; s < gl_NumSubgroups; s += gl_SubgroupSize) {
    sum += of_subgroups[s].x * of_subgroups[s].y;
  }
  const float mean = subgroupAdd(sum) / float(kChannels);
  squares = 0;
  for (uint s = gl_SubgroupInvocationID; s < gl_NumSubgroups; s += gl_SubgroupSize) {
    const float apart = of_subgroups[s].y - mean;
    squares += of_subgroups[s].z + of_subgroups[s].x * apart * apart;
  }
  return vec2(mean, 1.0 / sqrt(subgroupAdd(squares) / float(kChannels) + p.epsilon));
}

void main() {
  const uint sequence = gl_WorkGroupID.z, at = sequence * kFours, four = gl_WorkGroupID.x * kSlice / 4 + lane();
  const bool owns = lane() < kSlice / 4 && four < kFours;
  const uint c = owns ? four : 0;
  [[unroll]] for (uint i = 0; i < kKept; ++i) {
    row[i] = has_four(i) ? Floats4(p.x).v[at + lane() + i * group_size()] : vec4(0);
  }
  Floats4 shift = Floats4(p.sequences.v[sequence].fixed_slots);
  vec4 x = vec4(0), weight = x, bias = x, previous = x, mixes[kOutputs];
  if (owns) {
    x = Floats4(p.x).v[at + c];
    weight = Floats4(p.weight).v[c];
    bias = Floats4(p.bias).v[c];
    [[unroll]] for (uint m = 0; m < kOutputs; ++m) mixes[m] = Floats4(p.mixes).v[m * kFours + c];
    previous = shift.v[p.slot / 4 + c];
  }
  const vec2 norm = norm_of_row();
  if (!owns) return;
  const vec4 current = (x - norm.x) * norm.y * weight + bias;
  [[unroll]] for (uint m = 0; m < kOutputs; ++m) Floats4(p.y[m]).v[at + c] = current + (previous - current) * mixes[m];
  shift.v[p.slot / 4 + c] = current;
}
