// A forward pass over several devices, each with some of the layers; what is alive between them goes through host memory.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/core/aligned_buffer.h"
#include "engine/sequence/forward_pass.h"
#include "engine/sequence/layer_cut.h"

namespace eddy {

/// Some layers on their device.
struct NetworkPart {
  LayerRange range;
  LayerContent content;
  std::unique_ptr<BackendModel> model;
  PlacedLayers placed;
};

class SplitForwardPass final : public ForwardPass {
 public:
  /// `parts` in the order of the layers, none without any.
  SplitForwardPass(std::unique_ptr<const Network> network, std::vector<NetworkPart> parts, int chunk);

  /// As PlannedForwardPass::warm_up.
  Result<void> warm_up();

  const StateLayout& state_layout() const override { return layout_; }
  std::int64_t vocabulary() const override { return vocabulary_; }
  int chunk() const override { return chunk_; }
  std::int64_t memory_bytes() const override;
  Result<std::unique_ptr<RecurrentState>> new_state() override;
  std::int64_t more_work_bytes(int sequences) const override;
  /// Of bytes that lie on the devices as states do: the device that is full first decides.
  std::int64_t available_bytes() const override;
  bool shares_blocks() const override;
  std::vector<PlacedLayers> placement() const override;
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                   std::span<float> logits) override;
  bool keep_times(OpTimes* times) override;

 private:
  /// One shape class on all devices.
  struct Prepared {
    struct Part {
      std::unique_ptr<Executable> executable;
      std::size_t handed_over = 0;  ///< floats to the next part
    };
    std::vector<Part> parts;
    std::uint64_t last_used = 0;
  };
  Result<Prepared*> prepared(PlanShape shape);
  Result<Prepared> prepare(PlanShape shape);
  Result<void> make_room(const Prepared& prepared);

  std::unique_ptr<const Network> network_;
  LayerCut cut_;
  StateLayout layout_;
  std::int64_t vocabulary_;
  std::vector<NetworkPart> parts_;
  int chunk_;
  std::vector<std::int64_t> work_bytes_;      // by part: of the largest plan so far
  std::map<PlanShape, Prepared> prepared_;
  std::vector<AlignedBuffer> handed_over_;    // by border
  std::vector<RecurrentState*> part_states_;  // of the part that runs
  std::uint64_t uses_ = 0;
};

}  // namespace eddy
