// What both kernels of linear share: the operands, and what happens to a finished sum.
#include "eddy.glsl"
#include "activation.glsl"
#include "matrix.glsl"

layout(push_constant) uniform Push {
  Words plane0, plane1, plane2, plane3;
  Floats x, bias, residual, y;
  uint rows;     // N: of the matrix
  uint columns;  // K
  uint blocks;
  uint vectors;  // rows of x
  uint activation;
  uint has;  // 1: a bias, 2: a residual
  uint experts;
  // Of matrix-vector products alone: a norm of x before, a convolution of the outputs after (linear_gemv.comp).
  Floats norm_weight;
  Sequences sequences;
  Floats convolved;
  float epsilon;
  uint slot;
} p;

#include "finish.glsl"

// Four numbers of a row of x; columns past its end are 0. `aligned`: K is a multiple of 4.
vec4 four_of(uint vector, uint column, bool aligned) {
  const uint at = vector * p.columns + column;
  if (aligned) return column < p.columns ? Floats4(p.x).v[at / 4] : vec4(0);
  vec4 four = vec4(0);
  [[unroll]] for (uint i = 0; i < 4; ++i) {
    if (column + i < p.columns) four[i] = p.x.v[at + i];
  }
  return four;
}
