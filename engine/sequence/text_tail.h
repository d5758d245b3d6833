// The end of a sequence's text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eddy {

/// The last bytes of a growing text.
class TextTail {
 public:
  static constexpr std::size_t kMaxBytes = 256;

  void append(std::string_view text) {
    text_ += text;
    if (text_.size() > 8 * kMaxBytes) text_.erase(0, text_.size() - kMaxBytes);
  }
  void assign(std::string_view text) { text_ = text; }
  std::string_view view() const {
    return text_.size() <= kMaxBytes ? std::string_view(text_)
                                     : std::string_view(text_).substr(text_.size() - kMaxBytes);
  }

 private:
  std::string text_;
};

/// The bytes at the end of `text` that begin a UTF-8 character and do not finish it; empty when it ends whole.
std::string_view incomplete_character(std::string_view text);

}  // namespace eddy
