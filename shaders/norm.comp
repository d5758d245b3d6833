// layer_norm and group_norm, rms_norm, l2_norm: a work group for each part of a row.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kKind = 0;  // 0 layer, 1 root mean square, 2 length
layout(constant_id = 2) const bool kInFours = false;  // parts have a multiple of four numbers
layout(push_constant) uniform Push {
  Floats x, weight, bias, y;
  uint parts;    // of all rows
  uint size;     // numbers of a part
  uint weights;  // parts of a row that have weights of their own
  float epsilon, scale;
} p;

float factor_of(float squares) {
  return kKind == 2 ? p.scale / sqrt(squares + p.epsilon) : 1.0 / sqrt(squares / float(p.size) + p.epsilon);
}

float finished(float normed, uint own) {
  if (kKind != 2) normed *= p.weight.v[own];
  return kKind == 0 ? normed + p.bias.v[own] : normed;
}

void norm(uint begin, uint own) {
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
  const float factor = factor_of(group_sum(squares));
  for (uint i = lane(); i < p.size; i += group_size()) {
    p.y.v[begin + i] = finished((p.x.v[begin + i] - mean) * factor, own + i);
  }
}

void norm_in_fours(uint begin, uint own) {
  Floats4 x = Floats4(p.x), y = Floats4(p.y);
  float mean = 0;
  if (kKind == 0) {
    for (uint i = lane(); i < p.size / 4; i += group_size()) mean += dot(x.v[begin / 4 + i], vec4(1));
    mean = group_sum(mean) / float(p.size);
  }
  float squares = 0;
  for (uint i = lane(); i < p.size / 4; i += group_size()) {
    const vec4 centred = x.v[begin / 4 + i] - mean;
    squares += dot(centred, centred);
  }
  const float factor = factor_of(group_sum(squares));
  for (uint i = lane(); i < p.size / 4; i += group_size()) {
    const vec4 normed = (x.v[begin / 4 + i] - mean) * factor;
    const uint at = own + 4 * i;
    y.v[begin / 4 + i] =
        vec4(finished(normed.x, at), finished(normed.y, at + 1), finished(normed.z, at + 2), finished(normed.w, at + 3));
  }
}

void main() {
  const uint part = group_index();
  if (part >= p.parts) return;
  const uint begin = part * p.size, own = part % p.weights * p.size;
  if (kInFours) {
    norm_in_fours(begin, own);
  } else {
    norm(begin, own);
  }
}
