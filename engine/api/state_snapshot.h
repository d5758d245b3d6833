// A sequence, frozen: everything needed to go on exactly where it stood, on any backend, in any process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"
#include "engine/api/shared_bytes.h"

namespace eddy {

/// Identifies the exact state of an exact text. Two snapshots with equal keys hold equal states.
struct SnapshotKey {
  std::string model_fingerprint;    ///< hex hash over architecture, weights, weight formats, state dtypes and tokenizer
  std::uint64_t token_hash = 0;     ///< running hash over all tokens of the sequence, pending ones included (hash_tokens)
  std::int64_t tokens = 0;          ///< how many those are

  friend bool operator==(const SnapshotKey&, const SnapshotKey&) = default;
};

/// Running hash over a token list: hash_tokens(hash_tokens(0, a), b) == hash_tokens(0, a + b).
std::uint64_t hash_tokens(std::uint64_t seed, std::span<const TokenId> tokens);

/// What attention layers keep of up to 256 tokens. Snapshots of one branch have most of their blocks in common, in memory
/// too; whoever stores them can store each block once, under its hash.
struct SnapshotBlock {
  std::string hash;                  ///< of the content: 32 hexadecimal digits
  std::span<const std::byte> bytes;  ///< valid while the snapshot lives
};

/// A serialised snapshot in pieces, to be written one after the other: the state in the middle, megabytes, lies where it was.
struct SnapshotParts {
  SharedBytes before, state, after;
  std::uint64_t hash = 0;  ///< hash64() of all three, one after the other

  std::size_t size() const { return before.size() + state.size() + after.size(); }
};

/// Immutable; share it freely between threads. The byte layout is specified in engine/state/state_snapshot.cpp.
class StateSnapshot {
 public:
  virtual ~StateSnapshot() = default;
  virtual const SnapshotKey& key() const = 0;
  virtual const std::string& architecture() const = 0;
  /// Tokens sampled but not yet fed through the network (they count in key().tokens).
  virtual std::span<const TokenId> pending() const = 0;
  /// The whole snapshot in its portable form, checksum included.
  virtual std::vector<std::byte> serialise() const = 0;
  virtual std::size_t byte_size() const = 0;

  /// Of models with attention layers; none otherwise.
  virtual std::vector<SnapshotBlock> blocks() const { return {}; }
  /// Like serialise(), but blocks are named by their hashes only.
  virtual std::vector<std::byte> serialise_without_blocks() const { return serialise(); }
  /// The same bytes in parts.
  virtual SnapshotParts parts_without_blocks() const;
};

/// Reads what serialise() wrote. FileCorrupt for anything truncated or altered (checksum over every byte); FileTooNew for an
/// intact one of a later format version.
Result<std::shared_ptr<const StateSnapshot>> parse_snapshot(std::span<const std::byte> bytes);

/// The content of a block by its hash, or nothing.
using FindBlock = std::function<std::optional<std::vector<std::byte>>(const std::string& hash)>;

/// A serialised snapshot, with its blocks beside it if they are not inside. Immutable once made, free to cross threads.
struct SnapshotPieces {
  SharedBytes bytes;     ///< of serialise() or serialise_without_blocks()
  FindBlock find;        ///< may be empty when all blocks are in `bytes`
  bool checked = false;  ///< whoever read them has compared a checksum of all bytes: that inside need not be computed again
  operator std::span<const std::byte>() const { return bytes; }  // NOLINT: for readers of whole snapshots
};

/// The same for what either function wrote; `find` is asked for blocks that are not in `bytes`. A block that is missing
/// or whose content does not have its hash is FileCorrupt.
Result<std::shared_ptr<const StateSnapshot>> parse_snapshot_with_blocks(std::span<const std::byte> bytes,
                                                                        const FindBlock& find);
/// As above; the snapshot shares the memory of the pieces.
Result<std::shared_ptr<const StateSnapshot>> parse_pieces(const SnapshotPieces& pieces);

}  // namespace eddy
