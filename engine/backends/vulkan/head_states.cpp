// Recurrences whose state is a matrix for each head: they differ in their shaders alone.
#include <algorithm>
#include <cstdlib>

#include "engine/backends/vulkan/vulkan_call.h"
#include "engine/ops/gated_delta.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/mamba3.h"
#include "engine/ops/ssd.h"

namespace eddy {
namespace {

/// How the state [heads, keys, values] of each sequence is spread over work groups (shaders/include/head_state.glsl).
struct HeadGrid {
  std::vector<std::uint32_t> constants;
  Groups groups;
  std::uint32_t heads;
  bool shuffles;  // a column's parts lie in one subgroup

  HeadGrid(const VulkanCall& call, const Shape& slot, std::initializer_list<std::uint32_t> special = {},
           std::int64_t most_columns = 64) {
    const std::int64_t keys = slot[1], values = slot[2];
    std::int64_t columns = std::min(most_columns, (values + 15) / 16 * 16), parts = 1;
    shuffles = most_columns == 64 && call.device && call.device->has_shuffles;
    if (shuffles) {
      // Tokens come one after the other: what counts is how soon a column's sum is there.
      constexpr std::int64_t kRows = 8, kGroup = 128;
      while (parts < call.device->subgroup && parts < 32 && parts * kRows < keys) parts *= 2;
      columns = std::min(columns, std::max<std::int64_t>(kGroup / parts, 1));
    } else {
      // A column's rows are shared where one invocation would not have the registers for them.
      constexpr std::int64_t kMostRows = 128;
      parts = divide_up(keys, kMostRows);
    }
    while (columns * parts < keys) columns *= 2;  // as many invocations as keys, which they fetch
    constants = {u32(columns * parts), u32(keys), u32(values), u32(columns), u32(parts)};
    constants.insert(constants.end(), special);
    groups = {divide_up(values, columns), slot[0], call.sequences};
    heads = u32(slot[0]);
  }
};

}  // namespace

namespace {

/// Many tokens, several at a time; heads of which every part has two fours of keys.
bool wkv7_runs(const VulkanCall& call, HeadGrid grid) {
  constexpr std::int64_t kSharedBytes = 32768;
  const std::int64_t keys = grid.constants[1], values = grid.constants[2], columns = grid.constants[3],
                     parts = grid.constants[4];
  const std::int64_t run = 2 * 8 * (5 * keys + columns) * 4 <= kSharedBytes ? 8 : 4;
  const bool whole = keys == 8 * parts && values % columns == 0 && columns % 4 == 0 && keys == values;
  if (!grid.shuffles || !whole || call.tokens < run || 2 * run * (5 * keys + columns) * 4 > kSharedBytes) return false;
  grid.constants.push_back(u32(run));
  call.dispatch(Shader::wkv7_runs, grid.constants, grid.groups, call.states, call.in(0), call.in(1), call.in(2),
                call.in(4), call.in(5), call.in(3), call.out(0), call.slot(6), u32(call.tokens), grid.heads);
  return true;
}

}  // namespace

void vulkan_wkv7(const VulkanCall& call) {
  const HeadGrid grid(call, call.in_shape(6));
  if (wkv7_runs(call, grid)) return;
  call.dispatch(grid.shuffles ? Shader::wkv7_shuffles : Shader::wkv7, grid.constants, grid.groups, call.states, call.in(0), call.in(1), call.in(2), call.in(3),
                call.in(4), call.in(5), call.out(0), call.slot(6), u32(call.tokens), grid.heads);
}

void vulkan_linear_attention(const VulkanCall& call) {
  const auto params = call.params.as<LinearAttentionParams>();
  const bool constant_decay = call.in_shape(3).rank() != 3;
  const HeadGrid grid(call, call.in_shape(4), {params.has_bonus, constant_decay});
  call.dispatch(grid.shuffles ? Shader::linear_attention_shuffles : Shader::linear_attention, grid.constants, grid.groups,
                call.states, call.in(0), call.in(1), call.in(2),
                call.in(3), params.has_bonus ? call.in(5) : Address{0}, call.out(0), call.slot(4), u32(call.tokens),
                grid.heads, params.scale);
}

void vulkan_gated_delta(const VulkanCall& call) {
  const auto params = call.params.as<GatedDeltaParams>();
  const Shape& slot = call.in_shape(5);
  const bool per_channel = call.in_shape(3).last() != slot[0];
  const HeadGrid grid(call, slot, {params.sharing == HeadSharing::Tiled, per_channel});
  call.dispatch(grid.shuffles ? Shader::gated_delta_shuffles : Shader::gated_delta, grid.constants, grid.groups,
                call.states, call.in(0), call.in(1), call.in(2),
                call.in(3), call.in(4), call.out(0), call.slot(5), u32(call.tokens), grid.heads,
                u32(call.in_shape(0).last() / slot[1]), params.scale);
}

namespace {

bool has_ssd_step(const VulkanCall& call) {
  constexpr std::int64_t kMostStates = 256;
  const Shape& slot = call.in_shape(5);
  const bool in_fours = slot[2] % 4 == 0 && call.slot(5) % 4 == 0 && call.in_shape(0).last() % 4 == 0;
  return call.tokens == 1 && in_fours && slot[1] <= kMostStates;
}

/// Columns of an invocation, which reads for all of them once. EDDY_VULKAN_OWN_COLUMNS: for measuring.
std::int64_t runs_own_columns(std::int64_t values, std::int64_t columns) {
  static const char* const asked = std::getenv("EDDY_VULKAN_OWN_COLUMNS");
  const std::int64_t most = asked ? std::max(1, std::atoi(asked)) : 2;
  return std::min(most, divide_up(values, columns));
}

void ssd_step(const VulkanCall& call, std::int64_t groups) {
  constexpr std::int64_t kInvocations = 128, kColumns = 16;
  const auto params = call.params.as<SsdParams>();
  const Shape& slot = call.in_shape(5);
  call.dispatch(Shader::ssd_step, {u32(kInvocations), u32(slot[1]), u32(slot[2]), params.has_z},
                {divide_up(slot[2], kColumns), slot[0], call.sequences}, call.states, call.in(0), call.in(1), call.in(2),
                call.in(3), call.in(4), params.has_z ? call.in(6) : Address{0}, call.out(0), call.slot(5), u32(slot[0]),
                u32(groups), u32(call.in_shape(1).last()), u32(params.dt_first),
                u32(params.has_z ? call.in_shape(6).last() : 0), u32(params.z_first), params.dt_least, params.dt_most);
}

}  // namespace

void vulkan_ssd(const VulkanCall& call) {
  const auto params = call.params.as<SsdParams>();
  const Shape& slot = call.in_shape(5);
  const std::int64_t groups = (call.in_shape(0).last() - slot[0] * slot[2]) / (2 * slot[1]);
  if (has_ssd_step(call)) return ssd_step(call, groups);
  HeadGrid grid(call, slot, {params.has_z});
  // What a run of tokens brings lies in shared memory, of which devices have 32 KiB or more.
  constexpr std::int64_t kMostNumbers = 6144, kLongRun = 16, kShortRun = 8;
  const std::int64_t own_columns = grid.shuffles ? runs_own_columns(slot[2], grid.constants[3]) : 1;
  const std::int64_t columns = grid.constants[3] * own_columns, of_token = 2 * (slot[1] + columns);
  const std::int64_t run = of_token * kLongRun <= kMostNumbers ? kLongRun : kShortRun;
  const bool runs = call.tokens >= run && of_token * run <= kMostNumbers;
  if (runs) {
    const bool in_fours = slot[1] % 4 == 0 && slot[2] % 4 == 0;
    grid.constants.insert(grid.constants.end(), {u32(run), u32(own_columns), in_fours});
    grid.groups.x = divide_up(slot[2], columns);
  }
  const Shader of_runs = grid.shuffles ? Shader::ssd_runs_shuffles : Shader::ssd_runs;
  const Shader of_tokens = grid.shuffles ? Shader::ssd_shuffles : Shader::ssd;
  call.dispatch(runs ? of_runs : of_tokens, grid.constants, grid.groups, call.states, call.in(0), call.in(1), call.in(2), call.in(3),
                call.in(4), params.has_z ? call.in(6) : Address{0}, call.out(0), call.slot(5), u32(call.tokens),
                grid.heads, u32(groups), u32(call.in_shape(1).last()), u32(params.dt_first),
                u32(params.has_z ? call.in_shape(6).last() : 0), u32(params.z_first), params.dt_least, params.dt_most);
}

namespace {

/// A head's angles and last vectors belong to all its columns: they must be in one work group.
constexpr std::int64_t kMostTogether = 128;

}  // namespace

bool vulkan_supports_mamba3(const VulkanCall& call) {
  const Shape& ssm = call.in_shape(8);
  return ssm[2] <= kMostTogether && ssm[1] <= 256 && call.in_shape(7)[1] > 0;
}

void vulkan_mamba3(const VulkanCall& call) {
  const auto params = call.params.as<Mamba3Params>();
  const Shape& ssm = call.in_shape(8);
  const HeadGrid grid(call, ssm, {u32(call.in_shape(7)[1]), params.heavy_tail}, kMostTogether);
  call.dispatch(Shader::mamba3, grid.constants, grid.groups, call.states, call.in(0), call.in(1), call.in(2), call.in(3),
                call.in(4), call.in(5), call.in(6), call.out(0), call.slot(7), call.slot(8), call.slot(9), call.slot(10),
                u32(call.tokens), grid.heads, u32(call.in_shape(1).last() / ssm[1]), u32(call.in_shape(0).last()),
                params.floor);
}

}  // namespace eddy
