// The product of a matrix of codes with many rows of x, by matrix tiles.
#include "engine/backends/cpu/linear_tiles.h"

#include <algorithm>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/core/assert.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear_tiles.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/tile_bytes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

// Rows that use a slice before the next is unpacked; a multiple of a tile's. With 2,048 columns their codes take 400 KB of a
// second-level cache of 2 MB, which all processors with tiles have.
constexpr std::int64_t kRowsTogether = 128;

template <class Tiles, WeightFormat kFormat>
void multiply_rows(const MatrixPanels& matrix, const QuantisedRows& x, std::int64_t first, const TaskRange& panels,
                   const Epilogue& epilogue) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  ByteProducts<Tiles, kLayout.scaled, kLayout.mins> products(x.rows);
  TileSlice slices[kPanelTiles];
  HWY_ALIGN float sums[kRowsTogether * kPanelRows];
  for (std::int64_t panel = panels.begin; panel < panels.end; ++panel) {
    std::fill_n(sums, x.rows * kPanelRows, 0.0f);
    for (std::int64_t column = 0; column < matrix.columns; column += kSliceColumns) {
      const std::int64_t count = std::min(kSliceColumns, matrix.columns - column);
      SliceOfCodes<kFormat>::unpack(matrix.panel(panel), column, count, slices);
      for (int i = 0; i < kPanelTiles; ++i) {
        for (std::int64_t row = 0; row < x.rows; row += kTileRows) {
          products.add(slices[i], column, count / kLayout.scaled, x, row, std::min<std::int64_t>(kTileRows, x.rows - row),
                       sums + row * kPanelRows + i * kTileOutputs);
        }
      }
    }
    for (std::int64_t row = 0; row < x.rows; ++row) epilogue.finish(sums + row * kPanelRows, first + row, panel * kPanelRows);
  }
}

template <class Tiles>
void multiply_with(const IntegerProduct& product, const QuantisedRows& x, std::int64_t first, const TaskRange& panels) {
  Epilogue epilogue(product.y, product.activation);
  epilogue.bias = product.bias;
  epilogue.residual = product.residual;
  switch (product.matrix.format) {
#define EDDY_CODED(format)   \
  case WeightFormat::format: \
    return multiply_rows<Tiles, WeightFormat::format>(product.matrix, x, first, panels, epilogue);
    EDDY_CODED_FORMATS(EDDY_CODED)
#undef EDDY_CODED
    default: EDDY_ASSERT(!"not a format of codes");
  }
}

// Processors with tiles have AVX-512 too; vectors of other sizes are for the emulation.
#if EDDY_HAS_TILE_INSTRUCTIONS && HWY_TARGET == HWY_AVX3_DL
constexpr bool kReal = true;
using Processors = RealTiles;
#else
constexpr bool kReal = false;
using Processors = EmulatedTiles;
#endif

bool has(TileUse use) { return use == TileUse::Emulated || (kReal && use == TileUse::Real); }

void multiply_part(const IntegerProduct& product, std::int64_t begin, std::int64_t end) {
  TaskRange panels(0, 0, 1);
  panels.begin = begin;
  panels.end = end;
  for (std::int64_t first = 0; first < product.x.rows; first += kRowsTogether) {
    const QuantisedRows x = product.x.part(first, std::min(kRowsTogether, product.x.rows - first));
    if (tile_use() == TileUse::Real) {
      multiply_with<Processors>(product, x, first, panels);
    } else {
      multiply_with<EmulatedTiles>(product, x, first, panels);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(has);
HWY_EXPORT(multiply_part);

bool tiles_take(std::int64_t rows) {
  constexpr std::int64_t kFewest = 8;  // below, most of a tile's work would be for nothing
  return rows >= kFewest && HWY_DYNAMIC_DISPATCH(has)(tile_use());
}

bool tiles_take(WeightFormat format, std::int64_t rows) {
  const CodedLayout layout = coded_layout(format);
  // With scales and offsets for every 16 columns (Q2_K) most of the work is the vectors': measured, slower than without tiles.
  const bool worth = layout.scaled == QuantisedBlock::kColumns || !layout.mins;
  return worth && tiles_take(rows);
}

void multiply_integers_by_tiles(const IntegerProduct& product, std::int64_t begin, std::int64_t end) {
  EDDY_ASSERT(tile_use() != TileUse::None);
  HWY_DYNAMIC_DISPATCH(multiply_part)(product, begin, end);
}

}  // namespace eddy
#endif
