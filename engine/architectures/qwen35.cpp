// Qwen3.5's text models: as Qwen3-Next, with a tensor for each projection and dense networks or experts. GGUF files
// hold the value heads in another order, so that value head h uses key head h modulo their number.
#include "engine/architectures/architecture.h"
#include "engine/layers/qwen_blocks.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "qwen35";

std::string text_of(const ModelFile& file, std::string_view key) {
  const auto* value = file.metadata(key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : "";
}

bool recognises(const ModelFile& file) {
  const std::string name = text_of(file, "general.architecture");
  // "qwen3_5", "qwen3_5_moe", and the same of the text part alone.
  return name.empty() ? text_of(file, "model_type").starts_with("qwen3_5") : name == kTag || name == "qwen35moe";
}

Result<QwenHybrid> read_config(const ModelFile& file) {
  return read_qwen_hybrid(file, kTag, DeltaPacking::Flat, HeadSharing::Tiled);
}

NetworkSize size(const QwenHybrid& c) {
  return c.body.size();
}

// ---- 2 to 4. Tensors, state and forward are shared with the sister architecture: layers/qwen_blocks
// -------------------
// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<QwenHybrid> kParts{kTag,          &read_config,       &size,
                                               &qwen_tensors, &qwen_state_layout, &qwen_forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kQwen35;
const Architecture kQwen35{kTag, &recognises, &open};

}  // namespace eddy
