// The ops that read packed matrices: one shader for each weight format.
#include "engine/ops/linear.h"

#include "engine/backends/vulkan/format_shaders.h"
#include "engine/backends/vulkan/linear_halves.h"

namespace eddy {
namespace {

constexpr std::int64_t kTile = 64;

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
  const std::int64_t rows = o.vectors == 1 && o.matrix.rows >= 4096 ? 4 : 2;
  dispatch(call, o, gemv_shader(o.matrix.format), {invocations_along(o.matrix), u32(rows), u32(o.vectors), aligned},
           spread(divide_up(o.matrix.rows, rows)));
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

void vulkan_embedding(const VulkanCall& call) {
  const VulkanMatrix& m = *call.inputs[0].matrix;
  call.dispatch(embedding_shader(m.format), {64}, spread(call.rows()), m.planes[0], m.planes[1], m.planes[2],
                m.planes[3], call.token_ids, call.out(0), u32(m.blocks), u32(m.columns), u32(call.rows()));
}

}  // namespace eddy
