// Touches everything that a parsed file promises, so that sanitizers see every byte beyond the input.
#pragma once

#include <vector>

#include "engine/model_files/parsed_file.h"
#include "engine/model_files/tensor_size.h"

namespace eddy::fuzz {

inline void read_all(const ParsedFile& file) {
  volatile float sink = 0;
  for (const StoredTensor& t : file.tensors) {
    const WeightFormatTraits& f = traits(t.format);
    const std::int64_t n = *checked_product(t.shape);
    if (bytes_of(t.format, n) != std::int64_t(t.bytes.size())) __builtin_trap();
    std::vector<float> block(static_cast<std::size_t>(f.block_size));
    for (std::size_t at = 0; at < t.bytes.size(); at += std::size_t(f.block_bytes)) {
      f.dequantise(t.bytes.data() + at, block.data(), f.block_size);
      sink = block.front();
    }
  }
  for (const ForeignTensor& t : file.foreign) {
    if (!t.bytes.empty()) sink = float(std::to_integer<int>(t.bytes.back()));
  }
  (void)sink;
}

}  // namespace eddy::fuzz
