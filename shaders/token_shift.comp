// token_shift and ddlerp_base: one invocation a channel, which goes through a chunk of the tokens of a sequence.
// Where that is all of them the last x stays behind in the state, else keep_last.comp sees to it.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(constant_id = 1) const bool kIsBase = false;  // ddlerp_base: outputs are the difference and x + difference * mu
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats x, mixes;
  Floats y[8];
  uint slot, channels, tokens, outputs, chunk;
} p;

void main() {
  const uint c = gl_GlobalInvocationID.x, sequence = gl_WorkGroupID.z, first = gl_WorkGroupID.y * p.chunk;
  if (c >= p.channels) return;
  Floats shift = p.sequences.v[sequence].fixed_slots;
  const uint base = sequence * p.tokens * p.channels + c;
  float previous = first == 0 ? shift.v[p.slot + c] : p.x.v[base + (first - 1) * p.channels];
  for (uint t = first; t < min(first + p.chunk, p.tokens); ++t) {
    const uint at = base + t * p.channels;
    const float current = p.x.v[at], difference = previous - current;
    if (kIsBase) {
      p.y[0].v[at] = difference;
      p.y[1].v[at] = current + difference * p.mixes.v[c];
    } else {
      for (uint m = 0; m < p.outputs; ++m) p.y[m].v[at] = current + difference * p.mixes.v[m * p.channels + c];
    }
    previous = current;
  }
  if (p.chunk >= p.tokens) shift.v[p.slot + c] = previous;  // nobody else reads it
}
