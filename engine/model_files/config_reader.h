// Hyper-parameters of a model file, under whichever of their names the file uses.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model_files/model_file.h"

namespace eddy {

/// What a layer of a hybrid is, whatever its config calls it.
enum class LayerKind {
  Recurrent,         ///< "mamba", "linear_attention", "recurrent", 'M'
  Attention,         ///< "attention", "full_attention", '*'
  SlidingAttention,  ///< "sliding_attention"
  Convolution,       ///< "conv"
  Hybrid,            ///< "hybrid": a recurrent layer with attention before it
  FeedForward,       ///< "mlp", '-'
  Experts,           ///< "moe", 'E'
};

/// Rotary positions in the newer spelling (rope_parameters) or the older one (rope_theta, rope_scaling).
struct RopeConfig {
  std::string type = "default";  ///< "default", "linear", "dynamic", "yarn", "llama3", "longrope", "mrope"
  double theta = 10000;
  double partial_rotary_factor = 1;
  double factor = 1;
  std::optional<double> attention_factor;
  std::int64_t original_positions = 0;  ///< original_max_position_embeddings; 0: not given
  double low_freq_factor = 1, high_freq_factor = 4;
  double beta_fast = 32, beta_slow = 1;
  double mscale = 0, mscale_all_dim = 0;  ///< 0: not given
  bool truncate = true;
  std::vector<double> short_factor, long_factor;
  std::vector<std::int64_t> mrope_section;
};

/// Looks values up and keeps the first thing that is wrong, so that a config reads as a list of assignments with one
/// check at the end. After a problem every value is the smallest allowed one.
/// Every key is also looked for inside "text_config", and there first. A null counts as absent.
class ConfigReader {
 public:
  using Keys = std::initializer_list<std::string_view>;  ///< the first that is there is taken
  static constexpr std::int64_t kLargestSize = std::int64_t(1) << 24;

  /// `architecture` tags messages. The file must outlive the reader.
  ConfigReader(const ModelFile& file, std::string_view architecture) : file_(file), architecture_(architecture) {}

  bool has(Keys keys) const { return find(keys).value != nullptr; }

  /// From 1 to kLargestSize: widths, counts, vocabularies.
  std::int64_t size(Keys keys, std::optional<std::int64_t> fallback = {}) {
    return integer(keys, 1, kLargestSize, fallback);
  }
  /// From `least` to `most`; a fraction without remainder counts.
  std::int64_t integer(Keys keys, std::int64_t least, std::int64_t most, std::optional<std::int64_t> fallback = {});
  /// Any finite number or, where the file says so, an infinite one; never NaN.
  double number(Keys keys, std::optional<double> fallback = {});
  /// A small number above 0, at most 1.
  float epsilon(Keys keys, std::optional<double> fallback = {});
  bool flag(Keys keys, std::optional<bool> fallback = {});
  std::string text(Keys keys, std::optional<std::string> fallback = {});
  /// Lists; a single value is a list of one, an absent key an empty list.
  std::vector<std::int64_t> integers(Keys keys);
  std::vector<double> numbers(Keys keys);
  std::vector<std::string> texts(Keys keys);

  /// One entry a layer, from layer_types, layers_block_type, block_types (repeated), hybrid_override_pattern,
  /// attn_type_list, attn_layer_indices, full_attn_idxs, full_attention_interval, hybrid_layer_ids or
  /// attn_layer_period and attn_layer_offset, whichever is there. `layers` 0: as many as the list has. Empty where no
  /// key says anything.
  std::vector<LayerKind> layer_kinds(std::int64_t layers);

  /// `kind` picks one of several: models with sliding and full attention may give each its own
  /// ("rope_parameters.full_attention.…").
  RopeConfig rope(std::string_view kind = "full_attention");

  /// Records a problem of the caller's finding: "key 'x' …" or "it has …". FileCorrupt unless said otherwise.
  void fail(const std::string& problem, ErrorCode code = ErrorCode::FileCorrupt);
  /// UnsupportedArchitecture if the key is there with another value than the only one that can run.
  void only(std::string_view key, const MetadataValue& value);

  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  struct Found {
    const MetadataValue* value = nullptr;
    std::string_view key;
  };

  Found find(Keys keys) const;
  const MetadataValue* find(std::string_view key) const;
  void bad(std::string_view key, std::string_view wanted);
  void missing(Keys keys);
  void read_rope(const std::string& prefix, RopeConfig& rope);

  const ModelFile& file_;
  std::string_view architecture_;
  std::optional<Error> error_;
};

}  // namespace eddy
