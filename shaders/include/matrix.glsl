// A packed matrix as engine/backends/gpu/weight_planes.h takes it apart, read through one file of quant/ for its format:
//   RUN, RUNS          weights of a run, which follow each other in a row; runs that one fetch brings (a unit)
//   units_of(blocks)   units of a row
//   run_begin(unit, run)           column of the run's first weight
//   unit_and_run(n)                where the weights from column n * RUN on are
//   fetch(m, row, unit) -> Packed  the stored bits
//   codes(packed, run, four)       four codes as floats, of RUN / 4
//   run_scale(packed, run)         (s, o): weight = s * code + o
struct Matrix {
  Words plane0, plane1, plane2, plane3;
  uint blocks;
};

float half_at(Words plane, uint i) {
  const vec2 both = unpackHalf2x16(plane.v[i >> 1]);
  return (i & 1) == 0 ? both.x : both.y;
}
uint byte_at(Words plane, uint i) { return plane.v[i >> 2] >> (8 * (i & 3)) & 255u; }
vec4 four_bytes(uint w) { return vec4(w & 255u, w >> 8 & 255u, w >> 16 & 255u, w >> 24); }
vec4 four_nibbles(uint w, uint high) { return four_bytes(w >> (4 * high) & 0x0f0f0f0fu); }
// Bits 0..3 of `bits` as the fifth bits of four bytes.
uint fifth_bits(uint bits) { return (bits & 1u) << 4 | (bits & 2u) << 11 | (bits & 4u) << 18 | (bits & 8u) << 25; }

#include "format.glsl"  // of quant/, chosen by the build

vec4 four_weights(Packed u, uint run, uint four) {
  const vec2 scale = run_scale(u, run);
  return scale.x * codes(u, run, four) + scale.y;
}
