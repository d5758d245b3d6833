#include "engine/tokenizers/sentencepiece.h"

namespace eddy {

Result<std::shared_ptr<const Tokenizer>> parse_sentencepiece(std::string_view, const std::string& source,
                                                             const SentencePieceExtras&) {
  return Error{ErrorCode::UnsupportedFormat, "[tokenizer] this build of Eddy cannot read SentencePiece models such as " + source, {}};
}

}  // namespace eddy
