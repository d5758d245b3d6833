// Any bytes as a file of rwkv.cpp: the reader may refuse them, but what it accepts must be readable to the last weight.
#include <cstdint>

#include "engine/model_files/ggmf.h"
#include "read_all.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto parsed = eddy::parse_ggmf(bytes, "fuzz.bin");
  if (parsed) eddy::fuzz::read_all(*parsed);
  return 0;
}
