// Rows of a packed table, by token: a work group each.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/matrix.glsl"

layout(push_constant) uniform Push {
  Words plane0, plane1, plane2, plane3;
  Tokens tokens;
  Floats y;
  uint blocks, columns, count;
} p;

void main() {
  const uint row = group_index();
  if (row >= p.count) return;
  Matrix table = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  const uint token = uint(p.tokens.v[row]);
  for (uint unit = lane(); unit < units_of(p.blocks); unit += group_size()) {
    const Packed packed = fetch(table, token, unit);
    [[unroll]] for (uint run = 0; run < RUNS; ++run) {
      const uint begin = run_begin(unit, run);
      [[unroll]] for (uint four = 0; four < RUN / 4; ++four) {
        precise const vec4 weights = four_weights(packed, run, four);
        [[unroll]] for (uint i = 0; i < 4; ++i) {
          const uint column = begin + 4 * four + i;
          if (column < p.columns) p.y.v[row * p.columns + column] = weights[i];
        }
      }
    }
  }
}
