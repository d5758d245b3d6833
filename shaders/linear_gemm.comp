// linear for many rows of x: a work group of 256 makes a tile of 64 x 64 outputs, 4 x 4 an invocation.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/linear.glsl"

layout(constant_id = 1) const bool kAligned = true;

const uint kTile = 64, kDepth = 16, kPitch = kTile + 1;
shared float x_tile[kDepth * kPitch];
shared float w_tile[kDepth * kPitch];

void main() {
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  const uint first_row = gl_WorkGroupID.x * kTile, first_vector = gl_WorkGroupID.y * kTile;
  // Loading: each invocation four numbers of one row. Computing: rows 16 apart, so that neighbours read neighbours.
  const uint load_row = lane() / 4, load_four = lane() % 4;
  const uint own_row = lane() % 16, own_vector = lane() / 16;
  float sums[16];
  [[unroll]] for (uint i = 0; i < 16; ++i) sums[i] = 0;
  for (uint begin = 0; begin < p.columns; begin += kDepth) {
    const uint column = begin + 4 * load_four;
    const vec4 x = first_vector + load_row < p.vectors ? four_of(first_vector + load_row, column, kAligned) : vec4(0);
    vec4 w = vec4(0);
    if (first_row + load_row < p.rows && column < p.columns) {
      const uvec2 place = unit_and_run(column / RUN);
      w = four_weights(fetch(matrix, first_row + load_row, place.x), place.y, column % RUN / 4);
    }
    barrier();
    [[unroll]] for (uint i = 0; i < 4; ++i) {
      x_tile[(4 * load_four + i) * kPitch + load_row] = x[i];
      w_tile[(4 * load_four + i) * kPitch + load_row] = w[i];
    }
    barrier();
    [[unroll]] for (uint k = 0; k < kDepth; ++k) {
      float xs[4], ws[4];
      [[unroll]] for (uint i = 0; i < 4; ++i) {
        xs[i] = x_tile[k * kPitch + own_vector + 16 * i];
        ws[i] = w_tile[k * kPitch + own_row + 16 * i];
      }
      [[unroll]] for (uint i = 0; i < 16; ++i) sums[i] += xs[i / 4] * ws[i % 4];
    }
  }
  [[unroll]] for (uint i = 0; i < 16; ++i) {
    const uint vector = first_vector + own_vector + 16 * (i / 4), row = first_row + own_row + 16 * (i % 4);
    if (vector < p.vectors && row < p.rows) finish(vector, row, sums[i]);
  }
}
