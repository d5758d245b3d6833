// Watches generated text for stop strings that may span token borders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace eddy {

/// One thread. Text goes in, text that can no longer become part of a stop string comes out.
class StopStrings {
 public:
  /// `held` is text that was held back earlier (see held()).
  StopStrings(std::vector<std::string> strings, std::string held);

  struct Step {
    std::string text;      ///< may be shown now
    bool matched = false;  ///< a stop string was completed; `text` is what stood before it, the rest is dropped
  };
  Step push(std::string_view text);

  /// What is held back as the possible beginning of a stop string.
  const std::string& held() const { return held_; }
  std::string take_held() { return std::move(held_); }

 private:
  std::size_t longest_match_ending_at(std::size_t end) const;
  std::size_t possible_beginning() const;

  std::vector<std::string> strings_;
  std::string held_;
};

}  // namespace eddy
