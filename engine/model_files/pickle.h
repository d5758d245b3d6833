// Reads the pickle of a PyTorch checkpoint as data. Nothing is looked up, imported or called: the few names that tensors
// need have a fixed meaning here, every other name is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// The numbers of a storage: PyTorch's name for their type, and their size.
struct PickleType {
  std::string_view name;  ///< as safetensors calls it: "BF16"; empty for an untyped storage, whose numbers are bytes
  int bytes = 1;
};

/// A storage that the pickle names; its bytes lie elsewhere.
struct PickleStorage {
  std::string_view key;  ///< "0"
  const PickleType* type = nullptr;
  std::int64_t numbers = 0;
};

struct PickleTensor {
  PickleStorage storage;
  const PickleType* type = nullptr;
  std::int64_t offset = 0;  ///< numbers of `type` into the storage
  std::vector<std::int64_t> shape, strides;
};

/// One value. Copies of a value share its parts, so memory stays in proportion to the pickle however often it repeats
/// itself.
struct PickleValue {
  enum class Kind : std::uint8_t { None, Bool, Integer, Number, Text, Tuple, List, Dict, Name, Storage, Tensor, Other };
  Kind kind = Kind::None;
  std::int64_t integer = 0;           ///< Bool, Integer
  std::string_view text;              ///< Text; points into the pickle
  std::vector<std::uint32_t> parts;   ///< Tuple, List: values; Dict: key, value, key, value …
  std::uint32_t extra = 0;            ///< Name, Storage, Tensor: index into their lists
};

/// What a pickle said; values are named by index. Texts point into the bytes that were read.
struct PickleTree {
  std::deque<PickleValue> values;
  std::vector<PickleStorage> storages;
  std::vector<PickleTensor> tensors;
  std::uint32_t root = 0;
  std::size_t bytes = 0;  ///< of the pickle, up to and including its STOP

  const PickleValue& operator[](std::uint32_t i) const { return values[i]; }
};

/// The values of one pickle at the start of `bytes`. FileCorrupt, or UnsupportedFormat naming what is refused; messages
/// start with `where` ("[pytorch] x.pth").
Result<PickleTree> read_pickle(std::span<const std::byte> bytes, const std::string& where);

/// A number type by PyTorch's name ("BFloat16Storage", "bfloat16"); null when unknown.
const PickleType* pickle_type(std::string_view name);

}  // namespace eddy
