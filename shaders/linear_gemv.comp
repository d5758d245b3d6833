// linear for few rows of x: a work group goes along kRows rows of the matrix for all kVectors rows of x.
// With GROUPED, grouped_linear: one row of x by the matrix of its expert, `bias` is what dispatch made.
// x may go through rms_norm first, a part of the outputs through causal_conv of one token a row of x (norm_linear and
// norm_linear_conv of engine/backends/gpu/fused_ops.h); then `residual` has the taps and `bias` is that of the convolution.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/linear.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kRows = 2;
layout(constant_id = 2) const uint kVectors = 1;
layout(constant_id = 3) const bool kAligned = true;
layout(constant_id = 4) const uint kNormSize = 0;  // of a part of x that is normed by itself; 0: as it is
layout(constant_id = 5) const uint kNormParts = 1;
layout(constant_id = 6) const uint kTaps = 0;  // 0: no convolution
layout(constant_id = 7) const uint kConvFirst = 0;
layout(constant_id = 8) const uint kConvChannels = 0;

const bool kNorms = kNormSize > 0, kNormsWhole = kNorms && kNormParts == 1;

const uint kMostAlong = 32, kMostSums = 16;  // subgroups of at most 128 invocations
shared float subgroup_sums[kMostAlong * kMostSums], subgroup_squares[kMostAlong * 4];

#ifdef GROUPED
uint first_vector() { return gl_WorkGroupID.z; }
// The expert whose rows `vector` is among.
uint vector_matrix(uint vector) {
  uint low = 0, high = p.experts;
  while (high - low > 1) {
    const uint middle = (low + high) / 2;
    if (p.bias.v[middle] <= float(vector)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
#else
uint first_vector() { return 0; }
uint vector_matrix(uint vector) { return 0; }
#endif

#ifndef GROUPED
// One over the root mean square of each part of each row of x; of whole rows the sums say it afterwards.
shared float part_scales[kNormParts * kVectors];

void norm_parts() {
  for (uint i = 0; i < kNormParts * kVectors; ++i) {
    float squares = 0;
    for (uint k = lane(); k < kNormSize; k += group_size()) {
      const float x = p.x.v[i * kNormSize + k];
      squares += x * x;
    }
    squares = group_sum(squares);
    if (lane() == 0) part_scales[i] = 1.0 / sqrt(squares / float(kNormSize) + p.epsilon);
  }
  barrier();
}

// Four numbers of x times the norm's weights, and the scale of their parts where these are normed apart.
vec4 norm_four(vec4 x, uint vector, uint column) {
  if (column >= p.columns) return x;
  if (kAligned) {
    x *= Floats4(p.norm_weight).v[column / 4];
  } else {
    [[unroll]] for (uint i = 0; i < 4; ++i) x[i] *= p.norm_weight.v[min(column + i, p.columns - 1)];
  }
  if (kNormsWhole) return x;
  if (kNormSize % 4 == 0) return x * part_scales[vector * kNormParts + column / kNormSize];
  [[unroll]] for (uint i = 0; i < 4; ++i) x[i] *= part_scales[vector * kNormParts + min(column + i, p.columns - 1) / kNormSize];
  return x;
}

// Output `row` of a sequence: what it was convolved to, while the state moves on by it.
void convolve(uint sequence, uint row, float y) {
  const uint c = row - kConvFirst;
  if (row < kConvFirst || c >= kConvChannels) return;
  Floats state = p.sequences.v[sequence].fixed_slots;
  float sum = (p.has & 1u) != 0 ? p.bias.v[c] : 0.0;
  for (uint k = 0; k < kTaps; ++k) {
    const float x = k + 1 < kTaps ? state.v[p.slot + k * kConvChannels + c] : y;
    sum += p.residual.v[k * kConvChannels + c] * x;
    if (k > 0) state.v[p.slot + (k - 1) * kConvChannels + c] = x;
  }
  p.convolved.v[sequence * kConvChannels + c] = activate(p.activation, sum);
}
#endif

void main() {
  const uint first = group_index() * kRows, vector = first_vector(), matrix_row = vector_matrix(vector) * p.rows;
  if (first >= p.rows) return;
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  float sums[kMostSums], squares[4];
  [[unroll]] for (uint i = 0; i < kRows * kVectors; ++i) sums[i] = 0;
  [[unroll]] for (uint v = 0; v < kVectors; ++v) squares[v] = 0;
#ifndef GROUPED
  if (kNorms && !kNormsWhole) norm_parts();
#endif
  for (uint unit = lane(); unit < units_of(p.blocks); unit += group_size()) {
    Packed packed[8];
    [[unroll]] for (uint r = 0; r < kRows; ++r) packed[r] = fetch(matrix, matrix_row + min(first + r, p.rows - 1), unit);
    [[unroll]] for (uint run = 0; run < RUNS; ++run) {
      const uint begin = run_begin(unit, run);
      [[unroll]] for (uint v = 0; v < kVectors; ++v) {
        vec4 x[RUN / 4];
        float total = 0;
        [[unroll]] for (uint f = 0; f < RUN / 4; ++f) {
          x[f] = four_of(vector + v, begin + 4 * f, kAligned);
#ifndef GROUPED
          if (kNormsWhole) squares[v] += dot(x[f], x[f]);
          if (kNorms) x[f] = norm_four(x[f], vector + v, begin + 4 * f);
#endif
          total += dot(x[f], vec4(1));
        }
        [[unroll]] for (uint r = 0; r < kRows; ++r) {
          float sum = 0;
          [[unroll]] for (uint f = 0; f < RUN / 4; ++f) sum += dot(codes(packed[r], run, f), x[f]);
          const vec2 scale = run_scale(packed[r], run);
          sums[r * kVectors + v] += scale.x * sum + scale.y * total;
        }
      }
    }
  }
  [[unroll]] for (uint i = 0; i < kRows * kVectors; ++i) sums[i] = subgroupAdd(sums[i]);
  if (subgroupElect()) {
    [[unroll]] for (uint i = 0; i < kRows * kVectors; ++i) subgroup_sums[gl_SubgroupID * kMostSums + i] = sums[i];
  }
#ifndef GROUPED
  if (kNormsWhole) {
    [[unroll]] for (uint v = 0; v < kVectors; ++v) squares[v] = subgroupAdd(squares[v]);
    if (subgroupElect()) {
      [[unroll]] for (uint v = 0; v < kVectors; ++v) subgroup_squares[gl_SubgroupID * 4 + v] = squares[v];
    }
  }
#endif
  barrier();
  if (lane() >= kRows * kVectors) return;
  float sum = 0, square = 0;
  for (uint s = 0; s < gl_NumSubgroups; ++s) {
    sum += subgroup_sums[s * kMostSums + lane()];
    if (kNormsWhole) square += subgroup_squares[s * 4 + lane() % kVectors];
  }
  if (kNormsWhole) sum /= sqrt(square / float(kNormSize) + p.epsilon);
  const uint row = first + lane() / kVectors, own = vector + lane() % kVectors;
  if (row >= p.rows) return;
#ifndef GROUPED
  if (kTaps > 0) {
    p.y.v[own * p.rows + row] = sum;
    convolve(own, row, sum);
    return;
  }
#endif
  finish(own, row, sum);
}
