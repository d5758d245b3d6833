// Cuts text into the words that byte-level BPE works on.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tokenizers/regex.h"

namespace eddy {

/// What becomes of the matches of a cut, as the tokenizers library names it.
enum class CutBehaviour { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };

/// Which words a space mark is put in front of, where they do not begin with one.
enum class PrependMark { Never, First, Always };

/// One step: cut every word so far by a pattern (Digits, Punctuation, ByteLevel and Split are all of this kind), or write
/// spaces as marks.
struct PreTokenizerStep {
  std::string pattern;              ///< empty: no cut
  CutBehaviour behaviour = CutBehaviour::Isolated;
  bool invert = false;              ///< the pattern names the words, not what is between them
  bool add_prefix_space = false;    ///< words that do not begin with a space get one
  std::string space_mark;           ///< Metaspace: spaces become this
  PrependMark prepend = PrependMark::Never;
};

/// The pattern of GPT-2, used by ByteLevel.
extern const char* const kGpt2Pattern;

/// `text` as a pattern that matches just it.
std::string quote_pattern(std::string_view text);

/// Steps and normalisation that a GGUF file means by its tokenizer.ggml.pre.
struct NamedPreTokenizer {
  std::vector<PreTokenizerStep> steps;
  bool nfc = false;
  bool ignore_merges = false;
  bool bos = false;                 ///< texts begin with BOS unless the file says otherwise
};
/// nullopt when the name is unknown.
std::optional<NamedPreTokenizer> pre_tokenizer_by_name(std::string_view name);

/// Immutable, thread-safe.
class PreTokenizer {
 public:
  /// Errors name the pattern.
  static Result<PreTokenizer> make(std::vector<PreTokenizerStep> steps);
  const std::vector<PreTokenizerStep>& steps() const { return steps_; }

  /// The words of one text. They may point into `text`, so keep it alive.
  class Words {
   public:
    std::span<const std::u32string_view> list() const { return list_; }

   private:
    friend class PreTokenizer;
    std::vector<std::u32string_view> list_;
    std::deque<std::u32string> spaced_;  // words that got a space in front
  };
  /// `at_start`: the text is the beginning of a whole one.
  Words cut(std::u32string_view text, bool at_start = true) const;

 private:
  std::vector<PreTokenizerStep> steps_;
  std::vector<std::optional<Regex>> regexes_;
};

}  // namespace eddy
