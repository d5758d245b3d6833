// The product of a matrix of bfloat16 with rows of x rounded to it: by matrix tiles where the processor has them, else by dot products of
// pairs.
#include "engine/backends/cpu/linear_brain.h"

#include <algorithm>

#include "engine/backends/cpu/linear_tiles.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/core/assert.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear_brain.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/brain_dots-inl.h"
#include "engine/backends/cpu/tile_brain-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

template <class Tiles>
void multiply_many(const BrainProduct& product, const TaskRange& panels, const Epilogue& epilogue) {
  BrainProducts<Tiles> products;
  HWY_ALIGN float sums[BrainProducts<Tiles>::kRows * kPanelRows];
  for (std::int64_t panel = panels.begin; panel < panels.end; ++panel) {
    for (std::int64_t row = 0; row < product.x.rows; row += BrainProducts<Tiles>::kRows) {
      const std::int64_t count = std::min(BrainProducts<Tiles>::kRows, product.x.rows - row);
      if (count > 16) {
        products.multiply_two(product.matrix, panel, product.x, row, sums);
      } else {
        products.multiply_one(product.matrix, panel, product.x, row, sums);
      }
      for (std::int64_t r = 0; r < count; ++r) epilogue.finish(sums + r * kPanelRows, row + r, panel * kPanelRows);
    }
  }
}

void multiply_few(const BrainProduct& product, const TaskRange& panels, const Epilogue& epilogue) {
  HWY_ALIGN float sums[kPanelRows];
  for (std::int64_t panel = panels.begin; panel < panels.end; ++panel) {
    for (std::int64_t row = 0; row < product.x.rows; ++row) {
      multiply_brain_row(product.matrix, panel, product.x, row, sums);
      epilogue.finish(sums, row, panel * kPanelRows);
    }
  }
}

#if EDDY_HAS_BRAIN_DOTS

void multiply_by_dots(const BrainProduct& product, const TaskRange& panels, const Epilogue& epilogue) {
  constexpr int kRows = 12;  // of two sums each, which leave registers for weights and numbers of x
  HWY_ALIGN float sums[kRows * kPanelRows];
  const BrainRows& x = product.x;
  for (std::int64_t panel = panels.begin; panel < panels.end; ++panel) {
    for (std::int64_t row = 0, count = 0; row < x.rows; row += count) {
      count = x.rows - row >= kRows ? kRows : x.rows - row >= 4 ? 4 : 1;
      if (count == kRows) {
        multiply_brain_rows<kRows>(product.matrix, panel, x, row, sums);
      } else if (count == 4) {
        multiply_brain_rows<4>(product.matrix, panel, x, row, sums);
      } else {
        multiply_brain_rows<1>(product.matrix, panel, x, row, sums);
      }
      for (std::int64_t r = 0; r < count; ++r) epilogue.finish(sums + r * kPanelRows, row + r, panel * kPanelRows);
    }
  }
}

#endif

bool has_dots() { return EDDY_HAS_BRAIN_DOTS; }

void multiply_part(const BrainProduct& product, std::int64_t begin, std::int64_t end, bool by_tiles) {
  Epilogue epilogue(product.y, product.activation);
  epilogue.bias = product.bias;
  epilogue.residual = product.residual;
  TaskRange panels(0, 0, 1);
  panels.begin = begin;
  panels.end = end;
#if EDDY_HAS_BRAIN_DOTS
  if (tile_use() == TileUse::None && brain_dots()) return multiply_by_dots(product, panels, epilogue);
#endif
  if (!by_tiles) return multiply_few(product, panels, epilogue);
#if EDDY_HAS_TILE_INSTRUCTIONS && HWY_TARGET == HWY_AVX3_DL
  if (tile_use() == TileUse::Real) return multiply_many<RealTiles>(product, panels, epilogue);
#endif
  multiply_many<EmulatedTiles>(product, panels, epilogue);
}

void round_rows(const float* x, const BrainRows& out) {
  for (std::int64_t row = 0; row < out.rows; ++row, x += out.columns) {
    for (std::int64_t k = 0; k < out.columns; k += BrainBlock::kColumns) {
      std::uint16_t* to = out.at(k, row)->numbers;
      for (std::int64_t i = 0; i < BrainBlock::kColumns; ++i) to[i] = to_brain(x[k + i]);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(has_dots);
HWY_EXPORT(multiply_part);
HWY_EXPORT(round_rows);

bool brain_products_pay() { return tile_use() != TileUse::None || (brain_dots() && HWY_DYNAMIC_DISPATCH(has_dots)()); }

bool has_brain_product(WeightFormat format, std::int64_t columns) {
  return (format == WeightFormat::F16 || format == WeightFormat::BF16) && columns % BrainBlock::kColumns == 0;
}

void multiply_brain(const BrainProduct& product, std::int64_t begin, std::int64_t end) {
  EDDY_ASSERT(product.matrix.brain);
  HWY_DYNAMIC_DISPATCH(multiply_part)(product, begin, end, tiles_take(product.x.rows));
}

void round_to_brain(const float* x, const BrainRows& out) {
  HWY_DYNAMIC_DISPATCH(round_rows)(x, out);
}

}  // namespace eddy
#endif
