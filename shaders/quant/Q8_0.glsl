// Q8_0: signed bytes of 32 weights, one scale. The formulas are those of engine/quant/q8_0.h.
#define BYTE_CODES
#define SIGNED_CODES
#define RUN 16
#define RUNS 2
uint units_of(uint blocks) { return blocks; }
uint run_begin(uint unit, uint run) { return 32 * unit + 16 * run; }
uvec2 unit_and_run(uint n) { return uvec2(n / 2, n % 2); }
struct Packed {
  uvec4 first, second;
  float d;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint at = row * m.blocks + unit;
  return Packed(Words4(m.plane0).v[2 * at], Words4(m.plane0).v[2 * at + 1], half_at(m.plane1, at));
}
uint code_bytes(Packed u, uint run, uint four) { return run == 0 ? u.first[four] : u.second[four]; }
vec2 run_scale(Packed u, uint run) { return vec2(u.d, 0.0); }
