// Snapshots of sequences beside the conversations: an index (states.db) and one file per snapshot (states/). A cache: it may
// be deleted at any time, and nothing that goes wrong here keeps anybody from chatting. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

/// Which state is kept for a message. Compare token_hash and tokens with the branch's own before using it.
struct SnapshotInfo {
  MessageId message{};
  ConversationId conversation{};
  std::string model_fingerprint;
  std::uint64_t token_hash = 0;
  std::int64_t tokens = 0;
  std::int64_t bytes = 0;
};

struct StoredSnapshot {
  SnapshotInfo info;
  std::vector<std::byte> bytes;
};

class SnapshotStore {
 public:
  struct Opened;
  /// Never fails. A states.db that is damaged, newer, or of another eddy.db (`database_uuid`) is renamed aside
  /// ("states.db.damaged-1") and made anew; where nothing can be written the store opens closed: it keeps nothing and finds
  /// nothing. `notice` says what happened, for the log or a quiet line. Needs the folder's lock.
  static Opened open(const std::filesystem::path& folder, std::string_view database_uuid, int busy_timeout_ms = 2000);

  SnapshotStore(SnapshotStore&&) noexcept = default;
  SnapshotStore& operator=(SnapshotStore&&) noexcept = default;

  bool is_open() const { return database_ != nullptr; }

  /// Keeps a snapshot; an older one of the same message and model is replaced.
  Result<void> put(const SnapshotInfo& info, std::span<const std::byte> bytes);
  /// Nothing when there is none. FileCorrupt when its file is damaged or gone: it is forgotten then, and the branch must be read again.
  Result<std::optional<StoredSnapshot>> get(MessageId message, std::string_view model_fingerprint);
  /// The last message of `branch` (root first) that has a snapshot of this model. Does not read it.
  Result<std::optional<SnapshotInfo>> nearest(std::span<const MessageId> branch, std::string_view model_fingerprint) const;
  Result<void> discard(MessageId message, std::string_view model_fingerprint);
  Result<void> forget(ConversationId conversation);
  /// Forgets the snapshots of all conversations but these (at start-up: those that were purged just before a crash).
  Result<void> forget_all_but(std::span<const ConversationId> conversations);

  Result<std::int64_t> used_bytes() const;
  /// Drops what was used longest ago until at most `budget` bytes remain; `keep_longest` (current leaves) go last. Says how many bytes went.
  Result<std::int64_t> enforce_budget(std::int64_t budget, std::span<const MessageId> keep_longest = {});

 private:
  SnapshotStore() = default;
  static Result<std::unique_ptr<Database>> open_index(const std::filesystem::path& folder, std::string_view uuid,
                                                      int busy_timeout_ms);
  Result<void> sweep();
  Result<void> drop_rows(const std::vector<std::int64_t>& rowids);
  std::filesystem::path file_path(std::string_view name) const;

  std::filesystem::path folder_;
  std::unique_ptr<Database> database_;
};

struct SnapshotStore::Opened {
  SnapshotStore store;
  std::optional<Error> notice;
};

}  // namespace eddy
