// Products of panels with rows of x, over any panel type of panels-inl.h.
#if defined(EDDY_LINEAR_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_LINEAR_INL_H
#undef EDDY_LINEAR_INL_H
#else
#define EDDY_LINEAR_INL_H
#endif

#include <hwy/cache_control.h>

#include "engine/backends/cpu/panels-inl.h"
#include "engine/ops/linear.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

// Columns per tile: 32 KB of float32, with room left in a 1 MB second-level cache for the rows of x. A multiple of
// every format's block.
constexpr std::int64_t kTileColumns = 256;
// Rows of x that use a tile before the next is unpacked; their running sums take 12 KB. A multiple of every kernel's
// rows.
constexpr std::int64_t kRowBlock = 96;
// Rows of x per register block: two weight vectors times these must leave registers for the weights and one of x.
constexpr int kMostRows = kLanes >= 16 ? 12 : (kLanes >= 8 ? 6 : 4);

/// What becomes of the sums: bias, activation, residual.
struct Epilogue {
  const float* bias;
  const TensorView* residual;
  TensorView y;
  Activation activation;

  explicit Epilogue(const OpCall& call)
      : bias(linear_bias(call)),
        residual(linear_residual(call)),
        y(call.outputs[0].tensor),
        activation(call.params.as<LinearParams>().activation) {}
  Epilogue(const TensorView& out, Activation function) : bias(nullptr), residual(nullptr), y(out), activation(function) {}

  /// `sums` [32]: outputs first .. of `row`.
  HWY_INLINE void finish(const float* sums, std::int64_t row, std::int64_t first) const {
    const std::int64_t width = y.shape.last();
    for (std::int64_t i = 0; i < kPanelRows && first + i < width; i += kLanes) {
      const std::int64_t n = first + i, count = width - n;
      V sum = hn::Load(D(), sums + i);
      if (bias) sum = hn::Add(sum, load_some(bias + n, count));
      sum = apply(activation, sum);
      if (residual) sum = hn::Add(sum, load_some(residual->row(row) + n, count));
      store_some(sum, y.row(row) + n, count);
    }
  }

  HWY_INLINE void finish_vectors(const V* sums, std::int64_t first) const {
    HWY_ALIGN float stored[kPanelRows];
    for (int v = 0; v < kColumnVectors; ++v) hn::Store(sums[v], D(), stored + v * kLanes);
    finish(stored, 0, first);
  }
};

/// One row of x, one panel of numbers. A second one beside it would hide the latency of additions, but memory serves one stream faster.
template <class Panel>
HWY_INLINE void multiply_numbers(const MatrixPanels& matrix, std::int64_t panel, const float* x,
                                 const Epilogue& epilogue) {
  const D d;
  V sums[kColumnVectors];
  for (int v = 0; v < kColumnVectors; ++v) sums[v] = hn::Zero(d);
  const std::byte* from = matrix.panel(panel);
  for (std::int64_t k = 0; k < matrix.columns; ++k) {
    const V factor = hn::Set(d, x[k]);
    V column[kColumnVectors];
    for (std::int64_t line = 0; line < Panel::kColumnBytes; line += 64) {
      hwy::Prefetch(from + k * Panel::kColumnBytes + line + kPrefetchBytes);
    }
    Panel::column(from, k, column);
    for (int v = 0; v < kColumnVectors; ++v) sums[v] = hn::MulAdd(column[v], factor, sums[v]);
  }
  epilogue.finish_vectors(sums, panel * kPanelRows);
}

/// One row of x, one panel of codes: forming the weights takes longer than the additions wait for each other.
template <class Panel>
HWY_INLINE void multiply_codes(const MatrixPanels& matrix, std::int64_t panel, const float* x,
                               const Epilogue& epilogue) {
  const D d;
  V sums[kColumnVectors];
  for (int v = 0; v < kColumnVectors; ++v) sums[v] = hn::Zero(d);
  const auto add = [&](std::int64_t k, const V* column) HWY_ATTR {
    const V factor = hn::Set(d, x[k]);
    for (int v = 0; v < kColumnVectors; ++v) sums[v] = hn::MulAdd(column[v], factor, sums[v]);
  };
  for (std::int64_t k = 0; k < matrix.columns; k += Panel::kScaled) Panel::columns(matrix.panel(panel), k, add);
  epilogue.finish_vectors(sums, panel * kPanelRows);
}

/// Columns first .. first + count as float32 [count][32].
template <class Panel>
HWY_NOINLINE void unpack_tile(const std::byte* panel, std::int64_t first,
                              std::int64_t count, float* HWY_RESTRICT out) {
  const auto store = [&](std::int64_t k, const V* column) HWY_ATTR {
    for (int v = 0; v < kColumnVectors; ++v) hn::Store(column[v], D(), out + (k - first) * kPanelRows + v * kLanes);
  };
  if constexpr (Panel::kKind == PanelKind::Codes) {
    for (std::int64_t k = first; k < first + count; k += Panel::kScaled) Panel::columns(panel, k, store);
  } else {
    for (std::int64_t k = first; k < first + count; ++k) {
      V column[kColumnVectors];
      Panel::column(panel, k, column);
      store(k, column);
    }
  }
}

/// `Rows` rows of x times a tile [count][32]: continues the sums [row][32]. Asks for `next`, a line a column.
template <int Rows>
HWY_INLINE void multiply_tile(const float* HWY_RESTRICT tile, std::int64_t count, const float* HWY_RESTRICT x,
                              std::int64_t x_stride, const std::byte* next, float* HWY_RESTRICT sums) {
  const D d;
  for (std::int64_t lane = 0; lane < kPanelRows; lane += 2 * kLanes) {
    V low[Rows], high[Rows];
    for (int r = 0; r < Rows; ++r) {
      low[r] = hn::Load(d, sums + r * kPanelRows + lane);
      high[r] = hn::Load(d, sums + r * kPanelRows + lane + kLanes);
    }
    for (std::int64_t k = 0; k < count; ++k) {
      ask_for(next + 64 * k, 64);
      const V first = hn::Load(d, tile + k * kPanelRows + lane);
      const V second = hn::Load(d, tile + k * kPanelRows + lane + kLanes);
      for (int r = 0; r < Rows; ++r) {
        const V factor = hn::Set(d, x[r * x_stride + k]);
        low[r] = hn::MulAdd(first, factor, low[r]);
        high[r] = hn::MulAdd(second, factor, high[r]);
      }
    }
    for (int r = 0; r < Rows; ++r) {
      hn::Store(low[r], d, sums + r * kPanelRows + lane);
      hn::Store(high[r], d, sums + r * kPanelRows + lane + kLanes);
    }
  }
}

/// All `rows` of x times a tile, in register blocks of falling size. On its own, so that its loops get all registers.
HWY_NOINLINE inline void multiply_rows(const float* tile, std::int64_t count, const float* x, std::int64_t stride,
                                       std::int64_t rows, const std::byte* next, float* sums) {
  std::int64_t r = 0;
  for (; r + kMostRows <= rows; r += kMostRows) {
    multiply_tile<kMostRows>(tile, count, x + r * stride, stride, next, sums + r * kPanelRows);
  }
  for (; r + 4 <= rows; r += 4) multiply_tile<4>(tile, count, x + r * stride, stride, next, sums + r * kPanelRows);
  if (r + 2 <= rows) {
    multiply_tile<2>(tile, count, x + r * stride, stride, next, sums + r * kPanelRows);
    r += 2;
  }
  if (r < rows) multiply_tile<1>(tile, count, x + r * stride, stride, next, sums + r * kPanelRows);
}

template <class Panel>
void multiply_row_block(const MatrixPanels& matrix, std::int64_t panel, const TensorView& x, std::int64_t first,
                        std::int64_t rows, const Epilogue& epilogue) {
  HWY_ALIGN float tile[kTileColumns * kPanelRows];
  HWY_ALIGN float sums[kRowBlock * kPanelRows];
  std::fill_n(sums, rows * kPanelRows, 0.0f);
  for (std::int64_t k = 0; k < matrix.columns; k += kTileColumns) {
    const std::int64_t count = std::min(kTileColumns, matrix.columns - k);
    unpack_tile<Panel>(matrix.panel(panel), k, count, tile);
    // What is unpacked next, and lies behind this tile.
    const std::byte* next = matrix.panel(panel) + (k + count) * matrix.panel_bytes / matrix.columns;
    multiply_rows(tile, count, x.row(first) + k, matrix.columns, rows, next, sums);
  }
  for (std::int64_t r = 0; r < rows; ++r) epilogue.finish(sums + r * kPanelRows, first + r, panel * kPanelRows);
}

template <class Panel>
void multiply_panels(const TensorView& x, const Epilogue& epilogue, const MatrixPanels& matrix, std::int64_t begin,
                     std::int64_t end) {
  const std::int64_t rows = x.shape.rows();
  std::int64_t panel = begin;
  if (rows == 1) {
    if constexpr (Panel::kKind == PanelKind::Numbers) {
      for (; panel < end; ++panel) multiply_numbers<Panel>(matrix, panel, x.data, epilogue);
    } else {
      for (; panel < end; ++panel) multiply_codes<Panel>(matrix, panel, x.data, epilogue);
    }
  }
  for (; panel < end; ++panel) {
    for (std::int64_t first = 0; first < rows; first += kRowBlock) {
      multiply_row_block<Panel>(matrix, panel, x, first, std::min(kRowBlock, rows - first), epilogue);
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
