// How the numbers of a panel get into registers and tiles, by weight format. The order is that of packed_matrix.h.
//
// Two kinds of panel types, told apart by kKind:
//   Numbers  column(panel, k, out): the 32 numbers of column k as kColumnVectors vectors
//   Codes    columns(panel, k, take): calls take(k + i, out) for the kScaled columns that start at k, in order
#if defined(EDDY_PANELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_PANELS_INL_H
#undef EDDY_PANELS_INL_H
#else
#define EDDY_PANELS_INL_H
#endif

#include <hwy/cache_control.h>

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

// How far ahead of its use a weight is asked for: no hardware prefetcher looks beyond a small page.
constexpr std::int64_t kPrefetchBytes = 4096;

/// Asks for memory that will be read later, into the second-level cache. The memory need not be there.
HWY_INLINE void ask_for(const std::byte* begin, std::int64_t bytes) {
  for (std::int64_t line = 0; line < bytes; line += 64) {
#if defined(__GNUC__)
    __builtin_prefetch(begin + line, 0, 2);
#else
    hwy::Prefetch(begin + line);
#endif
  }
}

enum class PanelKind { Numbers, Codes };

struct PanelF32 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static constexpr std::int64_t kColumnBytes = kPanelRows * 4;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const auto* numbers = reinterpret_cast<const float*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::Load(D(), numbers + v * kLanes);
  }
};

struct PanelF16 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static constexpr std::int64_t kColumnBytes = kPanelRows * 2;
  static HWY_INLINE void column(const std::byte* panel, std::int64_t k, V* out) {
    const hn::Rebind<hwy::float16_t, D> half;
    const auto* numbers = reinterpret_cast<const hwy::float16_t*>(panel) + k * kPanelRows;
    for (int v = 0; v < kColumnVectors; ++v) out[v] = hn::PromoteTo(D(), hn::Load(half, numbers + v * kLanes));
  }
};

struct PanelBF16 {
  static constexpr PanelKind kKind = PanelKind::Numbers;
  static constexpr std::int64_t kColumnBytes = kPanelRows * 2;
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
  static constexpr int kScaled = kLayout.scaled;
  static constexpr int kWordColumns = kLayout.word_columns();
  // A float with this exponent counts in ones: its lowest bits are the code, and subtracting the rest gives it exactly.
  static constexpr std::uint32_t kCounting = 0x4B000000u;  // 2^23
  using Words = hn::RebindToUnsigned<D>;
  using W = hn::Vec<Words>;

  static HWY_INLINE const std::byte* block_of(const std::byte* panel, std::int64_t k) {
    return panel + k / kLayout.block * kLayout.block_bytes();
  }
  static HWY_INLINE const std::byte* group_of(const std::byte* panel, std::int64_t k) {
    return block_of(panel, k) + kLayout.header_bytes() + k % kLayout.block / kLayout.group * kLayout.group_bytes();
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
  /// The d of a block.
  static HWY_INLINE V block_scale(const std::byte* block, int v) {
    if constexpr (!kLayout.exponents) return halves(block, v);
    // 2^(byte - 128) by its bits; the two smallest have no exponent of their own.
    const hn::RebindToSigned<D> i;
    const hn::Rebind<std::uint8_t, D> bytes;
    const auto e = hn::PromoteTo(i, hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(block) + v * kLanes));
    const auto normal = hn::ShiftLeft<23>(hn::Sub(e, hn::Set(i, 1)));
    const auto small = hn::ShiftLeft<21>(hn::Add(e, hn::Set(i, 1)));
    return hn::BitCast(D(), hn::IfThenElse(hn::Gt(e, hn::Set(i, 1)), normal, small));
  }
  /// Of part `part` of a group: the scale, the offset. `d` and `m` are the block's.
  static HWY_INLINE V part_scale(const std::byte* group, int part, int v, V d) {
    if constexpr (!kLayout.scales) return d;
    const std::byte* at = group + part * kLayout.part_bytes();
    if constexpr (kLayout.nibbles) return hn::Mul(d, nibbles<0>(at, v));
    return hn::Mul(d, small_integers<std::int8_t>(at, v));
  }
  static HWY_INLINE V part_offset(const std::byte* group, int part, int v, V m) {
    if constexpr (!kLayout.scales || !kLayout.mins) return m;
    const std::byte* at = group + part * kLayout.part_bytes();
    if constexpr (kLayout.nibbles) return hn::Neg(hn::Mul(m, nibbles<4>(at, v)));
    return hn::Neg(hn::Mul(m, small_integers<std::uint8_t>(at + 32, v)));
  }
  template <int kBit>
  static HWY_INLINE V nibbles(const std::byte* at, int v) {
    const hn::Rebind<std::uint8_t, D> bytes;
    const hn::RebindToSigned<D> i;
    const auto both = hn::PromoteTo(i, hn::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(at) + v * kLanes));
    return hn::ConvertTo(D(), hn::And(hn::ShiftRight<kBit>(both), hn::Set(i, 15)));
  }
  /// levels[code] for the code in every byte, which is below 16; the levels with the bits of `flip` changed.
  static HWY_INLINE W levels_of(W codes, std::uint8_t flip = 0) {
#if HWY_TARGET == HWY_SCALAR
    std::uint32_t levels = 0;
    for (int bit = 0; bit < 32; bit += 8) {
      levels |= static_cast<std::uint32_t>(kLayout.levels[hn::GetLane(codes) >> bit & 15] ^ flip) << bit;
    }
    return hn::Set(Words(), levels);
#else
    const hn::Repartition<std::uint8_t, Words> bytes;
    const auto table = hn::Xor(hn::LoadDup128(bytes, kLayout.levels), hn::Set(bytes, flip));
    return hn::BitCast(Words(), hn::TableLookupBytes(table, hn::BitCast(bytes, codes)));
#endif
  }
  static HWY_INLINE W words(const std::byte* at, int word, int v) {
    return hn::LoadU(Words(), reinterpret_cast<const std::uint32_t*>(at) + word * kPanelRows + v * kLanes);
  }

  static HWY_INLINE void begin(const std::byte* panel, std::int64_t k, V* scale, V* offset) {
    const std::byte* block = block_of(panel, k);
    const std::byte* group = group_of(panel, k);
    const int part = part_of(k);
    for (int v = 0; v < kColumnVectors; ++v) {
      scale[v] = part_scale(group, part, v, block_scale(block, v));
      offset[v] = part_offset(group, part, v, kLayout.mins ? halves(block + 64, v) : hn::Zero(D()));
    }
  }
  static HWY_INLINE int part_of(std::int64_t k) { return static_cast<int>(k % kLayout.group / kScaled); }

  /// The bits of a word from kBit on, moved to where the upper bits of a code belong.
  template <int kBit>
  static HWY_INLINE W upper(W word) {
    constexpr int kLow = kLayout.low_bits;
    if constexpr (kBit > kLow) return hn::ShiftRight<kBit - kLow>(word);
    if constexpr (kBit < kLow) return hn::ShiftLeft<kLow - kBit>(word);
    return word;
  }

  /// Column kColumn of a word, in the operations of the format's reference dequantiser.
  template <int kColumn>
  static HWY_INLINE V number(W low, W high, V scale, V offset) {
    const D d;
    const Words w;
    constexpr std::uint32_t kLowMask = (1u << kLayout.low_bits) - 1;
    W code = hn::ShiftRight<kLayout.low_shift(kColumn)>(low);
    if constexpr (kLayout.levels != nullptr) {
      code = hn::OrAnd(hn::Set(w, kCounting), levels_of(hn::And(code, hn::Set(w, kLowMask))), hn::Set(w, 255u));
    } else {
      code = hn::OrAnd(hn::Set(w, kCounting), code, hn::Set(w, kLowMask));
    }
    if constexpr (kLayout.high_bits > 0) {
      constexpr std::uint32_t kHighMask = ((1u << kLayout.high_bits) - 1) << kLayout.low_bits;
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
    const int first = part_of(k) * (kScaled / kWordColumns);
    for (int word = first; word < first + kScaled / kWordColumns; ++word) {
      W low_words[kColumnVectors], high_words[kColumnVectors];
      for (int v = 0; v < kColumnVectors; ++v) {
        low_words[v] = words(low, word, v);
        high_words[v] = low_words[v];
        if constexpr (kLayout.high_bits > 0) {
          // The columns of the words before it are shifted out.
          high_words[v] = hn::ShiftRightSame(words(high, 0, v), word * (kWordColumns / 4) * kLayout.high_bits);
        }
      }
      columns_of_word(std::make_integer_sequence<int, kWordColumns>(), low_words, high_words, scale, offset,
                      k + (word - first) * kWordColumns, take);
    }
  }
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
