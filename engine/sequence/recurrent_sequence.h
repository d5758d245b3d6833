// The Sequence of every recurrent model: tokens through a ForwardPass, text through a Tokenizer, choices by a Sampler.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/api/sequence.h"
#include "engine/sampling/grammar/constraint.h"
#include "engine/sampling/sampler.h"
#include "engine/sequence/forward_pass.h"
#include "engine/sequence/stop_strings.h"
#include "engine/sequence/text_tail.h"
#include "engine/state/recurrent_state.h"
#include "engine/state/stored_snapshot.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// What the sequences of one model share. `pass` and `tokenizer` are never null.
struct SequenceModel {
  std::shared_ptr<ForwardPass> pass;
  std::shared_ptr<const Tokenizer> tokenizer;
  std::string architecture;
  std::string fingerprint;
  std::shared_ptr<LazyTokenTrie> trie = std::make_shared<LazyTokenTrie>();  ///< for texts under a grammar
  Result<void> has_text = {};  ///< or why there is no tokenizer: generate() fails with it
};

/// One thread at a time, and one sequence of a model at a time.
class RecurrentSequence final : public Sequence {
 public:
  static Result<std::unique_ptr<Sequence>> create(std::shared_ptr<const SequenceModel> model);

  Result<PrefillResult> prefill(std::span<const TokenId> tokens, std::stop_token stop,
                                const PrefillProgress& progress) override;
  Result<GenerationResult> generate(const GenerationParams& params, std::stop_token stop,
                                    const TextSink& sink) override;
  Result<std::vector<float>> logits(std::span<const TokenId> tokens, int chunk, bool last_only,
                                    std::stop_token stop) override;
  Result<std::shared_ptr<const StateSnapshot>> snapshot() override;
  Result<void> restore(const StateSnapshot& snapshot) override;
  std::vector<std::byte> generation_state() const override;
  Result<void> resume_generation(std::span<const std::byte> state) override;
  void reset() override;

  SnapshotKey key() const override { return {model_->fingerprint, token_hash_, tokens_}; }
  std::int64_t position() const override { return tokens_; }
  std::span<const TokenId> pending() const override { return pending_; }
  std::string_view tail() const override { return tail_.view(); }
  const LastGeneration* last_generation() const override { return last_ ? &*last_ : nullptr; }

 private:
  RecurrentSequence(std::shared_ptr<const SequenceModel> model, std::unique_ptr<RecurrentState> state);

  // recurrent_sequence.cpp: reading tokens.
  Result<void> usable() const;
  Result<void> check_tokens(std::span<const TokenId> tokens) const;
  Result<void> run(std::span<const TokenId> tokens, LogitRows rows, std::span<float> logits);
  Result<void> read_pending();
  Result<void> read(std::span<const TokenId> tokens);
  void append(std::span<const TokenId> tokens);
  void break_generation();
  void forget_everything();

  // generate.cpp
  class Generation;
  friend class ParallelGeneration;
  Result<void> begin_generation(const GenerationParams& params);
  void start_sampler(const SamplerParams& params);
  Result<void> begin_constraint(const GenerationParams& params);
  bool can_draw(const GenerationParams& params) const;
  Result<TokenId> read_and_draw();
  void write(TokenId token);
  Result<TokenId> sample(const GenerationParams& params, std::vector<TokenChances>& chances);
  TokenId sample_constrained(const GenerationParams& params);

  // sequence_snapshot.cpp
  SnapshotContent describe() const;
  Result<void> check_fit(const SnapshotContent& content) const;
  void adopt(const SnapshotContent& content, std::optional<Sampler> sampler);

  std::shared_ptr<const SequenceModel> model_;
  std::unique_ptr<RecurrentState> state_;
  std::vector<float> logits_;  // [V] of the last token, while none is pending and tokens_ > 0

  std::vector<TokenId> pending_;
  std::uint64_t token_hash_ = 0;
  std::int64_t tokens_ = 0;
  TextTail tail_;

  std::vector<float> scores_;  // working memory of sample(): logits_ that the sampler changes
  std::optional<Sampler> sampler_;
  std::unique_ptr<Constraint> constraint_;  // of a generation with a grammar
  std::optional<LastGeneration> last_;
  Detokenizer detokenizer_;
  std::string held_text_;
  std::optional<Error> poison_;  // what broke the state
};

}  // namespace eddy
