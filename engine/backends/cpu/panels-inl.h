// How the numbers of a panel get into registers and tiles, by weight format. The order is that of packed_matrix.h.
//
// A panel type offers
//   kDirect                                    column() exists: one-row products need no tile
//   column(panel, k, out)                      the 32 numbers of column k as kColumnVectors vectors
//   tile(matrix, panel, k, count, out)         columns k .. k + count as float32 [count][32]
#if defined(EDDY_PANELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_PANELS_INL_H
#undef EDDY_PANELS_INL_H
#else
#define EDDY_PANELS_INL_H
#endif

#include <cstring>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

constexpr std::int64_t kPanelRows = PackedMatrix::kPanelRows;
constexpr int kColumnVectors = static_cast<int>(kPanelRows / kLanes);

/// tile() from column().
template <class Panel>
HWY_INLINE void tile_of_columns(const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
  for (std::int64_t i = 0; i < count; ++i) {
    V column[kColumnVectors];
    Panel::column(panel, k + i, column);
    for (int v = 0; v < kColumnVectors; ++v) hn::Store(column[v], D(), out + i * kPanelRows + v * kLanes);
  }
}

struct PanelF32 {
  static constexpr bool kDirect = true;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const auto* numbers = reinterpret_cast<const float*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::Load(D(), numbers + v * kLanes);
  }
  static HWY_INLINE void tile(const PackedMatrix&, const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
    tile_of_columns<PanelF32>(panel, k, count, out);
  }
};

struct PanelF16 {
  static constexpr bool kDirect = true;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const hn::Rebind<hwy::float16_t, D> half;
    const auto* numbers = reinterpret_cast<const hwy::float16_t*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::PromoteTo(D(), hn::Load(half, numbers + v * kLanes));
  }
  static HWY_INLINE void tile(const PackedMatrix&, const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
    tile_of_columns<PanelF16>(panel, k, count, out);
  }
};

struct PanelBF16 {
  static constexpr bool kDirect = true;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const hn::RebindToUnsigned<D> words;
    const auto* pairs = reinterpret_cast<const std::uint32_t*>(panel) + k * (kPanelRows / 2);
    for (int v = 0; v < kColumnVectors / 2; ++v) {
      const auto pair = hn::Load(words, pairs + v * kLanes);
      out[v] = hn::BitCast(D(), hn::ShiftLeft<16>(pair));
      out[v + kColumnVectors / 2] = hn::BitCast(D(), hn::And(pair, hn::Set(words, 0xffff0000u)));
    }
  }
  static HWY_INLINE void tile(const PackedMatrix&, const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
    tile_of_columns<PanelBF16>(panel, k, count, out);
  }
};

/// Any block format: rows as in the file, dequantised by the format's own reference and turned.
struct PanelOfRows {
  static constexpr bool kDirect = false;
  static void tile(const PackedMatrix& matrix, const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
    const auto& format = traits(matrix.format);
    const std::int64_t row_bytes = matrix.panel_bytes / kPanelRows;
    float row[256];
    HWY_DASSERT(k % format.block_size == 0 && count % format.block_size == 0 && count <= 256);
    for (std::int64_t r = 0; r < kPanelRows; ++r) {
      format.dequantise(panel + r * row_bytes + k / format.block_size * format.block_bytes, row, count);
      for (std::int64_t i = 0; i < count; ++i) out[i * kPanelRows + r] = row[i];
    }
  }
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
