// How a conversation becomes the text a model was trained on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"

namespace eddy {

/// Text for a model to read, made by a chat format. LanguageModel::tokenize_chat() makes tokens of it.
struct ChatText {
  std::string text;
  bool special_tokens = false;      ///< the format's marks in it are special tokens
  /// Offsets that no special token may lie across: they are inside what a user or an earlier answer wrote.
  std::vector<std::size_t> breaks;
  bool continues = false;           ///< goes on from text that was read before: no tokenizer puts a space in front of it
};

/// What is new in a conversation.
struct ChatTurn {
  std::string_view tail;            ///< Sequence::tail(); "" at the start of a conversation
  std::string_view user;
  std::string_view system;          ///< rendered only at the start
  std::optional<bool> thinking;     ///< for formats that thinking_can_be_chosen(); unset: as the format prefers
};

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

  /// The same two with what is needed to make tokens of them. Callers that feed a model use these.
  virtual ChatText turn(const ChatTurn& turn) const { return {render_turn(turn.tail, turn.user, turn.system), false, {}, false}; }
  virtual ChatText answer(std::string_view answer) const { return {render_answer(answer), false, {}, false}; }

  virtual bool thinking_can_be_chosen() const { return false; }
  /// What turn() wrote already though it belongs to the answer ("<think>\n"), so that a reader of answers may add it.
  virtual std::string_view answer_opening() const { return {}; }

  /// What ends an answer, to be added to the user's own stop strings.
  virtual const std::vector<std::string>& stop_strings() const = 0;
  virtual const std::vector<TokenId>& stop_tokens() const = 0;

  /// Removes what belongs to the format from an emitted answer (the blank after "Assistant:").
  virtual std::string_view trim_answer(std::string_view answer) const = 0;
};

}  // namespace eddy
