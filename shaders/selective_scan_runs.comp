// The recurrence of Mamba (engine/ops/selective_scan.h) over many tokens: a work group has 16 channels, four invocations each, and
// fetches 16 tokens at once while those before are computed. Steps and gates are each computed by one invocation.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"
#extension GL_KHR_shader_subgroup_shuffle : require

layout(constant_id = 1) const uint kStates = 16;  // a multiple of 16
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, dt;
  Floats4 b, c;
  Floats a, d, z, y;
  uint slot, channels, tokens, z_width, z_first;
} p;

const uint kInvocations = 64, kParts = 4, kOwnChannels = kInvocations / kParts, kRun = 16;
const uint kPairs = kRun * kOwnChannels / kInvocations;  // of a token and a channel, of an invocation
const uint kRowFours = kStates / 4, kFours = kRowFours / kParts;
const uint kFetched = kRun * kRowFours / kInvocations;

shared float deltas[kRun * kOwnChannels], written[kRun * kOwnChannels], results[kRun * kOwnChannels];
shared vec4 into[kRun * kRowFours], out_of[kRun * kRowFours];

float x[kPairs], dt[kPairs], z[kPairs];
vec4 b[kFetched], c[kFetched];

uint sequence() { return gl_WorkGroupID.y; }
uint channel_of(uint i) { return min(gl_WorkGroupID.x * kOwnChannels + i, p.channels - 1); }
uint row_of(uint t) { return sequence() * p.tokens + min(t, p.tokens - 1); }

void fetch(uint first) {
  const uint e = channel_of(lane() % kOwnChannels);
  [[unroll]] for (uint j = 0; j < kPairs; ++j) {
    const uint row = row_of(first + (lane() + j * kInvocations) / kOwnChannels);
    x[j] = p.x.v[row * p.channels + e];
    dt[j] = p.dt.v[row * p.channels + e];
    z[j] = p.z.v[row * p.z_width + p.z_first + e];
  }
  [[unroll]] for (uint j = 0; j < kFetched; ++j) {
    const uint i = lane() + j * kInvocations, at = row_of(first + i / kRowFours) * kRowFours + i % kRowFours;
    b[j] = p.b.v[at];
    c[j] = p.c.v[at];
  }
}

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  const uint part = lane() % kParts, own = lane() / kParts, e = channel_of(own);
  const float d = p.d.v[channel_of(lane() % kOwnChannels)];
  vec4 state[kFours], rates[kFours];
  [[unroll]] for (uint f = 0; f < kFours; ++f) {
    [[unroll]] for (uint i = 0; i < 4; ++i) {
      const uint at = ((f * kParts + part) * 4 + i) * p.channels + e;
      state[f][i] = slots.v[p.slot + at];
      rates[f][i] = p.a.v[at];
    }
  }
  fetch(0);
  for (uint first = 0; first < p.tokens; first += kRun) {
    const uint count = min(kRun, p.tokens - first);
    float skips[kPairs], gates[kPairs];
    [[unroll]] for (uint j = 0; j < kPairs; ++j) {
      const uint i = lane() + j * kInvocations;
      const float delta = softplus(dt[j]);
      deltas[i] = delta;
      written[i] = delta * x[j];
      skips[j] = d * x[j];
      gates[j] = z[j] * sigmoid(z[j]);
    }
    [[unroll]] for (uint j = 0; j < kFetched; ++j) {
      into[lane() + j * kInvocations] = b[j];
      out_of[lane() + j * kInvocations] = c[j];
    }
    barrier();
    if (first + kRun < p.tokens) fetch(first + kRun);
    for (uint t = 0; t < count; ++t) {
      const float delta = deltas[t * kOwnChannels + own], value = written[t * kOwnChannels + own];
      vec4 sums = vec4(0);
      [[unroll]] for (uint f = 0; f < kFours; ++f) {
        const uint at = t * kRowFours + f * kParts + part;
        const vec4 steps = delta * rates[f];
        state[f] = vec4(e_to(steps.x), e_to(steps.y), e_to(steps.z), e_to(steps.w)) * state[f] + value * into[at];
        sums += state[f] * out_of[at];
      }
      float sum = (sums.x + sums.y) + (sums.z + sums.w);
      [[unroll]] for (uint other = 1; other < kParts; other *= 2) sum += subgroupShuffleXor(sum, other);
      if (part == 0) results[t * kOwnChannels + own] = sum;
    }
    barrier();
    [[unroll]] for (uint j = 0; j < kPairs; ++j) {
      const uint i = lane() + j * kInvocations, t = i / kOwnChannels, channel = gl_WorkGroupID.x * kOwnChannels + i % kOwnChannels;
      if (t < count && channel < p.channels) p.y.v[row_of(first + t) * p.channels + channel] = (results[i] + skips[j]) * gates[j];
    }
  }
  if (gl_WorkGroupID.x * kOwnChannels + own >= p.channels) return;
  [[unroll]] for (uint f = 0; f < kFours; ++f) {
    [[unroll]] for (uint i = 0; i < 4; ++i) slots.v[p.slot + ((f * kParts + part) * 4 + i) * p.channels + e] = state[f][i];
  }
}
