// Products of panels of codes with rows of x rounded to bytes, by tiles. A tile holds what one scale covers, 16 or 32 columns, for 16
// rows of x and 16 outputs: its sums are exact integers, and are then scaled and added as floats in the order of the other
// instruction sets, so that these give the same bits.
//
// Counted for 16 rows, 16 outputs and 32 columns: one product of tiles (16 cycles), 16 stores of a row of sums, 48 or 64 operations on
// vectors of 16 floats (24 or 32 cycles), all of which overlap. Tiles of bfloat16 would need 16 cycles and nothing else, at twice the
// bytes, but would give other bits than a row alone.
#if defined(EDDY_TILE_BYTES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_TILE_BYTES_INL_H
#undef EDDY_TILE_BYTES_INL_H
#else
#define EDDY_TILE_BYTES_INL_H
#endif

#include <utility>

#include "engine/backends/cpu/linear-inl.h"
#include "engine/backends/cpu/tile_instructions.h"
#include "engine/backends/cpu/weight_group-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

constexpr int kTileRows = 16, kTileOutputs = 16;
constexpr int kOutputVectors = static_cast<int>(kTileOutputs / kLanes);
constexpr int kPanelTiles = static_cast<int>(kPanelRows / kTileOutputs);
constexpr std::int64_t kSliceColumns = 512;  // a multiple of every format's block

/// Some columns of 16 outputs.
struct alignas(64) TileSlice {
  std::int32_t codes[kSliceColumns / 4][kTileOutputs];  // four neighbouring columns' codes a number, as tiles want them
  float scales[kSliceColumns / QuantisedBlock::kSummed][kTileOutputs];
  float offsets[kSliceColumns / QuantisedBlock::kSummed][kTileOutputs];
};

/// Columns first .. first + count of a panel, all outputs.
template <WeightFormat kFormat>
class SliceOfCodes {
  using Group = WeightGroup<kFormat>;
  using Panel = typename Group::Panel;
  static constexpr CodedLayout kLayout = Group::kLayout;

 public:
  static HWY_NOINLINE void unpack(const std::byte* panel, std::int64_t first, std::int64_t count, TileSlice* slices) {
    for (std::int64_t c = 0; c < count; c += kLayout.group) {
      const std::byte* block = Panel::block_of(panel, first + c);
      const std::byte* group = Panel::group_of(panel, first + c);
      ask_for(group + kPrefetchBytes, kLayout.group_bytes());
      for (int v = 0; v < kColumnVectors; ++v) {
        TileSlice& slice = slices[v / kOutputVectors];
        const std::int64_t lane = v % kOutputVectors * kLanes;
        scales(block, group, v, slice, c / kLayout.scaled, lane);
        codes(group, v, slice.codes[c / 4] + lane, std::make_integer_sequence<int, Group::kSteps>());
      }
    }
  }

 private:
  static HWY_INLINE void scales(const std::byte* block, const std::byte* group, int v, TileSlice& slice, std::int64_t first_part,
                                std::int64_t lane) {
    const V d = Panel::block_scale(block, v);
    const V m = kLayout.mins ? Panel::halves(block + 64, v) : hn::Zero(D());
    for (int part = 0; part < Group::kParts; ++part) {
      hn::Store(Panel::part_scale(group, part, v, d), D(), slice.scales[first_part + part] + lane);
      if constexpr (kLayout.mins) hn::Store(Panel::part_offset(group, part, v, m), D(), slice.offsets[first_part + part] + lane);
    }
  }

  template <int... kStep>
  static HWY_INLINE void codes(const std::byte* group, int v, std::int32_t* to, std::integer_sequence<int, kStep...>) {
    (hn::Store(hn::BitCast(Integers(), with_sign(Group::template step<kStep>(group, v))), Integers(), to + kStep * kTileOutputs), ...);
  }

  /// Every code less its bias.
  static HWY_INLINE Q with_sign(Q code) {
    if constexpr (kLayout.bias == 0 || Group::kSigned) return code;
    const Quads words;
    if constexpr (kLayout.bias == 128) return hn::Xor(code, hn::Set(words, 0x80808080u));
#if HWY_TARGET == HWY_SCALAR
    std::uint32_t less = 0;
    for (int bit = 0; bit < 32; bit += 8) {
      const std::uint32_t byte = (hn::GetLane(code) >> bit) - static_cast<std::uint32_t>(kLayout.bias);
      less |= (byte & 255u) << bit;
    }
    return hn::Set(words, less);
#else
    const hn::Repartition<std::uint8_t, Quads> bytes;
    return hn::BitCast(words, hn::Sub(hn::BitCast(bytes, code), hn::Set(bytes, static_cast<std::uint8_t>(kLayout.bias))));
#endif
  }
};

/// Slices times rows of x. Four products are begun before the sums of the four before them are added: a product's come after some
/// hundred cycles. Two tiles are for the last rows, where these are fewer than a tile has.
template <class Tiles, int kScaled, bool kMins>
class ByteProducts {
 public:
  explicit ByteProducts(std::int64_t rows) : tiles_(shapes(static_cast<int>(rows % kTileRows))) {}

  /// Adds the products of `rows` (16, or the last ones) rows from `row` on with the slice of `parts` scales whose columns begin at
  /// `column`, to sums [row][32].
  HWY_INLINE void add(const TileSlice& slice, std::int64_t column, std::int64_t parts, const QuantisedRows& x, std::int64_t row,
                      std::int64_t rows, float* HWY_RESTRICT sums) {
    if (rows == kTileRows) {
      add_whole(slice, column, parts, x, row, sums);
    } else {
      add_last(slice, column, parts, x, row, rows, sums);
    }
  }

 private:
  enum Tile { kSums0, kSums1, kSums2, kSums3, kRows, kCodes, kLastSums, kLastRows };
  static constexpr std::int64_t kTogether = 4;
  using Dots = std::int32_t[kTileRows][kTileOutputs];
  static constexpr std::int64_t kRowStride = sizeof(QuantisedBlock);

  static TileShapes shapes(int last) {
    TileShapes shapes;
    for (const int tile : {kSums0, kSums1, kSums2, kSums3}) shapes.set(tile, kTileRows, kTileOutputs * 4);
    shapes.set(kRows, kTileRows, kScaled).set(kCodes, kScaled / 4, kTileOutputs * 4);
    if (last == 0) last = kTileRows;  // not used, but a tile without rows is no tile
    return shapes.set(kLastSums, last, kTileOutputs * 4).set(kLastRows, last, kScaled);
  }

  static const QuantisedBlock* blocks(const QuantisedRows& x, std::int64_t column, std::int64_t row) { return x.at(column, row); }
  static int first_in_block(std::int64_t column) { return static_cast<int>(column % QuantisedBlock::kColumns); }

  template <int kSums, int kOfX>
  HWY_INLINE void multiply(const TileSlice& slice, std::int64_t column, std::int64_t part, const QuantisedRows& x, std::int64_t row,
                           Dots& dots) {
    const std::int64_t at = column + part * kScaled;
    tiles_.template zero<kSums>();
    tiles_.template load<kOfX>(blocks(x, at, row)->codes + first_in_block(at), kRowStride);
    tiles_.template load<kCodes>(slice.codes[part * (kScaled / 4)], kTileOutputs * 4);
    tiles_.template multiply_bytes<kSums, kOfX, kCodes>();
    tiles_.template store<kSums>(dots, kTileOutputs * 4);
  }

  /// The products of up to four parts from `part` on.
  HWY_INLINE void begin(const TileSlice& slice, std::int64_t column, std::int64_t part, std::int64_t parts, const QuantisedRows& x,
                        std::int64_t row, Dots* dots) {
    multiply<kSums0, kRows>(slice, column, part, x, row, dots[0]);
    if (part + 1 < parts) multiply<kSums1, kRows>(slice, column, part + 1, x, row, dots[1]);
    if (part + 2 < parts) multiply<kSums2, kRows>(slice, column, part + 2, x, row, dots[2]);
    if (part + 3 < parts) multiply<kSums3, kRows>(slice, column, part + 3, x, row, dots[3]);
  }

  /// sum + a part's share of the product with one row.
  static HWY_INLINE V scaled(V sum, const std::int32_t* dots, V scale, V offset, const QuantisedBlock& x, int first) {
    const D d;
    sum = hn::MulAdd(hn::ConvertTo(d, hn::Load(Integers(), dots)), hn::Mul(scale, hn::Set(d, x.scale)), sum);
    if constexpr (!kMins) return sum;
    const float total = kScaled == QuantisedBlock::kColumns
                            ? x.total
                            : x.scale * static_cast<float>(x.sums[first / QuantisedBlock::kSummed]);
    return hn::MulAdd(offset, hn::Set(d, total), sum);
  }

  HWY_NOINLINE void add_whole(const TileSlice& slice, std::int64_t column, std::int64_t parts, const QuantisedRows& x,
                              std::int64_t row, float* HWY_RESTRICT sums) {
    alignas(64) Dots dots[2][kTogether];
    V sum[kTileRows][kOutputVectors];
    EDDY_UNROLL
    for (int r = 0; r < kTileRows; ++r) {
      for (int v = 0; v < kOutputVectors; ++v) sum[r][v] = hn::Load(D(), sums + r * kPanelRows + v * kLanes);
    }
    begin(slice, column, 0, parts, x, row, dots[0]);
    for (std::int64_t part = 0; part < parts; ++part) {
      const std::int64_t set = part / kTogether % 2, next = part + kTogether;
      if (part % kTogether == 0 && next < parts) begin(slice, column, next, parts, x, row, dots[1 - set]);
      const std::int64_t at = column + part * kScaled;
      const QuantisedBlock* of_x = blocks(x, at, row);
      const Dots& done = dots[set][part % kTogether];
      for (int v = 0; v < kOutputVectors; ++v) {
        const V scale = hn::Load(D(), slice.scales[part] + v * kLanes);
        const V offset = kMins ? hn::Load(D(), slice.offsets[part] + v * kLanes) : hn::Zero(D());
        EDDY_UNROLL
        for (int r = 0; r < kTileRows; ++r) {
          sum[r][v] = scaled(sum[r][v], done[r] + v * kLanes, scale, offset, of_x[r], first_in_block(at));
        }
      }
    }
    EDDY_UNROLL
    for (int r = 0; r < kTileRows; ++r) {
      for (int v = 0; v < kOutputVectors; ++v) hn::Store(sum[r][v], D(), sums + r * kPanelRows + v * kLanes);
    }
  }

  HWY_NOINLINE void add_last(const TileSlice& slice, std::int64_t column, std::int64_t parts, const QuantisedRows& x,
                             std::int64_t row, std::int64_t rows, float* HWY_RESTRICT sums) {
    alignas(64) Dots dots;
    for (std::int64_t part = 0; part < parts; ++part) {
      const std::int64_t at = column + part * kScaled;
      const QuantisedBlock* of_x = blocks(x, at, row);
      multiply<kLastSums, kLastRows>(slice, column, part, x, row, dots);
      for (int v = 0; v < kOutputVectors; ++v) {
        const V scale = hn::Load(D(), slice.scales[part] + v * kLanes);
        const V offset = kMins ? hn::Load(D(), slice.offsets[part] + v * kLanes) : hn::Zero(D());
        for (std::int64_t r = 0; r < rows; ++r) {
          float* sum = sums + r * kPanelRows + v * kLanes;
          hn::Store(scaled(hn::Load(D(), sum), dots[r] + v * kLanes, scale, offset, of_x[r], first_in_block(at)), D(), sum);
        }
      }
    }
  }

  Tiles tiles_;
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
