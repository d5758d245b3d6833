// What an op is: a contract with a plain reference. Backends bring kernels for it; the list of ops is open.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

#include "engine/api/generation.h"
#include "engine/core/tensor.h"

namespace eddy {

/// A few constants of one op in a graph (an epsilon, a number of heads): each op has its own small struct for them.
class OpParams {
 public:
  OpParams() = default;
  template <class T>
  static OpParams of(const T& params) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= kBytes);
    OpParams p;
    std::memcpy(p.bytes_.data(), &params, sizeof(T));
    return p;
  }
  template <class T>
  T as() const {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= kBytes);
    T params;
    std::memcpy(&params, bytes_.data(), sizeof(T));
    return params;
  }

 private:
  static constexpr std::size_t kBytes = 32;
  std::array<std::byte, kBytes> bytes_{};
};

/// A per-token slot of one sequence: one row per token, in blocks of 256 rows that lie apart.
struct TokenRows {
  static constexpr std::int64_t kPerBlock = 256;

  std::span<float* const> blocks;  ///< enough for all tokens of the call; null where a window has left a block behind
  std::int64_t before = 0;         ///< rows there before this call: the call's tokens are rows before .. before + T
  std::int64_t width = 0;          ///< floats of a row

  float* row(std::int64_t i) const { return blocks[static_cast<std::size_t>(i / kPerBlock)] + i % kPerBlock * width; }
};

/// One input or output of a call. Which members are set follows from the kind of value.
struct Operand {
  TensorView tensor;                 ///< activations and small weights; for other kinds only the shape
  std::span<float* const> states;    ///< a fixed state slot: one pointer per sequence, updated in place
  std::span<const TokenRows> rows;   ///< a per-token state slot: one per sequence; the tensor's shape is that of a row
  std::span<const TokenId> tokens;   ///< [B * T]
  const void* packed = nullptr;      ///< a matrix in its backend's private order; references are given `tensor` instead
};

/// An op with its operands in memory. Activations are [B, T, C].
struct OpCall {
  std::int64_t sequences = 1;        ///< B
  std::int64_t tokens = 1;           ///< T
  std::span<const Operand> inputs;
  std::span<const Operand> outputs;
  OpParams params;
};

/// Compared by address: each op defines exactly one, beside its contract.
struct OpKind {
  std::string_view name;
  /// Plain float loops: the oracle of every test, and how a CPU without a kernel runs the op.
  void (*reference)(const OpCall& call);
};

}  // namespace eddy
