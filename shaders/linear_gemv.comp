// linear for few rows of x: a work group goes along kRows rows of the matrix for all kVectors rows of x.
// With GROUPED, grouped_linear: one row of x by the matrix of its expert, `bias` is what dispatch made.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/linear.glsl"

layout(constant_id = 1) const uint kRows = 2;
layout(constant_id = 2) const uint kVectors = 1;
layout(constant_id = 3) const bool kAligned = true;

const uint kMostSubgroups = 64, kMostSums = 16;
shared float subgroup_sums[kMostSubgroups * kMostSums];

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

void main() {
  const uint first = group_index() * kRows, vector = first_vector(), matrix_row = vector_matrix(vector) * p.rows;
  if (first >= p.rows) return;
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  float sums[kMostSums];
  [[unroll]] for (uint i = 0; i < kRows * kVectors; ++i) sums[i] = 0;
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
  barrier();
  if (lane() >= kRows * kVectors) return;
  float sum = 0;
  for (uint s = 0; s < gl_NumSubgroups; ++s) sum += subgroup_sums[s * kMostSums + lane()];
  const uint row = first + lane() / kVectors;
  if (row < p.rows) finish(vector + lane() % kVectors, row, sum);
}
