// The layers of Qwen3-Next and Qwen3.5: Gated DeltaNet whose projections and convolutions are kept together, attention
// behind a gate, and experts with a shared one; under the names of transformers and of GGUF.
#pragma once

#include "engine/layers/attention.h"
#include "engine/layers/delta_blocks.h"
#include "engine/layers/experts.h"
#include "engine/layers/rope.h"
#include "engine/layers/transformer_body.h"

namespace eddy {

enum class DeltaPacking {
  ByKeyHead,  ///< in_proj_qkvz and in_proj_ba: the rows of one key head after the other
  Flat,       ///< in_proj_qkv, in_proj_z, in_proj_b, in_proj_a
};

struct QwenExperts {
  std::int64_t count = 0;  // E; 0: none
  std::int64_t inner = 0, shared_inner = 0;
  bool fused = false;  // transformers' files with all experts in two tensors
  RouteParams routing;
};

struct QwenHybrid {
  TransformerBody body;
  DeltaSizes delta;
  DeltaPacking packing = DeltaPacking::ByKeyHead;
  AttentionShape attention;
  Rope rope;
  QwenExperts experts;
  std::vector<bool> attends;  // by layer: attention, or Gated DeltaNet
  std::vector<bool> has_experts;
};

/// Everything from the file. `architecture` tags messages; `gguf` are the names that GGUF files give themselves.
Result<QwenHybrid> read_qwen_hybrid(const ModelFile& file, std::string_view architecture, DeltaPacking packing,
                                    HeadSharing gguf_sharing);

TensorTable qwen_tensors(const QwenHybrid& c);
StateLayout qwen_state_layout(const QwenHybrid& c);
void qwen_forward(Graph& g, const QwenHybrid& c);

}  // namespace eddy
