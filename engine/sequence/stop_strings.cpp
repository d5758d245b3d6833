#include "engine/sequence/stop_strings.h"

#include <algorithm>

namespace eddy {

StopStrings::StopStrings(std::vector<std::string> strings, std::string held)
    : strings_(std::move(strings)), held_(std::move(held)) {}

// The stop string that is complete first ends the text, wherever the borders of tokens lie; of several that end at the
// same byte the longest counts. Held text was searched before, so it holds no whole stop string unless the list has
// changed.
StopStrings::Step StopStrings::push(std::string_view text) {
  held_ += text;
  for (std::size_t end = 1; end <= held_.size(); ++end) {
    if (const std::size_t length = longest_match_ending_at(end); length > 0) {
      Step step{held_.substr(0, end - length), true};
      held_.clear();
      return step;
    }
  }
  const std::size_t keep = possible_beginning();
  Step step{held_.substr(0, held_.size() - keep), false};
  held_.erase(0, held_.size() - keep);
  return step;
}

std::size_t StopStrings::longest_match_ending_at(std::size_t end) const {
  std::size_t longest = 0;
  const std::string_view before = std::string_view(held_).substr(0, end);
  for (const auto& stop : strings_) {
    if (before.ends_with(stop)) longest = std::max(longest, stop.size());
  }
  return longest;
}

// Length of the longest end of the held text that begins some stop string.
std::size_t StopStrings::possible_beginning() const {
  std::size_t longest = 0;
  for (const auto& stop : strings_) {
    for (std::size_t n = std::min(stop.size() - 1, held_.size()); n > longest; --n) {
      if (std::string_view(held_).ends_with(std::string_view(stop).substr(0, n))) longest = n;
    }
  }
  return longest;
}

}  // namespace eddy
