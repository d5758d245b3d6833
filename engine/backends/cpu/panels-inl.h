// How the numbers of a panel get into registers and tiles, by weight format. The order is that of packed_matrix.h.
//
// A panel type offers
//   kGroup                                     columns that share a scale; K is a multiple of it
//   kSideBySide                                panels that a one-row product should read at once
//   begin(panel, k, scale, offset)             what the columns of the group that starts at k share
//   column(panel, k, scale, offset, out)       the 32 numbers of column k as kColumnVectors vectors
// or, when it can only give whole tiles (kGroup = 0),
//   tile(matrix, panel, k, count, out)         columns k .. k + count as float32 [count][32]
#if defined(EDDY_PANELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_PANELS_INL_H
#undef EDDY_PANELS_INL_H
#else
#define EDDY_PANELS_INL_H
#endif

#include <cstring>

#include "engine/backends/cpu/coded_layout.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

constexpr std::int64_t kPanelRows = PackedMatrix::kPanelRows;
constexpr int kColumnVectors = static_cast<int>(kPanelRows / kLanes);

constexpr int kPlainSideBySide = kLanes >= 8 ? 2 : 1;

struct PanelF32 {
  static constexpr int kGroup = 1;
  static constexpr int kSideBySide = kPlainSideBySide;
  static HWY_INLINE void begin(const std::byte*, std::int64_t, V*, V*) {}
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, const V*, const V*, V* out) {
    const auto* numbers = reinterpret_cast<const float*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::Load(D(), numbers + v * kLanes);
  }
};

struct PanelF16 {
  static constexpr int kGroup = 1;
  static constexpr int kSideBySide = kPlainSideBySide;
  static HWY_INLINE void begin(const std::byte*, std::int64_t, V*, V*) {}
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, const V*, const V*, V* out) {
    const hn::Rebind<hwy::float16_t, D> half;
    const auto* numbers = reinterpret_cast<const hwy::float16_t*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::PromoteTo(D(), hn::Load(half, numbers + v * kLanes));
  }
};

struct PanelBF16 {
  static constexpr int kGroup = 1;
  static constexpr int kSideBySide = kPlainSideBySide;
  static HWY_INLINE void begin(const std::byte*, std::int64_t, V*, V*) {}
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, const V*, const V*, V* out) {
    const hn::RebindToUnsigned<D> words;
    const auto* pairs = reinterpret_cast<const std::uint32_t*>(panel) + k * (kPanelRows / 2);
    for (int v = 0; v < kColumnVectors / 2; ++v) {
      const auto pair = hn::Load(words, pairs + v * kLanes);
      out[v] = hn::BitCast(D(), hn::ShiftLeft<16>(pair));
      out[v + kColumnVectors / 2] = hn::BitCast(D(), hn::And(pair, hn::Set(words, 0xffff0000u)));
    }
  }
};

/// Formats of codes: weight = scale * (code - bias) + offset, with the bits of coded_layout.h.
template <WeightFormat kFormat>
struct PanelOfCodes {
  static constexpr CodedLayout kLayout = coded_layout(kFormat);
  static constexpr int kGroup = kLayout.group;
  static constexpr int kSideBySide = 1;
  using Words = hn::RebindToUnsigned<D>;

  static HWY_INLINE const std::byte* block_of(const std::byte* panel, std::int64_t k) {
    return panel + k / kLayout.block * kLayout.block_bytes();
  }
  static HWY_INLINE const std::byte* group_of(const std::byte* panel, std::int64_t k) {
    return block_of(panel, k) + kLayout.header_bytes() + k % kLayout.block / kGroup * kLayout.group_bytes();
  }
  static HWY_INLINE V halves(const std::byte* at, int v) {
    const hn::Rebind<hwy::float16_t, D> half;
    return hn::PromoteTo(D(), hn::LoadU(half, reinterpret_cast<const hwy::float16_t*>(at) + v * kLanes));
  }
  template <class Byte>
  static HWY_INLINE V small_integers(const std::byte* at, int v) {
    const hn::Rebind<Byte, D> bytes;
    const hn::RebindToSigned<D> integers;
    return hn::ConvertTo(D(), hn::PromoteTo(integers, hn::LoadU(bytes, reinterpret_cast<const Byte*>(at) + v * kLanes)));
  }
  static HWY_INLINE hn::Vec<Words> byte_words(const std::byte* at, int v) {
    const hn::Rebind<std::uint8_t, D> bytes;
    return hn::PromoteTo(Words(), hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(at) + v * kLanes));
  }

  static HWY_INLINE void begin(const std::byte* panel, std::int64_t k, V* scale, V* offset) {
    const std::byte* block = block_of(panel, k);
    const std::byte* group = group_of(panel, k);
    for (int v = 0; v < kColumnVectors; ++v) {
      scale[v] = halves(block, v);
      if constexpr (kLayout.scales) scale[v] = hn::Mul(scale[v], small_integers<std::int8_t>(group, v));
      if constexpr (kLayout.mins) offset[v] = halves(block + 64, v);
      if constexpr (kLayout.mins && kLayout.scales) {
        offset[v] = hn::Neg(hn::Mul(offset[v], small_integers<std::uint8_t>(group + 32, v)));
      }
    }
  }

  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, const V* scale, const V* offset, V* out) {
    const hn::RebindToSigned<D> integers;
    const std::byte* low = group_of(panel, k) + kLayout.scale_bytes();
    const int c = static_cast<int>(k % kGroup);
    hn::Vec<Words> codes[kColumnVectors];
    if constexpr (kLayout.low_bits == 8) {
      for (int v = 0; v < kColumnVectors; ++v) codes[v] = byte_words(low + c * 32, v);
    } else {
      for (int v = 0; v < kColumnVectors / 2; ++v) {
        const auto pair = byte_words(low + c * 16, v);
        codes[v] = hn::And(pair, hn::Set(Words(), 15u));
        codes[v + kColumnVectors / 2] = hn::ShiftRight<4>(pair);
      }
    }
    if constexpr (kLayout.high_bits > 0) {
      constexpr int kColumns = 8 / kLayout.high_bits;
      constexpr auto kMask = static_cast<std::uint32_t>(((1 << kLayout.high_bits) - 1) << 4);
      const std::byte* high = low + kLayout.low_bytes() + c / kColumns * 32;
      for (int v = 0; v < kColumnVectors; ++v) {
        const auto moved = hn::ShiftRightSame(hn::ShiftLeft<4>(byte_words(high, v)), c % kColumns * kLayout.high_bits);
        codes[v] = hn::Or(codes[v], hn::And(moved, hn::Set(Words(), kMask)));
      }
    }
    for (int v = 0; v < kColumnVectors; ++v) {
      auto level = hn::BitCast(integers, codes[v]);
      if constexpr (kLayout.bias != 0) level = hn::Sub(level, hn::Set(integers, kLayout.bias));
      out[v] = hn::Mul(scale[v], hn::ConvertTo(D(), level));
      if constexpr (kLayout.mins) out[v] = hn::Add(out[v], offset[v]);
    }
  }
};

/// Any other block format: rows as in the file, dequantised by the format's own reference and turned.
struct PanelOfRows {
  static constexpr int kGroup = 0;
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
