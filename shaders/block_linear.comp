// A matrix of its own for each head, as plain numbers (engine/ops/rg_lru.h): one invocation an output.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/activation.glsl"

layout(push_constant) uniform Push {
  Floats weight, bias, x, y;
  uint heads, columns, rows, activation;  // columns and rows of one head's matrix
} p;

void main() {
  const uint n = gl_GlobalInvocationID.x, vector = gl_WorkGroupID.y;
  if (n >= p.heads * p.rows) return;
  const uint head = n / p.rows;
  float sum = 0;
  for (uint k = 0; k < p.columns; ++k) {
    const uint column = head * p.columns + k;
    sum += p.x.v[vector * p.heads * p.columns + column] * p.weight.v[column * p.rows + n % p.rows];
  }
  p.y.v[vector * p.heads * p.rows + n] = activate(p.activation, sum + p.bias.v[n]);
}
