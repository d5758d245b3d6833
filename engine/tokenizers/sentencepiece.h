// SentencePiece models: byte-pair and unigram, through libsentencepiece; from a tokenizer.model or from GGUF metadata.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// What is known beside the model's bytes.
struct SentencePieceExtras {
  std::vector<AddedToken> added;    ///< tokens that the model itself does not have, or has as plain pieces
  std::vector<TokenId> beginning;   ///< BOS where texts begin with one
};

/// Reads the bytes of a tokenizer.model. FileCorrupt naming `source`, or UnsupportedFormat when Eddy was built without
/// libsentencepiece.
Result<std::shared_ptr<const Tokenizer>> parse_sentencepiece(std::string_view bytes, const std::string& source,
                                                             const SentencePieceExtras& extras = {});

/// A model as GGUF lists it. `types` are SentencePiece's own numbers: 1 normal, 2 unknown, 3 control, 4 user-defined,
/// 5 unused, 6 byte.
struct SentencePieceList {
  std::vector<std::string> pieces;
  std::vector<double> scores;
  std::vector<std::int64_t> types;
  bool unigram = false;             ///< else byte-pair
  bool space_prefix = true, remove_extra_spaces = false;
  std::string charsmap;
};

/// The list as bytes of a tokenizer.model. The three lists are equally long.
std::string sentencepiece_model(const SentencePieceList& list);

}  // namespace eddy
