// The recurrence of Mamba-2 for one token (engine/ops/ssd.h): an invocation has four channels of every kRowsAtOnce-th state of
// a head, so that the state is read and written 16 bytes at a time.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(constant_id = 1) const uint kStates = 128;
layout(constant_id = 2) const uint kChannels = 64;  // of a head
layout(constant_id = 3) const bool kHasGate = false;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats xbc, dt, dt_bias, a, d, z, y;
  uint slot, heads, groups;
  uint dt_width, dt_first, z_width, z_first;
  float dt_least, dt_most;
} p;

const uint kInvocations = 128, kFours = 4, kRowsAtOnce = kInvocations / kFours;
const uint kRows = (kStates + kRowsAtOnce - 1) / kRowsAtOnce;
shared vec4 sums[kInvocations];

void main() {
  const uint head = gl_WorkGroupID.y, sequence = gl_WorkGroupID.z;
  const uint wanted = (gl_WorkGroupID.x * kFours + lane() % kFours) * 4, first_row = lane() / kFours;
  const bool inside = wanted < kChannels;
  const uint column = inside ? wanted : 0;
  Floats4 state = Floats4(p.sequences.v[sequence].fixed_slots);
  const uint begin = (p.slot + head * kStates * kChannels + column) / 4;
  vec4 s[kRows];
  [[unroll]] for (uint i = 0; i < kRows; ++i) {
    const uint n = i * kRowsAtOnce + first_row;
    s[i] = n < kStates ? state.v[begin + n * (kChannels / 4)] : vec4(0);
  }
  const uint width = p.heads * kChannels, row = sequence * (width + 2 * p.groups * kStates);
  const uint into = row + width + head * p.groups / p.heads * kStates, out_of = into + p.groups * kStates;
  const uint own = head * kChannels + column;
  const vec4 x = Floats4(p.xbc).v[(row + own) / 4];
  const float step = p.dt.v[sequence * p.dt_width + p.dt_first + head] + p.dt_bias.v[head];
  const float delta = clamp(softplus(step), p.dt_least, p.dt_most), decay = e_to(delta * p.a.v[head]);
  const vec4 added = delta * x;
  vec4 y = vec4(0);
  [[unroll]] for (uint i = 0; i < kRows; ++i) {
    const uint n = i * kRowsAtOnce + first_row;
    if (n >= kStates) break;
    s[i] = decay * s[i] + p.xbc.v[into + n] * added;
    y += p.xbc.v[out_of + n] * s[i];
    if (inside) state.v[begin + n * (kChannels / 4)] = s[i];
  }
  sums[lane()] = y;
  barrier();
  if (lane() >= kFours || !inside) return;
  [[unroll]] for (uint i = 1; i < kRowsAtOnce; ++i) y += sums[i * kFours + lane()];
  y += Floats4(p.d).v[own / 4] * x;
  if (kHasGate) {
    const uint gate = sequence * p.z_width + p.z_first + own;
    [[unroll]] for (uint i = 0; i < 4; ++i) y[i] *= p.z.v[gate + i] * sigmoid(p.z.v[gate + i]);
  }
  Floats4(p.y).v[(sequence * width + own) / 4] = y;
}
