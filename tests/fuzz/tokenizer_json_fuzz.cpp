// Any bytes as tokenizer.json; what loads must also encode any bytes, into ids it knows.
#include <cstdint>

#include "engine/tokenizers/tokenizer_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tokenizer = eddy::parse_tokenizer_json(text, "tokenizer.json");
  if (!tokenizer) return 0;
  for (bool parse_special : {false, true}) {
    const auto ids = (*tokenizer)->encode(text.substr(0, 4096), parse_special);
    for (eddy::TokenId id : ids) {
      if (id < 0 || id >= (*tokenizer)->vocabulary()) __builtin_trap();
    }
    (*tokenizer)->decode(ids, true);
  }
  return 0;
}
