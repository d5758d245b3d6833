#include "app/storage/document_search.h"

#include <algorithm>
#include <array>
#include <vector>

namespace eddy {
namespace {

constexpr std::array<std::string_view, 48> kCommon = {
    "a",   "about", "an",  "and",  "are",  "as",   "at",   "be",    "by",    "can",  "did",  "do",
    "does", "for",  "from", "has", "have", "how",  "i",    "in",    "is",    "it",   "its",  "me",
    "of",  "on",    "or",  "say",  "says", "tell", "that", "the",   "their", "there", "they", "this",
    "to",  "was",   "were", "what", "when", "where", "which", "who", "why",  "will", "with", "you"};

constexpr std::size_t kMostWords = 60;

/// Han, kana, Hangul is written with blanks; Thai, Lao, Khmer, Burmese are not.
bool stands_alone(unsigned code) {
  return (code >= 0x2E80 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF) || (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1780 && code <= 0x17FF) ||
         (code >= 0x1000 && code <= 0x109F);
}

/// The character at `at`, and how many bytes it has. Broken bytes are characters of their own.
unsigned character(std::string_view text, std::size_t at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  length = std::min(length, text.size() - at);
  unsigned code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  return code;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
}

std::string lower(std::string_view word) {
  std::string small(word);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return small;
}

/// Each character that stands alone is a word: the rare ones among them decide.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && words.size() < kMostWords) words.push_back(lower(word));
    word.clear();
  };
  bool alone_before = false;
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    const bool alone = stands_alone(character(text, i, length));
    if (alone || alone_before) end_word();
    if (is_word_byte(text[i])) word += text.substr(i, length);
    else end_word();
    alone_before = alone;
  }
  end_word();
  return words;
}

}  // namespace

std::string index_words(std::string_view text) {
  std::string words;
  words.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    const bool alone = stands_alone(character(text, i, length));
    if (alone) words += ' ';
    words += text.substr(i, length);
    if (alone) words += ' ';
  }
  return words;
}

std::string match_expression(std::string_view question) {
  std::vector<std::string> words = words_of(question);
  const auto common = [](const std::string& word) {
    return std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end();
  };
  if (!std::all_of(words.begin(), words.end(), common)) std::erase_if(words, common);
  std::string expression;
  for (const auto& word : words) {
    if (!expression.empty()) expression += " OR ";
    expression.append("\"").append(word).append("\"");  // a word holds no quotation mark
  }
  return expression;
}

}  // namespace eddy
