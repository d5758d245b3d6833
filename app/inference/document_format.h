// A document as a model reads it: one message of the user, fenced as data, and the model's word that it has read it.
#pragma once

#include <string_view>
#include <vector>

#include "app/documents/passage.h"
#include "engine/api/engine.h"

namespace eddy {

/// Works with every chat format by looking at how it renders a message. Text of a document never makes special tokens or
/// turn marks, and each passage becomes tokens on its own, so that memory does not grow with the document.
class DocumentFormat {
 public:
  explicit DocumentFormat(const LanguageModel& model) : model_(model) {}

  /// `tail` is Sequence::tail(). Questions then follow as ordinary turns.
  std::vector<TokenId> tokens(std::string_view tail, const ReadingStep& step) const;

 private:
  std::vector<TokenId> open(std::string_view tail, std::string_view name) const;
  std::vector<TokenId> passage(std::string_view text) const;
  std::vector<TokenId> close() const;

  const LanguageModel& model_;
};

}  // namespace eddy
