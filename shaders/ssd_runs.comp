// The recurrence of Mamba-2 (engine/ops/ssd.h) over many tokens: as ssd.comp, but kRun tokens are fetched at once, while those before
// are computed, and wait for each other once. What a column's parts share is then read in fours: part i has the keys 4 i, ... 4 i + 3
// of each 4 kParts, for kOwnColumns columns that are kColumns apart. Steps, decays and gates are each computed by one invocation.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/math.glsl"

layout(constant_id = 5) const bool kHasGate = false;
layout(constant_id = 6) const uint kRun = 16;
layout(constant_id = 7) const uint kOwnColumns = 1;
layout(constant_id = 8) const bool kInFours = false;  // keys may be fetched 16 bytes at a time
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats xbc, dt, dt_bias, a, d, z, y;
  uint slot, tokens, heads, groups;
  uint dt_width, dt_first, z_width, z_first;
  float dt_least, dt_most;
} p;

const uint kFours = (kKeys + 4 * kParts - 1) / (4 * kParts);  // of a part
const uint kAllFours = kFours * kParts, kAllColumns = kColumns * kOwnColumns;

shared vec4 into[kRun * kAllFours], out_of[kRun * kAllFours];
shared float values[kRun * kAllColumns], results[kRun * kAllColumns];
shared float deltas[kRun], decays[kRun];

vec4 fours[kFours * kOwnColumns];

uint key_at(uint own, uint i) { return (own * kParts + part()) * 4 + i; }
uint own_column(uint which) { return gl_WorkGroupID.x * kAllColumns + which * kColumns + lane() / kParts; }
uint in_state(uint key, uint which) { return (head() * kKeys + key) * kValues + own_column(which); }
bool in_matrix(uint key, uint which) { return key < kKeys && own_column(which) < kValues; }

void load_fours(Floats slots) {
  for (uint which = 0; which < kOwnColumns; ++which) {
    for (uint own = 0; own < kFours; ++own) {
      vec4 four = vec4(0);
      for (uint i = 0; i < 4; ++i) {
        if (in_matrix(key_at(own, i), which)) four[i] = slots.v[p.slot + in_state(key_at(own, i), which)];
      }
      fours[which * kFours + own] = four;
    }
  }
}

void store_fours(Floats slots) {
  for (uint which = 0; which < kOwnColumns; ++which) {
    for (uint own = 0; own < kFours; ++own) {
      for (uint i = 0; i < 4; ++i) {
        if (in_matrix(key_at(own, i), which))
          slots.v[p.slot + in_state(key_at(own, i), which)] = fours[which * kFours + own][i];
      }
    }
  }
}

// Four keys of a row; zero past the last one.
vec4 keys_of(uint at, uint first) {
  vec4 four = vec4(0);
  if (kInFours) return first < kKeys ? Floats4(p.xbc).v[(at + first) / 4] : four;
  for (uint i = 0; i < 4; ++i) {
    if (first + i < kKeys) four[i] = p.xbc.v[at + first + i];
  }
  return four;
}

// Of a run: fours of b and c, and pairs of a token and a column, each of one invocation.
const uint kGroup = kColumns * kParts;
const uint kFetched = (kRun * kAllFours + kGroup - 1) / kGroup, kPairs = (kRun * kAllColumns + kGroup - 1) / kGroup;
vec4 b[kFetched], c[kFetched];
float x[kPairs], z[kPairs], step_of_token;

uint row_of(uint t) { return sequence() * p.tokens + min(t, p.tokens - 1); }
uint column_of_pair(uint i) { return min(gl_WorkGroupID.x * kAllColumns + i % kAllColumns, kValues - 1); }

void fetch(uint first, uint row_width, uint group) {
  [[unroll]] for (uint j = 0; j < kFetched; ++j) {
    const uint i = lane() + j * kGroup, key = i % kAllFours * 4, at = row_of(first + i / kAllFours) * row_width + group;
    b[j] = keys_of(at, key);
    c[j] = keys_of(at + p.groups * kKeys, key);
  }
  [[unroll]] for (uint j = 0; j < kPairs; ++j) {
    const uint i = lane() + j * kGroup, row = row_of(first + i / kAllColumns), column = head() * kValues + column_of_pair(i);
    x[j] = p.xbc.v[row * row_width + column];
    if (kHasGate) z[j] = p.z.v[row * p.z_width + p.z_first + column];
  }
  step_of_token = p.dt.v[row_of(first + lane() % kRun) * p.dt_width + p.dt_first + head()];
}

// Tokens past the last one change nothing: no step, nothing fades.
void keep(uint count, float bias, float rate) {
  [[unroll]] for (uint j = 0; j < kFetched; ++j) {
    const uint i = lane() + j * kGroup;
    if (i >= kRun * kAllFours) continue;
    into[i] = b[j];
    out_of[i] = c[j];
  }
  [[unroll]] for (uint j = 0; j < kPairs; ++j) {
    if (lane() + j * kGroup < kRun * kAllColumns) values[lane() + j * kGroup] = x[j];
  }
  const uint t = lane();
  if (t >= kRun) return;
  const float delta = clamp(softplus(step_of_token + bias), p.dt_least, p.dt_most);
  deltas[t] = t < count ? delta : 0.0;
  decays[t] = t < count ? e_to(delta * rate) : 1.0;
}

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_fours(slots);
  const uint width = p.heads * kValues, row_width = width + 2 * p.groups * kKeys, first_column = head() * kValues;
  const uint group = width + head() * p.groups / p.heads * kKeys, own_value = lane() / kParts;
  const float bias = p.dt_bias.v[head()], rate = p.a.v[head()];
  fetch(0, row_width, group);
  for (uint first = 0; first < p.tokens; first += kRun) {
    const uint count = min(kRun, p.tokens - first);
    keep(count, bias, rate);
    float skips[kPairs], gates[kPairs];
    [[unroll]] for (uint j = 0; j < kPairs; ++j) {
      skips[j] = p.d.v[first_column + column_of_pair(lane() + j * kGroup)] * x[j];
      gates[j] = kHasGate ? z[j] * sigmoid(z[j]) : 1.0;
    }
    barrier();
    if (first + kRun < p.tokens) fetch(first + kRun, row_width, group);
    for (uint t = 0; t < kRun; ++t) {
      const float decay = decays[t], delta = deltas[t];
      float added[kOwnColumns];
      vec4 sums[kOwnColumns];
      [[unroll]] for (uint which = 0; which < kOwnColumns; ++which) {
        added[which] = delta * values[t * kAllColumns + which * kColumns + own_value];
        sums[which] = vec4(0);
      }
      [[unroll]] for (uint own = 0; own < kFours; ++own) {
        const uint at = t * kAllFours + own * kParts + part();
        const vec4 b = into[at], c = out_of[at];
        [[unroll]] for (uint which = 0; which < kOwnColumns; ++which) {
          const uint place = which * kFours + own;
          fours[place] = decay * fours[place] + added[which] * b;
          sums[which] += c * fours[place];
        }
      }
      [[unroll]] for (uint which = 0; which < kOwnColumns; ++which) {
        const vec4 four = sums[which];
        const float sum = column_sum((four.x + four.y) + (four.z + four.w));
        if (part() == 0) results[t * kAllColumns + which * kColumns + own_value] = sum;
      }
    }
    barrier();
    [[unroll]] for (uint j = 0; j < kPairs; ++j) {
      const uint i = lane() + j * kGroup, column = gl_WorkGroupID.x * kAllColumns + i % kAllColumns;
      if (i >= count * kAllColumns || column >= kValues) continue;
      p.y.v[row_of(first + i / kAllColumns) * width + first_column + column] = (results[i] + skips[j]) * gates[j];
    }
  }
  store_fours(slots);
}
