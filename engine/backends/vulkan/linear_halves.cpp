#include "engine/backends/vulkan/linear_halves.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "engine/backends/vulkan/format_shaders.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostSlab = std::int64_t{64} << 20;  // bytes of a matrix in halves
constexpr std::int64_t kDepthUnit = 64;                     // x is padded to this many columns
constexpr std::int64_t kRowUnit = 256;                      // rows of a slab: whole tiles

std::int64_t round_up(std::int64_t n, std::int64_t to) {
  return divide_up(n, to) * to;
}

/// How a work group's outputs are shared out among its teams: `units_x` by `units_w` units each.
struct Tile {
  std::uint32_t x, w, units_x, units_w, depth, buffers;

  std::uint32_t teams(const vk::MatrixUnits& u) const { return x / (units_x * u.x) * (w / (units_w * u.w)); }
  std::uint32_t shared_bytes() const { return buffers * (x + w) * (depth / 8 + 1) * 16 + x * w / (units_x * units_w) * 4; }
  Shader shader(bool cooperates) const {
    if (units_x == 4 && units_w == 4) return cooperates ? Shader::linear_units_4x4 : Shader::linear_halves_4x4;
    if (units_x == 4) return cooperates ? Shader::linear_units_4x2 : Shader::linear_halves_4x2;
    if (units_x == 2) return cooperates ? Shader::linear_units_2x2 : Shader::linear_halves_2x2;
    return cooperates ? Shader::linear_units_1x1 : Shader::linear_halves_1x1;
  }
};

/// Where the parts of scratch memory begin.
struct Scratch {
  bool converts;  // the matrix is not in halves already
  bool scales;    // its rows are scaled
  std::int64_t x_pitch, w_pitch;  // eights of halves
  std::int64_t slab_rows;
  std::int64_t x_scales, w, w_scales, end;  // in bytes; x is at 0

  Scratch(const VulkanMatrix& m, std::int64_t vectors) {
    converts = m.format != WeightFormat::F16;
    scales = m.format == WeightFormat::F32 || m.format == WeightFormat::BF16;
    x_pitch = round_up(m.columns, kDepthUnit) / 8;
    w_pitch = converts ? divide_up(m.columns, 8) : m.blocks / 8;
    const std::int64_t most_rows = std::max(kRowUnit, kMostSlab / (16 * w_pitch) / kRowUnit * kRowUnit);
    slab_rows = converts ? std::min(m.rows, most_rows) : m.rows;
    x_scales = round_up(vectors * x_pitch * 16, 256);
    w = x_scales + round_up(vectors * 4, 256);
    w_scales = w + (converts ? round_up(slab_rows * w_pitch * 16, 256) : 0);
    end = w_scales + (scales ? round_up(slab_rows * 4, 256) : 0);
  }
};

/// An invocation brings at most four pieces of each factor a step (shaders/linear_halves.comp):
/// max(x, w) * depth / 8 <= 4 * teams * invocations of a team.
/// EDDY_VULKAN_TILE=x,w,units_x,units_w,depth,buffers, for measuring.
bool asked_tile(Tile& tile) {
  const char* asked = std::getenv("EDDY_VULKAN_TILE");
  return asked && std::sscanf(asked, "%u,%u,%u,%u,%u,%u", &tile.x, &tile.w, &tile.units_x, &tile.units_w, &tile.depth,
                              &tile.buffers) == 6;
}

Tile tile_for(const vk::PhysicalDevice& device, std::int64_t rows, std::int64_t vectors) {
  static constexpr Tile kTiles[] = {{128, 128, 4, 2, 64, 1}, {64, 64, 2, 2, 64, 1}, {64, 64, 2, 2, 32, 1},
                                    {32, 64, 2, 2, 32, 2},   {16, 64, 1, 1, 32, 2}, {32, 32, 1, 1, 32, 1}};
  Tile asked{};
  if (asked_tile(asked)) return asked;
  constexpr std::int64_t kEnoughGroups = 200;  // of a large device, to be busy
  for (const Tile& tile : kTiles) {
    const bool last = &tile == std::end(kTiles) - 1;
    if (!last && tile.shared_bytes() > device.most_shared) continue;
    const bool too_tall = tile.x >= 2 * vectors && tile.x > 16;
    const std::int64_t groups = divide_up(rows, tile.w) * divide_up(vectors, tile.x);
    const bool too_few = tile.x > 64 && groups < kEnoughGroups;
    if (last || (!too_tall && !too_few)) return tile;
  }
  return kTiles[0];
}

void convert_slab(const VulkanCall& call, const HalvesProduct& product, const Scratch& scratch, std::int64_t first) {
  const VulkanMatrix& m = product.matrix;
  const std::int64_t rows = std::min(scratch.slab_rows, m.rows - first);
  const auto at = [&call](std::int64_t offset) { return call.scratch + static_cast<Address>(offset); };
  call.dispatch(halves_shader(m.format), {64, scratch.scales}, spread(rows), m.planes[0], m.planes[1], m.planes[2], m.planes[3],
                at(scratch.w), at(scratch.w_scales), u32(m.blocks), u32(first), u32(rows), u32(scratch.w_pitch));
}

void multiply_slab(const VulkanCall& call, const HalvesProduct& product, const Scratch& scratch, const Tile& tile,
                   std::int64_t first) {
  const VulkanMatrix& m = product.matrix;
  const vk::MatrixUnits& units = call.device->matrix_units;
  const std::int64_t end = std::min(m.rows, first + scratch.slab_rows);
  const auto at = [&call](std::int64_t offset) { return call.scratch + static_cast<Address>(offset); };
  call.dispatch(tile.shader(units.kind != vk::MatrixKind::Plain),
                {tile.teams(units) * units.team, tile.x, tile.w, tile.depth, tile.buffers, units.team, units.x, units.w, units.depth},
                {divide_up(end - first, tile.w), divide_up(product.vectors, tile.x)}, at(0),
                scratch.converts ? at(scratch.w) : m.planes[0], at(scratch.x_scales), at(scratch.w_scales), product.bias,
                product.residual, product.y, u32(m.rows), u32(first), u32(end), u32(product.vectors), u32(scratch.x_pitch),
                u32(scratch.w_pitch), product.activation,
                std::uint32_t{(product.bias ? 1u : 0u) | (product.residual ? 2u : 0u) | (scratch.scales ? 4u : 0u)});
}

}  // namespace

bool in_halves(const VulkanCall& call) {
  const bool can = call.device && call.device->matrix_units.kind != vk::MatrixKind::None;
  const bool exact = call.exact && call.inputs[0].matrix->format == WeightFormat::F32;
  return can && !exact && call.in_shape(1).rows() > kMostGemvVectors;
}

std::int64_t halves_scratch(const VulkanMatrix& matrix, std::int64_t vectors) {
  return Scratch(matrix, vectors).end;
}

void prepare_halves(const VulkanCall& call, const HalvesProduct& product) {
  const Scratch scratch(product.matrix, product.vectors);
  call.dispatch(Shader::rows_to_halves, {group_for(product.matrix.columns / 4), product.matrix.columns % 4 == 0},
                spread(product.vectors), product.x, call.scratch, call.scratch + static_cast<Address>(scratch.x_scales),
                u32(product.vectors), u32(product.matrix.columns), u32(scratch.x_pitch * 2));
  if (scratch.converts) convert_slab(call, product, scratch, 0);
}

void multiply_halves(const VulkanCall& call, const HalvesProduct& product) {
  const Scratch scratch(product.matrix, product.vectors);
  const Tile tile = tile_for(*call.device, std::min(scratch.slab_rows, product.matrix.rows), product.vectors);
  for (std::int64_t first = 0; first < product.matrix.rows; first += scratch.slab_rows) {
    if (first > 0) {  // the slab before was prepared with the other ops of the stage
      call.recorder->barrier();
      convert_slab(call, product, scratch, first);
      call.recorder->barrier();
    }
    multiply_slab(call, product, scratch, tile, first);
  }
}

}  // namespace eddy
