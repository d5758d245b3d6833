// linear for few rows of x: a work group goes along kRows rows of the matrix for all kVectors rows of x, then along the next
// ones, kTurns times. Where kKept is not 0, an invocation has that many units of x, read once.
// With GROUPED, grouped_linear: one row of x by the matrix of its expert, `bias` is what dispatch made.
// x may go through rms_norm first, a part of the outputs through causal_conv of one token a row of x (norm_linear and
// norm_linear_conv of engine/backends/gpu/fused_ops.h); then `residual` has the taps and `bias` is that of the convolution.
// With INTEGERS, for formats of BYTE_CODES: each run of x is rounded to 16 bits, which are two signed bytes; the device multiplies
// four bytes by four bytes and adds them up in one instruction (VK_KHR_shader_integer_dot_product).
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/linear.glsl"
#include "include/reduce.glsl"
#ifdef INTEGERS
#extension GL_EXT_spirv_intrinsics : require
// OpSDotKHR; format 0: four signed bytes in 32 bits.
spirv_instruction(extensions = ["SPV_KHR_integer_dot_product"], capabilities = [6018, 6019], id = 4450)
int signed_dot(uint a, uint b, spirv_literal int format);
#endif

layout(constant_id = 1) const uint kRows = 2;
layout(constant_id = 2) const uint kVectors = 1;
layout(constant_id = 3) const bool kAligned = true;
layout(constant_id = 4) const uint kNormSize = 0;  // of a part of x that is normed by itself; 0: as it is
layout(constant_id = 5) const uint kNormParts = 1;
layout(constant_id = 6) const uint kTaps = 0;  // 0: no convolution
layout(constant_id = 7) const uint kConvFirst = 0;
layout(constant_id = 8) const uint kConvChannels = 0;
layout(constant_id = 9) const uint kTurns = 1;
layout(constant_id = 10) const uint kKept = 0;

const bool kNorms = kNormSize > 0, kNormsWhole = kNorms && kNormParts == 1;

const uint kMostAlong = 32, kSums = kRows * kVectors;  // subgroups of at most 256 invocations
shared float subgroup_sums[kTurns * kMostAlong * kSums], subgroup_squares[kMostAlong * kVectors];

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

// A unit of x as it is multiplied, of each row of x; and the sums of its runs.
const uint kFours = RUN / 4, kRoom = kKept == 0 ? 1 : kKept;
#ifdef INTEGERS
// x = scale * (256 * high + low), bytes of four numbers each.
uint x_high[kRoom * kVectors * RUNS * kFours], x_low[kRoom * kVectors * RUNS * kFours];
float x_scales[kRoom * kVectors * RUNS];
#else
vec4 x[kRoom * kVectors * RUNS * kFours];
#endif
float totals[kRoom * kVectors * RUNS], squares[kVectors];

#ifdef INTEGERS
void keep_run(uint at, vec4 run[kFours]) {
  const float kMost = 32512;  // 127 * 256: its high byte has a sign too
  vec4 largest = vec4(0);
  [[unroll]] for (uint f = 0; f < kFours; ++f) largest = max(largest, abs(run[f]));
  const float most = max(max(largest.x, largest.y), max(largest.z, largest.w));
  // Of numbers so small that 1 / scale is infinite nothing remains.
  const bool counts = most > 1e-34;
  const float into = counts ? kMost / most : 0.0;
  x_scales[at] = counts ? most / kMost : 0.0;
  [[unroll]] for (uint f = 0; f < kFours; ++f) {
    // Past 2^23 numbers are whole: the low bits of 1.5 * 2^23 + n are those of n.
    const uvec4 bits = floatBitsToUint(run[f] * into + 12582912.0), highs = bits + 128u >> 8 & 255u, lows = bits & 255u;
    x_high[at * kFours + f] = highs.x | highs.y << 8 | highs.z << 16 | highs.w << 24;
    x_low[at * kFours + f] = lows.x | lows.y << 8 | lows.z << 16 | lows.w << 24;
  }
}

// The codes of a run times x, as far as that is independent of the run's own scales.
float run_sum(Packed weights, uint run, uint at) {
  int high = 0, low = 0;
  [[unroll]] for (uint f = 0; f < kFours; ++f) {
    const uint bytes = code_bytes(weights, run, f);
    high += signed_dot(bytes, x_high[at * kFours + f], 0);
    low += signed_dot(bytes, x_low[at * kFours + f], 0);
  }
  return x_scales[at] * float(256 * high + low);
}
#else
void keep_run(uint at, vec4 run[kFours]) {
  [[unroll]] for (uint f = 0; f < kFours; ++f) x[at * kFours + f] = run[f];
}

float run_sum(Packed weights, uint run, uint at) {
  float sum = 0;
  [[unroll]] for (uint f = 0; f < kFours; ++f) sum += dot(codes(weights, run, f), x[at * kFours + f]);
  return sum;
}
#endif

void take_x(uint place, uint unit, uint first) {
  const bool inside = unit < units_of(p.blocks);
  [[unroll]] for (uint v = 0; v < kVectors; ++v) {
    [[unroll]] for (uint run = 0; run < RUNS; ++run) {
      const uint at = (place * kVectors + v) * RUNS + run;
      float total = 0;
      vec4 taken[kFours];
      [[unroll]] for (uint f = 0; f < kFours; ++f) {
        const uint column = run_begin(unit, run) + 4 * f;
        vec4 four = inside ? four_of(first + v, column, kAligned) : vec4(0);
#ifndef GROUPED
        if (kNormsWhole) squares[v] += dot(four, four);
        if (kNorms && inside) four = norm_four(four, first + v, column);
#endif
        taken[f] = four;
        total += dot(four, vec4(1));
      }
      keep_run(at, taken);
      totals[at] = total;
    }
  }
}

float sums[kSums];

// Weights of kRows rows that meet the units of x which are kept, or one unit; and those of the next turn.
Packed packed[kRows * kRoom], ahead[kRows * kRoom];

void go_on() {
  [[unroll]] for (uint i = 0; i < kRows * kRoom; ++i) packed[i] = ahead[i];
}

void fetch_rows(Matrix matrix, uint matrix_row, uint first, uint place, uint unit) {
  [[unroll]] for (uint r = 0; r < kRows; ++r) {
    ahead[place * kRows + r] = fetch(matrix, matrix_row + min(first + r, p.rows - 1), unit);
  }
}

void fetch_kept(Matrix matrix, uint matrix_row, uint first, uint units) {
  [[unroll]] for (uint u = 0; u < kKept; ++u) {
    fetch_rows(matrix, matrix_row, first, u, min(lane() + u * group_size(), units - 1));
  }
}

// sums += these rows times the unit of x at `place`.
void multiply(uint place) {
  [[unroll]] for (uint run = 0; run < RUNS; ++run) {
    [[unroll]] for (uint v = 0; v < kVectors; ++v) {
      const uint at = (place * kVectors + v) * RUNS + run;
      [[unroll]] for (uint r = 0; r < kRows; ++r) {
        const vec2 scale = run_scale(packed[place * kRows + r], run);
        sums[r * kVectors + v] += scale.x * run_sum(packed[place * kRows + r], run, at) + scale.y * totals[at];
      }
    }
  }
}

// What is done with sum `i` of all turns: that of row i / kVectors of the group's, for row i % kVectors of x.
void finish_sum(uint i, uint begin, uint vector) {
  float sum = 0, square = 0;
  for (uint s = 0; s < gl_NumSubgroups; ++s) {
    sum += subgroup_sums[(i / kSums * kMostAlong + s) * kSums + i % kSums];
    if (kNormsWhole) square += subgroup_squares[s * kVectors + i % kVectors];
  }
  if (kNormsWhole) sum /= sqrt(square / float(kNormSize) + p.epsilon);
  const uint row = begin + i / kVectors, own = vector + i % kVectors;
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

void main() {
  const uint begin = group_index() * kTurns * kRows, vector = first_vector(), matrix_row = vector_matrix(vector) * p.rows;
  if (begin >= p.rows) return;
  Matrix matrix = Matrix(p.plane0, p.plane1, p.plane2, p.plane3, p.blocks);
  const uint units = units_of(p.blocks);
  [[unroll]] for (uint v = 0; v < kVectors; ++v) squares[v] = 0;
#ifndef GROUPED
  if (kNorms && !kNormsWhole) norm_parts();
#endif
  fetch_kept(matrix, matrix_row, begin, units);
  [[unroll]] for (uint u = 0; u < kKept; ++u) take_x(u, lane() + u * group_size(), vector);
  for (uint turn = 0; turn < kTurns; ++turn) {
    const uint first = begin + turn * kRows;
    [[unroll]] for (uint i = 0; i < kSums; ++i) sums[i] = 0;
    if (kKept > 0) {
      go_on();
      if (turn + 1 < kTurns) fetch_kept(matrix, matrix_row, first + kRows, units);
      [[unroll]] for (uint u = 0; u < kKept; ++u) multiply(u);
    } else {
      [[unroll]] for (uint v = 0; v < kVectors; ++v) squares[v] = 0;
      for (uint unit = lane(); unit < units; unit += group_size()) {
        fetch_rows(matrix, matrix_row, first, 0, unit);
        take_x(0, unit, vector);
        go_on();
        multiply(0);
      }
    }
    [[unroll]] for (uint i = 0; i < kSums; ++i) sums[i] = subgroupAdd(sums[i]);
    if (subgroupElect()) {
      const uint to = (turn * kMostAlong + gl_SubgroupID) * kSums;
      [[unroll]] for (uint i = 0; i < kSums; ++i) subgroup_sums[to + i] = sums[i];
    }
  }
#ifndef GROUPED
  if (kNormsWhole) {
    [[unroll]] for (uint v = 0; v < kVectors; ++v) squares[v] = subgroupAdd(squares[v]);
    if (subgroupElect()) {
      [[unroll]] for (uint v = 0; v < kVectors; ++v) subgroup_squares[gl_SubgroupID * kVectors + v] = squares[v];
    }
  }
#endif
  barrier();
  for (uint i = lane(); i < kTurns * kSums; i += group_size()) finish_sum(i, begin, vector);
}
