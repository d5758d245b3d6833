#include "engine/ops/embedding.h"

#include <algorithm>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& table = call.inputs[0].tensor;
  const auto tokens = call.inputs[1].tokens;
  const TensorView& out = call.outputs[0].tensor;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::copy_n(table.row(tokens[i]), table.shape.last(), out.row(static_cast<std::int64_t>(i)));
  }
}

}  // namespace

const OpKind kEmbedding{"embedding", &reference};

Value embedding(Graph& graph, Value table) {
  EDDY_ASSERT(graph.shape_of(table).rank() == 2);
  const auto& shape = graph.shape();
  return graph.append(kEmbedding, {table, graph.tokens()},
                      {shape.sequences, shape.tokens, graph.shape_of(table).last()});
}

}  // namespace eddy
