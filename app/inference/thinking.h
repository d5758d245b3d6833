// Whether a model thinks before it answers, and how long it may. Free of Qt, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eddy {

struct ThinkingWish {
  std::optional<bool> wanted;  ///< for chat formats that let it be chosen; unset: as the format prefers
  int budget = 0;              ///< tokens, after which the thinking is ended for the model; 0: as long as it likes

  friend bool operator==(const ThinkingWish&, const ThinkingWish&) = default;
};

/// Whether the chat format, by what it writes of an answer itself, has opened the model's thinking.
bool opens_thinking(std::string_view opening);

/// Follows one answer.
class ThinkingLimit {
 public:
  /// `opening`: what the chat format wrote of the answer already.
  ThinkingLimit(const ThinkingWish& wish, std::string_view opening)
      : budget_(wish.budget), opened_(wish.wanted != false && opens_thinking(opening)) {}

  /// Tokens that may still be thought after `text`, for which `tokens` were sampled; nothing where there is no limit: no budget, no thinking,
  /// or its end is there.
  std::optional<int> left(std::string_view text, int tokens);

  /// What ends the thinking, to be read as if the model had written it.
  static constexpr std::string_view kEnd = "\n</think>\n\n";

 private:
  int budget_;
  bool opened_;
  bool over_ = false;  // it ended, or there will be none
};

}  // namespace eddy
