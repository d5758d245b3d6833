// Which tensors a converted file will hold, under which names, and where their numbers come from.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// What may be done to a tensor's precision.
enum class TensorClass {
  Sensitive,  ///< norms, biases, decays, lerps: kept exactly, as F32
  AsStored,   ///< kept exactly, in the format of the source: what the network does not read as a matrix, routers
  LowRank,    ///< small matrices that steer a recurrence, such as RWKV's low-rank parts
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

using TensorNames = std::set<std::string, std::less<>>;

/// GGUF to GGUF: names and metadata stay as they are. `matrices` as below; empty: names alone decide.
ConversionPlan plan_same_names(const ModelFile& model, const TensorNames& matrices = {});

/// Any model to a GGUF file with the names it has, see original_names.h. `matrices`: the tensors that the network reads
/// as matrices in any weight format; all others are kept as stored. UnsupportedFormat for shapes that GGUF cannot hold.
Result<ConversionPlan> plan_original_names(const ModelFile& model, const TensorNames& matrices);

/// RWKV-7 with its original names (blocks.N.att.…) to GGUF names. FileCorrupt or UnsupportedArchitecture naming the
/// tensor.
Result<ConversionPlan> plan_rwkv7(const ModelFile& model);

}  // namespace eddy
