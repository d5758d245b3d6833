#include "engine/model_files/conversion_plan.h"

#include <array>

namespace eddy {
namespace {

// Parts of names whose tensors suffer when rounded although they are matrices.
constexpr std::array<std::string_view, 12> kSensitiveNames = {
    "norm",         "lerp",       "time_mix_first", "time_mix_decay", "time_mix_k_k", "time_mix_k_a",
    "time_mix_r_k", "ssm_conv1d", "ssm_a",          "ssm_dt",         "shortconv",    "gate_inp"};

constexpr std::array<std::string_view, 9> kLowRankNames = {"time_mix_w1", "time_mix_w2", "time_mix_a1",
                                                           "time_mix_a2", "time_mix_v1", "time_mix_v2",
                                                           "time_mix_g1", "time_mix_g2", "lora"};

template <std::size_t N>
bool names_one(const std::string& name, const std::array<std::string_view, N>& parts) {
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

TensorClass classify(const StoredTensor& t) {
  if (rank_of(t) < 2 || !t.name.ends_with(".weight")) return TensorClass::Sensitive;
  if (names_one(t.name, kLowRankNames)) return TensorClass::LowRank;
  if (names_one(t.name, kSensitiveNames)) return TensorClass::Sensitive;
  if (t.name == "token_embd.weight") return TensorClass::Embedding;
  if (t.name == "output.weight") return TensorClass::Head;
  const bool feed_forward =
      t.name.find("ffn_") != std::string::npos || t.name.find("channel_mix_") != std::string::npos;
  return feed_forward ? TensorClass::ChannelMix : TensorClass::TimeMix;
}

// Facts about how the source lay in files, which the new file does not share.
bool describes_container(std::string_view key) {
  return key == "general.alignment" || key == "general.file_type" || key.starts_with("split.");
}

}  // namespace

ConversionPlan plan_same_names(const ModelFile& model) {
  ConversionPlan plan;
  for (const std::string_view key : model.metadata_keys()) {
    if (!describes_container(key)) plan.metadata.emplace(key, *model.metadata(key));
  }
  for (const StoredTensor& t : model.tensors()) {
    plan.tensors.push_back({.name = t.name, .kind = classify(t), .shape = t.shape, .parts = {&t}});
  }
  return plan;
}

}  // namespace eddy
