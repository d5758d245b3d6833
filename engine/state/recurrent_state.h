// The buffers of one sequence's state on one device.
#pragma once

#include <cstddef>
#include <span>

#include "engine/api/result.h"
#include "engine/state/token_block.h"

namespace eddy {

/// Follows a StateLayout; a backend may arrange it as it likes but reads and writes the canonical form. One thread at a time.
class RecurrentState {
 public:
  virtual ~RecurrentState() = default;
  /// Copies all fixed slots in canonical form; `out` has StateLayout::fixed_bytes() bytes.
  virtual Result<void> read(std::span<std::byte> out) const = 0;
  virtual Result<void> write(std::span<const std::byte> in) = 0;
  /// The state before the first token (zeros, unless the architecture says otherwise); no rows.
  virtual Result<void> clear() = 0;

  /// That many tokens will be read from here on, in one call or several. A hint for networks whose positions depend on the
  /// length of the text; without it every token is taken for the last one.
  virtual void expect(std::int64_t tokens) { (void)tokens; }

  /// The rows of the per-token slots. Full blocks are shared, not copied, where the backend holds them in host memory.
  virtual Result<TokenRowsCopy> read_rows() { return TokenRowsCopy{}; }
  /// Takes rows over; their blocks fit the layout (callers check). On error the state is undefined.
  virtual Result<void> write_rows(const TokenRowsCopy&) { return {}; }
};

}  // namespace eddy
