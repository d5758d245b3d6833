// Which tensors a converted file will hold, under which names, and where their numbers come from.
#pragma once

#include <string>
#include <vector>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// What may be done to a tensor's precision.
enum class TensorClass {
  Sensitive,  ///< norms, biases, decays, lerps: kept exactly
  LowRank,    ///< the small matrices of RWKV's low-rank parts
  Embedding,
  Head,
  TimeMix,     ///< matrices that mix along time: RWKV time mix, attention, SSM projections
  ChannelMix,  ///< feed-forward matrices
};

struct PlannedTensor {
  std::string name;
  TensorClass kind = TensorClass::Sensitive;
  std::vector<std::int64_t> shape;         ///< outermost first
  std::vector<const StoredTensor*> parts;  ///< laid one after the other
  bool transpose = false;                  ///< of the one part, a matrix
};

/// Points into the ModelFile it was made from.
struct ConversionPlan {
  Metadata metadata;
  std::vector<PlannedTensor> tensors;
};

/// GGUF to GGUF: names and metadata stay as they are.
ConversionPlan plan_same_names(const ModelFile& model);

/// RWKV-7 with its original names (blocks.N.att.…) to GGUF names. FileCorrupt or UnsupportedArchitecture naming the
/// tensor.
Result<ConversionPlan> plan_rwkv7(const ModelFile& model);

}  // namespace eddy
