// Instructions that are asked about at run time: matrix tiles (Intel's AMX), dot products of bfloat16. Any thread.
//
// A tile is up to 16 rows of 64 bytes. The processor must have them, the system must keep them across a change of threads, and on
// Linux a process must ask once before it touches one: a thread that loads a tile's shape without that permission is killed.
#pragma once

#include <cstdint>
#include <functional>

namespace eddy {

enum class TileUse {
  None,
  Emulated,  ///< the instructions in plain C++: the same bits, slowly. For tests on processors without tiles.
  Real,
};

/// What is asked of processor and system. Functions, so that tests can answer.
struct TileQuestions {
  std::function<bool()> processor_has;         ///< tiles of 16 rows of 64 bytes, products of bytes and of bfloat16
  std::function<std::uint64_t()> kept;         ///< parts of a thread's registers that the system saves (XCR0), by bit
  std::function<std::uint64_t()> permitted;    ///< of these, what this process may use; 0 if the system cannot say
  std::function<void()> ask;                   ///< for permission to use tiles
};

/// True if this process may use tiles from now on. Asks the system for permission only if it is the one thing missing.
bool obtain_tiles(const TileQuestions& questions);

/// What `EDDY_CPU_TILES` wishes ("off", "emulated"), else tiles if they can be had. Finds out at the first call, which should come
/// before threads are started.
TileUse tile_use();
/// For tests alone.
void set_tile_use(TileUse use);

/// True if the processor has AVX512_BF16 and `EDDY_CPU_BRAIN` does not say "off".
bool brain_dots();

}  // namespace eddy
