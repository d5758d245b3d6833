#include "engine/backends/cuda/cuda_state.h"

#include <algorithm>

#include "engine/backends/cuda/cuda_model.h"
#include "engine/backends/gpu/wide_copy.h"

namespace eddy {
namespace {

constexpr const char* kPurpose = "the tokens of a conversation";

}  // namespace

Result<std::unique_ptr<CudaState>> CudaState::create(const CudaModel& model) {
  std::unique_ptr<CudaState> state(new CudaState(model));
  std::int64_t at = 0;
  for (const StateSlot& slot : model.layout().slots) {
    if (slot.kind == SlotKind::PerToken) {
      state->slots_.push_back({.width = slot.elements(), .window = slot.window});
      continue;
    }
    if (slot.name == kReachSlot) state->reach_ = at;
    at += slot.elements();
  }
  auto memory = CudaBuffer::allocate(static_cast<std::size_t>(model.layout().fixed_bytes()), CudaBuffer::Kind::Device,
                                     "the state of a sequence");
  if (!memory) return std::move(memory).error();
  state->fixed_ = *std::move(memory);
  if (auto cleared = state->clear(); !cleared) return cleared.error();
  return state;
}

SequenceRows CudaState::rows() const {
  return {table_.as<float*>(), static_cast<std::uint32_t>(tokens_), static_cast<std::uint32_t>(capacity_)};
}

/// Waits until it is done.
Result<void> CudaState::copy(void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind,
                             const char* what) const {
  auto code = cudaMemcpyAsync(to, from, bytes, kind, model_.stream());
  if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
  return cuda_check(code, std::string(what) + " could not be copied");
}

// ---- the rows of tokens ---------------------------------------------------------------------------------------------

/// One block more for each of these slots, in one allocation: allocating is slow.
Result<void> CudaState::add_blocks(std::span<TokenSlot* const> slots) {
  std::size_t bytes = 0;
  for (const TokenSlot* slot : slots) bytes += slot->place_bytes();
  auto memory = CudaBuffer::allocate(bytes, CudaBuffer::Kind::Device, kPurpose);
  if (!memory) return std::move(memory).error();
  const auto shared = std::make_shared<CudaBuffer>(*std::move(memory));
  std::byte* at = shared->data();
  for (TokenSlot* slot : slots) {
    slot->blocks.push_back({.memory = shared, .rows = reinterpret_cast<float*>(at)});
    at += slot->place_bytes();
  }
  return {};
}

/// Kernels find blocks through it; it is written whenever there are others than before.
Result<void> CudaState::write_table() {
  std::size_t most = 1;
  for (const TokenSlot& slot : slots_) most = std::max(most, slot.blocks.size());
  if (static_cast<std::int64_t>(most) > capacity_) {
    capacity_ = 0;
    table_ = {};
    const auto capacity = static_cast<std::int64_t>(most + most / 2 + 8);
    auto table = CudaBuffer::allocate(slots_.size() * static_cast<std::size_t>(capacity) * sizeof(float*),
                                      CudaBuffer::Kind::Device, kPurpose);
    if (!table) return std::move(table).error();
    table_ = *std::move(table);
    capacity_ = capacity;
  }
  std::vector<float*> addresses(slots_.size() * static_cast<std::size_t>(capacity_));
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    for (std::size_t i = 0; i < slots_[s].blocks.size(); ++i) {
      addresses[s * static_cast<std::size_t>(capacity_) + i] = slots_[s].blocks[i].rows;
    }
  }
  return copy(table_.data(), addresses.data(), addresses.size() * sizeof(float*), cudaMemcpyHostToDevice, kPurpose);
}

Result<void> CudaState::reserve(std::int64_t tokens) {
  const auto needed = static_cast<std::size_t>((tokens_ + tokens + kTokensPerBlock - 1) / kTokensPerBlock);
  bool grown = false;
  while (true) {
    std::vector<TokenSlot*> short_of_one;
    for (TokenSlot& slot : slots_) {
      if (slot.blocks.size() < needed) short_of_one.push_back(&slot);
    }
    if (short_of_one.empty()) return grown ? write_table() : Result<void>{};
    if (auto added = add_blocks(short_of_one); !added) return added;
    grown = true;
  }
}

void CudaState::commit(std::int64_t tokens) {
  tokens_ += tokens;
  for (TokenSlot& slot : slots_) {
    const auto first = std::min(static_cast<std::size_t>(first_needed_block(tokens_, slot.window)), slot.blocks.size());
    for (std::size_t i = first; i-- > 0 && slot.blocks[i].memory;) slot.blocks[i] = {};
  }
}

// ---- as snapshots have it -------------------------------------------------------------------------------------------

Result<void> CudaState::read(std::span<std::byte> out) const {
  EDDY_ASSERT(out.size() == fixed_.size());
  if (out.empty()) return {};
  if (auto entered = model_.enter(); !entered) return entered;
  auto staging = model_.staging();
  if (!staging) return std::move(staging).error();
  auto read = copy(*staging, fixed_.data(), out.size(), cudaMemcpyDeviceToHost, "the state of a sequence");
  if (read) wide_copy(out.data(), *staging, out.size());
  return read;
}

Result<void> CudaState::write(std::span<const std::byte> in) {
  EDDY_ASSERT(in.size() == fixed_.size());
  if (in.empty()) return {};
  if (auto entered = model_.enter(); !entered) return entered;
  auto staging = model_.staging();
  if (!staging) return std::move(staging).error();
  wide_copy(*staging, in.data(), in.size());
  return copy(fixed_.data(), *staging, in.size(), cudaMemcpyHostToDevice, "the state of a sequence");
}

Result<void> CudaState::clear() {
  for (TokenSlot& slot : slots_) slot.blocks.clear();
  tokens_ = 0;
  if (fixed_.size() == 0) return {};
  std::vector<float> values;
  bool zeros = true;
  for (const StateSlot& slot : model_.layout().slots) {
    if (slot.kind != SlotKind::Fixed) continue;
    zeros = zeros && slot.initial == 0;
  }
  if (zeros) {
    if (auto entered = model_.enter(); !entered) return entered;
    auto code = cudaMemsetAsync(fixed_.data(), 0, fixed_.size(), model_.stream());
    if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
    return cuda_check(code, "the state of a sequence could not be cleared");
  }
  for (const StateSlot& slot : model_.layout().slots) {
    if (slot.kind == SlotKind::Fixed) {
      values.insert(values.end(), static_cast<std::size_t>(slot.elements()), slot.initial);
    }
  }
  return write(std::as_bytes(std::span(values)));
}

void CudaState::expect(std::int64_t tokens) {
  if (reach_ < 0 || !model_.enter()) return;
  const auto reach = static_cast<float>(tokens_ + tokens);
  // A device that is lost now says so when the tokens are read.
  (void)copy(data() + reach_, &reach, sizeof reach, cudaMemcpyHostToDevice, "the state of a sequence");
}

Result<TokenRowsCopy> CudaState::read_rows() {
  if (auto entered = model_.enter(); !entered) return entered.error();
  TokenRowsCopy rows{.tokens = tokens_};
  for (TokenSlot& slot : slots_) {
    auto read = read_slot(slot);
    if (!read) return std::move(read).error();
    rows.slots.push_back(*std::move(read));
  }
  return rows;
}

Result<SlotBlocks> CudaState::read_slot(TokenSlot& slot) {
  SlotBlocks rows{.first_block = first_needed_block(tokens_, slot.window)};
  for (std::int64_t i = rows.first_block; i * kTokensPerBlock < tokens_; ++i) {
    Block& block = slot.blocks[static_cast<std::size_t>(i)];
    const std::int64_t filled = std::min(kTokensPerBlock, tokens_ - i * kTokensPerBlock);
    if (block.copy) {
      rows.blocks.push_back(block.copy);
      continue;
    }
    auto made = TokenBlock::allocate(static_cast<std::size_t>(filled * slot.width) * sizeof(float));
    if (!made) return std::move(made).error();
    const auto bytes = (*made)->bytes();
    if (auto read = copy(bytes.data(), block.rows, bytes.size(), cudaMemcpyDeviceToHost, kPurpose); !read) {
      return read.error();
    }
    (*made)->seal();
    rows.blocks.push_back(*made);
    if (filled == kTokensPerBlock) block.copy = *std::move(made);
  }
  return rows;
}

Result<void> CudaState::write_rows(const TokenRowsCopy& rows) {
  EDDY_ASSERT(rows.slots.size() == slots_.size());
  tokens_ = rows.tokens;
  if (slots_.empty()) return {};
  if (auto entered = model_.enter(); !entered) return entered;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (auto written = write_slot(slots_[i], rows.slots[i]); !written) return written;
  }
  return write_table();
}

Result<void> CudaState::write_slot(TokenSlot& slot, const SlotBlocks& rows) {
  slot.blocks.clear();
  slot.blocks.resize(static_cast<std::size_t>(rows.first_block));
  TokenSlot* const only[] = {&slot};
  for (const SharedBlock& block : rows.blocks) {
    const auto bytes = block->bytes();
    EDDY_ASSERT(bytes.size() <= slot.block_bytes());
    if (auto added = add_blocks(only); !added) return added;
    Block& here = slot.blocks.back();
    if (auto sent = copy(here.rows, bytes.data(), bytes.size(), cudaMemcpyHostToDevice, kPurpose); !sent) return sent;
    const bool is_final = static_cast<std::int64_t>(slot.blocks.size()) * kTokensPerBlock <= tokens_;
    if (is_final) here.copy = block;
  }
  return {};
}

}  // namespace eddy
