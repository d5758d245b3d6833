#include "app/inference/document_format.h"

#include <algorithm>
#include <string>

namespace eddy {
namespace {

// Stands for the text in a rendered message. Readers drop control characters, so no document has it.
constexpr std::string_view kMark = "\x02" "EDDY" "\x02";
// Words the starter model was trained on; any chat model understands them.
constexpr std::string_view kRequest = "Please read this.";
constexpr std::string_view kAcknowledgement = "I have read it. What would you like to know?";

ChatText part(const ChatText& whole, std::size_t begin, std::size_t end) {
  ChatText part{whole.text.substr(begin, end - begin), whole.special_tokens, {}};
  for (const auto at : whole.breaks) {
    if (at > begin && at < end) part.breaks.push_back(at - begin);
  }
  return part;
}

}  // namespace

std::vector<TokenId> DocumentFormat::tokens(std::string_view tail, const ReadingStep& step) const {
  switch (step.kind) {
    case ReadingStep::Kind::Open: return open(tail, step.text);
    case ReadingStep::Kind::Passage: return passage(step.text);
    case ReadingStep::Kind::Close: return close();
  }
  return {};
}

std::vector<TokenId> DocumentFormat::open(std::string_view tail, std::string_view name) const {
  std::string user(kRequest);
  if (!name.empty()) user.append(" It is called ").append(name).append(".");
  user.append("\n").append(kMark);
  const ChatText turn = model_.chat_format().turn({.tail = tail, .user = user, .system = {}, .thinking = {}});
  const auto at = turn.text.find(kMark);
  return model_.tokenize_chat(part(turn, 0, std::min(at, turn.text.size())));
}

std::vector<TokenId> DocumentFormat::passage(std::string_view text) const {
  // Rendered inside a message, so that the format guards its own marks; what stands between ours is the passage.
  const std::string user = std::string(kMark).append("\n").append(text).append("\n").append(kMark);
  const ChatText turn = model_.chat_format().turn({.tail = {}, .user = user, .system = {}, .thinking = {}});
  const auto begin = turn.text.find(kMark);
  const auto end = turn.text.rfind(kMark);
  if (begin == std::string::npos || end <= begin) return model_.tokenize(std::string(text).append("\n"));
  const auto inside = begin + kMark.size();
  return model_.tokenize(std::string_view(turn.text).substr(inside + 1, end - inside - 1));
}

std::vector<TokenId> DocumentFormat::close() const {
  const auto& format = model_.chat_format();
  const ChatText turn = format.turn({.tail = {}, .user = kMark, .system = {}, .thinking = {}});
  const auto at = turn.text.find(kMark);
  const auto begin = at == std::string::npos ? turn.text.size() : at + kMark.size();
  auto tokens = model_.tokenize_chat(part(turn, begin, turn.text.size()));
  const auto answer = model_.tokenize_chat(format.answer(kAcknowledgement));
  tokens.insert(tokens.end(), answer.begin(), answer.end());
  return tokens;
}

}  // namespace eddy
