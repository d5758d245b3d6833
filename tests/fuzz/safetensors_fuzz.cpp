// Any bytes as a safetensors file, with its FP8 weights read, and as a list of shards.
#include <cstdint>

#include "engine/model_files/fp8.h"
#include "engine/model_files/safetensors.h"
#include "read_all.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
  auto parsed = eddy::parse_safetensors(bytes, "fuzz.safetensors");
  if (parsed && eddy::read_fp8(*parsed, "safetensors", "fuzz.safetensors")) eddy::fuzz::read_all(*parsed);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto shards = eddy::parse_shard_index(text, "fuzz.index.json");
  if (shards) {
    for (const auto& [tensor, shard] : *shards) {
      if (shard.find('/') != std::string::npos || shard == "..") __builtin_trap();  // would leave the folder
    }
  }
  return 0;
}
