// Any bytes as a GGUF file: the reader may refuse them, but what it accepts must be readable to the last weight.
#include <cstdint>

#include "engine/model_files/gguf.h"
#include "read_all.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto parsed = eddy::parse_gguf(bytes, "fuzz.gguf");
  if (parsed) eddy::fuzz::read_all(*parsed);
  return 0;
}
