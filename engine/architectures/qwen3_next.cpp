// Qwen3-Next: three layers of Gated DeltaNet (2412.06464) to one of attention behind a gate, with experts of which a
// token uses few.
#include "engine/architectures/architecture.h"
#include "engine/layers/qwen_blocks.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "qwen3next";

std::string text_of(const ModelFile& file, std::string_view key) {
  const auto* value = file.metadata(key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : "";
}

bool recognises(const ModelFile& file) {
  const std::string name = text_of(file, "general.architecture");
  return name.empty() ? text_of(file, "model_type") == "qwen3_next" : name == kTag;
}

Result<QwenHybrid> read_config(const ModelFile& file) {
  return read_qwen_hybrid(file, kTag, DeltaPacking::ByKeyHead, HeadSharing::Grouped);
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

extern const Architecture kQwen3Next;
const Architecture kQwen3Next{kTag, &recognises, &open};

}  // namespace eddy
