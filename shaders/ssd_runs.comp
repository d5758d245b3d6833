// The recurrence of Mamba-2 (engine/ops/ssd.h) over many tokens: as ssd.comp, but kRun tokens are fetched at once and wait for
// each other once. What a column's parts share is then fetched in fours: part i has the keys 4 i, ... 4 i + 3 of each
// 4 kParts, for kOwnColumns columns that are kColumns apart. Steps, decays and gates are each computed by one invocation.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/head_state.glsl"
#include "include/math.glsl"

layout(constant_id = 5) const bool kHasGate = false;
layout(constant_id = 6) const uint kRun = 16;
layout(constant_id = 7) const uint kOwnColumns = 1;
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
  for (uint i = 0; i < 4; ++i) {
    if (first + i < kKeys) four[i] = p.xbc.v[at + first + i];
  }
  return four;
}

// Tokens past the last one change nothing: no step, nothing fades.
void fetch(uint first, uint count, uint row_width, uint first_column, uint group) {
  const uint first_row = sequence() * p.tokens + first;
  for (uint i = lane(); i < kRun * kAllFours; i += group_size()) {
    const uint t = i / kAllFours, key = i % kAllFours * 4;
    const uint row = (first_row + min(t, count - 1)) * row_width + group;
    into[i] = keys_of(row, key);
    out_of[i] = keys_of(row + p.groups * kKeys, key);
  }
  for (uint i = lane(); i < kRun * kAllColumns; i += group_size()) {
    const uint t = i / kAllColumns, c = gl_WorkGroupID.x * kAllColumns + i % kAllColumns;
    values[i] = t < count && c < kValues ? p.xbc.v[(first_row + t) * row_width + first_column + c] : 0.0;
  }
  for (uint t = lane(); t < kRun; t += group_size()) {
    const uint row = first_row + min(t, count - 1);
    const float step = p.dt.v[row * p.dt_width + p.dt_first + head()] + p.dt_bias.v[head()];
    const float delta = clamp(softplus(step), p.dt_least, p.dt_most);
    deltas[t] = t < count ? delta : 0.0;
    decays[t] = t < count ? e_to(delta * p.a.v[head()]) : 1.0;
  }
}

void main() {
  Floats slots = p.sequences.v[sequence()].fixed_slots;
  load_fours(slots);
  const uint width = p.heads * kValues, row_width = width + 2 * p.groups * kKeys, first_column = head() * kValues;
  const uint group = width + head() * p.groups / p.heads * kKeys, own_value = lane() / kParts;
  for (uint first = 0; first < p.tokens; first += kRun) {
    const uint count = min(kRun, p.tokens - first);
    barrier();  // the run before was read
    fetch(first, count, row_width, first_column, group);
    barrier();
    for (uint t = 0; t < kRun; ++t) {
      const float decay = decays[t], delta = deltas[t];
      float added[kOwnColumns];
      vec4 sums[kOwnColumns];
      for (uint which = 0; which < kOwnColumns; ++which) {
        added[which] = delta * values[t * kAllColumns + which * kColumns + own_value];
        sums[which] = vec4(0);
      }
      for (uint own = 0; own < kFours; ++own) {
        const uint at = t * kAllFours + own * kParts + part();
        const vec4 b = into[at], c = out_of[at];
        for (uint which = 0; which < kOwnColumns; ++which) {
          const uint place = which * kFours + own;
          fours[place] = decay * fours[place] + added[which] * b;
          sums[which] += c * fours[place];
        }
      }
      for (uint which = 0; which < kOwnColumns; ++which) {
        const vec4 four = sums[which];
        const float sum = column_sum((four.x + four.y) + (four.z + four.w));
        if (part() == 0) results[t * kAllColumns + which * kColumns + own_value] = sum;
      }
    }
    barrier();
    for (uint i = lane(); i < count * kAllColumns; i += group_size()) {
      const uint c = gl_WorkGroupID.x * kAllColumns + i % kAllColumns;
      const uint row = sequence() * p.tokens + first + i / kAllColumns;
      if (c >= kValues) continue;
      float y = results[i] + p.d.v[first_column + c] * values[i];
      if (kHasGate) {
        const float z = p.z.v[row * p.z_width + p.z_first + first_column + c];
        y *= z * sigmoid(z);
      }
      p.y.v[row * width + first_column + c] = y;
    }
  }
  store_fours(slots);
}
