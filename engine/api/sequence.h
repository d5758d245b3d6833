// One live recurrent state with its position, on a loaded model.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// Called with pieces of the answer, always whole UTF-8 characters, never part of a stop string. On the caller's thread.
using TextSink = std::function<void(std::string_view text)>;

/// Called after each prefill chunk with tokens done and tokens in total. On the caller's thread.
using PrefillProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Not thread-safe: one thread at a time. Lives no longer than its LanguageModel.
///
/// A sequence is a list of tokens of which the last few may be *pending*: sampled, part of the text, not yet fed. They are
/// fed by the next prefill() or generate(). There is no way to take tokens back: restore a snapshot instead.
class Sequence {
 public:
  virtual ~Sequence() = default;

  /// Appends tokens and reads them in chunks (pending ones first); logits of the last one are kept.
  /// A stop between chunks returns Cancelled: the sequence then stands after the last whole chunk, still valid.
  /// Any other error poisons the sequence: only reset() and restore() work afterwards.
  virtual Result<PrefillResult> prefill(std::span<const TokenId> tokens, std::stop_token stop = {},
                                        const PrefillProgress& progress = {}) = 0;

  /// Samples until a stop token, stop string, max_tokens or a stop request (reason Cancelled, a value, not an error).
  /// Needs at least one token before it (InvalidArgument). Text held back as a possible stop string is emitted at the end,
  /// unless params.keep_open; an incomplete UTF-8 character is held for the next call, unless a stop token ended this one.
  /// The sampler (random state, penalty counts, held-back text) lives on between calls and in snapshots; a call whose
  /// SamplerParams equal those of the last call continues its random stream, so a run cut in two equals one run.
  virtual Result<GenerationResult> generate(const GenerationParams& params, std::stop_token stop, const TextSink& sink) = 0;

  /// Logits [T, V] row-major of the given tokens, appended in chunks of `chunk` (0 = the model's default).
  /// With `last_only` just the last row.
  virtual Result<std::vector<float>> logits(std::span<const TokenId> tokens, int chunk = 0, bool last_only = false,
                                            std::stop_token stop = {}) = 0;

  /// Copies the state to host memory. Cheap for recurrent models: state_bytes + tokens.
  virtual Result<std::shared_ptr<const StateSnapshot>> snapshot() = 0;

  /// Puts the sequence exactly where the snapshot was taken. StateMismatch, sequence untouched, if it is of another model.
  virtual Result<void> restore(const StateSnapshot& snapshot) = 0;

  /// What the tokens alone do not say of a generation under way: the sampler, text and bytes that are held back. A few
  /// kilobytes, for a journal; empty before the first generate().
  virtual std::vector<std::byte> generation_state() const { return {}; }
  /// For a sequence that has read exactly the tokens of the one this was taken from: generate() goes on as it would have
  /// there. StateMismatch for other tokens or another model, FileCorrupt for damaged bytes; the sequence is then untouched.
  virtual Result<void> resume_generation(std::span<const std::byte>) { return {}; }

  /// Back to the empty text; forgets sampler state and poison.
  virtual void reset() = 0;

  /// Key of where the sequence stands now.
  virtual SnapshotKey key() const = 0;
  virtual std::int64_t position() const = 0;  ///< tokens, pending ones included
  virtual std::span<const TokenId> pending() const = 0;
  /// The last bytes (up to 256) of the sequence's text, pending tokens included and special tokens shown; chat formats
  /// continue from it.
  virtual std::string_view tail() const = 0;
  /// Of this sequence or of the one it was restored from; null before the first generate().
  virtual const LastGeneration* last_generation() const { return nullptr; }
};

}  // namespace eddy
