#include "app/storage/document_search.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/storage/scripts.h"

namespace eddy {
namespace {

constexpr std::array<std::string_view, 48> kCommon = {
    "a",   "about", "an",  "and",  "are",  "as",   "at",   "be",    "by",    "can",  "did",  "do",
    "does", "for",  "from", "has", "have", "how",  "i",    "in",    "is",    "it",   "its",  "me",
    "of",  "on",    "or",  "say",  "says", "tell", "that", "the",   "their", "there", "they", "this",
    "to",  "was",   "were", "what", "when", "where", "which", "who", "why",  "will", "with", "you"};

constexpr std::size_t kMostWords = 60;

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
