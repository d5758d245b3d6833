// Tokenizers of the Hugging Face kind: normalise, find added tokens, cut into words, make each word into pieces. Byte-level
// BPE (GGUF's "gpt2" too), BPE over characters with bytes as the last resort, and unigram.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/result.h"
#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/normalizer.h"
#include "engine/tokenizers/pre_tokenizer.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// How words become pieces. The pieces of a byte-level vocabulary are spelt in GPT-2's printable stand-ins for bytes.
enum class WordModel { ByteLevelBpe, CharacterBpe, Unigram };

/// Everything such a file says, whatever its container.
struct BpeSpec {
  std::string source;               ///< file name for messages
  WordModel model = WordModel::ByteLevelBpe;
  std::vector<std::pair<std::string, TokenId>> vocabulary;
  std::vector<std::pair<std::string, std::string>> merges;  ///< in order of rank
  std::vector<AddedToken> added;
  std::vector<NormalizerStep> normalizers;
  std::vector<PreTokenizerStep> pre_tokenizer;
  std::string unknown;              ///< piece for bytes without one; empty: they are dropped
  bool fuse_unknown = false;
  bool ignore_merges = false;       ///< a word that is a piece is not merged up
  std::vector<double> scores;       ///< unigram: one for each of `vocabulary`
  bool byte_fallback = false;       ///< what has no piece becomes pieces like <0x0A>, if there are all
  std::vector<TokenId> beginning;   ///< BOS where texts begin with one
  // How pieces read, where they are no bytes
  std::string space_mark;           ///< stands for a space, "" for nothing
  bool byte_pieces = false;         ///< "<0x0A>" is a byte
  bool drops_first_space = false;
};

/// FileCorrupt when the spec contradicts itself, UnsupportedFormat for patterns beyond regex.h. Messages name spec.source.
Result<std::shared_ptr<const Tokenizer>> make_tokenizer(BpeSpec spec);

}  // namespace eddy
