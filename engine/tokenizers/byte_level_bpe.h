// Byte-level byte-pair encoding, as in Hugging Face tokenizer.json files and GGUF's "gpt2".
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/result.h"
#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/pre_tokenizer.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// One change of the text before it is cut.
struct NormalizerStep {
  enum class Kind { Nfc, Nfd, Replace, Prepend } kind = Kind::Nfc;
  std::string pattern;              ///< Replace
  std::string content;              ///< Replace, Prepend
};

/// Everything a byte-level BPE file says, whatever its container. Pieces are spelt in GPT-2's printable stand-ins for bytes.
struct BpeSpec {
  std::string source;               ///< file name for messages
  std::vector<std::pair<std::string, TokenId>> vocabulary;
  std::vector<std::pair<std::string, std::string>> merges;  ///< in order of rank
  std::vector<AddedToken> added;
  std::vector<NormalizerStep> normalizers;
  std::vector<PreTokenizerStep> pre_tokenizer;
  std::string unknown;              ///< piece for bytes without one; empty: they are dropped
  bool fuse_unknown = false;
  bool ignore_merges = false;       ///< a word that is a piece is not merged up
};

/// FileCorrupt when the spec contradicts itself, UnsupportedFormat for patterns beyond regex.h. Messages name spec.source.
Result<std::shared_ptr<const Tokenizer>> make_byte_level_bpe(BpeSpec spec);

}  // namespace eddy
