// Any bytes as the fields of a snapshot, in a right frame: what parses must come out in a form that parses again. The
// first byte chooses the format version.
#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/core/hash.h"
#include "engine/state/byte_stream.h"
#include "engine/state/stored_snapshot.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  eddy::ByteWriter out;
  for (char c : std::string_view("EDDYSNAP")) out.number(c);
  out.number(std::uint32_t{data[0]});
  out.number(static_cast<std::uint64_t>(size - 1 + 28));
  out.raw(std::as_bytes(std::span(data + 1, size - 1)));
  out.number(eddy::hash64(std::span<const std::byte>(out.bytes())));
  // Every block that is named is said to be there, with too few bytes to have its hash.
  const auto find = [](const std::string&) { return std::optional<std::vector<std::byte>>(3); };
  const auto snapshot = eddy::parse_snapshot_with_blocks(out.bytes(), find);
  if (!snapshot) return 0;
  const auto bytes = (*snapshot)->serialise();
  if (bytes.size() != (*snapshot)->byte_size() || !eddy::parse_snapshot(bytes)) __builtin_trap();
  for (const auto& block : (*snapshot)->blocks()) {
    if (block.hash.size() != 32) __builtin_trap();
  }
  return 0;
}
