// Doors for tools: a tokenizer without a network, the speed of a network without text, smaller files of a model.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/engine.h"
#include "engine/api/generation.h"
#include "engine/api/result.h"

namespace eddy {

/// Text as token ids and back. Immutable, thread-safe.
class TextTokens {
 public:
  virtual ~TextTokens() = default;
  virtual std::vector<TokenId> tokenize(std::string_view text, bool parse_special = false) const = 0;
  virtual std::string detokenize(std::span<const TokenId> tokens, bool show_special = false) const = 0;
};

/// The tokenizer of a model file or folder; no weights are read.
Result<std::shared_ptr<const TextTokens>> open_model_tokenizer(const std::filesystem::path& model);
/// A tokenizer file: tokenizer.json, an RWKV World vocabulary.
Result<std::shared_ptr<const TextTokens>> open_tokenizer_file(const std::filesystem::path& file);

struct QuantizeRequest {
  std::filesystem::path in;
  std::filesystem::path out;
  std::string format;  ///< one of quantize_formats(), case-insensitive
  // Weight formats of other classes of tensors; empty ones follow from `format`.
  std::string embedding;
  std::string head;
  std::string low_rank;  ///< the small matrices of RWKV's low-rank parts; empty: as stored
  // Metadata of the new file; empty ones keep what the source says.
  std::string name;
  std::string description;
  std::string license;
  std::string chat_format;
  std::filesystem::path tokenizer;  ///< tokenizer.json to put in
  int threads = 0;                  ///< 0 = one per core
  std::filesystem::path text;       ///< a text on which both models are then compared; empty: they are not
  int text_tokens = 2048;           ///< of it that are read, from its start
};

struct QuantizedTensor {
  std::string name;
  std::string from, to;  ///< weight formats
  std::int64_t bytes = 0;
  double relative_error = 0;  ///< |x - x'| / |x|
};

struct QuantizeSummary {
  std::int64_t file_bytes = 0;
  double relative_error = 0;  ///< of all matrices: |x - x'| / |x|
  std::vector<QuantizedTensor> tensors;
  // With a text: exp of the mean of -log p(token).
  std::int64_t text_tokens = 0;
  double perplexity_before = 0, perplexity_after = 0;
};

/// The devices of one backend ("cpu", "cuda", "vulkan"), or one entry that says why there is none. Nothing of the other
/// backends is loaded or started. Device n of LoadOptions is the n-th of them. Thread-safe.
std::vector<DeviceInfo> devices_of(std::string_view backend);

/// Success, or what is wrong with a grammar (GBNF): InvalidArgument with line and column.
Result<void> check_grammar(std::string_view gbnf);
/// A JSON schema as a grammar; which part of JSON Schema is understood says engine/sampling/grammar/json_schema.h.
/// InvalidArgument naming the place for the rest.
Result<std::string> grammar_of_json_schema(std::string_view schema);

/// What quantize_file() would make, before the long work.
struct QuantizeEstimate {
  std::int64_t file_bytes = 0;  ///< of the weights; names and tokenizer add a little
  double relative_error = 0;    ///< of all matrices, judged by samples of some
  int tensors_measured = 0;     ///< 0: nothing would change
};

/// Takes about a second, whatever the model's size. Errors as quantize_file(), which of them are about the new file aside.
Result<QuantizeEstimate> estimate_quantize(const QuantizeRequest& request, std::stop_token stop = {});

/// The weight formats that quantize_file() writes, as users call them.
std::vector<std::string> quantize_formats();

/// Writes a GGUF file whose matrices are in the given format, embedding and head a little finer. Whole or not at all.
/// Takes any model that can be opened; what docs/models.md says of the names in the new file.
/// `progress` gets a fraction from 0 to 1 on the calling thread.
Result<QuantizeSummary> quantize_file(const QuantizeRequest& request, std::stop_token stop = {},
                                      const LoadProgress& progress = {});

struct BenchmarkOptions {
  int prefill = 512;  ///< tokens read at once
  int decode = 128;   ///< tokens read one by one
  int batch = 1;      ///< sequences decoded side by side
  int repeat = 5;
  bool profile = false;  ///< say which op takes how long; a clock is read around every piece of work
};

/// What one kind of op took, of all threads together.
struct OpShare {
  std::string op;  ///< "linear Q4_K"
  std::int64_t calls = 0;
  double seconds = 0;
};

/// Where the time of the counted runs went.
struct BenchmarkProfile {
  std::vector<OpShare> ops;    ///< the largest first
  double waiting_seconds = 0;  ///< of all threads, for each other
  std::int64_t barriers = 0;
  std::int64_t tokens = 0;  ///< that these runs read
};

struct BenchmarkResult {
  /// One figure a repetition: tokens of all sequences over wall time.
  std::vector<double> prefill_tokens_per_second;
  std::vector<double> decode_tokens_per_second;
  std::int64_t weight_bytes_per_step = 0;  ///< weights that one decode step reads, whatever the batch
  std::int64_t state_bytes = 0;            ///< of one sequence's recurrent state: a decode step reads and writes it
  std::int64_t memory_bytes = 0;
  int threads = 0;  ///< that computed
  BenchmarkProfile prefill_profile, decode_profile;  ///< with options.profile; empty where the backend cannot tell
};

/// Runs the network alone on made-up tokens, after one short run that does not count. Each written token is drawn, the likeliest one, where
/// the device draws tokens; elsewhere its logits come to the host and nothing is drawn.
/// `progress` gets a fraction from 0 to 1. InvalidArgument for counts below 1; else the errors of Engine::load.
Result<BenchmarkResult> run_benchmark(const std::filesystem::path& model, const LoadOptions& load,
                                      const BenchmarkOptions& options, std::stop_token stop = {},
                                      const LoadProgress& progress = {});

}  // namespace eddy
