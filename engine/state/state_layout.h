// What a sequence keeps between tokens, as pure data: slots in a fixed order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace eddy {

enum class SlotKind : std::uint8_t {
  Fixed,     ///< one value per sequence: WKV matrices, SSM and convolution states, token shifts
  PerToken,  ///< one row per token: keys and values of attention layers
};

/// A slot is float32, row-major. For PerToken slots `shape` is one token's row.
struct StateSlot {
  std::string name;                 ///< "blk.3.wkv"
  int layer = 0;
  SlotKind kind = SlotKind::Fixed;
  std::vector<std::int64_t> shape;
  float initial = 0;                ///< of every element before the first token
  /// PerToken: how many rows an attention window reaches, the token's own included; what is older may be given up.
  /// 0: all are kept.
  std::int64_t window = 0;

  std::int64_t elements() const {
    std::int64_t n = 1;
    for (auto d : shape) n *= d;
    return n;
  }
};

/// A fixed slot [1] of this name is told by RecurrentState::expect() where the text that is being read will end.
inline constexpr std::string_view kReachSlot = "reach";

struct StateLayout {
  int version = 1;                  ///< raised when an architecture changes the meaning of a slot
  std::vector<StateSlot> slots;

  /// Bytes of all fixed slots of one sequence in canonical form (slots in order, float32, little-endian).
  std::int64_t fixed_bytes() const {
    std::int64_t n = 0;
    for (const auto& s : slots) n += s.kind == SlotKind::Fixed ? 4 * s.elements() : 0;
    return n;
  }
  std::int64_t bytes_per_token() const {
    std::int64_t n = 0;
    for (const auto& s : slots) n += s.kind == SlotKind::PerToken ? 4 * s.elements() : 0;
    return n;
  }
};

}  // namespace eddy
