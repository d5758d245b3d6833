// How a conversation becomes the text a model was trained on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"

namespace eddy {

/// Renders only what is new: a recurrent model has read the rest. Immutable, thread-safe.
class ChatFormat {
 public:
  virtual ~ChatFormat() = default;
  virtual const std::string& name() const = 0;

  /// Text to append so that the model answers `user_text`. `tail` is the end of the text read so far (Sequence::tail(),
  /// "" at the start of a conversation): whatever part of the turn separator already stands there is not repeated.
  /// A non-empty `system` is rendered only at the start. User text never produces special tokens or turn markers.
  virtual std::string render_turn(std::string_view tail, std::string_view user_text, std::string_view system = {}) const = 0;

  /// Text to append for an answer that was written elsewhere (replay of a transcript without stored tokens).
  virtual std::string render_answer(std::string_view answer) const = 0;

  /// What ends an answer, to be added to the user's own stop strings.
  virtual const std::vector<std::string>& stop_strings() const = 0;
  virtual const std::vector<TokenId>& stop_tokens() const = 0;

  /// Removes what belongs to the format from an emitted answer (the blank after "Assistant:").
  virtual std::string_view trim_answer(std::string_view answer) const = 0;
};

}  // namespace eddy
