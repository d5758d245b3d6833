// Depthwise convolution over time (engine/ops/causal_conv.h): one invocation a channel and chunk of tokens.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/activation.glsl"

layout(constant_id = 1) const uint kKernel = 4;
layout(constant_id = 2) const bool kHasBias = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, weight, bias, y;
  uint slot, channels, width, first, tokens, chunk, activation;
} p;

float input_at(Floats state, uint c, int t) {
  if (t < 0) return state.v[p.slot + uint(t + int(kKernel) - 1) * p.channels + c];
  return p.x.v[(gl_WorkGroupID.z * p.tokens + uint(t)) * p.width + p.first + c];
}

void main() {
  const uint c = gl_GlobalInvocationID.x, begin = gl_WorkGroupID.y * p.chunk;
  if (c >= p.channels) return;
  Floats state = p.sequences.v[gl_WorkGroupID.z].fixed_slots;
  for (uint t = begin; t < min(begin + p.chunk, p.tokens); ++t) {
    float sum = kHasBias ? p.bias.v[c] : 0.0;
    for (uint k = 0; k < kKernel; ++k) {
      sum += p.weight.v[k * p.channels + c] * input_at(state, c, int(t + k) - int(kKernel) + 1);
    }
    p.y.v[(gl_WorkGroupID.z * p.tokens + t) * p.channels + c] = activate(p.activation, sum);
  }
  if (p.chunk < p.tokens) return;  // keep_last.comp sees to the state
  for (uint k = 0; k + 1 < kKernel; ++k) {
    state.v[p.slot + k * p.channels + c] = input_at(state, c, int(p.tokens + k) - int(kKernel) + 1);
  }
}
