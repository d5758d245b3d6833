// Makes a smaller GGUF file of a model: the work behind `eddy-cli quantize`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/result.h"
#include "engine/model_files/model_file.h"
#include "engine/quant/weight_format.h"

namespace eddy {

/// The weight format of each class of tensors. Norms, biases, decays, lerps and other vectors are always kept exactly.
/// Rows that are no multiple of a format's block fall back to Q8_0 or, if that does not fit either, F16. A tensor that
/// is already in a block format is never made larger: it stays as stored.
struct QuantiseFormats {
  WeightFormat embedding = WeightFormat::Q6_K;
  WeightFormat head = WeightFormat::Q6_K;
  WeightFormat time_mix = WeightFormat::Q5_K;
  WeightFormat channel_mix = WeightFormat::Q5_K;
  std::optional<WeightFormat> low_rank;  ///< none: as stored
};

/// `format` for the matrices of the layers; embedding and head one step finer, since every token passes through them.
QuantiseFormats formats_for(WeightFormat format);

struct QuantiseOptions {
  QuantiseFormats formats;
  // Metadata to set; empty ones keep what the source says.
  std::string name;
  std::string description;
  std::string license;
  std::string chat_format;
  std::vector<std::pair<std::string, MetadataValue>> metadata;  ///< further keys, such as a tokenizer's
  std::filesystem::path
      tokenizer;    ///< tokenizer.json to embed; empty: the one beside the source, if there is none inside yet
  int threads = 0;  ///< 0 = one per usable core
  /// Names of the stored tensors that the network reads as matrices. Only RWKV-7 with its original names and GGUF files
  /// can do without.
  std::set<std::string, std::less<>> matrices;
};

struct QuantisedTensor {
  std::string name;
  WeightFormat from;  ///< of the first part, if several were joined
  WeightFormat to;
  std::int64_t weights = 0;
  std::int64_t bytes = 0;     ///< in the new file
  double relative_error = 0;  ///< |x - x'| / |x| over the tensor, 0 where nothing was lost
};

struct QuantiseReport {
  std::vector<QuantisedTensor> tensors;
  std::int64_t file_bytes = 0;
  double relative_error = 0;  ///< over all tensors of two or more dimensions
};

struct QuantiseEstimate {
  std::int64_t weight_bytes = 0;  ///< of all tensors in the new file
  double relative_error = 0;      ///< by samples from the middle of some matrices
  int tensors_measured = 0;
};

/// What quantise_model() would make. The same errors, those of writing aside.
Result<QuantiseEstimate> estimate_model(const ModelFile& in, const QuantiseOptions& options, std::stop_token stop = {});

/// On the calling thread, with a fraction from 0 to 1.
using QuantiseProgress = std::function<void(double fraction)>;

/// Writes `out` (whole or not at all; an existing file is replaced). RWKV-7 with its original names gets those of
/// llama.cpp; GGUF files keep their names; any other model keeps its names too, see original_names.h. Errors: Cancelled,
/// DiskFull, FileUnreadable, FileCorrupt, InvalidArgument (numbers a format cannot hold, a file that would overwrite its
/// source), UnsupportedFormat, UnsupportedArchitecture.
Result<QuantiseReport> quantise_model(const ModelFile& in, const std::filesystem::path& out,
                                      const QuantiseOptions& options, std::stop_token stop = {},
                                      const QuantiseProgress& progress = {});

}  // namespace eddy
