// Reads what the next stages will read, so that it is in the second-level cache by then; kEach * 16 bytes an invocation.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"

layout(push_constant) uniform Push {
  Words4 from;
  Floats unlikely;  // written where all that an invocation read makes a certain 128 bits: so it is read at all
  uint count;       // of 16 bytes
} p;

const uint kEach = 8;

void main() {
  const uint first = group_index() * group_size() * kEach + lane();
  uvec4 all = uvec4(0);
  [[unroll]] for (uint i = 0; i < kEach; ++i) {
    const uint at = first + i * group_size();
    if (at < p.count) all ^= p.from.v[at];
  }
  if (all == uvec4(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u)) p.unlikely.v[0] = 0;
}
