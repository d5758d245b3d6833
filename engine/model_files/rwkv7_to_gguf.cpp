// The names, shapes and metadata of RWKV-7 in GGUF, from a file with the original names.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "engine/model_files/conversion_plan.h"
#include "engine/model_files/tensor_size.h"

namespace eddy {
namespace {

/// One tensor of a layer. Shapes are spelled with letters: C width, F feed-forward size, W A V G the low ranks.
struct Rule {
  const char* from;
  const char* to;
  const char* shape;  ///< in the source, ones left out
  TensorClass kind = TensorClass::Sensitive;
  bool transpose = false;
};

using enum TensorClass;

constexpr Rule kLayerRules[] = {
    {"ln1.weight", "attn_norm.weight", "C"},
    {"ln1.bias", "attn_norm.bias", "C"},
    {"ln2.weight", "attn_norm_2.weight", "C"},
    {"ln2.bias", "attn_norm_2.bias", "C"},
    {"att.w0", "time_mix_w0.weight", "C"},
    {"att.w1", "time_mix_w1.weight", "CW", LowRank, true},
    {"att.w2", "time_mix_w2.weight", "WC", LowRank, true},
    {"att.a0", "time_mix_a0.weight", "C"},
    {"att.a1", "time_mix_a1.weight", "CA", LowRank, true},
    {"att.a2", "time_mix_a2.weight", "AC", LowRank, true},
    {"att.v0", "time_mix_v0.weight", "C"},
    {"att.v1", "time_mix_v1.weight", "CV", LowRank, true},
    {"att.v2", "time_mix_v2.weight", "VC", LowRank, true},
    {"att.g1", "time_mix_g1.weight", "CG", LowRank, true},
    {"att.g2", "time_mix_g2.weight", "GC", LowRank, true},
    {"att.k_k", "time_mix_k_k.weight", "C"},
    {"att.k_a", "time_mix_k_a.weight", "C"},
    {"att.ln_x.weight", "time_mix_ln.weight", "C"},
    {"att.ln_x.bias", "time_mix_ln.bias", "C"},
    {"att.receptance.weight", "time_mix_receptance.weight", "CC", TimeMix},
    {"att.key.weight", "time_mix_key.weight", "CC", TimeMix},
    {"att.value.weight", "time_mix_value.weight", "CC", TimeMix},
    {"att.output.weight", "time_mix_output.weight", "CC", TimeMix},
    {"ffn.key.weight", "channel_mix_key.weight", "FC", ChannelMix},
    {"ffn.value.weight", "channel_mix_value.weight", "CF", ChannelMix},
};

constexpr Rule kGlobalRules[] = {
    {"emb.weight", "token_embd.weight", "NC", Embedding},
    {"blocks.0.ln0.weight", "token_embd_norm.weight", "C"},
    {"blocks.0.ln0.bias", "token_embd_norm.bias", "C"},
    {"ln_out.weight", "output_norm.weight", "C"},
    {"ln_out.bias", "output_norm.bias", "C"},
    {"head.weight", "output.weight", "NC", Head},
};

std::vector<std::int64_t> squeezed(const std::vector<std::int64_t>& shape) {
  std::vector<std::int64_t> out;
  for (const std::int64_t size : shape) {
    if (size != 1) out.push_back(size);
  }
  return out;
}

class Planner {
 public:
  explicit Planner(const ModelFile& model) : model_(model) {}

  Result<ConversionPlan> plan() {
    if (!read_sizes() || !add_rules(kGlobalRules, "", "")) return error_;
    for (std::int64_t i = 0; i < layers_; ++i) {
      if (!add_layer(i)) return error_;
    }
    for (const StoredTensor& t : model_.tensors()) {
      if (!used_.contains(t.name)) {
        fail(ErrorCode::UnsupportedArchitecture, t.name, "is not part of RWKV-7; this variant cannot be converted");
        return error_;
      }
    }
    describe();
    return std::move(plan_);
  }

 private:
  bool fail(ErrorCode code, const std::string& tensor, const std::string& problem) {
    error_ = {code, "[quantise] tensor '" + tensor + "' in the model: " + problem + ".", {}};
    return false;
  }

  const StoredTensor* need(const std::string& name) {
    const StoredTensor* t = model_.find(name);
    if (!t)
      fail(ErrorCode::FileCorrupt, name, "is missing");
    else
      used_.insert(name);
    return t;
  }

  // Sizes are fixed by the first tensor that shows them; all others must agree.
  bool matches(const StoredTensor& t, const char* letters) {
    const std::vector<std::int64_t> shape = squeezed(t.shape);
    const std::string_view expected(letters);
    if (shape.size() != expected.size())
      return fail(ErrorCode::FileCorrupt, t.name, "has the wrong number of dimensions");
    for (std::size_t i = 0; i < shape.size(); ++i) {
      std::int64_t& size = sizes_[std::size_t(expected[i] - 'A')];
      if (size == 0) size = shape[i];
      if (size != shape[i] || size == 0) {
        return fail(
            ErrorCode::FileCorrupt, t.name,
            "has size " + std::to_string(shape[i]) + " where the rest of the model has " + std::to_string(size));
      }
    }
    return true;
  }

  std::int64_t size(char letter) const { return sizes_[std::size_t(letter - 'A')]; }

  bool read_sizes() {
    for (const StoredTensor& t : model_.tensors()) {
      if (!t.name.starts_with("blocks.")) continue;
      int layer = -1;
      std::from_chars(t.name.data() + 7, t.name.data() + t.name.size(), layer);
      if (layer >= layers_ && layer < int(model_.tensors().size())) layers_ = layer + 1;
    }
    const StoredTensor* bonus = layers_ > 0 ? model_.find("blocks.0.att.r_k") : nullptr;
    if (!bonus) {
      error_ = {ErrorCode::UnsupportedArchitecture,
                "[quantise] the model has no tensor 'blocks.0.att.r_k', so it is no RWKV-7 with the original names. "
                "Only those and "
                "GGUF files can be quantised.",
                {}};
      return false;
    }
    const std::vector<std::int64_t> shape = bonus->shape;
    if (shape.size() != 2 || shape[0] <= 0 || shape[1] <= 0)
      return fail(ErrorCode::FileCorrupt, bonus->name, "is no [heads, head size]");
    head_size_ = shape[1];
    return true;
  }

  template <std::size_t N>
  bool add_rules(const Rule (&rules)[N], const std::string& from, const std::string& to) {
    for (const Rule& rule : rules) {
      // Layer 0 has no use for the value residual: readers expect copies of the a tensors there.
      const bool unused = from == "blocks.0." && std::string_view(rule.from).starts_with("att.v") &&
                          rule.from[5] >= '0' && rule.from[5] <= '2';
      const std::string source = unused ? std::string("att.a") + (rule.from + 5) : rule.from;
      if (unused && model_.find(from + rule.from)) used_.insert(from + rule.from);
      std::string letters = rule.shape;
      if (unused) std::replace(letters.begin(), letters.end(), 'V', 'A');
      const StoredTensor* t = need(from + source);
      if (!t || !matches(*t, letters.c_str())) return false;
      std::vector<std::int64_t> shape = squeezed(t->shape);
      if (rule.transpose) std::swap(shape[0], shape[1]);
      plan_.tensors.push_back({.name = to + rule.to,
                               .kind = rule.kind,
                               .shape = std::move(shape),
                               .parts = {t},
                               .transpose = rule.transpose});
    }
    return true;
  }

  bool add_layer(std::int64_t i) {
    const std::string from = "blocks." + std::to_string(i) + ".";
    const std::string to = "blk." + std::to_string(i) + ".";
    if (!add_rules(kLayerRules, from, to)) return false;
    const std::int64_t width = size('C');
    PlannedTensor lerp{.name = to + "time_mix_lerp_fused.weight", .shape = {6, 1, 1, width}};
    for (const char z : {'r', 'w', 'k', 'v', 'a', 'g'}) {
      const StoredTensor* t = need(from + "att.x_" + z);
      if (!t || !matches(*t, "C")) return false;
      lerp.parts.push_back(t);
    }
    plan_.tensors.push_back(std::move(lerp));
    return add_vector(from + "ffn.x_k", to + "channel_mix_lerp_k.weight", {1, 1, width}) &&
           add_vector(from + "att.r_k", to + "time_mix_r_k.weight", {width});
  }

  // A tensor of C numbers in any shape.
  bool add_vector(const std::string& from, const std::string& to, std::vector<std::int64_t> shape) {
    const StoredTensor* t = need(from);
    if (!t) return false;
    if (checked_product(t->shape) != size('C'))
      return fail(ErrorCode::FileCorrupt, from, "does not have one number per channel");
    plan_.tensors.push_back({.name = to, .shape = std::move(shape), .parts = {t}});
    return true;
  }

  void describe() {
    const auto set = [&](const char* key, std::int64_t value) { plan_.metadata["rwkv7." + std::string(key)] = value; };
    plan_.metadata["general.architecture"] = std::string("rwkv7");
    plan_.metadata["general.type"] = std::string("model");
    set("context_length", 1048576);  // what all RWKV files say: the state has no end
    set("embedding_length", size('C'));
    set("block_count", layers_);
    set("feed_forward_length", size('F'));
    set("attention.head_count", 0);
    plan_.metadata["rwkv7.attention.layer_norm_epsilon"] = 1e-5;
    set("wkv.head_size", head_size_);
    set("attention.decay_lora_rank", size('W'));
    set("attention.iclr_lora_rank", size('A'));
    set("attention.value_residual_mix_lora_rank", layers_ > 1 ? size('V') : size('A'));
    set("attention.gate_lora_rank", size('G'));
  }

  const ModelFile& model_;
  ConversionPlan plan_;
  std::set<std::string> used_;
  std::int64_t layers_ = 0;
  std::int64_t head_size_ = 0;
  std::array<std::int64_t, 26> sizes_{};  ///< by letter
  Error error_;
};

}  // namespace

Result<ConversionPlan> plan_rwkv7(const ModelFile& model) {
  return Planner(model).plan();
}

}  // namespace eddy
