// Recurrences whose state is a matrix [keys, values] for each head. Columns of it do not touch each other: a work group
// takes kColumns of them, kParts invocations each, and goes through the tokens one after the other. What all columns
// read of a token lies in shared memory. With SHUFFLES the parts of a column add up by reading each other's numbers; kParts is then
// a power of two that divides the size of a subgroup.
#include "eddy.glsl"
#ifdef SHUFFLES
#extension GL_KHR_shader_subgroup_shuffle : require
#endif

layout(constant_id = 1) const uint kKeys = 64;
layout(constant_id = 2) const uint kValues = 64;
layout(constant_id = 3) const uint kColumns = 64;
layout(constant_id = 4) const uint kParts = 1;
const uint kOwn = (kKeys + kParts - 1) / kParts;  // rows of the state that an invocation has

#ifndef SHUFFLES
shared float part_sums[kColumns * kParts];
#endif

uint head() { return gl_WorkGroupID.y; }
uint sequence() { return gl_WorkGroupID.z; }
uint column() { return gl_WorkGroupID.x * kColumns + lane() / kParts; }
uint part() { return lane() % kParts; }
bool has_column() { return column() < kValues; }
// Side by side, so that the parts read from different banks of shared memory.
uint key_of(uint own) { return own * kParts + part(); }
bool has_key(uint own) { return key_of(own) < kKeys; }

float state[kOwn];

uint place_in_state(uint own) { return head() * kKeys * kValues + key_of(own) * kValues + column(); }

void load_state(Floats slots, uint slot) {
  for (uint own = 0; own < kOwn; ++own) {
    state[own] = has_column() && has_key(own) ? slots.v[slot + place_in_state(own)] : 0.0;
  }
}

void store_state(Floats slots, uint slot) {
  for (uint own = 0; own < kOwn; ++own) {
    if (has_column() && has_key(own)) slots.v[slot + place_in_state(own)] = state[own];
  }
}

// The sum over all parts of a column.
float column_sum(float value) {
#ifdef SHUFFLES
  for (uint other = 1; other < kParts; other *= 2) value += subgroupShuffleXor(value, other);
  return value;
#else
  if (kParts == 1) return value;
  barrier();
  part_sums[lane()] = value;
  barrier();
  float sum = 0;
  for (uint i = 0; i < kParts; ++i) sum += part_sums[lane() / kParts * kParts + i];
  return sum;
#endif
}
