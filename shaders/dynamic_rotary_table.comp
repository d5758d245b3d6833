// Cosines and sines whose base grows with the text (engine/ops/rotary.h): a work group a sequence. Exponents are kept in two
// floats, since an angle is a frequency times a large position.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(push_constant) uniform Push {
  Sequences sequences;
  Floats cosines, sines;
  uint position_slot, reach_slot, pairs, tokens;
  float log_theta, log_theta_rest;  // natural logarithm of the base
  float factor, positions, power;   // power: R / (R - 2)
} p;

void main() {
  const uint sequence = gl_WorkGroupID.x;
  Floats state = p.sequences.v[sequence].fixed_slots;
  const float first = state.v[p.position_slot], reach = state.v[p.reach_slot];
  for (uint i = lane(); i < p.tokens * p.pairs; i += group_size()) {
    const float position = first + float(i / p.pairs), pair = float(i % p.pairs), count = float(p.pairs);
    const float text = max(max(p.positions, reach), position + 1.0);
    const float growth = p.factor * (text - p.positions) / p.positions;  // less 1
    precise const float rest = p.log_theta_rest + p.power * log_of_one_plus(growth);
    precise const float share = pair / count;
    const vec2 back = whole_product(share, count), product = whole_product(share, p.log_theta);
    precise const float share_rest = ((pair - back.x) - back.y) / count;
    precise const float exponent_rest = product.y + share * rest + share_rest * p.log_theta;
    precise const float whole = product.x + exponent_rest, left = exponent_rest - (whole - product.x);
    precise const float frequency = e_to(-whole) * (1.0 - left);
    precise const float angle = position * frequency;
    const vec2 turn = cosine_and_sine(angle);
    p.cosines.v[sequence * p.tokens * p.pairs + i] = turn.x;
    p.sines.v[sequence * p.tokens * p.pairs + i] = turn.y;
  }
  barrier();  // everybody has read the position
  if (lane() == 0) state.v[p.position_slot] = first + float(p.tokens);
}
