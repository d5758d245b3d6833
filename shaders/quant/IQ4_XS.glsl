// IQ4_XS: IQ4_NL with a scale of 6 bits for each 32 of 256 weights. The formulas are those of engine/quant/iq4.h.
#define RUN 16
#define RUNS 2
#include "iq4_levels.glsl"
uint units_of(uint blocks) { return 8 * blocks; }
uint run_begin(uint unit, uint run) { return 32 * unit + 16 * run; }
uvec2 unit_and_run(uint n) { return uvec2(n / 2, n % 2); }
struct Packed {
  uvec4 nibbles;
  float scale;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint block = row * m.blocks + unit / 8, sub = unit % 8;
  const uint first = m.plane1.v[2 * block], low = m.plane1.v[2 * block + 1] >> (4 * sub) & 15u;
  const uint high = first >> (16 + 2 * sub) & 3u;
  return Packed(Words4(m.plane0).v[8 * row * m.blocks + unit],
                unpackHalf2x16(first).x * float(int(low | high << 4) - 32));
}
vec4 codes(Packed u, uint run, uint four) { return four_levels(u.nibbles[four] >> (4 * run)); }
vec2 run_scale(Packed u, uint run) { return vec2(u.scale, 0.0); }
