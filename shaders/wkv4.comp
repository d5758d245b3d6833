// The recurrence of RWKV-4 (engine/ops/wkv4.h): one invocation a channel.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats r, k, v, w, u, y;
  uint numerator, denominator, exponent, channels, tokens;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x;
  if (c >= p.channels) return;
  Floats state = p.sequences.v[gl_WorkGroupID.y].fixed_slots;
  float a = state.v[p.numerator + c], b = state.v[p.denominator + c], exponent = state.v[p.exponent + c];
  const float w = p.w.v[c], u = p.u.v[c];
  for (uint t = 0; t < p.tokens; ++t) {
    const uint at = (gl_WorkGroupID.y * p.tokens + t) * p.channels + c;
    const float k = p.k.v[at], v = p.v.v[at];
    const float seen = max(exponent, u + k), old = e_to(exponent - seen), now = e_to(u + k - seen);
    p.y.v[at] = p.r.v[at] * ((old * a + now * v) / (old * b + now));
    const float kept = max(exponent + w, k), fade = e_to(exponent + w - kept), write = e_to(k - kept);
    a = fade * a + write * v;
    b = fade * b + write;
    exponent = kept;
  }
  state.v[p.numerator + c] = a;
  state.v[p.denominator + c] = b;
  state.v[p.exponent + c] = exponent;
}
