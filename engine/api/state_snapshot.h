// A sequence, frozen: everything needed to go on exactly where it stood, on any backend, in any process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"

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
};

/// Reads what serialise() wrote. FileCorrupt for anything truncated or altered (checksum over every byte); FileTooNew for an
/// intact one of a later format version.
Result<std::shared_ptr<const StateSnapshot>> parse_snapshot(std::span<const std::byte> bytes);

}  // namespace eddy
