// A model file, mapped read-only: named tensors and metadata, whatever container they came in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/api/result.h"
#include "engine/quant/weight_format.h"

namespace eddy {

/// One tensor as it lies in the file. `shape` is row-major, outermost first, as PyTorch prints it: a Linear is [out,
/// in].
struct StoredTensor {
  std::string name;
  WeightFormat format;
  std::vector<std::int64_t> shape;
  std::span<const std::byte> bytes;  ///< valid while the ModelFile lives; not necessarily aligned
};

/// A tensor whose numbers are no weight format of ours (I64 position tables, F64, FP8 …): its place was checked, it can
/// be read by those who know the type, and it counts in no parameter.
struct ForeignTensor {
  std::string name;
  std::string type;  ///< as the container calls it: "I64", "F8_E4M3"
  std::vector<std::int64_t> shape;
  std::span<const std::byte> bytes;
};

/// A metadata value. Hugging Face config.json objects are flattened with '.' ("rope_parameters.rope_theta").
using MetadataValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::int64_t>,
                                   std::vector<double>, std::vector<std::string>>;

/// Immutable, thread-safe. Every offset, size and count was checked against the file when it was opened.
class ModelFile {
 public:
  virtual ~ModelFile() = default;
  virtual const std::filesystem::path& path() const = 0;         ///< as given
  /// What names and numbers of the tensors follow: "gguf" (llama.cpp's), "safetensors", "pytorch", "ggmf". A GGUF file
  /// that holds a model under its original names says what the original was.
  virtual std::string_view file_format() const = 0;
  virtual std::string_view container() const { return file_format(); }  ///< what the file itself is
  virtual std::int64_t file_bytes() const = 0;                   ///< of all parts
  virtual std::vector<std::filesystem::path> parts() const = 0;  ///< the files that hold tensors
  virtual std::span<const StoredTensor> tensors() const = 0;
  virtual const StoredTensor* find(std::string_view name) const = 0;
  virtual std::span<const ForeignTensor> foreign_tensors() const = 0;
  /// Null when the key is absent. GGUF keys as they are; safetensors: config.json's keys, then "__metadata__." + key.
  virtual const MetadataValue* metadata(std::string_view key) const = 0;
  /// Every key in use, sorted.
  virtual std::vector<std::string_view> metadata_keys() const = 0;
  /// The folder where side files (tokenizer.json, chat_template.jinja) lie.
  virtual std::filesystem::path folder() const = 0;
};

/// Opens a .gguf or .safetensors file or a PyTorch checkpoint (with all parts of a split one, whichever part is named),
/// one of rwkv.cpp, or a folder that holds exactly one model (config.json and tokenizer files beside it). FP8 weights are
/// read to F16 here. FileNotFound, FileUnreadable, FileCorrupt (naming the tensor or field), UnsupportedFormat, or
/// InvalidArgument for a folder with several models.
Result<std::shared_ptr<const ModelFile>> open_model_file(const std::filesystem::path& path);

}  // namespace eddy
