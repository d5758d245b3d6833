// Records a forward pass: ops are appended as the architecture's forward() calls them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/graph/plan.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// A value in a graph that is being recorded. Cheap to copy; meaningful for its graph only.
struct Value {
  int index = -1;
};

/// A weight as an op sees it: a matrix is [out, in], small weights are vectors or a few rows.
struct GraphWeight {
  std::string name;
  Shape shape;
};

/// One thread at a time. Mistakes (unknown names, shapes that do not fit) are ours: asserts.
class Graph {
 public:
  Graph(PlanShape shape, std::span<const GraphWeight> weights, const StateLayout& layout);

  const PlanShape& shape() const { return plan_.shape; }
  const Shape& shape_of(Value value) const { return plan_.values[value.index].shape; }

  Value tokens() const { return tokens_; }
  Value weight(const std::string& name) const;
  Value state(const std::string& slot) const;

  /// Appends an op; its outputs are new activations of these shapes.
  std::vector<Value> append(const OpKind& kind, std::span<const Value> inputs, std::span<const Shape> outputs,
                            const OpParams& params = {});
  /// The same for the common case of one output.
  Value append(const OpKind& kind, std::initializer_list<Value> inputs, const Shape& output,
               const OpParams& params = {});

  /// Says which value the caller gets.
  void set_logits(Value value);

  /// The plan: ops sorted into stages, memory laid out. The graph is spent.
  Plan finish() &&;

 private:
  Value add_value(PlannedValue value);

  Plan plan_;
  std::vector<PlannedOp> ops_;
  Value tokens_;
  std::unordered_map<std::string, Value> weights_;
  std::unordered_map<std::string, Value> states_;
};

}  // namespace eddy
