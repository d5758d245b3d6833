// F16: a half each; rows are padded to eight.
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
  return vec4(unpackHalf2x16(u.halves[2 * four]), unpackHalf2x16(u.halves[2 * four + 1]));
}
vec2 run_scale(Packed u, uint run) { return vec2(1.0, 0.0); }
