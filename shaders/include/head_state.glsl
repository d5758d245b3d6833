// Recurrences whose state is a matrix [keys, values] for each head. Columns of it do not touch each other: a work group
// takes kColumns of them, kParts invocations each, and goes through the tokens one after the other. What all columns
// read of a token lies in shared memory.
#include "eddy.glsl"

layout(constant_id = 1) const uint kKeys = 64;
layout(constant_id = 2) const uint kValues = 64;
layout(constant_id = 3) const uint kColumns = 64;
layout(constant_id = 4) const uint kParts = 1;
const uint kOwn = (kKeys + kParts - 1) / kParts;  // rows of the state that an invocation has

shared float part_sums[kColumns * kParts];

uint head() { return gl_WorkGroupID.y; }
uint sequence() { return gl_WorkGroupID.z; }
uint column() { return gl_WorkGroupID.x * kColumns + lane() % kColumns; }
uint part() { return lane() / kColumns; }
bool has_column() { return column() < kValues; }
uint key_of(uint own) { return part() * kOwn + own; }
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
  if (kParts == 1) return value;
  barrier();
  part_sums[lane()] = value;
  barrier();
  float sum = 0;
  for (uint i = 0; i < kParts; ++i) sum += part_sums[i * kColumns + lane() % kColumns];
  return sum;
}
