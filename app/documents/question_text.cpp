#include "app/documents/question_text.h"

#include <algorithm>

namespace eddy {

std::string question_with_passages(std::span<const StoredPassage> best_first, std::string_view question) {
  if (best_first.empty()) return std::string(question);
  std::string text = "Text: ";
  for (auto passage = best_first.rbegin(); passage != best_first.rend(); ++passage) {
    text += passage->passage.text;
    text += '\n';
  }
  return text.append("Question: ").append(question);
}

int passages_shown_to(std::int64_t parameters) {
  return parameters < 300'000'000 ? 1 : parameters < 2'000'000'000 ? 3 : 5;
}

std::string place_of(const StoredPassage& passage) {
  const auto& [page, heading, kind, text] = passage.passage;
  std::string place = page > 0 ? "p. " + std::to_string(page) : std::string();
  if (!heading.empty()) place += (place.empty() ? "" : " \xC2\xB7 ") + heading;
  return place.empty() ? "passage " + std::to_string(passage.ordinal + 1) : place;
}

}  // namespace eddy
