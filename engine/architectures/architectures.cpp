#include "engine/architectures/architectures.h"

#include <array>

namespace eddy {

extern const Architecture kArwkv7;
extern const Architecture kGatedDeltanet;
extern const Architecture kBamba;
extern const Architecture kFalconH1;
extern const Architecture kFalconMamba;
extern const Architecture kGla;
extern const Architecture kKda;
extern const Architecture kGraniteHybrid;
extern const Architecture kJamba;
extern const Architecture kMamba;
extern const Architecture kMamba2;
extern const Architecture kMamba3;
extern const Architecture kNemotronH;
extern const Architecture kLfm2, kLfm2Moe;
extern const Architecture kLlama;
extern const Architecture kMixtral;
extern const Architecture kRecurrentGemma;
extern const Architecture kMinimax;
extern const Architecture kOlmoHybrid;
extern const Architecture kQwen3Next;
extern const Architecture kQwen35;
extern const Architecture kRetnet;
extern const Architecture kRwkv4;
extern const Architecture kRwkv5;
extern const Architecture kRwkv6;
extern const Architecture kRwkv6qwen2;
extern const Architecture kRwkv7;
extern const Architecture kSamba;
extern const Architecture kZamba2;

namespace {

constexpr std::array kArchitectures{
    &kRwkv4,
    &kRwkv5,
    &kRwkv6,
    &kRwkv7,
    &kGla,
    &kRetnet,
    &kLlama,
    &kMixtral,
    &kLfm2,
    &kLfm2Moe,
    &kRecurrentGemma,
    &kMamba,
    &kFalconMamba,
    &kMamba2,
    &kMamba3,
    &kNemotronH,
    &kJamba,
    &kBamba,
    &kGraniteHybrid,
    &kFalconH1,
    &kSamba,
    &kZamba2,
    &kGatedDeltanet,
    &kKda,
    &kRwkv6qwen2,
    &kArwkv7,
    &kOlmoHybrid,
    &kQwen3Next,
    &kQwen35,
    &kMinimax,
};

std::string text_of(const MetadataValue* value) {
  if (!value) return {};
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  if (const auto* list = std::get_if<std::vector<std::string>>(value); list && !list->empty()) return list->front();
  return {};
}

/// What the file calls itself and what its tensors are called: one name comes with several ways of naming tensors.
std::string claim_of(const ModelFile& file) {
  std::string tensors = "without tensors";
  if (!file.tensors().empty()) tensors = "with tensors like '" + file.tensors().front().name + "'";
  for (const char* key : {"general.architecture", "model_type", "architectures", "__metadata__.architecture"}) {
    if (const auto text = text_of(file.metadata(key)); !text.empty()) return "'" + text + "' " + tensors;
  }
  return "a network " + tensors;
}

}  // namespace

std::span<const Architecture* const> all_architectures() { return kArchitectures; }

Result<const Architecture*> find_architecture(const ModelFile& file) {
  for (const Architecture* architecture : kArchitectures) {
    if (architecture->recognises(file)) return architecture;
  }
  std::string known;
  for (const Architecture* architecture : kArchitectures) {
    known += (known.empty() ? "" : ", ") + std::string(architecture->name);
  }
  return Error{ErrorCode::UnsupportedArchitecture, "[architecture] " + file.path().string() + " is " + claim_of(file) +
                                                       "; this version runs: " + known};
}

Result<std::unique_ptr<const Network>> open_network(const ModelFile& file) {
  const auto architecture = find_architecture(file);
  if (!architecture) return architecture.error();
  return (*architecture)->open(file);
}

}  // namespace eddy
