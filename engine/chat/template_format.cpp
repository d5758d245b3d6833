#include "engine/chat/template_format.h"

#include <algorithm>
#include <cassert>

#include "engine/chat/message_guard.h"
#include "engine/core/hash.h"

namespace eddy {
namespace {

// Stand-ins: words that no template and no person writes.
constexpr std::string_view kUser = "zqUserOnezq", kAnswer = "zqAnswerOnezq", kNext = "zqUserTwozq";
constexpr std::string_view kSecond = "zqAnswerTwozq", kLast = "zqUserThreezq", kSystem = "zqSystemzq", kThought = "zqThoughtzq";
constexpr std::string_view kMiddle = "zqMiddlezq";

constexpr const char* kEndTexts[] = {"<|im_end|>", "<|eot_id|>", "<|endoftext|>", "<|end_of_text|>", "<end_of_turn>",
                                     "<|eom_id|>", "<|end|>", "</s>", "<EOT>"};

std::string text(std::string_view view) { return std::string(view); }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_blanks_behind(std::string_view s) {
  while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
  return s;
}

/// What lies between the last `from` and the first `to` behind it; nullopt unless both are there.
std::optional<std::string> between(std::string_view whole, std::string_view from, std::string_view to) {
  const std::size_t begin = whole.rfind(from);
  if (begin == std::string_view::npos) return std::nullopt;
  whole.remove_prefix(begin + from.size());
  const std::size_t end = to.empty() ? whole.size() : whole.find(to);
  return end == std::string_view::npos ? std::nullopt : std::optional(text(whole.substr(0, end)));
}

/// Everything before the end of the last `word`.
std::string_view up_to(std::string_view whole, std::string_view word) {
  const std::size_t at = whole.rfind(word);
  return at == std::string_view::npos ? std::string_view() : whole.substr(0, at + word.size());
}

/// The name of the variable by which a template lets its user choose thinking, "" when it does not.
std::string thinking_variable(std::string_view chat_template) {
  if (chat_template.find("enable_thinking") != std::string_view::npos) return "enable_thinking";
  for (std::string_view use : {"if thinking", "thinking is defined", "not thinking"}) {
    if (chat_template.find(use) != std::string_view::npos) return "thinking";
  }
  return {};
}

/// What probing found out. Texts are those around the stand-ins.
struct Shape {
  std::string opening;              ///< from the user's message to where the answer begins
  std::string lead;                 ///< between that and an answer of the past: " " behind "[/INST]"
  std::string turn_end;             ///< from an answer to the next user's message
  std::string first, first_system;  ///< before the first message, without and with a system prompt
  bool takes_system = true;
  std::size_t end_mark = 0;         ///< bytes of turn_end up to the end of its first special token
  std::string end_text;             ///< that token's text
  std::string thinking;             ///< the variable that chooses thinking, if it does
};

class RenderedTemplate final : public ChatFormat {
 public:
  RenderedTemplate(ChatTemplate chat_template, const Tokenizer& tokenizer, const TemplateLimits& limits)
      : template_(std::move(chat_template)), limits_(limits), guard_(tokenizer.specials()) {
    Hash128 hash;
    hash.add_text(template_.text);
    for (const auto& [name, value] : template_.values) hash.add_text(name).add_text(value);
    name_ = "template-" + hash.hex().substr(0, 8);
  }

  Result<void> probe(const Tokenizer& tokenizer, std::vector<TokenId> end_tokens, std::vector<std::string>& notes);

  const std::string& name() const override { return name_; }
  const std::vector<std::string>& stop_strings() const override { return stop_strings_; }
  const std::vector<TokenId>& stop_tokens() const override { return stop_tokens_; }
  bool thinking_can_be_chosen() const override { return !shape_.thinking.empty(); }
  std::string_view answer_opening() const override { return answer_opening_; }

  ChatText turn(const ChatTurn& turn) const override;
  ChatText answer(std::string_view answer) const override;
  std::string render_turn(std::string_view tail, std::string_view user, std::string_view system) const override {
    return turn({tail, user, system, std::nullopt}).text;
  }
  std::string render_answer(std::string_view answer_text) const override { return answer(answer_text).text; }
  std::string_view trim_answer(std::string_view answer) const override;

 private:
  TemplateConversation conversation(std::vector<TemplateMessage> messages, std::optional<bool> thinking) const;
  Result<void> read_shape(const std::vector<Result<std::string>>& texts);
  void note_rewriting(const std::vector<Result<std::string>>& texts, std::vector<std::string>& notes) const;
  void find_thinking(std::vector<std::string>& notes);
  void find_ends(const Tokenizer& tokenizer, std::vector<TokenId> end_tokens);
  std::optional<std::string> rendered(const ChatTurn& turn, const std::string& user, const std::string& system) const;
  std::string by_shape(const ChatTurn& turn, const std::string& user, const std::string& system) const;
  std::size_t standing(std::string_view increment, std::string_view tail) const;

  ChatTemplate template_;
  TemplateLimits limits_;
  MessageGuard guard_;
  std::string name_;
  Shape shape_;
  std::string answer_opening_;
  std::vector<std::string> stop_strings_, ended_by_;  // ended_by_: texts of the stop tokens
  std::vector<TokenId> stop_tokens_;
};

enum Probe { kFirst, kWithSystem, kAnswered, kTwoTurns, kThreeTurns, kThinking, kProbes };

Result<void> RenderedTemplate::probe(const Tokenizer& tokenizer, std::vector<TokenId> end_tokens,
                                     std::vector<std::string>& notes) {
  const TemplateMessage system{"system", text(kSystem)}, user{"user", text(kUser)}, answer{"assistant", text(kAnswer)};
  const TemplateMessage next{"user", text(kNext)}, second{"assistant", text(kSecond)}, last{"user", text(kLast)};
  const TemplateMessage thought{"assistant", "<think>\n" + text(kThought) + "\n</think>\n\n" + text(kAnswer)};
  std::vector<TemplateConversation> probes(kProbes);
  probes[kFirst] = conversation({user}, {});
  probes[kWithSystem] = conversation({system, user}, {});
  probes[kAnswered] = {{user, answer}, false, {}};
  probes[kTwoTurns] = conversation({user, answer, next}, {});
  probes[kThreeTurns] = conversation({user, answer, next, second, last}, {});
  probes[kThinking] = conversation({user, thought, next}, {});
  auto texts = render_template(template_, probes, TemplateClock::now(), limits_);
  if (!texts) return std::move(texts).error();
  if (texts->size() != kProbes) return Error{ErrorCode::UnsupportedFormat, "[chat template] it gives no text"};
  if (auto ok = read_shape(*texts); !ok) return ok;
  if (!shape_.takes_system) notes.push_back("It has no place for a system prompt; one is put in front of the first message.");
  note_rewriting(*texts, notes);
  find_thinking(notes);
  find_ends(tokenizer, std::move(end_tokens));
  return {};
}

TemplateConversation RenderedTemplate::conversation(std::vector<TemplateMessage> messages, std::optional<bool> thinking) const {
  TemplateConversation made{std::move(messages), true, {}};
  if (thinking && !shape_.thinking.empty()) made.switches.emplace_back(shape_.thinking, *thinking);
  return made;
}

Result<void> RenderedTemplate::read_shape(const std::vector<Result<std::string>>& texts) {
  for (Probe p : {kFirst, kTwoTurns}) {
    if (!texts[p]) return texts[p].error();
  }
  const std::string& first = *texts[kFirst];
  const std::string& two = *texts[kTwoTurns];
  const auto opening = between(first, kUser, {});
  const auto answered = between(two, kUser, kAnswer), turn_end = between(two, kAnswer, kNext);
  if (!opening || !answered || !turn_end) {
    return Error{ErrorCode::UnsupportedFormat, "[chat template] it leaves out messages of a plain chat"};
  }
  shape_.opening = *opening;
  shape_.turn_end = *turn_end;
  if (answered->starts_with(*opening)) shape_.lead = answered->substr(opening->size());
  shape_.first = first.substr(0, first.rfind(kUser));
  const auto& with_system = texts[kWithSystem];
  const std::size_t at = with_system ? with_system->find(kSystem) : std::string::npos;
  shape_.takes_system = at != std::string::npos && with_system->find(kUser, at) != std::string::npos;
  if (shape_.takes_system) shape_.first_system = with_system->substr(0, with_system->rfind(kUser));
  return {};
}

void RenderedTemplate::note_rewriting(const std::vector<Result<std::string>>& texts, std::vector<std::string>& notes) const {
  const std::string kept = "; what the model has read stays as it was read.";
  const std::string& first = *texts[kFirst];
  const std::string& two = *texts[kTwoTurns];
  if (!two.starts_with(first)) notes.push_back("It writes the beginning of an answer in another way once it is answered" + kept);
  if (texts[kAnswered] && !two.starts_with(without_blanks_behind(*texts[kAnswered]))) {
    notes.push_back("It ends an answer in another way when a message follows" + kept);
  }
  if (texts[kThreeTurns] && !texts[kThreeTurns]->starts_with(up_to(two, kNext))) {
    notes.push_back("It rewrites earlier turns when new ones come" + kept);
  }
  if (texts[kThinking] && texts[kThinking]->find(kThought) == std::string::npos) {
    notes.push_back("It leaves out the thinking of earlier answers" + kept);
  }
}

void RenderedTemplate::find_thinking(std::vector<std::string>& notes) {
  shape_.thinking = thinking_variable(template_.text);
  if (!shape_.thinking.empty()) {
    const TemplateMessage user{"user", text(kUser)};
    const auto texts = render_template(template_, {conversation({user}, true), conversation({user}, false)},
                                       TemplateClock::now(), limits_);
    const bool differs = texts && texts->size() == 2 && (*texts)[0] && (*texts)[1] && *(*texts)[0] != *(*texts)[1];
    if (!differs) shape_.thinking.clear();
  }
  const std::size_t at = shape_.opening.rfind("<think>");
  if (at != std::string::npos && shape_.opening.find("</think>", at) == std::string::npos) {
    answer_opening_ = shape_.opening.substr(at);
    notes.push_back("It opens the thinking of an answer itself.");
  }
}

/// An answer ends with the first special token behind it, or, in formats without, with the text that begins a turn.
void RenderedTemplate::find_ends(const Tokenizer& tokenizer, std::vector<TokenId> end_tokens) {
  stop_tokens_ = std::move(end_tokens);
  const auto add = [&](TokenId id) {
    if (std::find(stop_tokens_.begin(), stop_tokens_.end(), id) == stop_tokens_.end()) stop_tokens_.push_back(id);
  };
  for (const std::string& special : tokenizer.specials()) {
    const std::size_t at = shape_.turn_end.find(special);
    if (special.empty() || at == std::string::npos) continue;
    const bool earlier = shape_.end_text.empty() || at < shape_.end_mark - shape_.end_text.size() ||
                         (at == shape_.end_mark - shape_.end_text.size() && special.size() > shape_.end_text.size());
    if (!earlier) continue;
    shape_.end_text = special;
    shape_.end_mark = at + special.size();
  }
  if (!shape_.end_text.empty()) {
    if (auto id = tokenizer.special(shape_.end_text)) add(*id);
  } else if (const auto stop = without_blanks_behind(shape_.turn_end); !stop.empty()) {
    stop_strings_.push_back(text(stop));
  }
  for (const char* known : kEndTexts) {
    if (auto id = tokenizer.special(known)) add(*id);
  }
  for (TokenId id : stop_tokens_) {
    if (const auto piece = tokenizer.piece(id, true); !piece.empty()) ended_by_.push_back(text(piece));
  }
}

/// How many bytes at the beginning of `increment` the model has read or written already.
std::size_t RenderedTemplate::standing(std::string_view increment, std::string_view tail) const {
  const std::size_t fixed = increment.starts_with(shape_.turn_end) ? shape_.turn_end.size() : 0;
  std::size_t count = std::min(fixed, tail.size());
  while (count > 0 && !tail.ends_with(increment.substr(0, count))) --count;
  if (fixed == 0 || count >= shape_.end_mark) return count;
  const bool ended = std::any_of(ended_by_.begin(), ended_by_.end(), [&](const std::string& end) { return tail.ends_with(end); });
  return ended ? shape_.end_mark : count;
}

/// The template's words for a turn whose messages may be broken by marks; nullopt when it refuses.
std::optional<std::string> RenderedTemplate::rendered(const ChatTurn& turn, const std::string& user,
                                                      const std::string& system) const {
  std::vector<TemplateMessage> messages;
  const bool begins = turn.tail.empty();
  if (begins && !system.empty()) messages.push_back({"system", system});
  if (!begins) messages = {{"user", text(kUser)}, {"assistant", text(kAnswer)}};
  messages.push_back({"user", user});
  auto limits = limits_;
  limits.seconds += static_cast<double>(user.size() + system.size()) / 1e6;
  auto texts = render_template(template_, {conversation(std::move(messages), turn.thinking)}, TemplateClock::now(), limits);
  if (!texts || texts->size() != 1 || !texts->front()) return std::nullopt;
  if (begins) return *std::move(texts->front());
  return between(*texts->front(), kAnswer, {});
}

/// The same from the pieces found by probing: for a template that refuses this very message.
std::string RenderedTemplate::by_shape(const ChatTurn& turn, const std::string& user, const std::string& system) const {
  if (!turn.tail.empty()) return shape_.turn_end + user + shape_.opening;
  if (system.empty()) return shape_.first + user + shape_.opening;
  std::string before = shape_.first_system;
  before.replace(before.find(kSystem), kSystem.size(), system);
  return before + user + shape_.opening;
}

ChatText RenderedTemplate::turn(const ChatTurn& turn) const {
  // Of a long message the template sees both ends; the middle is put back afterwards.
  constexpr std::size_t kLong = 64u << 10, kEnd = 4u << 10;
  const std::string_view seen[] = {turn.user, turn.system, template_.text};
  const std::string mark = MessageGuard::mark_for(seen);
  std::string system = turn.tail.empty() ? guard_.broken(turn.system, mark) : std::string();
  std::string user = guard_.broken(turn.user, mark);
  if (!system.empty() && !shape_.takes_system) {
    user = system + "\n\n" + user;
    system.clear();
  }
  std::optional<std::string> whole;
  std::size_t begin = kEnd, end = user.size() > kLong ? user.size() - kEnd : 0;
  if (end != 0) {
    while ((static_cast<unsigned char>(user[begin]) & 0xC0) == 0x80) ++begin;
    while ((static_cast<unsigned char>(user[end]) & 0xC0) == 0x80) --end;
    whole = rendered(turn, user.substr(0, begin) + text(kMiddle) + user.substr(end), system);
    const std::size_t at = whole ? whole->find(kMiddle) : std::string::npos;
    if (at == std::string::npos || whole->find(kMiddle, at + 1) != std::string::npos) {
      whole.reset();
    } else {
      whole->replace(at, kMiddle.size(), user, begin, end - begin);
    }
  } else {
    whole = rendered(turn, user, system);
  }
  if (!whole) whole = by_shape(turn, user, system);
  const std::string_view fresh = turn.tail.empty() ? *whole : std::string_view(*whole).substr(standing(*whole, turn.tail));
  ChatText made = MessageGuard::healed(fresh, mark);
  made.continues = !turn.tail.empty();
  return made;
}

ChatText RenderedTemplate::answer(std::string_view answer) const {
  if (answer.starts_with(answer_opening_)) answer.remove_prefix(answer_opening_.size());
  ChatText made{shape_.lead, true, {}, true};
  for (std::size_t offset : guard_.breaks(answer)) made.breaks.push_back(shape_.lead.size() + offset);
  made.text += answer;
  return made;
}

std::string_view RenderedTemplate::trim_answer(std::string_view answer) const {
  if (answer.starts_with(shape_.lead)) answer.remove_prefix(shape_.lead.size());
  return without_blanks_behind(answer);
}

}  // namespace

Result<TemplateFormat> make_template_format(ChatTemplate chat_template, const Tokenizer& tokenizer,
                                            std::vector<TokenId> end_tokens, const TemplateLimits& limits) {
  auto made = std::make_shared<RenderedTemplate>(std::move(chat_template), tokenizer, limits);
  TemplateFormat found;
  if (auto ok = made->probe(tokenizer, std::move(end_tokens), found.notes); !ok) return std::move(ok).error();
  found.format = std::move(made);
  return found;
}

}  // namespace eddy
