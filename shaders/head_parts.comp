// What RWKV-7 does with each head of a row by itself: a work group a head.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kKind = 0;  // 0 rwkv7_key, 1 rwkv7_readout, 2 head_bonus
// key: a = k, b = a, w0 = k_k, w1 = k_a, out0 the removal, out1 the key.
// readout: a = y, b = r, c = k, d = v, e = g, w0 = r_k, w1 and w2 the norm's weight and bias. bonus: the same without e, w1, w2.
layout(push_constant) uniform Push {
  Floats a, b, c, d, e, w0, w1, w2, out0, out1;
  uint parts, size, heads;
  float epsilon;
} p;

void key(uint begin, uint channel) {
  float squares = 0;
  for (uint i = lane(); i < p.size; i += group_size()) {
    const float x = p.a.v[begin + i] * p.w0.v[channel + i];
    squares += x * x;
  }
  const float length_of_it = max(sqrt(group_sum(squares)), 1e-12);
  for (uint i = lane(); i < p.size; i += group_size()) {
    const float k = p.a.v[begin + i];
    p.out0.v[begin + i] = k * p.w0.v[channel + i] / length_of_it;
    p.out1.v[begin + i] = k * (1.0 + (p.b.v[begin + i] - 1.0) * p.w1.v[channel + i]);
  }
}

void readout(uint begin, uint channel) {
  float mean = 0, bonus = 0, squares = 0;
  for (uint i = lane(); i < p.size; i += group_size()) {
    mean += p.a.v[begin + i];
    bonus += p.b.v[begin + i] * p.c.v[begin + i] * p.w0.v[channel + i];
  }
  bonus = group_sum(bonus);
  if (kKind == 2) {
    for (uint i = lane(); i < p.size; i += group_size()) {
      p.out0.v[begin + i] = p.a.v[begin + i] + bonus * p.d.v[begin + i];
    }
    return;
  }
  mean = group_sum(mean) / float(p.size);
  for (uint i = lane(); i < p.size; i += group_size()) {
    const float centred = p.a.v[begin + i] - mean;
    squares += centred * centred;
  }
  const float scale = 1.0 / sqrt(group_sum(squares) / float(p.size) + p.epsilon);
  for (uint i = lane(); i < p.size; i += group_size()) {
    const float normed = (p.a.v[begin + i] - mean) * scale * p.w1.v[channel + i] + p.w2.v[channel + i];
    p.out0.v[begin + i] = (normed + bonus * p.d.v[begin + i]) * p.e.v[begin + i];
  }
}

void main() {
  const uint part = group_index();
  if (part >= p.parts) return;
  const uint begin = part * p.size, channel = part % p.heads * p.size;
  if (kKind == 0) {
    key(begin, channel);
  } else {
    readout(begin, channel);
  }
}
