// Rows of attention layers beside the snapshots they belong to: every block of them is kept once, whoever shares it. A block
// that grew from another one (the last of a branch) is kept as that one and what came after it. The storage thread only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// What of a snapshot's blocks has to be written, and where the rest lies already.
struct RowPlan {
  struct Added {
    std::string hash;
    std::string base;               ///< empty: none
    std::int64_t bytes = 0;         ///< of the whole block
    std::uint64_t checksum = 0;     ///< likewise
    std::int64_t offset = 0;        ///< of what is kept of it
  };
  std::vector<Added> added;
  std::vector<std::byte> bytes;     ///< of the new file; empty: no file is needed
  std::set<std::int64_t> files;     ///< that are there
};

class RowFiles {
 public:
  RowFiles(Database& index, std::filesystem::path folder) : index_(&index), folder_(std::move(folder)) {}

  /// Blocks of other snapshots of the conversation are looked at for beginnings of these.
  Result<RowPlan> plan(std::span<const SnapshotBlock> blocks, ConversationId conversation) const;
  /// Inside a transaction, when the file has been written: makes the plan's rows, as those of a snapshot.
  Result<void> enter(const RowPlan& plan, const std::string& file_name, std::int64_t snapshot);
  /// The blocks of a snapshot, read and checked. `damaged` is set to the file that is not what it was, if one is not.
  Result<FindBlock> load(std::int64_t snapshot, std::int64_t& damaged) const;
  /// Inside a transaction: forgets files that no snapshot uses and says which they are, to be deleted afterwards.
  Result<std::vector<std::filesystem::path>> release();

 private:
  struct Known {
    std::string base;
    std::int64_t file = 0;
    std::int64_t bytes = 0;
    std::uint64_t checksum = 0;
  };
  using KnownBlocks = std::map<std::string, Known>;
  Result<KnownBlocks> known_in(ConversationId conversation) const;
  Result<bool> learn(const std::string& hash, KnownBlocks& known) const;

  Database* index_;
  std::filesystem::path folder_;
};

}  // namespace eddy
