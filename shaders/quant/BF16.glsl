// BF16: the upper half of a float each; rows are padded to eight.
#define RUN 8
#define RUNS 1
uint units_of(uint blocks) { return blocks / 8; }
uint run_begin(uint unit, uint run) { return 8 * unit; }
uvec2 unit_and_run(uint n) { return uvec2(n, 0); }
struct Packed {
  uvec4 halves;
};
Packed fetch(Matrix m, uint row, uint unit) { return Packed(Words4(m.plane0).v[row * (m.blocks / 8) + unit]); }
vec4 codes(Packed u, uint run, uint four) {
  const uint a = u.halves[2 * four], b = u.halves[2 * four + 1];
  return vec4(uintBitsToFloat(a << 16), uintBitsToFloat(a & 0xffff0000u), uintBitsToFloat(b << 16),
              uintBitsToFloat(b & 0xffff0000u));
}
vec2 run_scale(Packed u, uint run) { return vec2(1.0, 0.0); }
