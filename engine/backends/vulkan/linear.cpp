// The ops that read packed matrices: one shader for each weight format.
#include "engine/ops/linear.h"

#include <algorithm>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/vulkan/format_shaders.h"
#include "engine/backends/vulkan/linear_halves.h"

namespace eddy {
namespace {

constexpr std::int64_t kTile = 64;
static_assert(kMostFusedSequences <= kMostGemvVectors);

struct LinearOperands {
  const VulkanMatrix& matrix;
  Address x, bias, residual, y;
  std::int64_t vectors;
  Activation activation;
};

LinearOperands operands_of(const VulkanCall& call) {
  const auto params = call.params.as<LinearParams>();
  const int residual = params.has_bias ? 3 : 2;
  return {.matrix = *call.inputs[0].matrix,
          .x = call.in(1),
          .bias = params.has_bias ? call.in(2) : 0,
          .residual = params.has_residual ? call.in(residual) : 0,
          .y = call.out(0),
          .vectors = call.in_shape(1).rows(),
          .activation = params.activation};
}

void dispatch(const VulkanCall& call, const LinearOperands& o, Shader shader,
              const std::vector<std::uint32_t>& constants, Groups groups) {
  const auto& m = o.matrix;
  call.dispatch(shader, constants, groups, m.planes[0], m.planes[1], m.planes[2], m.planes[3], o.x, o.bias, o.residual,
                o.y, u32(m.rows), u32(m.columns), u32(m.blocks), u32(o.vectors), static_cast<std::uint32_t>(o.activation),
                std::uint32_t{(o.bias ? 1u : 0u) | (o.residual ? 2u : 0u)}, std::uint32_t{0});
}

HalvesProduct halves_of(const LinearOperands& o) {
  return {.matrix = o.matrix,
          .vectors = o.vectors,
          .x = o.x,
          .bias = o.bias,
          .residual = o.residual,
          .y = o.y,
          .activation = static_cast<std::uint32_t>(o.activation)};
}

/// How a matrix-vector product is cut: the specialisation constants that all variants of its shader have.
struct GemvShape {
  std::int64_t invocations = 32;  // along a row
  std::int64_t rows = 2;          // that a work group goes along at once
  std::int64_t turns = 1;         // how often it does
  std::int64_t kept = 0;          // units of x that an invocation keeps

  std::int64_t groups(const VulkanMatrix& m) const { return divide_up(m.rows, rows * turns); }
};

/// Weights that one fetch brings (quant/*.glsl).
std::int64_t weights_of_unit(WeightFormat format) {
  constexpr std::int64_t kOfNumbers = 8, kOfBlocks = 32, kOfLarge = 64;
  switch (format) {
    case WeightFormat::F16:
    case WeightFormat::BF16:
    case WeightFormat::F32:
      return kOfNumbers;
    case WeightFormat::Q2_K:
    case WeightFormat::Q3_K:
    case WeightFormat::Q6_K:
      return kOfLarge;
    default:
      return kOfBlocks;
  }
}

/// x stays in registers where they suffice. Many work groups are quicker than few that go on to further rows, up to
/// where x is read too often: with packed weights, all the more where it is normed too.
GemvShape gemv_shape(const VulkanMatrix& m, std::int64_t vectors, bool norms) {
  constexpr std::int64_t kMostInvocations = 256, kMostKept = 64, kSubgroup = 32, kMostTurns = 8, kTallRows = 4;
  const std::int64_t unit = weights_of_unit(m.format), units = divide_up(m.columns, unit);
  const std::int64_t enough_groups = unit == 8 ? 4096 : norms ? 512 : 2048;
  GemvShape shape;
  shape.kept = divide_up(units, kMostInvocations);
  shape.invocations = divide_up(divide_up(units, shape.kept), kSubgroup) * kSubgroup;
  if (shape.kept * unit * vectors > kMostKept) {
    const std::int64_t fetches = divide_up(m.columns, std::int64_t{16});
    shape = {.invocations = fetches <= 32 ? 32 : fetches <= 128 ? 64 : 128};
  }
  const bool tall = vectors == 1 && m.rows >= 2048;
  shape.rows = tall ? kTallRows : 2;
  if (shape.kept > 0) {
    shape.turns = std::clamp<std::int64_t>(divide_up(m.rows, shape.rows) / enough_groups, 1, kMostTurns / vectors);
  }
  return shape;
}

/// rms_norm of x in `parts` before a product; a convolution of some outputs after it where `taps` is not 0, whose taps are then
/// the operands' residual and whose bias is theirs.
struct NormAndConv {
  std::int64_t parts = 1;
  float epsilon = 0;
  std::int64_t taps = 0, first = 0, channels = 0;
  Address norm_weight = 0, convolved = 0;
  std::uint32_t slot = 0;
};

void dispatch_gemv(const VulkanCall& call, const LinearOperands& o, const NormAndConv& also) {
  const VulkanMatrix& m = o.matrix;
  const GemvShape shape = gemv_shape(m, o.vectors, also.norm_weight != 0);
  const auto integers = call.device->has_integer_dots ? integers_shader(m.format) : std::nullopt;
  call.dispatch(integers.value_or(gemv_shader(m.format)),
                {u32(shape.invocations), u32(shape.rows), u32(o.vectors), m.columns % 4 == 0,
                 u32(also.norm_weight ? m.columns / also.parts : 0), u32(also.parts), u32(also.taps), u32(also.first),
                 u32(also.channels), u32(shape.turns), u32(shape.kept)},
                spread(shape.groups(m)), m.planes[0], m.planes[1], m.planes[2], m.planes[3], o.x, o.bias, o.residual,
                o.y, u32(m.rows), u32(m.columns), u32(m.blocks), u32(o.vectors),
                static_cast<std::uint32_t>(o.activation), std::uint32_t{(o.bias ? 1u : 0u) | (o.residual ? 2u : 0u)},
                std::uint32_t{0}, also.norm_weight, call.states, also.convolved, also.epsilon, also.slot);
}

/// Invocations along a row: as many as have something to fetch.
std::uint32_t invocations_along(const VulkanMatrix& m) {
  constexpr std::int64_t kNumbersPerFetch = 16;
  const std::int64_t fetches = divide_up(m.columns, kNumbersPerFetch);
  return fetches <= 32 ? 32 : fetches <= 128 ? 64 : 128;
}

}  // namespace

std::int64_t vulkan_linear_scratch(const VulkanCall& call) {
  return in_halves(call) ? halves_scratch(*call.inputs[0].matrix, call.in_shape(1).rows()) : 0;
}

bool vulkan_linear_prepare(const VulkanCall& call) {
  if (!in_halves(call)) return false;
  prepare_halves(call, halves_of(operands_of(call)));
  return true;
}

void vulkan_linear(const VulkanCall& call) {
  const LinearOperands o = operands_of(call);
  if (in_halves(call)) return multiply_halves(call, halves_of(o));
  const bool aligned = o.matrix.columns % 4 == 0;
  if (o.vectors > kMostGemvVectors) {
    const Groups groups{divide_up(o.matrix.rows, kTile), divide_up(o.vectors, kTile)};
    return dispatch(call, o, gemm_shader(o.matrix.format), {256, aligned}, groups);
  }
  dispatch_gemv(call, o, {});
}

void vulkan_norm_linear(const VulkanCall& call) {
  const auto params = call.params.as<NormLinearParams>();
  const LinearOperands o{.matrix = *call.inputs[0].matrix,
                         .x = call.in(1),
                         .bias = params.has_bias ? call.in(3) : 0,
                         .residual = params.has_residual ? call.in(params.has_bias ? 4 : 3) : 0,
                         .y = call.out(0),
                         .vectors = call.in_shape(1).rows(),
                         .activation = params.activation};
  dispatch_gemv(call, o, {.parts = params.groups, .epsilon = params.epsilon, .norm_weight = call.in(2)});
}

void vulkan_norm_linear_conv(const VulkanCall& call) {
  const auto params = call.params.as<NormLinearConvParams>();
  const Shape& taps = call.in_shape(3);
  const LinearOperands o{.matrix = *call.inputs[0].matrix,
                         .x = call.in(1),
                         .bias = params.has_bias ? call.in(5) : 0,
                         .residual = call.in(3),
                         .y = call.out(0),
                         .vectors = call.in_shape(1).rows(),
                         .activation = params.activation};
  dispatch_gemv(call, o,
                {.epsilon = params.epsilon,
                 .taps = taps[0],
                 .first = params.first,
                 .channels = taps[1],
                 .norm_weight = call.in(2),
                 .convolved = call.out(1),
                 .slot = call.slot(4)});
}

void vulkan_linear_scan(const VulkanCall& call) {
  constexpr std::int64_t kInvocations = 64, kParts = 4, kMostAhead = 5;
  const auto params = call.params.as<LinearScanParams>();
  const VulkanMatrix& m = *call.inputs[0].matrix;
  const std::int64_t units_each = divide_up(divide_up(m.columns, weights_of_unit(m.format)), kParts);
  const Shape& slot = call.in_shape(7);
  const auto norm = [&](int i) { return params.has_norms ? call.in(i) : Address{0}; };
  call.dispatch(scan_shader(m.format),
                {u32(kInvocations), u32(m.columns), u32(slot[0]), u32(slot[1]), u32(m.blocks), params.has_norms,
                 u32(call.in_shape(1).last()), u32(params.dt_first), u32(params.b_first), u32(params.c_first),
                 u32(call.in_shape(6).last()), u32(params.z_first), u32(std::min(units_each, kMostAhead))},
                {divide_up(slot[1], kInvocations / kParts), call.sequences}, m.planes[0], m.planes[1], m.planes[2],
                m.planes[3], call.in(1), call.in(2), call.in(3), call.in(4), call.in(5), call.in(6), call.states,
                call.out(0), norm(8), norm(9), norm(10), call.slot(7), params.epsilon);
}

void vulkan_grouped_linear(const VulkanCall& call) {
  constexpr std::int64_t kRows = 2;
  const VulkanMatrix& m = *call.inputs[0].matrix;
  const std::int64_t experts = call.in_shape(0)[0], rows = call.in_shape(0)[1], vectors = call.in_shape(1).rows();
  Groups groups = spread(divide_up(rows, kRows));
  groups.z = vectors;
  call.dispatch(grouped_shader(m.format), {invocations_along(m), u32(kRows), 1, m.columns % 4 == 0}, groups,
                m.planes[0], m.planes[1], m.planes[2], m.planes[3], call.in(1), call.in(2), Address{0}, call.out(0),
                u32(rows), u32(m.columns), u32(m.blocks), u32(vectors),
                static_cast<std::uint32_t>(call.params.as<Activation>()), std::uint32_t{0}, u32(experts));
}

bool vulkan_supports_grouped(const VulkanCall& call) {
  return call.inputs[0].matrix != nullptr && call.in_shape(1).rows() < 65536;
}

bool vulkan_supports_matrix(const VulkanCall& call) {
  return call.inputs[0].matrix != nullptr;
}

bool vulkan_supports_few(const VulkanCall& call) {
  return vulkan_supports_matrix(call) && call.in_shape(1).rows() <= kMostGemvVectors;
}

void vulkan_embedding(const VulkanCall& call) {
  const VulkanMatrix& m = *call.inputs[0].matrix;
  call.dispatch(embedding_shader(m.format), {64}, spread(call.rows()), m.planes[0], m.planes[1], m.planes[2],
                m.planes[3], call.token_ids, call.out(0), u32(m.blocks), u32(m.columns), u32(call.rows()));
}

}  // namespace eddy
