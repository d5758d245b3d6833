// A sequence's state whose slots lie on several devices. To the outside it is the state of the whole network.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/sequence/layer_cut.h"
#include "engine/state/recurrent_state.h"
#include "engine/state/state_layout.h"

namespace eddy {

class SplitState final : public RecurrentState {
 public:
  /// The state of some layers, with the indices of its slots in the whole layout.
  struct Part {
    std::unique_ptr<RecurrentState> state;
    std::vector<int> slots;
    StateLayout layout;
  };

  SplitState(const StateLayout& layout, std::vector<Part> parts) : layout_(layout), parts_(std::move(parts)) {}

  RecurrentState& part(std::size_t index) { return *parts_[index].state; }

  Result<void> read(std::span<std::byte> out) const override;
  Result<void> write(std::span<const std::byte> in) override;
  Result<void> clear() override;
  void expect(std::int64_t tokens) override;
  Result<TokenRowsCopy> read_rows() override;
  Result<void> write_rows(const TokenRowsCopy& rows) override;

 private:
  StateLayout layout_;
  std::vector<Part> parts_;
};

}  // namespace eddy
