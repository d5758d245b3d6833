// Q2_K: 256 weights of 2 bits, 16 scales and minima of 4 bits. The formulas are those of engine/quant/q2_k.h.
#define BYTE_CODES
#define RUN 16
#define RUNS 4
uint units_of(uint blocks) { return 4 * blocks; }
// Unit 4 b + 2 f + h, run g: weights 16 h ... 16 h + 15 of the 32 that begin at 128 f + 32 g.
uint run_begin(uint unit, uint run) { return 256 * (unit / 4) + 128 * (unit % 4 / 2) + 32 * run + 16 * (unit % 2); }
uvec2 unit_and_run(uint n) { return uvec2(n / 16 * 4 + n % 16 / 8 * 2 + n % 2, n % 8 / 2); }
uint sub_block(uint unit, uint run) { return 8 * (unit % 4 / 2) + 2 * run + unit % 2; }
struct Packed {
  uvec4 bits;
  uvec4 scales;
  vec2 d;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint block = row * m.blocks + unit / 4;
  uvec4 scales;
  for (uint run = 0; run < 4; ++run) scales[run] = byte_at(m.plane1, 16 * block + sub_block(unit, run));
  return Packed(Words4(m.plane0).v[4 * block + unit % 4], scales, unpackHalf2x16(m.plane2.v[block]));
}
uint code_bytes(Packed u, uint run, uint four) { return u.bits[four] >> (2 * run) & 0x03030303u; }
vec2 run_scale(Packed u, uint run) {
  return vec2(u.d.x * float(u.scales[run] & 15u), -u.d.y * float(u.scales[run] >> 4));
}
