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
  const float bias = kHasBias ? p.bias.v[c] : 0.0;
  float weights[kKernel], inputs[kKernel];  // each input is read once and moves down
  for (uint k = 0; k < kKernel; ++k) {
    weights[k] = p.weight.v[k * p.channels + c];
    if (k + 1 < kKernel) inputs[k] = input_at(state, c, int(begin + k) - int(kKernel) + 1);
  }
  for (uint t = begin; t < min(begin + p.chunk, p.tokens); ++t) {
    inputs[kKernel - 1] = input_at(state, c, int(t));
    float sum = bias;
    for (uint k = 0; k < kKernel; ++k) sum += weights[k] * inputs[k];
    p.y.v[(gl_WorkGroupID.z * p.tokens + t) * p.channels + c] = activate(p.activation, sum);
    for (uint k = 0; k + 1 < kKernel; ++k) inputs[k] = inputs[k + 1];
  }
  if (p.chunk < p.tokens) return;  // keep_last.comp sees to the state
  for (uint k = 0; k + 1 < kKernel; ++k) {
    state.v[p.slot + k * p.channels + c] = input_at(state, c, int(p.tokens + k) - int(kKernel) + 1);
  }
}
