// Any bytes as a GGUF file whose tokenizer is wanted; what loads must encode any text into ids it knows.
#include <cstdint>

#include "engine/model_files/gguf.h"
#include "engine/tokenizers/tokenizer.h"
#include "tests/support/engine/metadata_model_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
  auto parsed = eddy::parse_gguf(bytes, "fuzz.gguf");
  if (!parsed) return 0;
  const eddy::MetadataModelFile model(std::move(parsed->metadata), "/nowhere");
  const auto tokenizer = eddy::load_tokenizer(model);
  if (!tokenizer) return 0;
  for (const bool parse_special : {false, true}) {
    const auto ids = (*tokenizer)->encode("a b\xE2\x96\x81" "c <s> 12\xff\n", parse_special);
    for (const eddy::TokenId id : ids) {
      if (id < 0 || id >= (*tokenizer)->vocabulary()) __builtin_trap();
    }
    (*tokenizer)->decode(ids, true);
  }
  return 0;
}
