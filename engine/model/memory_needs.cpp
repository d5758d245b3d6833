#include "engine/model/memory_needs.h"

#include <algorithm>
#include <string>

#include "engine/quant/weight_format.h"
#include "engine/state/token_block.h"

namespace eddy {
namespace {

// Large buffers begin and end on pages of their own.
constexpr std::int64_t kPage = 4096;

std::string gigabytes(std::int64_t bytes) {
  return std::to_string(bytes / 1'000'000'000) + "." + std::to_string(bytes / 100'000'000 % 10) + " GB";
}

std::string megabytes(std::int64_t bytes) {
  return bytes >= 1'000'000'000 ? gigabytes(bytes) : std::to_string((bytes + 999'999) / 1'000'000) + " MB";
}

void add_rows(std::vector<MemoryNeeds::Rows>& rows, const StateSlot& slot) {
  const auto same = std::ranges::find(rows, slot.window, &MemoryNeeds::Rows::window);
  const std::int64_t bytes = slot.elements() * static_cast<std::int64_t>(sizeof(float));
  if (same == rows.end()) {
    rows.push_back({bytes, slot.window});
  } else {
    same->bytes_per_token += bytes;
  }
}

/// The finest of the usual smaller formats in which the model would fit; nothing when none does.
std::string smaller_file(const ModelInfo& info, const NetworkFacts& facts, std::int64_t available) {
  const std::int64_t rest = info.memory.total(kTokensPerBlock) - info.memory.weights;
  for (const char* name : {"Q8_0", "Q6_K", "Q5_K", "Q4_K", "Q3_K", "Q2_K"}) {
    const auto format = weight_format_by_name(name);
    if (!format) continue;
    const auto& t = traits(*format);
    const std::int64_t weights = facts.parameters / t.block_size * t.block_bytes;
    if (weights >= info.memory.weights || weights + rest > available) continue;
    return std::string(" or make a smaller file of it: in ") + name + " it needs about " + megabytes(weights + rest) +
           " (eddy-cli quantize)";
  }
  return ", or choose a smaller model: this one fits in no weight format";
}

}  // namespace

std::int64_t MemoryNeeds::rows_at(std::int64_t tokens) const {
  std::int64_t bytes = 0;
  for (const Rows& kind : rows) {
    const std::int64_t blocks = (tokens + kTokensPerBlock - 1) / kTokensPerBlock;
    const std::int64_t kept = blocks - first_needed_block(tokens, kind.window);
    bytes += kept * kTokensPerBlock * kind.bytes_per_token;
  }
  return bytes;
}

MemoryNeeds memory_needs(const NetworkFacts& facts) {
  MemoryNeeds needs{.weights = facts.weight_bytes + facts.buffers * kPage,
                    .state = facts.state_layout.fixed_bytes(),
                    .work = facts.work_bytes,
                    .plans = facts.plan_bytes + 2 * facts.vocabulary * static_cast<std::int64_t>(sizeof(float))};
  for (const StateSlot& slot : facts.state_layout.slots) {
    if (slot.kind == SlotKind::PerToken) add_rows(needs.rows, slot);
  }
  return needs;
}

Result<void> check_memory_needs(const ModelInfo& info, const NetworkFacts& facts, std::int64_t available) {
  const std::int64_t needed = info.memory.total(kTokensPerBlock);
  if (available == 0 || needed <= available) return {};
  return Error{ErrorCode::OutOfMemory,
               "[engine] this model needs " + megabytes(needed) + " of memory (weights " +
                   megabytes(info.memory.weights) + ") and " + megabytes(available) +
                   " are free; close other programs" + smaller_file(info, facts, available)};
}

}  // namespace eddy
