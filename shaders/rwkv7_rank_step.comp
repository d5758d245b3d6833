// rwkv7_step with the second low ranks before it (engine/backends/vulkan/rank_step.h): a work group a head. Its column c, kParts invocations,
// has rows c of the four matrices and what belongs to channel c. All that is read of weights and states is asked for first.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/activation.glsl"

layout(constant_id = 5) const bool kMixesValues = false;
layout(constant_id = 6) const uint kHalves = 15;  // 1: decay's matrix is F16, else F32; 2, 4, 8: rate's, gate's, share's
layout(constant_id = 7) const uint kDecayRank = 8;
layout(constant_id = 8) const uint kRateRank = 8;
layout(constant_id = 9) const uint kGateRank = 8;
layout(constant_id = 10) const uint kShareRank = 0;
layout(push_constant) uniform Push {
  Sequences sequences;
  // Where all weights and all other activations are counted from, in numbers of float32.
  Floats weights, activations;
  Floats y;
  uint r, k, v, v_first, decay_x, rate_x, gate_x, share_x;
  uint k_k, k_a, r_k, norm_weight, norm_bias;
  uint decay, decay_bias, rate, rate_bias, gate, share, share_bias;
  uint slot;
  float epsilon;
} p;

const uint kMostRank = 512;
shared float decay_x[kMostRank], rate_x[kMostRank], gate_x[kMostRank], share_x[kMostRank];
// Of a head's keys, in fours: part i of a column has the keys 4 i ... 4 i + 3 of each 4 kParts.
const uint kFours = kKeys / (4 * kParts);
shared vec4 decays[kKeys / 4], removals[kKeys / 4], backs[kKeys / 4], writtens[kKeys / 4], reads[kKeys / 4];
shared vec4 of_subgroups[128];

uint key_of_four(uint own, uint i) { return (own * kParts + part()) * 4 + i; }

// Two sums over the work group.
vec2 group_sums(vec2 values) {
  values = subgroupAdd(values);
  if (subgroupElect()) of_subgroups[gl_SubgroupID] = vec4(values, 0, 0);
  barrier();
  vec2 sums = vec2(0);
  for (uint s = 0; s < gl_NumSubgroups; ++s) sums += of_subgroups[s].xy;
  return sums;
}

// Of each matrix: numbers in 16 bytes (a unit), units of a row, units of a row that an invocation has: part(), part() + kParts, ...
const uint kDecayUnit = (kHalves & 1u) != 0 ? 8 : 4, kRateUnit = (kHalves & 2u) != 0 ? 8 : 4;
const uint kGateUnit = (kHalves & 4u) != 0 ? 8 : 4, kShareUnit = (kHalves & 8u) != 0 ? 8 : 4;
const uint kDecayUnits = kDecayRank / kDecayUnit, kRateUnits = kRateRank / kRateUnit;
const uint kGateUnits = kGateRank / kGateUnit, kShareUnits = kShareRank / kShareUnit;
const uint kDecayOwn = (kDecayUnits + kParts - 1) / kParts, kRateOwn = (kRateUnits + kParts - 1) / kParts;
const uint kGateOwn = (kGateUnits + kParts - 1) / kParts, kShareOwn = (kShareUnits + kParts - 1) / kParts;

#define FETCH(to, matrix, units, own)                                                                              \
  uvec4 to[own + 1];                                                                                               \
  [[unroll]] for (uint i = 0; i < own; ++i) {                                                                      \
    to[i] = Words4(p.weights).v[p.matrix / 4 + (channel + column()) * units + min(i * kParts + part(), units - 1)]; \
  }
#define BRING(to, from, rank) \
  for (uint i = lane(); i < rank; i += group_size()) to[i] = p.activations.v[p.from + sequence() * rank + i];
#define MULTIPLY(sum, row, x, units, own, unit)                                              \
  float sum = 0;                                                                             \
  [[unroll]] for (uint i = 0; i < own; ++i) {                                                \
    const uint at = i * kParts + part(), first = min(at, units - 1) * unit;                  \
    float product = 0;                                                                       \
    if (unit == 8) {                                                                         \
      [[unroll]] for (uint j = 0; j < 4; ++j) {                                              \
        product += dot(unpackHalf2x16(row[i][j]), vec2(x[first + 2 * j], x[first + 2 * j + 1])); \
      }                                                                                      \
    } else {                                                                                 \
      product += dot(uintBitsToFloat(row[i]), vec4(x[first], x[first + 1], x[first + 2], x[first + 3])); \
    }                                                                                        \
    sum += at < units ? product : 0.0;                                                       \
  }                                                                                          \
  sum = column_sum(sum);

void main() {
  const uint channel = head() * kKeys, c = channel + column(), at = sequence() * gl_NumWorkGroups.y * kKeys + c;
  FETCH(decay_row, decay, kDecayUnits, kDecayOwn)
  FETCH(rate_row, rate, kRateUnits, kRateOwn)
  FETCH(gate_row, gate, kGateUnits, kGateOwn)
  FETCH(share_row, share, kShareUnits, kShareOwn)
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  const uint state_first = p.slot + head() * kKeys * kValues + column();
  vec4 fours[kFours];
  [[unroll]] for (uint own = 0; own < kFours; ++own) {
    [[unroll]] for (uint i = 0; i < 4; ++i) fours[own][i] = slots.v[state_first + key_of_four(own, i) * kValues];
  }
  BRING(decay_x, decay_x, kDecayRank)
  BRING(rate_x, rate_x, kRateRank)
  BRING(gate_x, gate_x, kGateRank)
  BRING(share_x, share_x, kShareRank)
  const float k = p.activations.v[p.k + at], r = p.activations.v[p.r + at];
  const float kk = k * p.weights.v[p.k_k + c], k_a = p.weights.v[p.k_a + c], r_k = p.weights.v[p.r_k + c];
  const float decay_bias = p.weights.v[p.decay_bias + c], rate_bias = p.weights.v[p.rate_bias + c];
  const float norm_weight = p.weights.v[p.norm_weight + c], norm_bias = p.weights.v[p.norm_bias + c];
  float value = p.activations.v[p.v + at], first_value = 0, share_bias = 0;
  if (kMixesValues) {
    first_value = p.activations.v[p.v_first + at];
    share_bias = p.weights.v[p.share_bias + c];
  }
  barrier();
  MULTIPLY(own_decay, decay_row, decay_x, kDecayUnits, kDecayOwn, kDecayUnit)
  MULTIPLY(own_rate, rate_row, rate_x, kRateUnits, kRateOwn, kRateUnit)
  MULTIPLY(gate, gate_row, gate_x, kGateUnits, kGateOwn, kGateUnit)
  MULTIPLY(share, share_row, share_x, kShareUnits, kShareOwn, kShareUnit)
  const float a = sigmoid(own_rate + rate_bias);
  if (kMixesValues) value += (first_value - value) * sigmoid(share + share_bias);
  const float key = k * (1.0 + (a - 1.0) * k_a);
  const bool counts = part() == 0;  // every part has the sum of its column
  const vec2 both = group_sums(counts ? vec2(kk * kk, r * key * r_k) : vec2(0));
  const float length_of_it = max(sqrt(both.x), 1e-12), bonus = both.y;
  if (counts) {
    const uint j = column() / 4, i = column() % 4;
    decays[j][i] = activate(4, own_decay + decay_bias);
    removals[j][i] = -kk / length_of_it;
    backs[j][i] = kk / length_of_it * a;
    writtens[j][i] = key;
    reads[j][i] = r;
  }
  barrier();
  vec4 stored_fours = vec4(0);
  [[unroll]] for (uint own = 0; own < kFours; ++own) stored_fours += fours[own] * removals[own * kParts + part()];
  const float stored = column_sum(dot(stored_fours, vec4(1)));
  vec4 sums = vec4(0);
  [[unroll]] for (uint own = 0; own < kFours; ++own) {
    const uint j = own * kParts + part();
    fours[own] = fours[own] * decays[j] + value * writtens[j] + stored * backs[j];
    sums += fours[own] * reads[j];
  }
  const float sum = column_sum(dot(sums, vec4(1)));
  [[unroll]] for (uint own = 0; own < kFours; ++own) {
    [[unroll]] for (uint i = 0; i < 4; ++i) slots.v[state_first + key_of_four(own, i) * kValues] = fours[own][i];
  }
  // The squares of what the columns differ from the mean of their subgroup, then joined: one wait for the group.
  const float own_count = subgroupAdd(counts ? 1.0 : 0.0), own_mean = subgroupAdd(counts ? sum : 0.0) / max(own_count, 1.0);
  const float own_squares = subgroupAdd(counts ? (sum - own_mean) * (sum - own_mean) : 0.0);
  if (subgroupElect()) of_subgroups[gl_SubgroupID] = vec4(own_count, own_mean, own_squares, 0);
  barrier();
  float mean = 0, squares = 0;
  for (uint s = 0; s < gl_NumSubgroups; ++s) mean += of_subgroups[s].x * of_subgroups[s].y;
  mean /= float(kValues);
  for (uint s = 0; s < gl_NumSubgroups; ++s) {
    const float apart = of_subgroups[s].y - mean;
    squares += of_subgroups[s].z + of_subgroups[s].x * apart * apart;
  }
  if (!counts) return;
  const float normed = (sum - mean) / sqrt(squares / float(kValues) + p.epsilon) * norm_weight + norm_bias;
  p.y.v[at] = (normed + bonus * value) * gate;
}
