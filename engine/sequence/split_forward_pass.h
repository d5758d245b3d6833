// A forward pass over several devices, each with some of the layers; what is alive between them goes through host
// memory.
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
  /// `parts` in the order of the layers, none without any. One call takes `pieces` times `piece` tokens: while a part
  /// reads a piece, the part before it reads the next one. More than 1 only where the devices can work at the same
  /// time.
  SplitForwardPass(std::unique_ptr<const Network> network, std::vector<NetworkPart> parts, int piece, int pieces = 1);

  /// As PlannedForwardPass::warm_up.
  Result<void> warm_up();

  const StateLayout& state_layout() const override { return layout_; }
  std::int64_t vocabulary() const override { return vocabulary_; }
  int chunk() const override { return piece_ * pieces_; }
  std::int64_t memory_bytes() const override;
  Result<std::unique_ptr<RecurrentState>> new_state() override;
  std::int64_t more_work_bytes(int sequences) const override;
  /// Of bytes that lie on the devices as states do: the device that is full first decides.
  std::int64_t available_bytes() const override;
  bool shares_blocks() const override;
  std::vector<PlacedLayers> placement() const override;
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                   std::span<float> logits) override;
  /// By the device of the last layers.
  bool can_draw() const override { return parts_.back().model->can_draw(); }
  Result<void> run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                            std::span<const TokenDraw> draws, std::span<TokenId> chosen) override;
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
  /// Some tokens of every sequence, in one of the shapes.
  struct Piece {
    Prepared* prepared = nullptr;
    std::size_t first = 0, count = 0;  ///< of a sequence's tokens
    std::vector<TokenId> tokens = {};  ///< [B, count]
    std::span<float> logits = {};
    std::vector<float> own_logits = {};  ///< of several sequences, whose rows do not lie together
    std::span<const TokenDraw> draws = {};  ///< [B] when tokens are drawn instead
    std::span<TokenId> chosen = {};
  };
  Result<Prepared*> prepared(PlanShape shape);
  Result<Prepared> prepare(PlanShape shape);
  Result<void> make_room(const Prepared& prepared, std::size_t piece);
  void take_states(std::span<RecurrentState* const> states);
  Result<std::vector<Piece>> cut_in_pieces(std::span<const TokenId> tokens, std::size_t sequences, LogitRows rows,
                                           std::span<float> logits);
  void put_together(std::span<const Piece> pieces, std::size_t sequences, std::size_t length,
                    std::span<float> logits) const;
  Result<void> run_part(std::size_t part, const Piece& piece, std::size_t index);
  Result<void> run_in_turns(std::span<const Piece> pieces);
  Result<void> run_side_by_side(std::span<const Piece> pieces);

  std::unique_ptr<const Network> network_;
  LayerCut cut_;
  StateLayout layout_;
  std::int64_t vocabulary_;
  std::vector<NetworkPart> parts_;
  int piece_, pieces_;
  std::vector<std::int64_t> work_bytes_;  // by part: of the largest plan so far
  std::map<PlanShape, Prepared> prepared_;
  std::vector<std::vector<AlignedBuffer>> handed_over_;    // by border and piece
  std::vector<std::vector<RecurrentState*>> part_states_;  // of the call that runs
  OpTimes* times_ = nullptr;  // one thread's: nothing runs side by side while they are kept
  std::uint64_t uses_ = 0;
};

}  // namespace eddy
