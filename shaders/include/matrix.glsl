// A packed matrix as engine/backends/gpu/weight_planes.h takes it apart, read through one file of quant/ for its format:
//   RUN, RUNS          weights of a run, which follow each other in a row; runs that one fetch brings (a unit)
//   units_of(blocks)   units of a row
//   run_begin(unit, run)           column of the run's first weight
//   unit_and_run(n)                where the weights from column n * RUN on are
//   fetch(m, row, unit) -> Packed  the stored bits
//   codes(packed, run, four)       four codes as floats, of RUN / 4; or
//   code_bytes(packed, run, four)  four codes as bytes, with BYTE_CODES, and SIGNED_CODES where they have a sign
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
uint nibbles_of(uint w, uint high) { return w >> (4 * high) & 0x0f0f0f0fu; }
// Bits 0..3 of `bits` as the fifth bits of four bytes.
uint fifth_bits(uint bits) { return (bits & 1u) << 4 | (bits & 2u) << 11 | (bits & 4u) << 18 | (bits & 8u) << 25; }

#include "format.glsl"  // of quant/, chosen by the build

#ifdef SIGNED_CODES
vec4 codes(Packed u, uint run, uint four) {
  const int w = int(code_bytes(u, run, four));
  return vec4(bitfieldExtract(w, 0, 8), bitfieldExtract(w, 8, 8), bitfieldExtract(w, 16, 8), w >> 24);
}
#elif defined(BYTE_CODES)
vec4 codes(Packed u, uint run, uint four) { return four_bytes(code_bytes(u, run, four)); }
#endif

vec4 four_weights(Packed u, uint run, uint four) {
  const vec2 scale = run_scale(u, run);
  return scale.x * codes(u, run, four) + scale.y;
}
