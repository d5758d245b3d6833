#include "engine/chat/message_guard.h"

#include <algorithm>

#include "engine/tokenizers/unicode.h"

namespace eddy {

MessageGuard::MessageGuard(const std::vector<std::string>& specials) {
  for (const std::string& text : specials) {
    if (text.size() > 1) trie_.add(text, 0);
  }
}

std::string MessageGuard::mark_for(std::span<const std::string_view> texts) {
  std::string mark;
  for (char32_t c = 0xFDD0; c <= 0xFDEF; ++c) {
    mark.clear();
    unicode::append_utf8(mark, c);
    const auto has_it = [&](std::string_view text) { return text.find(mark) != std::string_view::npos; };
    if (std::none_of(texts.begin(), texts.end(), has_it)) break;
  }
  return mark;
}

std::vector<MessageGuard::Place> MessageGuard::places(std::string_view text) const {
  std::vector<Place> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto token = trie_.longest(text.substr(at));
    if (token.value < 0) continue;
    const auto character = static_cast<std::size_t>(std::max(1, unicode::character_length(text.substr(at))));
    const bool whole = trie_.longest(text.substr(at, character)).value >= 0;
    found.push_back({at, std::min(character, token.length), whole});
  }
  return found;
}

std::vector<std::size_t> MessageGuard::breaks(std::string_view text) const {
  std::vector<std::size_t> offsets;
  for (const Place& p : places(text)) offsets.push_back(p.at + (p.whole ? 1 : p.character));
  return offsets;
}

std::string MessageGuard::broken(std::string_view text, const std::string& mark) const {
  std::string out;
  std::size_t from = 0;
  for (const Place& p : places(text)) {
    // A token of one character has no inside: a mark on either side of it says the same.
    if (p.whole) out.append(text, from, p.at - from).append(mark), from = p.at;
    out.append(text, from, p.at + p.character - from).append(mark);
    from = p.at + p.character;
  }
  return out.append(text.substr(from));
}

ChatText MessageGuard::healed(std::string_view text, const std::string& mark) {
  ChatText made{.special_tokens = true};
  while (true) {
    const std::size_t at = mark.empty() ? std::string_view::npos : text.find(mark);
    made.text += text.substr(0, at);
    if (at == std::string_view::npos) return made;
    const std::size_t last = made.breaks.empty() ? 0 : made.breaks.back();
    if (!made.breaks.empty() && made.text.size() > last + 1 && made.text.size() <= last + 4) made.breaks.push_back(last + 1);
    made.breaks.push_back(made.text.size());
    text.remove_prefix(at + mark.size());
  }
}

}  // namespace eddy
