// The door to the engine. Everything app/ needs is in engine/api/.
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

#include "engine/api/chat_format.h"
#include "engine/api/device_info.h"
#include "engine/api/model_info.h"
#include "engine/api/parallel.h"
#include "engine/api/placement.h"
#include "engine/api/result.h"
#include "engine/api/sequence.h"

namespace eddy {

/// Called while a model loads, with a fraction from 0 to 1. On the loading thread.
using LoadProgress = std::function<void(double fraction)>;

struct LoadOptions {
  std::string backend = "auto";     ///< "auto", "cpu", "cuda", "vulkan"
  int device = 0;                   ///< index among the backend's usable devices
  int threads = 0;                  ///< 0 = one per physical core
  int prefill_chunk = 0;            ///< tokens per prefill step; 0 = the backend's default
  /// Never round activations: with quantised weights a CPU then computes in float, several times as slowly, and logits
  /// come within 1e-4 of the dequantised weights' instead of within a percent.
  bool exact = false;
  /// Several devices, each with some of the layers, in their order; then `backend` is "auto". Empty: one device, or what
  /// "auto" finds to suffice.
  std::vector<DeviceShare> devices = {};
};

/// A loaded model: weights, tokenizer, chat format. Immutable after load; sequences of one model share its thread pool, so
/// run them from one thread at a time.
class LanguageModel {
 public:
  virtual ~LanguageModel() = default;
  virtual const ModelInfo& info() const = 0;
  virtual const std::string& fingerprint() const = 0;            ///< SnapshotKey::model_fingerprint of its sequences
  virtual const std::string& tokenizer_fingerprint() const = 0;  ///< stored token lists are valid while this is equal
  virtual const ChatFormat& chat_format() const = 0;

  /// Which device holds which layers: one entry a device. Empty where nobody keeps account of it.
  virtual std::vector<PlacedLayers> placement() const { return {}; }

  /// Success, or why token ids work but text does not: no tokenizer was found, or it cannot be read.
  virtual Result<void> has_text() const { return {}; }

  /// Text as tokens; nothing is added before or after. Special tokens in `text` are plain text unless `parse_special`.
  virtual std::vector<TokenId> tokenize(std::string_view text, bool parse_special = false) const = 0;
  /// As tokenize(), with the format's own marks as special tokens and nobody else's.
  virtual std::vector<TokenId> tokenize_chat(const ChatText& text) const { return tokenize(text.text, text.special_tokens); }
  /// Tokens that a text begins with where the model was trained so (BOS); often none. Chat formats add their own.
  virtual std::vector<TokenId> text_beginning() const { return {}; }
  /// The bytes of the tokens, joined; special tokens give their text only if `show_special`.
  virtual std::string detokenize(std::span<const TokenId> tokens, bool show_special = false) const = 0;

  virtual Result<std::unique_ptr<Sequence>> new_sequence() = 0;

  /// generate() of every run, all in the same steps: each step reads the weights once. A run that ends leaves and the rest
  /// go on; on the CPU each result is bit for bit what generate() alone gives. Results in the order of the runs; a
  /// failure of the network is that of every run that was in the step.
  virtual std::vector<Result<GenerationResult>> generate_together(std::span<const SequenceRun> runs) {
    std::vector<Result<GenerationResult>> results;
    for (const auto& run : runs) results.push_back(run.sequence->generate(run.params, run.stop, run.sink));
    return results;
  }
  /// What `count` further sequences take that go on from one snapshot of `tokens` tokens, with room for `more` tokens each.
  /// Thread-safe.
  virtual BatchMemory memory_of_batch(int count, std::int64_t tokens, std::int64_t more) const {
    (void)count, (void)tokens, (void)more;
    return {};
  }

  /// The state before the first token as state tuning left it in a file (`blocks.N.att.time_state`): a snapshot of no
  /// tokens whose token hash is that of its content, so that no state that began elsewhere is taken for one that began
  /// here. Errors of opening the file; UnsupportedFormat when there is no such state in it or none in this kind of network;
  /// StateMismatch when it was tuned for another size; FileCorrupt for numbers that are not finite.
  virtual Result<std::shared_ptr<const StateSnapshot>> read_initial_state(const std::filesystem::path& path) const {
    return Error{ErrorCode::UnsupportedFormat, "[initial state] this model takes none", path.string()};
  }
};

/// Thread-safe. Make one per process.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::vector<DeviceInfo> devices() = 0;
  /// Facts without loading. An error only when the path cannot be read at all; a file that we can read but not run gives
  /// runnable = false and why_not.
  virtual Result<ModelInfo> inspect(const std::filesystem::path& path) = 0;
  /// Which device would hold which layers, from names and shapes alone. Errors as load(): OutOfMemory when it does not fit.
  virtual Result<std::vector<PlacedLayers>> place(const std::filesystem::path& path, const LoadOptions& options) {
    (void)path, (void)options;
    return std::vector<PlacedLayers>{};
  }
  virtual Result<std::shared_ptr<LanguageModel>> load(const std::filesystem::path& path, const LoadOptions& options = {},
                                                      std::stop_token stop = {}, const LoadProgress& progress = {}) = 0;
};

std::unique_ptr<Engine> create_engine();

}  // namespace eddy
