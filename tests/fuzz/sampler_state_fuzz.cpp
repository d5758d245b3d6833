// Any bytes as a saved sampler; what parses must draw and come out again as it went in.
#include <algorithm>
#include <cstdint>

#include "engine/sampling/sampler.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  auto sampler = eddy::Sampler::parse(bytes);
  if (!sampler) return 0;
  if (!std::ranges::equal(sampler->serialise(), bytes)) __builtin_trap();
  std::vector<float> logits = {1, -2, 3.5f, 0, 1e30f, -1e30f};
  const eddy::TokenId token = sampler->sample(logits);
  if (token < 0 || token >= static_cast<eddy::TokenId>(logits.size())) __builtin_trap();
  return 0;
}
