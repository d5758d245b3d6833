// Softmax attention of one query head at one position (engine/ops/attention.h), over all visible tokens or one stripe of
// their tiles: a work group of 64, first an invocation a token of the tile, then an invocation some channels of the values.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/math.glsl"
#include "include/reduce.glsl"

layout(constant_id = 1) const uint kStripes = 1;  // 1: everything, and divided by the sum
layout(constant_id = 2) const uint kKeySize = 64;
layout(constant_id = 3) const uint kValueSize = 64;
layout(push_constant) uniform Push {
  Sequences sequences;
  Floats q, y;
  uint key_slot, value_slot, tokens, query_heads, key_heads, window;
  float scale, cap;
} p;

const uint kTile = 64;
const uint kOwn = (kValueSize + kTile - 1) / kTile;  // channels of an invocation
const float kNothing = -3.0e38;

shared float query[kKeySize];
shared float weights[kTile];

Floats block_of(uint sequence, uint rows_slot, uint token) {
  return p.sequences.v[sequence].blocks.v[rows_slot * p.sequences.v[sequence].capacity + token / kTokensPerBlock];
}

void main() {
  const uint head = gl_WorkGroupID.x / kStripes, stripe = gl_WorkGroupID.x % kStripes;
  const uint t = gl_WorkGroupID.y, b = gl_WorkGroupID.z, row = b * p.tokens + t;
  const uint key_head = head / (p.query_heads / p.key_heads);
  const uint position = p.sequences.v[b].before + t;
  const uint first = p.window > 0 && position >= p.window ? position - p.window + 1 : 0;
  for (uint i = lane(); i < kKeySize; i += kTile) query[i] = p.q.v[(row * p.query_heads + head) * kKeySize + i];
  float maximum = kNothing, sum = 0, values[kOwn];
  for (uint own = 0; own < kOwn; ++own) values[own] = 0;

  uint tile = first / kTile;
  tile += (stripe + kStripes - tile % kStripes) % kStripes;
  for (; tile * kTile <= position; tile += kStripes) {
    const uint token = tile * kTile + lane();
    const bool visible = token >= first && token <= position;
    barrier();  // the query is there, the weights of the tile before were read
    float score = kNothing;
    if (visible) {
      Floats keys = block_of(b, p.key_slot, token);
      const uint at = (token % kTokensPerBlock * p.key_heads + key_head) * kKeySize;
      float product = 0;
      for (uint i = 0; i < kKeySize; ++i) product += query[i] * keys.v[at + i];
      score = product * p.scale;
      if (p.cap > 0) score = p.cap * tangent_h(score / p.cap);
    }
    const float highest = max(maximum, group_max(score)), kept = e_to(maximum - highest);
    const float weight = visible ? e_to(score - highest) : 0.0;
    weights[lane()] = weight;
    sum = sum * kept + group_sum(weight);
    maximum = highest;
    barrier();
    Floats rows = block_of(b, p.value_slot, tile * kTile);
    const uint from = max(first, tile * kTile), end = min(position + 1, (tile + 1) * kTile);
    for (uint own = 0; own < kOwn; ++own) {
      const uint channel = own * kTile + lane();
      float value = values[own] * kept;
      if (channel < kValueSize) {
        for (uint j = from; j < end; ++j) {
          value += weights[j % kTile] * rows.v[(j % kTokensPerBlock * p.key_heads + key_head) * kValueSize + channel];
        }
      }
      values[own] = value;
    }
  }

  if (kStripes == 1) {
    for (uint own = 0; own < kOwn; ++own) {
      const uint channel = own * kTile + lane();
      if (channel < kValueSize) p.y.v[(row * p.query_heads + head) * kValueSize + channel] = values[own] / sum;
    }
    return;
  }
  const uint out_begin = ((row * p.query_heads + head) * kStripes + stripe) * (kValueSize + 2);
  if (lane() == 0) {
    p.y.v[out_begin] = sum > 0 ? maximum : uintBitsToFloat(0xff800000u);
    p.y.v[out_begin + 1] = sum;
  }
  for (uint own = 0; own < kOwn; ++own) {
    const uint channel = own * kTile + lane();
    if (channel < kValueSize) p.y.v[out_begin + 2 + channel] = values[own];
  }
}
