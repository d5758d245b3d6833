#include "app/inference/thinking.h"

#include <algorithm>

namespace eddy {

bool opens_thinking(std::string_view opening) {
  return opening.rfind("<think>") != opening.npos && opening.find("</think>") == opening.npos;
}

std::optional<int> ThinkingLimit::left(std::string_view text, int tokens) {
  if (budget_ <= 0 || over_) return std::nullopt;
  if (!opened_) {
    // Only an answer that begins with it thinks; its first words may still be on their way.
    constexpr std::string_view kBegin = "<think>";
    const auto first = std::min(text.find_first_not_of(" \n"), text.size());
    const auto head = text.substr(first, kBegin.size());
    over_ = !kBegin.starts_with(head) && !head.starts_with(kBegin);
    if (over_ || head.size() < kBegin.size()) return std::nullopt;
  }
  over_ = text.find("</think>") != std::string_view::npos;
  if (over_) return std::nullopt;
  return std::max(0, budget_ - tokens);
}

}  // namespace eddy
