// Q6_K: 256 weights of 6 bits, 16 signed scales. The formulas are those of engine/quant/q6_k.h.
#define BYTE_CODES
#define RUN 16
#define RUNS 4
uint units_of(uint blocks) { return 4 * blocks; }
// Unit 4 b + 2 f + h, run g: weights 16 h ... 16 h + 15 of the 32 that begin at 128 f + 32 g.
uint run_begin(uint unit, uint run) { return 256 * (unit / 4) + 128 * (unit % 4 / 2) + 32 * run + 16 * (unit % 2); }
uvec2 unit_and_run(uint n) { return uvec2(n / 16 * 4 + n % 16 / 8 * 2 + n % 2, n % 8 / 2); }
uint sub_block(uint unit, uint run) { return 8 * (unit % 4 / 2) + 2 * run + unit % 2; }
struct Packed {
  uvec4 first, second, high;  // nibbles of runs 0 and 2, of runs 1 and 3; two bits of each run
  vec4 scales;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint block = row * m.blocks + unit / 4, within = unit % 4;
  const uint at = 8 * block + 4 * (within / 2) + within % 2;
  const float d = half_at(m.plane3, block);
  vec4 scales;
  for (uint run = 0; run < 4; ++run) {
    const uint byte = byte_at(m.plane1, 16 * block + sub_block(unit, run));
    scales[run] = d * float(bitfieldExtract(int(byte), 0, 8));
  }
  return Packed(Words4(m.plane0).v[at], Words4(m.plane0).v[at + 2], Words4(m.plane2).v[4 * block + within], scales);
}
uint code_bytes(Packed u, uint run, uint four) {
  const uint low = run % 2 == 0 ? u.first[four] : u.second[four];
  return (low >> (4 * (run / 2)) & 0x0f0f0f0fu) | (u.high[four] >> (2 * run) & 0x03030303u) << 4;
}
vec2 run_scale(Packed u, uint run) { return vec2(u.scales[run], -32.0 * u.scales[run]); }
