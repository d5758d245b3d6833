// Any bytes as tokenizer.model; what loads must also encode any text, into ids it knows.
#include <cstdint>

#include "engine/tokenizers/sentencepiece.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto tokenizer = eddy::parse_sentencepiece(bytes, "tokenizer.model");
  if (!tokenizer) return 0;
  for (const bool parse_special : {false, true}) {
    const auto ids = (*tokenizer)->encode("a b\xE2\x96\x81" "c <s>\xff\n", parse_special);
    for (const eddy::TokenId id : ids) {
      if (id < 0 || id >= (*tokenizer)->vocabulary()) __builtin_trap();
    }
    (*tokenizer)->decode(ids, true);
  }
  return 0;
}
