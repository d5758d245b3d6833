// Changes of a text before it is cut into words, as tokenizer.json lists them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"
#include "engine/tokenizers/charsmap.h"
#include "engine/tokenizers/regex.h"

namespace eddy {

struct NormalizerStep {
  enum class Kind { Nfc, Nfd, Replace, Prepend, Nfkc, Nfkd, Lowercase, StripLeft, StripRight, ReplaceRegex, Precompiled };
  Kind kind = Kind::Nfc;
  std::string pattern;              ///< Replace, ReplaceRegex; the bytes of a Precompiled map
  std::string content;              ///< Replace, ReplaceRegex, Prepend
};

/// Immutable, thread-safe.
class Normalizer {
 public:
  /// Errors name the step.
  static Result<Normalizer> make(std::vector<NormalizerStep> steps);
  bool empty() const { return steps_.empty(); }

  /// `at_start`: the text does not go on from another one; only then it gets what is prepended.
  std::string apply(std::string_view text, bool at_start = true) const;

 private:
  std::string replaced(std::string_view text, std::size_t step) const;

  std::vector<NormalizerStep> steps_;
  std::vector<std::shared_ptr<const Regex>> regexes_;      // by step, null where none
  std::vector<std::shared_ptr<const Charsmap>> charsmaps_;  // likewise
};

}  // namespace eddy
