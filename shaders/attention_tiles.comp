// Softmax attention of many rows (engine/ops/attention.h): a work group of 128 takes 32 rows of one key head (all its query heads,
// tokens in order) and goes through the keys in tiles of 64 with a running maximum and sum. Of scores an invocation has
// 4 x 4, of values four rows and every sixteenth channel.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"

layout(constant_id = 1) const uint kKeySize = 64;
layout(constant_id = 2) const uint kValueSize = 64;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats q, y;
  uint key_slot, value_slot, tokens, query_heads, key_heads, window;
  float scale, cap;
} p;

const uint kGroup = 128, kRows = 32, kTile = 64, kPart = 32, kPitch = kPart + 1, kWeightPitch = kTile + 1;
const uint kBlocks = (kValueSize + kPart - 1) / kPart;  // of kPart channels of the values
const float kNothing = -3.0e38;

shared float staged[(kRows + kTile) * kPitch];
shared float weights[kRows * kWeightPitch];
shared float of_fours[kGroup], maxima[kRows], sums[kRows], kept[kRows];

float y[4 * 2 * kBlocks];

uint first_visible(uint position) { return p.window > 0 && position >= p.window ? position - p.window + 1 : 0; }

Floats block_of(uint rows_slot, uint token) {
  const uint b = gl_WorkGroupID.z;
  return p.sequences.v[b].blocks.v[rows_slot * p.sequences.v[b].capacity + token / kTokensPerBlock];
}

uint query_at(uint row, uint group) {
  return ((gl_WorkGroupID.z * p.tokens + row / group) * p.query_heads + gl_WorkGroupID.y * group + row % group);
}

// 32 channels of the rows' queries and of the tile's keys.
void stage_keys(uint first_row, uint rows, uint group, uint tile, uint first, uint last, uint channel) {
  Floats keys = block_of(p.key_slot, tile * kTile);
  for (uint i = lane(); i < (kRows + kTile) * kPart; i += kGroup) {
    const uint at = i / kPart, c = channel + i % kPart;
    float number = 0;
    if (c < kKeySize) {
      const uint token = tile * kTile + at - kRows;
      if (at < kRows) {
        if (first_row + at < rows) number = p.q.v[query_at(first_row + at, group) * kKeySize + c];
      } else if (token >= first && token <= last) {
        number = keys.v[(token % kTokensPerBlock * p.key_heads + gl_WorkGroupID.y) * kKeySize + c];
      }
    }
    staged[at * kPitch + i % kPart] = number;
  }
}

void stage_values(uint tile, uint first, uint last, uint channel) {
  Floats values = block_of(p.value_slot, tile * kTile);
  for (uint i = lane(); i < kTile * kPart; i += kGroup) {
    const uint token = tile * kTile + i / kPart, c = channel + i % kPart;
    const bool there = token >= first && token <= last && c < kValueSize;  // elsewhere there may be anything
    staged[i] = there ? values.v[(token % kTokensPerBlock * p.key_heads + gl_WorkGroupID.y) * kValueSize + c] : 0.0;
  }
}

// Four invocations a row, 16 scores each: scores become weights.
void weigh() {
  const uint row = lane() / 4, begin = row * kWeightPitch + lane() % 4 * 16;
  float highest = kNothing;
  for (uint i = 0; i < 16; ++i) highest = max(highest, weights[begin + i]);
  of_fours[lane()] = highest;
  barrier();
  const float before = maxima[row];
  highest = before;
  for (uint i = 0; i < 4; ++i) highest = max(highest, of_fours[row * 4 + i]);
  barrier();
  float sum = 0;
  for (uint i = 0; i < 16; ++i) {
    const float score = weights[begin + i];
    const float weight = score > kNothing ? e_to(score - highest) : 0.0;
    weights[begin + i] = weight;
    sum += weight;
  }
  of_fours[lane()] = sum;
  barrier();
  if (lane() % 4 == 0) {
    maxima[row] = highest;
    kept[row] = e_to(before - highest);
    sums[row] = sums[row] * kept[row] + of_fours[lane()] + of_fours[lane() + 1] + of_fours[lane() + 2] + of_fours[lane() + 3];
  }
  barrier();
}

void main() {
  const uint group = p.query_heads / p.key_heads, rows = p.tokens * group, tx = lane() % 16, ty = lane() / 16;
  const uint first_row = (gl_NumWorkGroups.x - 1 - gl_WorkGroupID.x) * kRows;  // those with most keys first
  const uint before = p.sequences.v[gl_WorkGroupID.z].before;
  const uint first = first_visible(before + first_row / group);
  const uint last = before + min(first_row + kRows - 1, rows - 1) / group;
  if (lane() < kRows) {
    maxima[lane()] = kNothing;
    sums[lane()] = 0;
  }
  for (uint i = 0; i < 4 * 2 * kBlocks; ++i) y[i] = 0;

  for (uint tile = first / kTile; tile * kTile <= last; ++tile) {
    float s[16];
    [[unroll]] for (uint i = 0; i < 16; ++i) s[i] = 0;
    for (uint channel = 0; channel < kKeySize; channel += kPart) {
      barrier();
      stage_keys(first_row, rows, group, tile, first, last, channel);
      barrier();
      for (uint c = 0; c < kPart; ++c) {
        float q[4], k[4];
        [[unroll]] for (uint i = 0; i < 4; ++i) {
          q[i] = staged[(ty * 4 + i) * kPitch + c];
          k[i] = staged[(kRows + tx + 16 * i) * kPitch + c];
        }
        [[unroll]] for (uint i = 0; i < 16; ++i) s[i] += q[i / 4] * k[i % 4];
      }
    }
    [[unroll]] for (uint i = 0; i < 16; ++i) {
      const uint row = first_row + ty * 4 + i / 4, token = tile * kTile + tx + 16 * (i % 4), position = before + row / group;
      float score = s[i] * p.scale;
      if (p.cap > 0) score = p.cap * tangent_h(score / p.cap);
      const bool visible = row < rows && token <= position && token >= first_visible(position);
      weights[(ty * 4 + i / 4) * kWeightPitch + tx + 16 * (i % 4)] = visible ? score : kNothing;
    }
    barrier();
    weigh();
    [[unroll]] for (uint block = 0; block < kBlocks; ++block) {
      stage_values(tile, first, last, block * kPart);
      barrier();
      float sum[8];
      [[unroll]] for (uint i = 0; i < 8; ++i) sum[i] = y[block * 8 + i] * kept[ty * 4 + i / 2];
      for (uint j = 0; j < kTile; ++j) {
        const float left = staged[j * kPart + tx], right = staged[j * kPart + tx + 16];
        [[unroll]] for (uint i = 0; i < 4; ++i) {
          const float weight = weights[(ty * 4 + i) * kWeightPitch + j];
          sum[2 * i] += weight * left;
          sum[2 * i + 1] += weight * right;
        }
      }
      [[unroll]] for (uint i = 0; i < 8; ++i) y[block * 8 + i] = sum[i];
      barrier();
    }
  }

  for (uint a = 0; a < 4; ++a) {
    const uint row = first_row + ty * 4 + a;
    if (row >= rows) break;
    const float over = 1.0 / sums[ty * 4 + a];
    [[unroll]] for (uint block = 0; block < kBlocks; ++block) {
      for (uint right = 0; right < 2; ++right) {
        const uint c = block * kPart + tx + 16 * right;
        if (c < kValueSize) p.y.v[query_at(row, group) * kValueSize + c] = y[block * 8 + 2 * a + right] * over;
      }
    }
  }
}
