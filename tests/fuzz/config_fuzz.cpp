// Any bytes as config.json.
#include <cstdint>

#include "engine/model_files/hf_config.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto config = eddy::parse_hf_config(std::string_view(reinterpret_cast<const char*>(data), size), "config.json");
  if (config && config->contains("\xff")) __builtin_trap();  // no key can be bad UTF-8
  return 0;
}
