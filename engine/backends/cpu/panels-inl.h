// How the numbers of a panel get into registers and tiles, by weight format. The order is that of packed_matrix.h.
//
// Three kinds of panel types, told apart by kKind:
//   Numbers  column(panel, k, out): the 32 numbers of column k as kColumnVectors vectors
//   Codes    columns(panel, k, take): calls take(k + i, out) for all columns of the group that starts at k, in order
//   Rows     tile(matrix, panel, k, count, out): columns k .. k + count as float32 [count][32], and nothing smaller
#if defined(EDDY_PANELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_PANELS_INL_H
#undef EDDY_PANELS_INL_H
#else
#define EDDY_PANELS_INL_H
#endif

#include <cstring>
#include <utility>

#include "engine/backends/cpu/coded_layout.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

constexpr std::int64_t kPanelRows = MatrixPanels::kPanelRows;
constexpr int kColumnVectors = static_cast<int>(kPanelRows / kLanes);

enum class PanelKind { Numbers, Codes, Rows };

struct PanelF32 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const auto* numbers = reinterpret_cast<const float*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::Load(D(), numbers + v * kLanes);
  }
};

struct PanelF16 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const hn::Rebind<hwy::float16_t, D> half;
    const auto* numbers = reinterpret_cast<const hwy::float16_t*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::PromoteTo(D(), hn::Load(half, numbers + v * kLanes));
  }
};

struct PanelBF16 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
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
  static constexpr PanelKind kKind = PanelKind::Codes;
  static constexpr CodedLayout kLayout = coded_layout(kFormat);
  static constexpr int kGroup = kLayout.group;
  static constexpr int kWordColumns = kLayout.word_columns();
  // A float with this exponent counts in ones: its lowest bits are the code, and subtracting the rest gives it exactly.
  static constexpr std::uint32_t kCounting = 0x4B000000u;  // 2^23
  using Words = hn::RebindToUnsigned<D>;
  using W = hn::Vec<Words>;

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
    return hn::ConvertTo(D(),
                         hn::PromoteTo(integers, hn::LoadU(bytes, reinterpret_cast<const Byte*>(at) + v * kLanes)));
  }
  static HWY_INLINE W words(const std::byte* at, int word, int v) {
    return hn::LoadU(Words(), reinterpret_cast<const std::uint32_t*>(at) + word * kPanelRows + v * kLanes);
  }

  static HWY_INLINE void begin(const std::byte* panel, std::int64_t k, V* scale, V* offset) {
    const std::byte* block = block_of(panel, k);
    const std::byte* group = group_of(panel, k);
    for (int v = 0; v < kColumnVectors; ++v) {
      scale[v] = halves(block, v);
      offset[v] = hn::Zero(D());
      if constexpr (kLayout.scales) scale[v] = hn::Mul(scale[v], small_integers<std::int8_t>(group, v));
      if constexpr (kLayout.mins) offset[v] = halves(block + 64, v);
      if constexpr (kLayout.mins && kLayout.scales) {
        offset[v] = hn::Neg(hn::Mul(offset[v], small_integers<std::uint8_t>(group + 32, v)));
      }
    }
  }

  /// The bits of a word from kBit on, moved to bit 4: where the upper bits of a code belong.
  template <int kBit>
  static HWY_INLINE W upper(W word) {
    if constexpr (kBit > 4) return hn::ShiftRight<kBit - 4>(word);
    if constexpr (kBit < 4) return hn::ShiftLeft<4 - kBit>(word);
    return word;
  }

  /// Column kColumn of a word, in the operations of the format's reference dequantiser.
  template <int kColumn>
  static HWY_INLINE V number(W low, W high, V scale, V offset) {
    const D d;
    const Words w;
    constexpr std::uint32_t kLowMask = (1u << kLayout.low_bits) - 1;
    W code = hn::OrAnd(hn::Set(w, kCounting), hn::ShiftRight<kLayout.low_shift(kColumn)>(low), hn::Set(w, kLowMask));
    if constexpr (kLayout.high_bits > 0) {
      constexpr std::uint32_t kHighMask = ((1u << kLayout.high_bits) - 1) << 4;
      code = hn::OrAnd(code, upper<kLayout.high_shift(kColumn)>(high), hn::Set(w, kHighMask));
    }
    const V level = hn::Sub(hn::BitCast(d, code), hn::Set(d, 8388608.0f + kLayout.bias));
    const V scaled = hn::Mul(scale, level);
    return kLayout.mins ? hn::Add(scaled, offset) : scaled;
  }

  template <class Take, int... kColumns>
  static HWY_INLINE void columns_of_word(std::integer_sequence<int, kColumns...>, const W* low, const W* high,
                                         const V* scale, const V* offset, std::int64_t k, const Take& take) {
    V out[kColumnVectors];
    const auto one = [&](auto column) HWY_ATTR {
      constexpr int kColumn = decltype(column)::value;
      for (int v = 0; v < kColumnVectors; ++v) out[v] = number<kColumn>(low[v], high[v], scale[v], offset[v]);
      take(k + kColumn, out);
    };
    (one(std::integral_constant<int, kColumns>()), ...);
  }

  template <class Take>
  static HWY_INLINE void columns(const std::byte* panel, std::int64_t k, const Take& take) {
    V scale[kColumnVectors], offset[kColumnVectors];
    begin(panel, k, scale, offset);
    const std::byte* low = group_of(panel, k) + kLayout.scale_bytes();
    const std::byte* high = low + kLayout.low_bytes();
    for (int word = 0; word < kGroup / kWordColumns; ++word) {
      W low_words[kColumnVectors], high_words[kColumnVectors];
      for (int v = 0; v < kColumnVectors; ++v) {
        low_words[v] = words(low, word, v);
        high_words[v] = low_words[v];
        if constexpr (kLayout.high_bits > 0) {
          // A word's columns are two steps of four; those before it are shifted out.
          high_words[v] = hn::ShiftRightSame(words(high, 0, v), word * 2 * kLayout.high_bits);
        }
      }
      columns_of_word(std::make_integer_sequence<int, kWordColumns>(), low_words, high_words, scale, offset,
                      k + word * kWordColumns, take);
    }
  }
};

/// Any other block format: rows as in the file, dequantised by the format's own reference and turned.
struct PanelOfRows {
  static constexpr PanelKind kKind = PanelKind::Rows;
  static void tile(const MatrixPanels& matrix, const std::byte* panel, std::int64_t k, std::int64_t count, float* out) {
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
