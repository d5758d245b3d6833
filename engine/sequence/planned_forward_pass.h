// A forward pass over plans: one per shape class, recorded when first needed.
#pragma once

#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/architectures/architecture.h"
#include "engine/backends/backend.h"
#include "engine/sequence/forward_pass.h"

namespace eddy {

/// Records the plan of one shape class.
Plan record_plan(const Network& network, PlanShape shape);

class PlannedForwardPass final : public ForwardPass {
 public:
  PlannedForwardPass(std::unique_ptr<const Network> network, std::unique_ptr<BackendModel> model, int chunk,
                     std::vector<PlacedLayers> placement = {});

  /// Prepares the plans of decode and of a whole chunk, so that their memory is had before the first token.
  Result<void> warm_up();

  const StateLayout& state_layout() const override { return layout_; }
  std::int64_t vocabulary() const override { return vocabulary_; }
  int chunk() const override { return chunk_; }
  std::int64_t memory_bytes() const override { return model_->weight_bytes() + work_bytes_; }
  Result<std::unique_ptr<RecurrentState>> new_state() override { return model_->new_state(); }
  std::int64_t more_work_bytes(int sequences) const override;
  std::int64_t available_bytes() const override { return model_->available_bytes(); }
  bool shares_blocks() const override { return model_->shares_blocks(); }
  std::vector<PlacedLayers> placement() const override { return placement_; }
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                   std::span<float> logits) override;
  bool can_draw() const override { return model_->can_draw(); }
  Result<void> run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                            std::span<const TokenDraw> draws, std::span<TokenId> chosen) override;
  bool keep_times(OpTimes* times) override { return model_->keep_times(times); }

 private:
  Result<Executable*> executable(PlanShape shape);

  std::unique_ptr<const Network> network_;
  std::unique_ptr<BackendModel> model_;
  StateLayout layout_;
  std::int64_t vocabulary_;
  int chunk_;
  std::vector<PlacedLayers> placement_;  // one device
  std::int64_t work_bytes_ = 0;      // of the largest plan so far: they share work memory
  struct Kept {
    std::unique_ptr<Executable> executable;
    std::uint64_t last_used = 0;
  };
  std::map<PlanShape, Kept> executables_;  // there are as many shapes as lengths of last chunks
  std::uint64_t uses_ = 0;
};

}  // namespace eddy
