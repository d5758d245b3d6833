// Access to strips of a row that are whole vectors, and to the last one of a row whose size is no multiple of a vector:
// kernels that walk a state are written once over both.
#if defined(EDDY_STRIPS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_STRIPS_INL_H
#undef EDDY_STRIPS_INL_H
#else
#define EDDY_STRIPS_INL_H
#endif

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

struct WholeVector {
  static HWY_INLINE V load(const float* p, std::int64_t) { return hn::LoadU(D(), p); }
  static HWY_INLINE void store(V v, float* p, std::int64_t) { hn::StoreU(v, D(), p); }
};
struct PartialVector {
  static HWY_INLINE V load(const float* p, std::int64_t count) { return load_some(p, count); }
  static HWY_INLINE void store(V v, float* p, std::int64_t count) { store_some(v, p, count); }
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
