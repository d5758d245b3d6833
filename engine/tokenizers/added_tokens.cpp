#include "engine/tokenizers/added_tokens.h"

#include <algorithm>

#include "engine/tokenizers/unicode.h"

namespace eddy {
namespace {

/// Where the character that ends just before text[end] begins.
std::size_t previous_character(std::string_view text, std::size_t end) {
  std::size_t i = end - 1;
  while (i > 0 && end - i < 4 && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) --i;
  return i;
}

char32_t first_character(std::string_view text) { return unicode::decode(text.substr(0, 4))[0]; }

bool word_before(std::string_view text, std::size_t at) {
  return at > 0 && unicode::is_word(first_character(text.substr(previous_character(text, at), 4)));
}

bool word_after(std::string_view text, std::size_t at) {
  return at < text.size() && unicode::is_word(first_character(text.substr(at)));
}

std::size_t skip_space_back(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t previous = previous_character(text, at);
    if (!unicode::is_white_space(first_character(text.substr(previous, at - previous)))) break;
    at = previous;
  }
  return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && unicode::is_white_space(first_character(text.substr(at)))) {
    at += std::max(1, unicode::character_length(text.substr(at)));
  }
  return at;
}

}  // namespace

AddedTokenFinder::AddedTokenFinder(const std::vector<AddedToken>& tokens) : tokens_(tokens) {
  for (std::size_t t = 0; t < tokens_.size(); ++t) trie_.add(tokens_[t].content, static_cast<std::int32_t>(t));
}

std::vector<AddedTokenFinder::Piece> AddedTokenFinder::cut(std::string_view text,
                                                           std::span<const std::size_t> breaks) const {
  std::vector<Piece> pieces;
  if (tokens_.empty() && !text.empty()) return {{nullptr, text}};
  std::size_t plain = 0;  // where the text not yet handed out begins
  for (std::size_t at = 0; at < text.size();) {
    while (!breaks.empty() && breaks.front() <= at) breaks = breaks.subspan(1);
    const std::size_t limit = breaks.empty() ? text.size() : std::min(text.size(), breaks.front());
    const ByteTrie::Match found = trie_.longest(text.substr(at, limit - at));
    if (found.value < 0) {
      ++at;
      continue;
    }
    const AddedToken& token = tokens_[found.value];
    std::size_t begin = at, end = at + found.length;
    at = end;
    if (token.single_word && (word_before(text, begin) || word_after(text, end))) continue;
    if (token.lstrip) begin = std::max(plain, skip_space_back(text, begin));
    if (token.rstrip) end = skip_space(text, end);
    if (begin > plain) pieces.push_back({nullptr, text.substr(plain, begin - plain)});
    pieces.push_back({&token, text.substr(begin, end - begin)});
    plain = at = end;
  }
  if (plain < text.size()) pieces.push_back({nullptr, text.substr(plain)});
  return pieces;
}

}  // namespace eddy
