// One generation of one sequence: what has been produced, and whether it goes on. Private to engine/sequence.
#pragma once

#include <chrono>

#include "engine/sequence/recurrent_sequence.h"

namespace eddy {

/// Whoever drives it reads the sequence's pending tokens between two steps: alone, or in one batch with others.
class RecurrentSequence::Generation {
 public:
  /// The sequence's sampler is started. With other stop strings than before, held text may be free now, or be one already.
  Generation(RecurrentSequence& sequence, const GenerationParams& params, const TextSink& sink);

  /// True while another token is wanted. A stop request and the limit on tokens end it here.
  bool goes_on(const std::stop_token& stop);
  /// Reads what is pending and samples one, on the device where that can be.
  Result<void> step();
  /// Samples one. Every token of the sequence has been read. InvalidArgument when a grammar leaves no token to choose from.
  Result<void> take_token();
  /// One pending token is all that is to be read, and nothing of the next one is wanted but its id.
  bool can_draw() const { return sequence_.can_draw(params_); }
  /// The token that was drawn for the sequence's draw.
  void take_drawn(TokenId token);
  /// Once, when it does not go on.
  GenerationResult finish();

 private:
  void accept(TokenId token);
  std::optional<StopReason> watch(std::string_view text);
  void emit(std::string_view text);
  double seconds() const;

  RecurrentSequence& sequence_;
  const GenerationParams& params_;
  const TextSink& sink_;
  StopStrings stops_;
  GenerationResult result_;
  std::optional<StopReason> end_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace eddy
