// linear of the step sizes, then Mamba's recurrence, for one token (linear_scan of engine/backends/gpu/fused_ops.h): four
// invocations a channel, each with a quarter of its row of the matrix and of its states.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"
#include "include/matrix.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kRank = 160;
layout(constant_id = 2) const uint kStates = 16;
layout(constant_id = 3) const uint kChannels = 64;
layout(constant_id = 4) const uint kBlocks = 1;  // of a row of the matrix
layout(constant_id = 5) const bool kNorms = false;
layout(constant_id = 6) const uint kInputsWidth = 192;
layout(constant_id = 7) const uint kDtFirst = 0;
layout(constant_id = 8) const uint kBFirst = 0;
layout(constant_id = 9) const uint kCFirst = 0;
layout(constant_id = 10) const uint kGateWidth = 64;
layout(constant_id = 11) const uint kGateFirst = 0;
layout(constant_id = 12) const uint kAhead = 1;  // units of the matrix that an invocation reads at once
layout(push_constant) uniform Push {
  Words plane0, plane1, plane2, plane3;
  Floats inputs, bias, x, a, d, z;
  Sequences sequences;
  Floats y, dt_norm, b_norm, c_norm;
  uint slot;
  float epsilon;
} p;

const uint kParts = 4, kInvocations = 64, kOwnStates = (kStates + kParts - 1) / kParts, kPadded = (kRank + 255) / 256 * 256;
shared float steps[kPadded], into[kStates], out_of[kStates], part_sums[kInvocations];

// The sum over the invocations of a channel.
float channel_sum(float value) {
  barrier();
  part_sums[lane()] = value;
  barrier();
  const uint first = lane() / kParts * kParts;
  return (part_sums[first] + part_sums[first + 1]) + (part_sums[first + 2] + part_sums[first + 3]);
}

float scale_of(uint first, uint size) {
  float squares = 0;
  for (uint i = lane(); i < size; i += kInvocations) squares += p.inputs.v[first + i] * p.inputs.v[first + i];
  return 1.0 / sqrt(group_sum(squares) / float(size) + p.epsilon);
}

float sum = 0;

void add_unit(Packed packed, uint unit) {
  [[unroll]] for (uint run = 0; run < RUNS; ++run) {
    const uint begin = run_begin(unit, run);
    float coded = 0, total = 0;
    [[unroll]] for (uint f = 0; f < RUN / 4; ++f) {
      const uint at = begin + 4 * f;
      const vec4 four = vec4(steps[at], steps[at + 1], steps[at + 2], steps[at + 3]);
      coded += dot(codes(packed, run, f), four);
      total += dot(four, vec4(1));
    }
    const vec2 scale = run_scale(packed, run);
    sum += scale.x * coded + scale.y * total;
  }
}

void main() {
  const uint sequence = gl_WorkGroupID.y, part = lane() % kParts;
  const uint e = gl_WorkGroupID.x * (kInvocations / kParts) + lane() / kParts, row = min(e, kChannels - 1);
  const uint inputs = sequence * kInputsWidth, units = units_of(kBlocks);
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, kBlocks);
  Floats state = p.sequences.v[sequence].fixed_slots;
  // All that needs nothing of the others is asked for first.
  Packed packed[kAhead];
  [[unroll]] for (uint k = 0; k < kAhead; ++k) packed[k] = fetch(matrix, row, min(part + kParts * k, units - 1));
  float s[kOwnStates], rates[kOwnStates];
  [[unroll]] for (uint i = 0; i < kOwnStates; ++i) {
    const uint at = min(part + kParts * i, kStates - 1) * kChannels + row;
    s[i] = state.v[p.slot + at];
    rates[i] = p.a.v[at];
  }
  const uint own = sequence * kChannels + row;
  const float x = p.x.v[own], z = p.z.v[sequence * kGateWidth + kGateFirst + row], bias = p.bias.v[row], d = p.d.v[row];
  float dt_scale = 1, b_scale = 1, c_scale = 1;
  if (kNorms) {
    dt_scale = scale_of(inputs + kDtFirst, kRank);
    b_scale = scale_of(inputs + kBFirst, kStates);
    c_scale = scale_of(inputs + kCFirst, kStates);
  }
  for (uint i = lane(); i < kPadded; i += kInvocations) {
    steps[i] = i < kRank ? p.inputs.v[inputs + kDtFirst + i] * (kNorms ? dt_scale * p.dt_norm.v[i] : 1.0) : 0.0;
  }
  for (uint n = lane(); n < kStates; n += kInvocations) {
    into[n] = p.inputs.v[inputs + kBFirst + n] * (kNorms ? b_scale * p.b_norm.v[n] : 1.0);
    out_of[n] = p.inputs.v[inputs + kCFirst + n] * (kNorms ? c_scale * p.c_norm.v[n] : 1.0);
  }
  barrier();
  [[unroll]] for (uint k = 0; k < kAhead; ++k) {
    if (part + kParts * k < units) add_unit(packed[k], part + kParts * k);
  }
  for (uint unit = part + kParts * kAhead; unit < units; unit += kParts) add_unit(fetch(matrix, row, unit), unit);
  const float delta = softplus(channel_sum(sum) + bias), written = delta * x;
  float y = 0;
  [[unroll]] for (uint i = 0; i < kOwnStates; ++i) {
    const uint n = part + kParts * i;
    if (n >= kStates) break;
    s[i] = e_to(delta * rates[i]) * s[i] + written * into[n];
    y += s[i] * out_of[n];
    if (e < kChannels) state.v[p.slot + n * kChannels + row] = s[i];
  }
  y = channel_sum(y);
  if (part > 0 || e >= kChannels) return;
  p.y.v[own] = (y + d * x) * (z * sigmoid(z));
}
