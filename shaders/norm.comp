// layer_norm and group_norm, rms_norm, l2_norm: a work group for each part of a row.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kKind = 0;  // 0 layer, 1 root mean square, 2 length
layout(push_constant) uniform Push {
  Floats x, weight, bias, y;
  uint parts;    // of all rows
  uint size;     // numbers of a part
  uint weights;  // parts of a row that have weights of their own
  float epsilon, scale;
} p;

void main() {
  const uint part = group_index();
  if (part >= p.parts) return;
  const uint begin = part * p.size, own = part % p.weights * p.size;
  float mean = 0;
  if (kKind == 0) {
    for (uint i = lane(); i < p.size; i += group_size()) mean += p.x.v[begin + i];
    mean = group_sum(mean) / float(p.size);
  }
  float squares = 0;
  for (uint i = lane(); i < p.size; i += group_size()) {
    const float centred = p.x.v[begin + i] - mean;
    squares += centred * centred;
  }
  squares = group_sum(squares);
  const float factor = kKind == 2 ? p.scale / sqrt(squares + p.epsilon) : 1.0 / sqrt(squares / float(p.size) + p.epsilon);
  for (uint i = lane(); i < p.size; i += group_size()) {
    float y = (p.x.v[begin + i] - mean) * factor;
    if (kKind != 2) y *= p.weight.v[own + i];
    if (kKind == 0) y += p.bias.v[own + i];
    p.y.v[begin + i] = y;
  }
}
