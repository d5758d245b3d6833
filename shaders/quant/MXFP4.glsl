// MXFP4: 4-bit floats of 32 weights with a common power of two. The formulas are those of engine/quant/mxfp4.h.
#define RUN 16
#define RUNS 2
uint units_of(uint blocks) { return blocks; }
uint run_begin(uint unit, uint run) { return 32 * unit + 16 * run; }
uvec2 unit_and_run(uint n) { return uvec2(n / 2, n % 2); }
const float kLevels[16] = float[](0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12);
struct Packed {
  uvec4 nibbles;
  float scale;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint at = row * m.blocks + unit;
  const int exponent = int(byte_at(m.plane1, at)) - 128, half_of_it = exponent >> 1;
  const float scale = uintBitsToFloat(uint(half_of_it + 127) << 23) * uintBitsToFloat(uint(exponent - half_of_it + 127) << 23);
  return Packed(Words4(m.plane0).v[at], scale);
}
vec4 codes(Packed u, uint run, uint four) {
  const uint w = u.nibbles[four] >> (4 * run);
  return vec4(kLevels[w & 15u], kLevels[w >> 8 & 15u], kLevels[w >> 16 & 15u], kLevels[w >> 24 & 15u]);
}
vec2 run_scale(Packed u, uint run) { return vec2(u.scale, 0.0); }
