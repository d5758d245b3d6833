// A recorded forward pass of one shape class: what every backend turns into its replayable thing.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/logit_rows.h"
#include "engine/graph/op.h"

namespace eddy {

/// A shape class: B sequences x T tokens, and which logits are wanted.
struct PlanShape {
  std::int64_t sequences = 1;
  std::int64_t tokens = 1;
  LogitRows logits = LogitRows::Last;

  friend auto operator<=>(const PlanShape&, const PlanShape&) = default;
};

enum class ValueKind : std::uint8_t {
  Activation,  ///< float32 [B, T, C] in work memory
  Weight,      ///< `source` is its index in the network's list of tensors
  State,       ///< `source` is the slot's index in the state layout
  Tokens,      ///< [B, T]
};

struct PlannedValue {
  ValueKind kind = ValueKind::Activation;
  Shape shape;
  int source = -1;
  std::int64_t offset = -1;  ///< byte in work memory, for activations; -1: the caller's memory (logits, given)
};

struct PlannedOp {
  const OpKind* kind = nullptr;
  std::vector<int> inputs;  ///< indices of values
  std::vector<int> outputs;
  OpParams params;
};

/// Immutable once recorded. Ops of one stage are independent of each other and may run at the same time; memory is
/// reused only from one stage to a later one.
struct Plan {
  PlanShape shape;
  std::vector<PlannedValue> values;
  std::vector<std::vector<PlannedOp>> stages;
  std::int64_t work_bytes = 0;  ///< exactly what the activations need
  int logits = -1;              ///< the value that goes to the caller, -1 for LogitRows::None
  /// An activation that the caller gives instead of an op: in a part of a network what the part before handed over.
  int given = -1;
};

}  // namespace eddy
