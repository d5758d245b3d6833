// Chat formats described by data: text marks around each message. One JSON file each in resources/chat_formats/.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/chat_format.h"
#include "engine/api/result.h"

namespace eddy {

/// What becomes of empty lines (and lines of blanks) inside a message.
enum class BlankLines {
  Keep,      ///< stay, except in front of a mark that would begin a new turn
  Collapse,  ///< go: the format uses them as the end of a message
};

/// One format file. In `system`, `user` and `answer` the mark {text} stands for the message.
struct ChatMarks {
  std::string name;
  std::string separator;            ///< between an answer and the next turn
  std::string system, user;
  std::string answer_opening;       ///< what the model continues
  std::string answer;
  bool special_marks = false;       ///< special tokens in the marks are meant as such
  std::string beginning;            ///< special tokens before the first turn (BOS): of the model, not of the file
  BlankLines user_blank_lines = BlankLines::Keep, answer_blank_lines = BlankLines::Keep;
  std::vector<std::string> stop_strings;
  std::vector<TokenId> stop_tokens;
  std::vector<std::string> stop_specials;  ///< special tokens that end an answer where the tokenizer has them
};

/// Reads a format file. InvalidArgument naming the field; unknown fields are errors, so that none is misspelt unseen.
Result<ChatMarks> parse_chat_marks(std::string_view json);

/// The formats compiled into the engine, as JSON texts.
std::span<const std::string_view> chat_format_files();

/// `specials` are the texts of the model's special tokens, which messages must not forge.
std::shared_ptr<const ChatFormat> make_marked_text_format(ChatMarks marks, const std::vector<std::string>& specials = {});

}  // namespace eddy
