// linear for many rows of x, in halves with float32 sums: x from rows_to_halves, the matrix as F16 stores it or from
// matrix_to_halves. A work group makes kTileX x kTileW outputs; while it multiplies one step of kDepth columns, the next is fetched.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "include/eddy.glsl"
#include "include/activation.glsl"

layout(constant_id = 1) const uint kTileX = 128;  // rows of x
layout(constant_id = 2) const uint kTileW = 128;  // rows of the matrix
layout(constant_id = 3) const uint kDepth = 32;
layout(constant_id = 4) const uint kBuffers = 2;  // 2: one barrier a step

layout(buffer_reference, std430, buffer_reference_align = 16) readonly buffer Halves { uvec4 v[]; };
layout(push_constant) uniform Push {
  Halves x, w;
  Floats x_scales, w_scales;  // of the rows
  Floats bias, residual, y;
  uint rows;        // of the whole matrix: what a row of y has
  uint first, end;  // the rows of it that are multiplied here; w begins with the first
  uint vectors;     // rows of x
  uint x_pitch;     // eights of halves in a row of x, padded with zeros to a multiple of kDepth
  uint w_pitch;     // of the matrix, not padded
  uint activation;
  uint has;  // 1: a bias, 2: a residual, 4: w_scales
} p;
#include "include/finish.glsl"

const uint kEights = kDepth / 8, kPitch = kEights + 1;  // an odd pitch: eight rows lie in different banks
const uint kMostUnit = 256;
shared uvec4 x_shared[kBuffers * kTileX * kPitch];
shared uvec4 w_shared[kBuffers * kTileW * kPitch];
shared float sum_shared[kTileX * kTileW / (TILES_X * TILES_W)];
#include "include/tiles.glsl"

// A team has TILES_X x TILES_W units of the outputs. Loops over them are written out: drivers leave loops whose bounds are
// specialisation constants as they are, and then keep the sums in memory instead of registers (25 instead of over 100 TFLOP/s).
#define EACH_1(F, j) F(0, j)
#define EACH_2(F, j) EACH_1(F, j) F(1, j)
#define EACH_4(F, j) EACH_2(F, j) F(2, j) F(3, j)
#define EVERY_1(F) F(0)
#define EVERY_2(F) EVERY_1(F) F(1)
#define EVERY_4(F) EVERY_2(F) F(2) F(3)
#define JOINED(a, b) a##b
#define NAMED(a, b) JOINED(a, b)
#define EACH_X NAMED(EACH_, TILES_X)
#define EVERY_X NAMED(EVERY_, TILES_X)
#define EVERY_W NAMED(EVERY_, TILES_W)

const uint kTeamX = TILES_X * kUnitX, kTeamW = TILES_W * kUnitW, kTeamsW = kTileW / kTeamW;
const uint kUnit = kUnitX * kUnitW;

// Which of the eights of its tile an invocation brings in its i-th fetch; at most four fetches.
#define PLACE(i) (i * gl_WorkGroupSize.x + lane())
#define FETCHES(i, tile) (i * gl_WorkGroupSize.x < tile * kEights)
#define IS_INSIDE(i, tile) ((i + 1) * gl_WorkGroupSize.x <= tile * kEights || PLACE(i) < tile * kEights)
#define FETCH_X(i) \
  if (FETCHES(i, kTileX)) { \
    x_next[i] = p.x.v[min(first_vector + PLACE(i) / kEights, p.vectors - 1) * p.x_pitch + next + PLACE(i) % kEights]; \
  }
#define FETCH_W(i) \
  if (FETCHES(i, kTileW)) { \
    const uint row = min(first_row + PLACE(i) / kEights, p.end - 1) - p.first, eight = next + PLACE(i) % kEights; \
    w_next[i] = eight < p.w_pitch ? p.w.v[row * p.w_pitch + eight] : uvec4(0); \
  }
#define KEEP_X(i) \
  if (FETCHES(i, kTileX) && IS_INSIDE(i, kTileX)) { \
    x_shared[(in_use * kTileX + PLACE(i) / kEights) * kPitch + PLACE(i) % kEights] = x_next[i]; \
  }
#define KEEP_W(i) \
  if (FETCHES(i, kTileW) && IS_INSIDE(i, kTileW)) { \
    w_shared[(in_use * kTileW + PLACE(i) / kEights) * kPitch + PLACE(i) % kEights] = w_next[i]; \
  }
#define LOAD_ONE_X(i) LOAD_X(xs[i], (in_use * kTileX + team_vector + i * kUnitX) * kPitch + d, kPitch);
#define MULTIPLY_ONE(i, j) MULTIPLY_ADD(xs[i], ws, sums[i * TILES_W + j]);
#define MULTIPLY_W(j) \
  LOAD_W(ws, (in_use * kTileW + team_row + j * kUnitW) * kPitch + d, kPitch); \
  EACH_X(MULTIPLY_ONE, j)

void finish_unit(uint begin, uint unit_vector, uint unit_row) {
  for (uint at = member(); at < kUnit; at += kTeam) {
    const uint vector = unit_vector + at / kUnitW, row = unit_row + at % kUnitW;
    if (vector >= p.vectors || row >= p.end) continue;
    float sum = sum_shared[begin + at] * p.x_scales.v[vector];
    if ((p.has & 4u) != 0) sum *= p.w_scales.v[row - p.first];
    finish(vector, row, sum);
  }
}
#define STORE_ONE(i, j) \
  if (unit == i * TILES_W + j) STORE_SUM(sums[i * TILES_W + j], team() * kUnit);
#define STORE_W(j) EACH_X(STORE_ONE, j)
#define START_ONE(i, j) sums[i * TILES_W + j] = NO_SUM;
#define START_W(j) EACH_X(START_ONE, j)

void main() {
  const uint first_row = p.first + gl_WorkGroupID.x * kTileW, first_vector = gl_WorkGroupID.y * kTileX;
  const uint team_vector = team() / kTeamsW * kTeamX, team_row = team() % kTeamsW * kTeamW;
  SumTile sums[TILES_X * TILES_W];
  EVERY_W(START_W)
  uvec4 x_next[4], w_next[4];
  uint next = 0, in_use = 0;
  EVERY_4(FETCH_X)
  EVERY_4(FETCH_W)
  while (next < p.x_pitch) {
    EVERY_4(KEEP_X)
    EVERY_4(KEEP_W)
    barrier();
    next += kEights;
    if (next < p.x_pitch) {
      EVERY_4(FETCH_X)
      EVERY_4(FETCH_W)
    }
    for (uint d = 0; d < kEights; d += kUnitDepth / 8) {
      XTile xs[TILES_X];
      WTile ws;
      EVERY_X(LOAD_ONE_X)
      EVERY_W(MULTIPLY_W)
    }
    if (kBuffers == 2) {
      in_use = 1 - in_use;
    } else {
      barrier();
    }
  }
  for (uint unit = 0; unit < TILES_X * TILES_W; ++unit) {
    EVERY_W(STORE_W)
    team_barrier();
    finish_unit(team() * kUnit, first_vector + team_vector + unit / TILES_W * kUnitX,
                first_row + team_row + unit % TILES_W * kUnitW);
    team_barrier();
  }
}
