// Q5_0: nibbles and fifth bits of 32 weights, one scale. The formulas are those of engine/quant/q5_0.h.
#define BYTE_CODES
#define RUN 16
#define RUNS 2
uint units_of(uint blocks) { return blocks; }
uint run_begin(uint unit, uint run) { return 32 * unit + 16 * run; }
uvec2 unit_and_run(uint n) { return uvec2(n / 2, n % 2); }
struct Packed {
  uvec4 nibbles;
  float d;
  uint high;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint at = row * m.blocks + unit;
  return Packed(Words4(m.plane0).v[at], half_at(m.plane1, at), m.plane2.v[at]);
}
uint code_bytes(Packed u, uint run, uint four) {
  return (u.nibbles[four] >> (4 * run) & 0x0f0f0f0fu) | fifth_bits(u.high >> (16 * run + 4 * four));
}
vec2 run_scale(Packed u, uint run) { return vec2(u.d, -16.0 * u.d); }
