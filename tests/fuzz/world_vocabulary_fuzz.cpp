// Any bytes as rwkv_vocab_v*.txt; what loads must bring every byte string back.
#include <cstdint>

#include "engine/tokenizers/world.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tokenizer = eddy::parse_world_vocabulary(text, "rwkv_vocab_v1.txt");
  if (tokenizer && (*tokenizer)->decode((*tokenizer)->encode(text)) != text) __builtin_trap();
  return 0;
}
