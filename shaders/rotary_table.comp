// Cosines and sines for all layers (engine/ops/rotary.h): a work group a sequence, which moves the position on at the end.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats frequencies, cosines, sines;
  uint slot, pairs, tokens;
  float amplitude;
} p;

void main() {
  const uint sequence = gl_WorkGroupID.x;
  Floats state = p.sequences.v[sequence].fixed_slots;
  const float first = state.v[p.slot];
  for (uint i = lane(); i < p.tokens * p.pairs; i += group_size()) {
    precise const float angle = (first + float(i / p.pairs)) * p.frequencies.v[i % p.pairs];
    const vec2 turn = cosine_and_sine(angle);
    p.cosines.v[sequence * p.tokens * p.pairs + i] = p.amplitude * turn.x;
    p.sines.v[sequence * p.tokens * p.pairs + i] = p.amplitude * turn.y;
  }
  barrier();  // everybody has read the position
  if (lane() == 0) state.v[p.slot] = first + float(p.tokens);
}
