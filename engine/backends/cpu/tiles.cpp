#include "engine/backends/cpu/tiles.h"

#include <atomic>
#include <cstdlib>
#include <string_view>

#if defined(__x86_64__) && defined(__GNUC__) && defined(__linux__)
#define EDDY_ASKS_FOR_TILES 1
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#else
#define EDDY_ASKS_FOR_TILES 0
#endif

namespace eddy {
namespace {

// Bits of XCR0 and of the system's permissions: the tiles' shapes and their content.
constexpr int kShapesBit = 17, kTilesBit = 18;
constexpr std::uint64_t kBoth = std::uint64_t{1} << kShapesBit | std::uint64_t{1} << kTilesBit;

#if EDDY_ASKS_FOR_TILES

struct Registers {
  unsigned a = 0, b = 0, c = 0, d = 0;
};

Registers cpuid(unsigned leaf, unsigned subleaf) {
  Registers r;
  __get_cpuid_count(leaf, subleaf, &r.a, &r.b, &r.c, &r.d);
  return r;
}

/// AMX-BF16, AMX-TILE and AMX-INT8 in leaf 7; the first palette of leaf 1Dh: 8 tiles of 64 bytes a row and 16 rows.
bool processor_has_tiles() {
  constexpr unsigned kBrain = 1u << 22, kTile = 1u << 24, kBytes = 1u << 25, kAll = kBrain | kTile | kBytes;
  if ((cpuid(7, 0).d & kAll) != kAll) return false;
  const Registers palette = cpuid(0x1d, 1);
  return (palette.b & 0xffff) == 64 && palette.b >> 16 >= 8 && (palette.c & 0xffff) == 16;
}

std::uint64_t kept_registers() {
  constexpr unsigned kReadable = 1u << 27;  // OSXSAVE: the system uses XCR0
  if ((cpuid(1, 0).c & kReadable) == 0) return 0;
  unsigned low = 0, high = 0;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return std::uint64_t{high} << 32 | low;
}

// From Linux's asm/prctl.h, which older systems' headers lack (Documentation/arch/x86/xstate.rst).
constexpr long kGetPermitted = 0x1022, kAskFor = 0x1023;

std::uint64_t permitted_registers() {
  std::uint64_t permitted = 0;
  return syscall(SYS_arch_prctl, kGetPermitted, &permitted) == 0 ? permitted : 0;
}

void ask_for_tiles() { static_cast<void>(syscall(SYS_arch_prctl, kAskFor, long{kTilesBit})); }

TileQuestions system_questions() { return {&processor_has_tiles, &kept_registers, &permitted_registers, &ask_for_tiles}; }

/// AVX512_BF16 in leaf 7, subleaf 1. Whether the system keeps such vectors is known from the instruction set that is chosen.
bool processor_has_brain_dots() {
  constexpr unsigned kBrain = 1u << 5;
  return cpuid(7, 0).a >= 1 && (cpuid(7, 1).a & kBrain) != 0;
}

#else

bool processor_has_brain_dots() { return false; }

TileQuestions system_questions() {
  return {[] { return false; }, [] { return std::uint64_t{0}; }, [] { return std::uint64_t{0}; }, [] {}};
}

#endif

bool wished(const char* variable, std::string_view wish) {
  const char* value = std::getenv(variable);
  return value && value == wish;
}

TileUse first_use() {
  if (wished("EDDY_CPU_TILES", "off")) return TileUse::None;
  if (wished("EDDY_CPU_TILES", "emulated")) return TileUse::Emulated;
  return obtain_tiles(system_questions()) ? TileUse::Real : TileUse::None;
}

std::atomic<TileUse>& use() {
  static std::atomic<TileUse> found = first_use();
  return found;
}

}  // namespace

bool obtain_tiles(const TileQuestions& questions) {
  const auto permitted = [&] { return (questions.permitted() >> kTilesBit & 1) != 0; };
  if (!questions.processor_has() || (questions.kept() & kBoth) != kBoth) return false;
  if (permitted()) return true;
  questions.ask();
  return permitted();
}

TileUse tile_use() { return use().load(std::memory_order_relaxed); }

bool brain_dots() {
  static const bool has = !wished("EDDY_CPU_BRAIN", "off") && processor_has_brain_dots();
  return has;
}

void set_tile_use(TileUse wish) { use().store(wish, std::memory_order_relaxed); }

}  // namespace eddy
