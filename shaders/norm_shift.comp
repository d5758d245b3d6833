// layer_norm, then token_shift (engine/backends/gpu/fused_ops.h): a work group norms a whole row and the one before it, and
// writes a slice of its channels.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/reduce.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, weight, bias, mixes;
  Floats y[8];
  uint slot, channels, tokens, outputs, slice;
  float epsilon;
} p;

// Mean, and one over the deviation, of the row that begins at `begin`.
vec2 norm_of(uint begin) {
  float mean = 0, squares = 0;
  for (uint c = lane(); c < p.channels; c += group_size()) mean += p.x.v[begin + c];
  mean = group_sum(mean) / float(p.channels);
  for (uint c = lane(); c < p.channels; c += group_size()) {
    const float centred = p.x.v[begin + c] - mean;
    squares += centred * centred;
  }
  return vec2(mean, 1.0 / sqrt(group_sum(squares) / float(p.channels) + p.epsilon));
}

void main() {
  const uint t = gl_WorkGroupID.y, sequence = gl_WorkGroupID.z, row = sequence * p.tokens + t;
  // The first token's group sees to what stays behind: the last row.
  const uint other = t == 0 ? row + p.tokens - 1 : row - 1;
  const vec2 own_norm = norm_of(row * p.channels), other_norm = other == row ? own_norm : norm_of(other * p.channels);
  Floats shift = p.sequences.v[sequence].fixed_slots;
  const uint first = gl_WorkGroupID.x * p.slice, end = min(first + p.slice, p.channels);
  for (uint c = first + lane(); c < end; c += group_size()) {
    const float weight = p.weight.v[c], bias = p.bias.v[c];
    const float current = (p.x.v[row * p.channels + c] - own_norm.x) * own_norm.y * weight + bias;
    const float neighbour = (p.x.v[other * p.channels + c] - other_norm.x) * other_norm.y * weight + bias;
    const float previous = t == 0 ? shift.v[p.slot + c] : neighbour;
    for (uint m = 0; m < p.outputs; ++m) {
      p.y[m].v[row * p.channels + c] = current + (previous - current) * p.mixes.v[m * p.channels + c];
    }
    if (t == 0) shift.v[p.slot + c] = neighbour;
  }
}
