#include "engine/backends/cuda/streamed_layout.h"

#include <algorithm>
#include <cstdlib>
#include <cstdio>

#include "engine/backends/cuda/format_kernels.h"

namespace eddy {
namespace {

int target() {
  static int v = [] { int on = 1, b = 100, t = 12; if (const char* s = std::getenv("EDDY_CUDA_GEMV")) std::sscanf(s, "%d,%d,%d", &on, &b, &t); return t << 10; }();
  return v;
}

bool rehearses() {
  static bool v = [] { int on = 1, b = 100, t = 12, r = 0; if (const char* s = std::getenv("EDDY_CUDA_GEMV")) std::sscanf(s, "%d,%d,%d,%d", &on, &b, &t, &r); return r != 0; }();
  return v;
}

constexpr int ceil_div(int a, int b) {
  return (a + b - 1) / b;
}

std::int64_t row_bytes(const DeviceMatrix& w) {
  std::int64_t bytes = 0;
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) bytes += w.planes[p] ? w.pitch[p] : 0;
  return bytes;
}

/// Parts of a row, so that the busiest warp of a block of `rows` rows has the least to do: passes over 32 units, and what
/// comes after them.
int parts_of_row(int rows, int units, int rows_per_warp) {
  constexpr double kAfterwards = 0.3;  // of a pass
  const int passes = ceil_div(units, 32), groups = ceil_div(rows, rows_per_warp);
  int best = 1;
  double least = 0;
  for (int along = 1; along <= passes; ++along) {
    if (passes % along != 0) continue;
    const double cost = ceil_div(groups * along, kStreamedWarps) * (passes / along + kAfterwards);
    if (along > 1 && cost >= least) continue;
    least = cost;
    best = along;
  }
  return best;
}

/// Returns the bytes of shared memory that a block of the job takes; 0: it does not fit.
int lay_out(LinearJob& job, int shared_bytes) {
  constexpr int kLeastStages = 2;  // one is multiplied while others come
  const FormatKernels& kernels = format_kernels(job.w.format);
  const int per_warp = kernels.streamed_rows_per_warp, rows = ceil_div(job.w.rows, job.blocks);
  const int units = ceil_div(job.w.columns, kernels.unit);
  job.along = parts_of_row(rows, units, per_warp);
  const auto wanted = static_cast<int>(target() / row_bytes(job.w)) / per_warp * per_warp;
  job.stage_rows = std::clamp(wanted, per_warp, ceil_div(rows, per_warp) * per_warp);
  const int rest = units * kernels.streamed_unit_bytes + streamed_sums_bytes(rows, job.along);
  const auto fit = [&] { return (shared_bytes - rest) / stage_bytes(job.w, job.stage_rows); };
  while (job.stage_rows > 1 && fit() < kLeastStages) --job.stage_rows;
  job.stages = std::min({kMostStages, ceil_div(rows, job.stage_rows), fit()});
  return job.stages < 1 ? 0 : rest + job.stages * stage_bytes(job.w, job.stage_rows);
}

}  // namespace

StreamedShape share_streamed(std::span<LinearJob> jobs, int most, int shared_bytes) {
  std::int64_t bytes_left = 0;
  for (const LinearJob& job : jobs) bytes_left += row_bytes(job.w) * job.w.rows;
  StreamedShape shape;
  for (LinearJob& job : jobs) {
    const std::int64_t own = row_bytes(job.w) * job.w.rows, left = std::max(1, most - shape.blocks);
    const int useful = ceil_div(job.w.rows, format_kernels(job.w.format).streamed_rows_per_warp);
    job.blocks = std::clamp(static_cast<int>((own * left + bytes_left / 2) / bytes_left), 1, useful);
    bytes_left -= own;
    job.first_block = shape.blocks;
    shape.blocks += job.blocks;
    job.rehearses = rehearses();
    const int bytes = lay_out(job, shared_bytes);
    if (bytes == 0) return {};
    shape.shared_bytes = std::max(shape.shared_bytes, bytes);
  }
  return shape;
}

}  // namespace eddy
