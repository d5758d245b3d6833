// The seam between sequences and the network: tokens and states in, logits out, whatever backend does it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/placement.h"
#include "engine/api/result.h"
#include "engine/graph/logit_rows.h"
#include "engine/graph/op_times.h"
#include "engine/sampling/token_draw.h"
#include "engine/state/recurrent_state.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// One network with its weights on one backend, holding a plan per shape class (B sequences x T tokens). One thread at a time.
class ForwardPass {
 public:
  virtual ~ForwardPass() = default;
  virtual const StateLayout& state_layout() const = 0;
  virtual std::int64_t vocabulary() const = 0;             ///< V
  virtual int chunk() const = 0;                           ///< largest T that one call takes; the default prefill chunk
  virtual std::int64_t memory_bytes() const = 0;           ///< weights as held + planned buffers, without states
  virtual Result<std::unique_ptr<RecurrentState>> new_state() = 0;

  /// Work memory that decoding `sequences` side by side takes beyond what is held. Thread-safe.
  virtual std::int64_t more_work_bytes(int /*sequences*/) const { return 0; }
  /// Memory that can still be had where states live; 0: unknown. Thread-safe.
  virtual std::int64_t available_bytes() const { return 0; }
  /// States restored from one snapshot have its full blocks of rows in common.
  virtual bool shares_blocks() const { return false; }

  /// Feeds `tokens` [B, T] (B = states.size(), 1 <= T <= chunk()) and advances the states by T tokens.
  /// `logits` receives [B, V] for Last, [B, T, V] for All, nothing for None. On error the states are undefined.
  /// Every token must be in [0, V): callers check.
  virtual Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                           std::span<float> logits) = 0;

  /// Whether run_and_draw() can be called.
  virtual bool can_draw() const { return false; }
  /// Feeds one token of each sequence and draws its next one, `chosen` [B], as `draws` [B] say: no logits come back.
  virtual Result<void> run_and_draw(std::span<const TokenId> /*tokens*/, std::span<RecurrentState* const> /*states*/,
                                    std::span<const TokenDraw> /*draws*/, std::span<TokenId> /*chosen*/) {
    return Error{ErrorCode::Internal, "[sequence] this network draws no tokens"};
  }

  /// Which device holds which layers.
  virtual std::vector<PlacedLayers> placement() const { return {}; }

  /// As BackendModel::keep_times.
  virtual bool keep_times(OpTimes*) { return false; }
};

}  // namespace eddy
