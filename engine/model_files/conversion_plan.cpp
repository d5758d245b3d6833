#include "engine/model_files/conversion_plan.h"

#include "engine/model_files/gguf_format.h"
#include "engine/model_files/original_names.h"

namespace eddy {
namespace {

// Parts of names whose tensors suffer when rounded although they are matrices: under llama.cpp's names, and under those
// of the authors, transformers and flash-linear-attention.
constexpr std::string_view kSensitiveNames[] = {
    "norm",         "lerp",       "time_mix_first", "time_mix_decay", "time_mix_k_k", "time_mix_k_a",
    "time_mix_r_k", "ssm_conv1d", "ssm_a",          "ssm_dt",         "shortconv",    "gate_inp"};

constexpr std::string_view kLowRankNames[] = {
    "time_mix_w1", "time_mix_w2", "time_mix_a1", "time_mix_a2", "time_mix_v1", "time_mix_v2", "time_mix_g1",
    "time_mix_g2", "lora",        "ssm_x.",      "ssm_f_",      "ssm_g_",      "ssm_beta",    "ssm_ba"};

constexpr std::string_view kOriginalSensitiveNames[] = {"norm", "router", "conv1d", "conv.conv", "mlp.gate.weight",
                                                        "moe.gate.weight", "mixer.gate.weight",
                                                        "feed_forward.gate.weight", "shared_expert_gate"};

constexpr std::string_view kOriginalLowRankNames[] = {
    "lora",     "_adapter", "gk_proj",  "x_proj",   "dt_proj",   "f_a_proj",  "f_b_proj",  "g_a_proj",   "g_b_proj",      ".a_proj",
    ".b_proj",  "proj_ba",  "in_proj_a.", "in_proj_b.", "time_maa_w", "time_decay_w", "att.w",  "att.a1", "att.a2",
    "att.v1",   "att.v2",   "att.g1",   "att.g2"};

constexpr std::string_view kFeedForwardNames[] = {"ffn", "channel_mix", "mlp", "feed_forward", "expert", "moe"};

template <std::size_t N>
bool names_one(const std::string& name, const std::string_view (&parts)[N]) {
  for (const std::string_view part : parts) {
    if (name.find(part) != std::string::npos) return true;
  }
  return false;
}

std::size_t rank_of(const StoredTensor& t) {
  std::size_t rank = 0;
  for (const std::int64_t size : t.shape) rank += size != 1;
  return rank;
}

TensorClass classify(const StoredTensor& t, const TensorNames& matrices) {
  if (rank_of(t) < 2 || !t.name.ends_with(".weight")) return TensorClass::Sensitive;
  if (names_one(t.name, kLowRankNames)) return TensorClass::LowRank;
  if (names_one(t.name, kSensitiveNames)) return TensorClass::Sensitive;
  if (!matrices.empty() && !matrices.contains(t.name)) return TensorClass::AsStored;
  if (t.name == "token_embd.weight") return TensorClass::Embedding;
  if (t.name == "output.weight") return TensorClass::Head;
  return names_one(t.name, kFeedForwardNames) ? TensorClass::ChannelMix : TensorClass::TimeMix;
}

TensorClass classify_original(const StoredTensor& t, const TensorNames& matrices) {
  if (rank_of(t) < 2) return TensorClass::Sensitive;
  if (!matrices.contains(t.name) || names_one(t.name, kOriginalSensitiveNames)) return TensorClass::AsStored;
  if (names_one(t.name, kOriginalLowRankNames)) return TensorClass::LowRank;
  if (t.name.find("embed") != t.name.npos || t.name == "emb.weight") return TensorClass::Embedding;
  if (t.name.ends_with("lm_head.weight") || t.name == "head.weight" || t.name == "output.weight")
    return TensorClass::Head;
  return names_one(t.name, kFeedForwardNames) ? TensorClass::ChannelMix : TensorClass::TimeMix;
}

// Facts about how the source lay in files, which the new file does not share.
bool describes_container(std::string_view key) {
  return key == "general.alignment" || key == "general.file_type" || key.starts_with("split.");
}

}  // namespace

ConversionPlan plan_same_names(const ModelFile& model, const TensorNames& matrices) {
  ConversionPlan plan;
  for (const std::string_view key : model.metadata_keys()) {
    if (!describes_container(key)) plan.metadata.emplace(key, *model.metadata(key));
  }
  for (const StoredTensor& t : model.tensors()) {
    plan.tensors.push_back({.name = t.name, .kind = classify(t, matrices), .shape = t.shape, .parts = {&t}});
  }
  return plan;
}

Result<ConversionPlan> plan_original_names(const ModelFile& model, const TensorNames& matrices) {
  ConversionPlan plan;
  Result<Metadata> metadata = original_names_metadata(model);
  if (!metadata) return metadata.error();
  plan.metadata = *std::move(metadata);
  for (const StoredTensor& t : model.tensors()) {
    if (t.shape.size() > gguf::kMaxRank) {
      return Error{ErrorCode::UnsupportedFormat,
                   "[quantise] tensor '" + t.name + "' in the model: has " + std::to_string(t.shape.size()) +
                       " dimensions, GGUF files hold " + std::to_string(gguf::kMaxRank) + ".",
                   {}};
    }
    plan.tensors.push_back({.name = t.name, .kind = classify_original(t, matrices), .shape = t.shape, .parts = {&t}});
  }
  return plan;
}

}  // namespace eddy
