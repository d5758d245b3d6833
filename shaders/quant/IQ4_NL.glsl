// IQ4_NL: nibbles of 32 weights that choose among uneven levels. The formulas are those of engine/quant/iq4.h.
#define RUN 16
#define RUNS 2
uint units_of(uint blocks) { return blocks; }
uint run_begin(uint unit, uint run) { return 32 * unit + 16 * run; }
uvec2 unit_and_run(uint n) { return uvec2(n / 2, n % 2); }
#include "iq4_levels.glsl"
struct Packed {
  uvec4 nibbles;
  float d;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint at = row * m.blocks + unit;
  return Packed(Words4(m.plane0).v[at], half_at(m.plane1, at));
}
vec4 codes(Packed u, uint run, uint four) { return four_levels(u.nibbles[four] >> (4 * run)); }
vec2 run_scale(Packed u, uint run) { return vec2(u.d, 0.0); }
