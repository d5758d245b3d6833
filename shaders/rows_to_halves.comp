// Rows of float32 as halves, each row scaled by a power of two; a work group a row.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/reduce.glsl"
#include "include/power_scale.glsl"

layout(constant_id = 1) const bool kAligned = true;  // rows have a multiple of four numbers
layout(buffer_reference, std430, buffer_reference_align = 8) buffer Words2 { uvec2 v[]; };
layout(push_constant) uniform Push {
  Floats x;
  Words2 halves;
  Floats scales;  // by which a row's products are to be multiplied
  uint rows, columns;
  uint pitch;  // halves of a row in fours; those behind the last column become 0
} p;

vec4 four_at(uint row, uint column) {
  const uint at = row * p.columns + column;
  if (kAligned) return column < p.columns ? Floats4(p.x).v[at / 4] : vec4(0);
  vec4 four = vec4(0);
  [[unroll]] for (uint i = 0; i < 4; ++i) {
    if (column + i < p.columns) four[i] = p.x.v[at + i];
  }
  return four;
}

void main() {
  const uint row = group_index();
  if (row >= p.rows) return;
  float largest = 0;
  for (uint i = lane(); i < p.pitch; i += group_size()) {
    const vec4 four = abs(four_at(row, 4 * i));
    largest = max(largest, max(max(four.x, four.y), max(four.z, four.w)));
  }
  const int exponent = scale_exponent(group_max(largest));
  const float up = power_of(exponent);
  for (uint i = lane(); i < p.pitch; i += group_size()) {
    const vec4 four = up * four_at(row, 4 * i);
    p.halves.v[row * p.pitch + i] = uvec2(packHalf2x16(four.xy), packHalf2x16(four.zw));
  }
  if (lane() == 0) p.scales.v[row] = power_of(-exponent);
}
