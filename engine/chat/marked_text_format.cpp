#include "engine/chat/marked_text_format.h"

#include <algorithm>

#include "engine/chat/message_guard.h"

namespace eddy {
namespace {

constexpr std::string_view kText = "{text}";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string unix_lines(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

/// Without empty lines and lines of blanks.
std::string collapsed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (trimmed(line).empty()) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

std::size_t end_of_line(std::string_view text, std::size_t from) { return std::min(text.size(), text.find('\n', from)); }

/// What stands before {text}.
std::string_view before_text(const std::string& mark) { return std::string_view(mark).substr(0, mark.find(kText)); }

class MarkedTextFormat final : public ChatFormat {
 public:
  MarkedTextFormat(ChatMarks marks, const std::vector<std::string>& specials) : marks_(std::move(marks)), guard_(specials) {
    for (const std::string* mark : {&marks_.system, &marks_.user}) {
      if (!trimmed(before_text(*mark)).empty()) openings_.push_back(std::string(trimmed(before_text(*mark))));
    }
    if (!marks_.answer_opening.empty()) openings_.push_back(marks_.answer_opening);
  }

  const std::string& name() const override { return marks_.name; }
  const std::vector<std::string>& stop_strings() const override { return marks_.stop_strings; }
  const std::vector<TokenId>& stop_tokens() const override { return marks_.stop_tokens; }

  ChatText turn(const ChatTurn& turn) const override;
  ChatText answer(std::string_view answer) const override;
  std::string render_turn(std::string_view tail, std::string_view user_text, std::string_view system) const override;
  std::string render_answer(std::string_view answer) const override;
  std::string_view trim_answer(std::string_view answer) const override;

 private:
  std::string cleaned(std::string_view text, BlankLines blank_lines) const;
  std::string without_forged_turns(std::string text) const;
  static std::string filled(const std::string& mark, const std::string& text);
  std::size_t standing(std::string_view full, std::string_view tail) const;

  ChatMarks marks_;
  MessageGuard guard_;
  std::vector<std::string> openings_;  // "System:", "User:", "Assistant:": what begins a message
};

/// A message's text as it may stand between the marks. Formats without marks take it as it is.
std::string MarkedTextFormat::cleaned(std::string_view text, BlankLines blank_lines) const {
  std::string out = unix_lines(text);
  if (openings_.empty()) return out;
  out = std::string(trimmed(out));
  return blank_lines == BlankLines::Collapse ? collapsed(out) : without_forged_turns(std::move(out));
}

/// Takes away the empty lines in front of lines that begin like a message; the lines themselves stay (people quote chats).
std::string MarkedTextFormat::without_forged_turns(std::string text) const {
  std::string out;
  std::size_t blank_from = std::string::npos;  // where in `out` the empty lines before the current line begin
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_line(text, at);
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const bool forged = std::any_of(openings_.begin(), openings_.end(), [&](const std::string& opening) {
      return trimmed(line).starts_with(opening);
    });
    if (forged && blank_from != std::string::npos) out.resize(blank_from);
    if (!trimmed(line).empty()) {
      blank_from = std::string::npos;
    } else if (blank_from == std::string::npos) {
      blank_from = out.size();
    }
    out.append(text, at, std::min(text.size(), end + 1) - at);
    at = end + 1;
  }
  return out;
}

std::string MarkedTextFormat::filled(const std::string& mark, const std::string& text) {
  const std::size_t at = mark.find(kText);
  std::string before = mark.substr(0, at);
  if (text.empty()) before.erase(before.find_last_not_of(' ') + 1);  // "User:", not "User: ", for an empty message
  return before + text + mark.substr(at + kText.size());
}

/// How many bytes of a later turn stand at the end of the text already. Only its marks may: an equal question asked again is
/// a new one.
std::size_t MarkedTextFormat::standing(std::string_view full, std::string_view tail) const {
  const std::size_t fixed = std::min(full.size(), marks_.separator.size() + before_text(marks_.user).size());
  std::size_t count = std::min(fixed, tail.size());
  while (count > 0 && !full.starts_with(tail.substr(tail.size() - count))) --count;
  return count;
}

std::string MarkedTextFormat::render_turn(std::string_view tail, std::string_view user_text, std::string_view system) const {
  const std::string turn = filled(marks_.user, cleaned(user_text, marks_.user_blank_lines)) + marks_.answer_opening;
  if (tail.empty()) {
    const std::string instruction = cleaned(system, marks_.user_blank_lines);
    return (instruction.empty() ? "" : filled(marks_.system, instruction)) + turn;
  }
  const std::string full = marks_.separator + turn;
  return full.substr(standing(full, tail));
}

ChatText MarkedTextFormat::turn(const ChatTurn& turn) const {
  const std::string_view seen[] = {turn.user, turn.system};
  const std::string mark = MessageGuard::mark_for(seen);
  ChatText made;
  if (marks_.special_marks) {
    made = MessageGuard::healed(render_turn(turn.tail, guard_.broken(turn.user, mark), guard_.broken(turn.system, mark)), mark);
  } else {
    made.text = render_turn(turn.tail, turn.user, turn.system);
  }
  made.continues = !turn.tail.empty();
  if (!turn.tail.empty() || marks_.beginning.empty()) return made;
  // All but the beginning is plain text then, if the marks are.
  if (!marks_.special_marks) made.breaks = guard_.breaks(made.text);
  for (std::size_t& offset : made.breaks) offset += marks_.beginning.size();
  made.text.insert(0, marks_.beginning);
  made.special_tokens = true;
  return made;
}

ChatText MarkedTextFormat::answer(std::string_view answer) const {
  const std::string mark = MessageGuard::mark_for({&answer, 1});
  if (!marks_.special_marks) return {render_answer(answer), false, {}, true};
  ChatText made = MessageGuard::healed(render_answer(guard_.broken(answer, mark)), mark);
  made.continues = true;
  return made;
}

std::string MarkedTextFormat::render_answer(std::string_view answer) const {
  return filled(marks_.answer, cleaned(answer, marks_.answer_blank_lines));
}

std::string_view MarkedTextFormat::trim_answer(std::string_view answer) const {
  if (openings_.empty()) return answer;
  const std::string_view opening = before_text(marks_.answer);
  if (answer.starts_with(opening)) answer.remove_prefix(opening.size());
  while (!answer.empty() && is_blank(answer.back())) answer.remove_suffix(1);
  return answer;
}

}  // namespace

std::shared_ptr<const ChatFormat> make_marked_text_format(ChatMarks marks, const std::vector<std::string>& specials) {
  return std::make_shared<MarkedTextFormat>(std::move(marks), specials);
}

}  // namespace eddy
