// Q3_K: 256 weights of 3 bits, 16 scales of 6 bits. The formulas are those of engine/quant/q3_k.h.
#define BYTE_CODES
#define RUN 16
#define RUNS 4
uint units_of(uint blocks) { return 4 * blocks; }
// Unit 4 b + 2 f + h, run g: weights 16 h ... 16 h + 15 of the 32 that begin at 128 f + 32 g.
uint run_begin(uint unit, uint run) { return 256 * (unit / 4) + 128 * (unit % 4 / 2) + 32 * run + 16 * (unit % 2); }
uvec2 unit_and_run(uint n) { return uvec2(n / 16 * 4 + n % 16 / 8 * 2 + n % 2, n % 8 / 2); }
uint sub_block(uint unit, uint run) { return 8 * (unit % 4 / 2) + 2 * run + unit % 2; }
struct Packed {
  uvec4 bits, high;
  vec4 scales;
  uint upper;  // 1 in the second half of a block
};
float scale_of(Matrix m, uint block, uint sub) {
  const uint at = 12 * block, low = byte_at(m.plane1, at + sub % 8) >> (sub < 8 ? 0 : 4) & 15u;
  const uint high = byte_at(m.plane1, at + 8 + sub % 4) >> (2 * (sub / 4)) & 3u;
  return float(int(low | high << 4) - 32);
}
Packed fetch(Matrix m, uint row, uint unit) {
  const uint block = row * m.blocks + unit / 4;
  const float d = half_at(m.plane3, block);
  vec4 scales;
  for (uint run = 0; run < 4; ++run) scales[run] = d * scale_of(m, block, sub_block(unit, run));
  return Packed(Words4(m.plane0).v[4 * block + unit % 4], Words4(m.plane2).v[2 * block + unit % 2], scales, unit % 4 / 2);
}
uint code_bytes(Packed u, uint run, uint four) {
  const uint high = u.high[four] >> (4 * u.upper + run) & 0x01010101u;
  return (u.bits[four] >> (2 * run) & 0x03030303u) | high << 2;
}
vec2 run_scale(Packed u, uint run) { return vec2(u.scales[run], -4.0 * u.scales[run]); }
