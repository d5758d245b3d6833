// F32: a number each; rows are padded to eight.
#define RUN 8
#define RUNS 1
uint units_of(uint blocks) { return blocks / 8; }
uint run_begin(uint unit, uint run) { return 8 * unit; }
uvec2 unit_and_run(uint n) { return uvec2(n, 0); }
struct Packed {
  vec4 first, second;
};
Packed fetch(Matrix m, uint row, uint unit) {
  const uint at = row * (m.blocks / 4) + 2 * unit;
  return Packed(uintBitsToFloat(Words4(m.plane0).v[at]), uintBitsToFloat(Words4(m.plane0).v[at + 1]));
}
vec4 codes(Packed u, uint run, uint four) { return four == 0 ? u.first : u.second; }
vec2 run_scale(Packed u, uint run) { return vec2(1.0, 0.0); }
