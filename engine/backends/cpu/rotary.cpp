// Turning pairs of channels: plain loops that compilers vectorise; a product and a sum are rounded each.
#include "engine/ops/rotary.h"

#include <algorithm>

#include "engine/backends/cpu/ranges.h"

namespace eddy {
namespace {

void turn_halves(const float* in, const float* cosine, const float* sine, std::int64_t half, float* out) {
  for (std::int64_t i = 0; i < half; ++i) {
    out[i] = in[i] * cosine[i] - in[i + half] * sine[i];
    out[i + half] = in[i] * sine[i] + in[i + half] * cosine[i];
  }
}

void turn_adjacent(const float* in, const float* cosine, const float* sine, std::int64_t half, float* out) {
  for (std::int64_t i = 0; i < half; ++i) {
    out[2 * i] = in[2 * i] * cosine[i] - in[2 * i + 1] * sine[i];
    out[2 * i + 1] = in[2 * i] * sine[i] + in[2 * i + 1] * cosine[i];
  }
}

}  // namespace

std::int64_t cpu_rotate_tasks(const OpCall& call, int threads) {
  const Shape& x = call.inputs[0].tensor.shape;
  return tasks_for(x.rows(), 2 * x.last(), threads);
}

void cpu_rotate(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView &x = call.inputs[0].tensor, &y = call.outputs[0].tensor;
  const auto params = call.params.as<RotateParams>();
  const std::int64_t half = call.inputs[1].tensor.shape.last();
  const auto turn = params.adjacent ? &turn_adjacent : &turn_halves;
  const TaskRange rows(x.shape.rows(), task, tasks);
  for (std::int64_t row = rows.begin; row < rows.end; ++row) {
    const float *cosine = call.inputs[1].tensor.row(row), *sine = call.inputs[2].tensor.row(row);
    for (std::int64_t head = 0; head < x.shape.last(); head += params.head_size) {
      const float* in = x.row(row) + head;
      turn(in, cosine, sine, half, y.row(row) + head);
      std::copy(in + 2 * half, in + params.head_size, y.row(row) + head + 2 * half);
    }
  }
}

}  // namespace eddy
