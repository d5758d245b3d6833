// Small matrices of halves, multiplied with float32 sums. A team of kTeam invocations has them together. With COOPERATIVE a
// team is a subgroup and the matrices are the device's own; without, the same calls in plain arithmetic, so that a device
// without matrix units runs and tests everything around them.
//   XTile [kUnitX, kUnitDepth], WTile [kUnitW, kUnitDepth]: read from x_shared and w_shared, which hold eight halves an element
//   SumTile [kUnitX, kUnitW]: x w^T, written to sum_shared
layout(constant_id = 5) const uint kTeam = 32;
layout(constant_id = 6) const uint kUnitX = 16;
layout(constant_id = 7) const uint kUnitW = 16;
layout(constant_id = 8) const uint kUnitDepth = 16;

#ifdef COOPERATIVE
#extension GL_KHR_memory_scope_semantics : require
#extension GL_NV_cooperative_matrix : require
#extension GL_EXT_shader_explicit_arithmetic_types_float16 : require

#define XTile fcoopmatNV<16, gl_ScopeSubgroup, kUnitX, kUnitDepth>
#define WTile fcoopmatNV<16, gl_ScopeSubgroup, kUnitDepth, kUnitW>
#define SumTile fcoopmatNV<32, gl_ScopeSubgroup, kUnitX, kUnitW>
#define NO_SUM SumTile(0.0)
#define LOAD_X(tile, begin, pitch) coopMatLoadNV(tile, x_shared, begin, pitch, false)
#define LOAD_W(tile, begin, pitch) coopMatLoadNV(tile, w_shared, begin, pitch, true)
#define MULTIPLY_ADD(x, w, sum) sum = coopMatMulAddNV(x, w, sum)
#define STORE_SUM(sum, begin) coopMatStoreNV(sum, sum_shared, begin, kUnitW, false)

uint team() { return gl_SubgroupID; }
uint member() { return gl_SubgroupInvocationID; }
void team_barrier() {
  subgroupMemoryBarrierShared();
  subgroupBarrier();
}
#else
const uint kOwnSums = kUnitX * kUnitW / kTeam;
struct Place {
  uint begin, pitch;
};
struct SumTile {
  float v[32];  // kOwnSums of them: arrays of that size could not be assigned
};
#define XTile Place
#define WTile Place
#define LOAD_X(tile, begin, pitch) tile = Place(begin, pitch)
#define LOAD_W(tile, begin, pitch) tile = Place(begin, pitch)

uint team() { return lane() / kTeam; }
uint member() { return lane() % kTeam; }
void team_barrier() { barrier(); }

SumTile no_sum() {
  SumTile sum;
  for (uint i = 0; i < kOwnSums; ++i) sum.v[i] = 0;
  return sum;
}
#define NO_SUM no_sum()

SumTile multiply_add(Place x, Place w, SumTile sum) {
  for (uint i = 0; i < kOwnSums; ++i) {
    const uint at = i * kTeam + member();
    for (uint d = 0; d < kUnitDepth / 8; ++d) {
      const uvec4 xs = x_shared[x.begin + at / kUnitW * x.pitch + d], ws = w_shared[w.begin + at % kUnitW * w.pitch + d];
      for (uint j = 0; j < 4; ++j) sum.v[i] += dot(unpackHalf2x16(xs[j]), unpackHalf2x16(ws[j]));
    }
  }
  return sum;
}
#define MULTIPLY_ADD(x, w, sum) sum = multiply_add(x, w, sum)
void store_sum(SumTile sum, uint begin) {
  for (uint i = 0; i < kOwnSums; ++i) sum_shared[begin + i * kTeam + member()] = sum.v[i];
}
#define STORE_SUM(sum, begin) store_sum(sum, begin)
#endif
