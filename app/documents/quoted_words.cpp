#include "app/documents/quoted_words.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace eddy {
namespace {

/// Letters and digits, small; other scripts byte for byte, but for the quotation marks and dashes from U+2000 on.
std::string plain(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte == 0xE2 && i + 2 < word.size() && (word[i + 1] == '\x80' || word[i + 1] == '\x81')) {
      i += 2;
      continue;
    }
    if (byte >= 0x80 || std::isalnum(byte)) text += static_cast<char>(std::tolower(byte));
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n\t"), text.size());
    if (auto word = plain(text.substr(0, end)); !word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// A word as the passage has it, and which boxes it is drawn in: two where a line ends in the middle of it.
struct DrawnWord {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::string run_at(std::span<const std::string> words, std::size_t at, std::size_t length) {
  std::string run;
  for (std::size_t i = at; i < at + length; ++i) run += words[i] + ' ';
  return run;
}

bool same_line(const WordBox& a, const WordBox& b) {
  return b.y < a.y + a.height / 2 && a.y < b.y + b.height / 2 && b.x + b.width >= a.x;
}

void join(WordBox& line, const WordBox& word) {
  const double right = std::max(line.x + line.width, word.x + word.width);
  const double bottom = std::max(line.y + line.height, word.y + word.height);
  line.x = std::min(line.x, word.x);
  line.y = std::min(line.y, word.y);
  line.width = right - line.x;
  line.height = bottom - line.y;
}

std::vector<WordBox> lines_of(std::span<const WordBox> page, const std::vector<bool>& taken) {
  std::vector<WordBox> lines;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!taken[i]) continue;
    const bool goes_on = i > 0 && taken[i - 1] && same_line(page[i - 1], page[i]);
    if (goes_on) join(lines.back(), page[i]);
    else lines.push_back({page[i].x, page[i].y, page[i].width, page[i].height, {}});
  }
  return lines;
}

}  // namespace

std::vector<WordBox> quoted_boxes(std::span<const WordBox> page, std::string_view passage) {
  const auto quoted = words_of(passage);
  const std::size_t length = std::min<std::size_t>(3, quoted.size());
  if (length == 0) return {};
  std::set<std::string> runs;
  for (std::size_t i = 0; i + length <= quoted.size(); ++i) runs.insert(run_at(quoted, i, length));
  std::vector<std::string> words;  // those that have letters
  std::vector<DrawnWord> drawn;
  for (std::size_t i = 0; i < page.size(); ++i) {
    auto word = plain(page[i].text);
    if (word.empty()) continue;
    const bool goes_on = page[i].text.ends_with('-') && i + 1 < page.size() && !same_line(page[i], page[i + 1]);
    drawn.push_back({i, goes_on ? i + 1 : i});
    if (goes_on) word += plain(page[++i].text);
    words.push_back(std::move(word));
  }
  std::vector<bool> taken(page.size(), false);
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    if (!runs.contains(run_at(words, i, length))) continue;
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(drawn[i].first), taken.begin() + static_cast<std::ptrdiff_t>(drawn[i + length - 1].last) + 1, true);
  }
  return lines_of(page, taken);
}

std::vector<WordBox> selected_boxes(std::span<const WordBox> page, double x1, double y1, double x2, double y2) {
  const auto nearest = [&](double x, double y) {
    std::size_t best = page.size();
    double least = 1e9;
    for (std::size_t i = 0; i < page.size(); ++i) {
      const auto& box = page[i];
      const double across = std::max({box.x - x, x - box.x - box.width, 0.0});
      const double down = std::max({box.y - y, y - box.y - box.height, 0.0});
      const double distance = across + 4 * down;  // a line is followed before a column is left
      if (distance < least) least = distance, best = i;
    }
    return best;
  };
  if (page.empty()) return {};
  const auto [first, last] = std::minmax({nearest(x1, y1), nearest(x2, y2)});
  std::vector<bool> taken(page.size(), false);
  std::string text;
  for (std::size_t i = first; i <= last; ++i) {
    taken[i] = true;
    text += (text.empty() ? "" : " ") + page[i].text;
  }
  auto lines = lines_of(page, taken);
  if (!lines.empty()) lines.front().text = std::move(text);
  return lines;
}

}  // namespace eddy
