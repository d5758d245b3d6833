// What a snapshot holds, for the sequence that makes and restores it. Users of the engine see StateSnapshot alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/state_snapshot.h"
#include "engine/state/state_layout.h"
#include "engine/state/token_block.h"

namespace eddy {

/// The limits of the last generate() and how it ended; its sampler parameters are in the sampler's own bytes.
struct StoredGeneration {
  int max_tokens = 0;
  bool keep_open = false;
  std::vector<std::string> stop_strings;
  std::vector<TokenId> stop_tokens;
  std::optional<StopReason> ended;  ///< nothing when tokens were appended since
};

struct SnapshotContent {
  std::string architecture;
  SnapshotKey key;
  std::uint64_t layout_hash = 0;  ///< hash_layout()
  std::vector<TokenId> pending;
  std::string tail;                ///< end of the text, at most 256 bytes
  std::string held_bytes;          ///< part of a UTF-8 character, waiting in the detokenizer
  std::string held_text;           ///< could become a stop string
  std::vector<std::byte> sampler;  ///< Sampler::serialise(), empty before the first generate()
  std::optional<StoredGeneration> generation;
  std::vector<float> logits;     ///< [V] of the last token, when none is pending; else empty
  SharedBytes state;             ///< fixed slots in canonical form
  TokenRowsCopy rows;            ///< per-token slots, where the layout has any
};

class StoredSnapshot final : public StateSnapshot {
 public:
  explicit StoredSnapshot(SnapshotContent content) : content_(std::move(content)) {}
  const SnapshotContent& content() const { return content_; }
  const SnapshotKey& key() const override { return content_.key; }
  const std::string& architecture() const override { return content_.architecture; }
  std::span<const TokenId> pending() const override { return content_.pending; }
  std::vector<std::byte> serialise() const override;
  std::size_t byte_size() const override;
  std::vector<SnapshotBlock> blocks() const override;
  std::vector<std::byte> serialise_without_blocks() const override;
  SnapshotParts parts_without_blocks() const override;

 private:
  SnapshotParts parts(bool with_blocks) const;
  std::size_t byte_size(bool with_blocks) const;

  SnapshotContent content_;
};

/// Of names, kinds and shapes of the slots and the layout's version: equal hashes read the same bytes the same way.
std::uint64_t hash_layout(const StateLayout& layout);

}  // namespace eddy
