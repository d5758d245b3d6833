// The product of a matrix of codes with rows of x quantised to bytes: four multiplications to a lane instead of one, and
// no float per weight. Sums over a group of columns are exact integers; the groups are added as floats in rising order, one
// row like many, so that results do not depend on how tokens are cut into chunks.
#include "engine/backends/cpu/linear_integer.h"

#include <algorithm>

#include "engine/backends/cpu/linear_tiles.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/core/assert.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear_integer.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/integer_groups-inl.h"
#include "engine/backends/cpu/integer_pairs-inl.h"
#include "engine/backends/cpu/linear-inl.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// All rows of `x`; `first` is the first one's number in y.
template <WeightFormat kFormat>
void multiply_panels(const MatrixPanels& matrix, const QuantisedRows& x, std::int64_t first, const TaskRange& panels,
                     const Epilogue& epilogue) {
  HWY_ALIGN float sums[kRegisterRows * kPanelRows];
  const auto finish = [&](int count, std::int64_t row, std::int64_t panel) {
    for (int r = 0; r < count; ++r) epilogue.finish(sums + r * kPanelRows, first + row + r, panel * kPanelRows);
  };
  std::int64_t panel = panels.begin;
  for (; panel < panels.end; ++panel) {
    std::int64_t row = 0;
    for (; row + kRegisterRows <= x.rows; row += kRegisterRows) {
      multiply_many<kFormat, kRegisterRows>(matrix, panel, x, row, sums);
      finish(kRegisterRows, row, panel);
    }
    for (; row + 4 <= x.rows; row += 4) {
      multiply_many<kFormat, 4>(matrix, panel, x, row, sums);
      finish(4, row, panel);
    }
    for (; row < x.rows; ++row) {
      multiply_one<kFormat>(matrix, panel, x, row, sums);
      finish(1, row, panel);
    }
  }
}

void multiply_part(const IntegerProduct& product, const QuantisedRows& x, std::int64_t first, const TaskRange& panels) {
  Epilogue epilogue(product.y, product.activation);
  epilogue.bias = product.bias;
  epilogue.residual = product.residual;
  switch (product.matrix.format) {
#define EDDY_CODED(format)   \
  case WeightFormat::format: \
    return multiply_panels<WeightFormat::format>(product.matrix, x, first, panels, epilogue);
    EDDY_CODED_FORMATS(EDDY_CODED)
#undef EDDY_CODED
    default: EDDY_ASSERT(!"not a format of codes");
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(multiply_part);

namespace {

// Rows that all panels of a task are multiplied with before the next ones are looked at: with 2,048 columns they take
// 200 KB, which a second-level cache holds.
constexpr std::int64_t kRowsTogether = 64;

}  // namespace

bool has_integer_product(WeightFormat format) {
  return coded_layout(format).block > 0;
}

void multiply_integers(const IntegerProduct& product, std::int64_t begin, std::int64_t end) {
  if (tiles_take(product.matrix.format, product.x.rows)) return multiply_integers_by_tiles(product, begin, end);
  TaskRange panels(0, 0, 1);
  panels.begin = begin;
  panels.end = end;
  for (std::int64_t first = 0; first < product.x.rows; first += kRowsTogether) {
    const QuantisedRows x = product.x.part(first, std::min(kRowsTogether, product.x.rows - first));
    HWY_DYNAMIC_DISPATCH(multiply_part)(product, x, first, panels);
  }
}

}  // namespace eddy
#endif
