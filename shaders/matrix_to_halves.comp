// Rows of a packed matrix as halves, for the products on matrix units; a work group a row.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/matrix.glsl"
#include "include/reduce.glsl"
#include "include/power_scale.glsl"

// Single numbers can be of any size: each row is scaled by a power of two. Packed ones are what a file's halves can scale.
layout(constant_id = 1) const bool kScaled = false;
layout(buffer_reference, std430, buffer_reference_align = 16) buffer WideWords { uvec4 v[]; };
layout(push_constant) uniform Push {
  Words plane0, plane1, plane2, plane3;
  WideWords halves;  // of row `first` on
  Floats scales;
  uint blocks, first, count;
  uint pitch;  // halves of a row in eights
} p;

const float kMostHalf = 65504.0;

void main() {
  const uint row = group_index();
  if (row >= p.count) return;
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  int exponent = 0;
  if (kScaled) {
    float largest = 0;
    for (uint unit = lane(); unit < units_of(p.blocks); unit += group_size()) {
      const Packed packed = fetch(matrix, p.first + row, unit);
      [[unroll]] for (uint four = 0; four < RUN / 4; ++four) {
        const vec4 weights = abs(four_weights(packed, 0, four));
        largest = max(largest, max(max(weights.x, weights.y), max(weights.z, weights.w)));
      }
    }
    exponent = scale_exponent(group_max(largest));
    if (lane() == 0) p.scales.v[row] = power_of(-exponent);
  }
  const float up = power_of(exponent);
  for (uint unit = lane(); unit < units_of(p.blocks); unit += group_size()) {
    const Packed packed = fetch(matrix, p.first + row, unit);
    [[unroll]] for (uint run = 0; run < RUNS; ++run) {
      const uint begin = run_begin(unit, run) / 8;
      [[unroll]] for (uint eight = 0; eight < RUN / 8; ++eight) {
        const vec4 low = clamp(up * four_weights(packed, run, 2 * eight), -kMostHalf, kMostHalf);
        const vec4 high = clamp(up * four_weights(packed, run, 2 * eight + 1), -kMostHalf, kMostHalf);
        p.halves.v[row * p.pitch + begin + eight] = uvec4(packHalf2x16(low.xy), packHalf2x16(low.zw),
                                                          packHalf2x16(high.xy), packHalf2x16(high.zw));
      }
    }
  }
}
