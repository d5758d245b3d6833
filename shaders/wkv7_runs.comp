// The recurrence of RWKV-7 (engine/ops/wkv7.h) over many tokens, kRun of which are fetched at once, while those before are computed.
// Part i of a column has the keys 4 i ... 4 i + 3 of each 4 kParts. With S' = S w + v k, the state but for what is removed,
// S = S' + u b, where b = kk a and u = -kk . S of the token before; u(next) = -(kk(next) . S' + u (b . kk(next))): what a token
// waits for is summed up while the token before is still at work.
#version 460
#extension GL_GOOGLE_include_directive : require
#define SHUFFLES
#include "include/head_state.glsl"

layout(constant_id = 5) const uint kRun = 8;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats4 vectors[6];  // r, w, k, kk, a, v
  Floats y;
  uint slot, tokens, heads;
} p;

const uint kFours = kKeys / (4 * kParts), kRowFours = kKeys / 4, kValueFours = kColumns / 4;
const uint kTokenFours = 5 * kRowFours + kValueFours, kGroup = kColumns * kParts;
const uint kEach = (kRun * kTokenFours + kGroup - 1) / kGroup;  // fours of a run that an invocation fetches
const uint kW = kRowFours, kK = 2 * kRowFours, kKk = 3 * kRowFours, kB = 4 * kRowFours, kV = 5 * kRowFours;

shared vec4 run[2 * kRun * kTokenFours];  // two runs: tokens with r, w, k, kk, b, v
vec4 fetched[kEach];

void fetch(uint first, uint count) {
  const uint row = sequence() * p.tokens + first, width = p.heads * kRowFours, head_first = head() * kRowFours;
  [[unroll]] for (uint j = 0; j < kEach; ++j) {
    const uint i = lane() + j * kGroup, t = min(i / kTokenFours, count - 1), within = i % kTokenFours;
    const uint vector = within / kRowFours, at = (row + t) * width + head_first;
    if (within >= kV) {
      fetched[j] = p.vectors[5].v[at + gl_WorkGroupID.x * kValueFours + within - kV];
    } else {
      const uint four = at + within % kRowFours;
      fetched[j] = p.vectors[vector].v[four];
      if (within >= kB) fetched[j] *= p.vectors[3].v[four];
    }
  }
}

void keep(uint bank) {
  [[unroll]] for (uint j = 0; j < kEach; ++j) {
    const uint i = lane() + j * kGroup;
    if (i < kRun * kTokenFours) run[bank * kRun * kTokenFours + i] = fetched[j];
  }
}

uint four_of_part(uint own) { return own * kParts + part(); }

vec3 column_sums(vec3 values) {
  for (uint other = 1; other < kParts; other *= 2) values += subgroupShuffleXor(values, other);
  return values;
}

// Of the token whose kk was multiplied with the state.
vec4 own_state[kFours], w[kFours], written[kFours], b[kFours], r[kFours];
float u = 0;

// The token before is finished; kk is this one's. Its output is the third sum.
float advance(vec4 kk[kFours]) {
  vec4 product = vec4(0), both = vec4(0), out_of = vec4(0);
  [[unroll]] for (uint i = 0; i < kFours; ++i) {
    own_state[i] = own_state[i] * w[i] + written[i];
    product += kk[i] * own_state[i];
    both += kk[i] * b[i];
    own_state[i] += u * b[i];
    out_of += r[i] * own_state[i];
  }
  const vec3 sums = column_sums(vec3(dot(product, vec4(1)), dot(both, vec4(1)), dot(out_of, vec4(1))));
  u = -(sums.x + u * sums.y);
  return sums.z;
}

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  const uint state_first = p.slot + head() * kKeys * kValues + column();
  [[unroll]] for (uint i = 0; i < kFours; ++i) {
    [[unroll]] for (uint k = 0; k < 4; ++k) own_state[i][k] = slots.v[state_first + (four_of_part(i) * 4 + k) * kValues];
    w[i] = vec4(1);
    written[i] = b[i] = r[i] = vec4(0);
  }
  const uint width = p.heads * kValues, value_of = lane() / kParts;
  uint to = sequence() * p.tokens * width + head() * kValues + column();  // of the token before
  fetch(0, min(kRun, p.tokens));
  for (uint first = 0; first < p.tokens; first += kRun) {
    const uint bank = first / kRun % 2, count = min(kRun, p.tokens - first), next = first + kRun;
    keep(bank);
    barrier();
    if (next < p.tokens) fetch(next, min(kRun, p.tokens - next));
    for (uint t = 0; t < count; ++t) {
      const uint at = (bank * kRun + t) * kTokenFours;
      vec4 kk[kFours];
      [[unroll]] for (uint i = 0; i < kFours; ++i) kk[i] = run[at + kKk + four_of_part(i)];
      const float value = run[at + kV + value_of / 4][value_of % 4];
      const float last = advance(kk);
      [[unroll]] for (uint i = 0; i < kFours; ++i) {
        const uint four = at + four_of_part(i);
        r[i] = run[four];
        w[i] = run[four + kW];
        written[i] = value * run[four + kK];
        b[i] = run[four + kB];
      }
      if (first + t == 0) continue;
      if (part() == 0) p.y.v[to] = last;
      to += width;
    }
  }
  vec4 none[kFours];
  [[unroll]] for (uint i = 0; i < kFours; ++i) none[i] = vec4(0);
  const float last = advance(none);
  if (part() == 0) p.y.v[to] = last;
  [[unroll]] for (uint i = 0; i < kFours; ++i) {
    [[unroll]] for (uint k = 0; k < 4; ++k) slots.v[state_first + (four_of_part(i) * 4 + k) * kValues] = own_state[i][k];
  }
}
