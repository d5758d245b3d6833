// Q5_K: Q4_K with a fifth bit. The formulas are those of engine/quant/q4_k.h.
#define BYTE_CODES
#define RUN 16
#define RUNS 2
uint units_of(uint blocks) { return 8 * blocks; }
// Unit 8 b + 2 p + h: the nibbles of weights 16 h ... 16 h + 15 of sub-blocks 2 p (low) and 2 p + 1 (high).
uint run_begin(uint unit, uint run) { return 256 * (unit / 8) + 32 * (unit % 8 / 2 * 2 + run) + 16 * (unit % 2); }
uvec2 unit_and_run(uint n) {
  const uint sub = n % 16 / 2;
  return uvec2(n / 16 * 8 + sub / 2 * 2 + n % 2, sub % 2);
}
struct Packed {
  uvec4 nibbles, high;
  uint scales, pair;
  vec2 d;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint block = row * m.blocks + unit / 8;
  return Packed(Words4(m.plane0).v[8 * row * m.blocks + unit], Words4(m.plane3).v[2 * block + unit % 2],
                m.plane1.v[4 * block + unit % 8 / 2], unit % 8 / 2, unpackHalf2x16(m.plane2.v[block]));
}
uint code_bytes(Packed u, uint run, uint four) {
  return (u.nibbles[four] >> (4 * run) & 0x0f0f0f0fu) | (u.high[four] >> (2 * u.pair + run) & 0x01010101u) << 4;
}
vec2 run_scale(Packed u, uint run) {
  return vec2(u.d.x * float(u.scales >> (8 * run) & 255u), -u.d.y * float(u.scales >> (16 + 8 * run) & 255u));
}
