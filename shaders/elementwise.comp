// Ops in which every output is a function of few numbers (engine/backends/vulkan/elementwise.cpp).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/activation.glsl"

layout(constant_id = 1) const uint kOperation = 0;
layout(push_constant) uniform Push {
  Floats a, b, c, y;
  uint count;
  uint u0, u1, u2;
  float f0, f1;
} p;

// log(sigmoid(x)) / root, not below f1.
float sigmoid_decay(float x) {
  const float log_sigmoid = min(x, 0.0) - log_of_one_plus(e_to(-abs(x)));
  return e_to(max(log_sigmoid / p.f0, p.f1));
}

// u0 channels, u1 of them turned in pairs, u2 channels of a head; with a negative f0 the pairs are neighbours.
float rotated(uint i) {
  const uint row = i / p.u0, within = i % p.u0 % p.u2, pairs = p.u1 / 2;
  if (within >= p.u1) return p.a.v[i];
  const bool adjacent = p.f0 < 0;
  const uint pair = adjacent ? within / 2 : within % pairs, apart = adjacent ? 1 : pairs;
  const bool first = adjacent ? within % 2 == 0 : within < pairs;
  const float cosine = p.b.v[row * pairs + pair], sine = p.c.v[row * pairs + pair];
  precise const float turned = first ? p.a.v[i] * cosine - p.a.v[i + apart] * sine
                                     : p.a.v[i - apart] * sine + p.a.v[i] * cosine;
  return turned;
}

float result(uint i) {
  switch (kOperation) {
    case 0: return p.a.v[i] + p.b.v[i];                                                    // add
    case 1: return p.a.v[i] * p.b.v[i];                                                    // multiply
    case 2: return p.a.v[i] + (p.b.v[i] - p.a.v[i]) * p.c.v[i];                            // lerp
    case 3: { precise const float product = p.a.v[i] * p.b.v[i]; precise const float sum = product + p.c.v[i]; return sum; }
    case 4: return p.f0 * p.a.v[i];                                                        // scale
    case 5: return p.a.v[i] * p.b.v[i % p.u0];                                             // scale_channels
    case 6: return p.a.v[((i / p.u0 + 1) * p.u1 - 1) * p.u0 + i % p.u0];                   // last_tokens
    case 7: return p.a.v[i / p.u0 * p.u1 + p.u2 + i % p.u0];                               // columns
    case 8: { const uint at = i % (p.u0 + p.u1), row = i / (p.u0 + p.u1);                  // join_columns
              return at < p.u0 ? p.a.v[row * p.u0 + at] : p.b.v[row * p.u1 + at - p.u0]; }
    case 9: return p.a.v[i] * activate(uint(p.f0), p.b.v[i / p.u0 * p.u1 + p.u2 + i % p.u0]);  // gate
    case 10: return sigmoid_decay(p.a.v[i]);
    case 11: return e_to(p.b.v[i % p.u0] * softplus(p.a.v[i] + p.c.v[i % p.u0]));          // softplus_decay
    case 12: return p.a.v[i / (p.u0 * p.u1 * p.u2) * p.u0 * p.u1 + i % (p.u0 * p.u1 * p.u2) / p.u0 / p.u2 * p.u0 + i % p.u0];
    case 13: return rotated(i);
    case 14: return p.f0 * tangent_h(p.a.v[i] / p.f0);                                     // soft_cap
    case 15: return p.a.v[i] + p.c.v[i / p.u0] * p.b.v[i];                                 // add_weighted
    default: return p.a.v[i];
  }
}

void main() {
  const uint stride = gl_NumWorkGroups.x * group_size();
  for (uint i = gl_WorkGroupID.x * group_size() + lane(); i < p.count; i += stride) p.y.v[i] = result(i);
}
