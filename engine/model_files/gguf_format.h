// Numbers of the GGUF container that reader and writer share. Layout:
//   "GGUF"  u32 version  u64 tensors  u64 keys
//   keys x { string key, u32 kind, value }       array value: u32 kind, u64 count, elements
//   tensors x { string name, u32 rank, u64 sizes[rank] (innermost first), u32 type, u64 offset }
//   zeros up to the alignment, then tensor data: each at data start + offset, offsets multiples of the alignment
//   string: u64 length, bytes (UTF-8)
#pragma once

#include <cstdint>

namespace eddy::gguf {

inline constexpr char kMagic[4] = {'G', 'G', 'U', 'F'};
inline constexpr std::uint32_t kVersion = 3;
inline constexpr std::uint64_t kDefaultAlignment = 32;
inline constexpr std::uint32_t kMaxRank = 4;

enum class Kind : std::uint32_t {
  U8 = 0,
  I8 = 1,
  U16 = 2,
  I16 = 3,
  U32 = 4,
  I32 = 5,
  F32 = 6,
  Bool = 7,
  String = 8,
  Array = 9,
  U64 = 10,
  I64 = 11,
  F64 = 12,
};

}  // namespace eddy::gguf
