// Where files keep the tensors of Qwen3-Next's and Qwen3.5's layers.
#pragma once

#include "engine/layers/qwen_blocks.h"

namespace eddy {

/// Under the names of separate_delta(), behind "layers.3.linear_attn.": bands of rows of the joint matrices.
void add_qwen_delta(TensorTable& table, const QwenHybrid& c, std::int64_t layer);
/// q_proj and "gate" are taken apart: files keep them in one matrix, head by head.
void add_qwen_attention(TensorTable& table, const QwenHybrid& c, std::int64_t layer);
void add_qwen_experts(TensorTable& table, const QwenHybrid& c, std::int64_t layer);

}  // namespace eddy
