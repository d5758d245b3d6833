// Snapshots of sequences beside the conversations: an index (states.db) and files (states/): one per snapshot, and rows of
// attention layers that snapshots share. A cache: it may be deleted at any time, and nothing that goes wrong here keeps
// anybody from chatting. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/file_cipher.h"
#include "app/storage/messages.h"
#include "app/storage/row_files.h"
#include "app/storage/snapshot_policy.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// Which state is kept for a message. Compare token_hash and tokens with the branch's own before using it.
struct SnapshotInfo {
  MessageId message{};
  ConversationId conversation{};
  std::string model_fingerprint;
  std::uint64_t token_hash = 0;
  std::int64_t tokens = 0;
  std::int64_t bytes = 0;  ///< of its own; rows it shares with others are not counted
};

/// Its bytes, and where its blocks are found if they are not inside: parse_pieces() reads both.
struct SavedSnapshot : SnapshotPieces {
  SnapshotInfo info;
};

/// What the saved states of a conversation take; rows that conversations share count for the one that brought them.
struct ConversationStates {
  ConversationId conversation{};
  std::int64_t bytes = 0;
  std::int64_t snapshots = 0;
};

/// Where a message stands in its tree.
struct MessagePlace {
  std::int64_t turn = 0;  ///< answers on its branch up to it, its own included
  bool corner = false;    ///< the last of a branch, or branches part after it
};

/// What the policy has to know beside the index.
struct StateWishes {
  std::map<MessageId, MessagePlace> places;  ///< a message that is not in it counts as a corner
  std::set<MessageId> on_show;               ///< current leaves, documents
  std::set<ConversationId> conversations;    ///< whose states the user wants kept
  std::set<std::string> models;              ///< likewise
};

class SnapshotStore {
 public:
  struct Opened;
  /// Never fails. A states.db that is damaged, newer, or of another eddy.db (`database_uuid`) is renamed aside
  /// ("states.db.damaged-1") and made anew; where nothing can be written the store opens closed: it keeps nothing and finds
  /// nothing. `notice` says what happened, for the log or a quiet line. Needs the folder's lock.
  static Opened open(const std::filesystem::path& folder, std::string_view database_uuid, int busy_timeout_ms = 2000,
                     const KeyPointer& key = nullptr);

  /// Keeps nothing and finds nothing.
  static SnapshotStore closed() { return {}; }

  SnapshotStore(SnapshotStore&&) noexcept = default;
  SnapshotStore& operator=(SnapshotStore&&) noexcept = default;

  bool is_open() const { return database_ != nullptr; }

  /// Keeps a snapshot; an older one of the same message and model is replaced. `bytes` hold all of it.
  Result<void> put(const SnapshotInfo& info, std::span<const std::byte> bytes);
  /// The same, with the blocks of attention layers apart: those that are there already are not written again.
  Result<void> put(const SnapshotInfo& info, const StateSnapshot& snapshot);
  /// Nothing when there is none. FileCorrupt when a file of it is damaged or gone: it is forgotten then, with whoever shares
  /// that file, and the branch must be read again. FileUnreadable when it cannot be looked at now: nothing is forgotten.
  Result<std::optional<SavedSnapshot>> get(MessageId message, std::string_view model_fingerprint);
  /// The last message of `branch` (root first) that has a snapshot of this model. Does not read it.
  Result<std::optional<SnapshotInfo>> nearest(std::span<const MessageId> branch, std::string_view model_fingerprint);
  /// Why a message's snapshot is not there any more; nothing when it is there, or when that is not known.
  Result<std::optional<Departure>> departure(MessageId message, std::string_view model_fingerprint) const;

  Result<void> discard(MessageId message, std::string_view model_fingerprint);
  /// Of a conversation that is no more.
  Result<void> forget(ConversationId conversation);
  /// Forgets the snapshots of all conversations but these (at start-up: those that were purged just before a crash).
  Result<void> forget_all_but(std::span<const ConversationId> conversations);
  /// The user frees a conversation's states (departure() says Freed), or everybody's.
  Result<void> free_conversation(ConversationId conversation);
  Result<void> free_all();

  /// Shared rows count once.
  Result<std::int64_t> used_bytes() const;
  /// Largest first.
  Result<std::vector<ConversationStates>> usage() const;
  /// Drops what what_to_drop() names until at most `budget` bytes remain. Says how many bytes went.
  Result<std::int64_t> enforce_budget(std::int64_t budget, const StateWishes& wishes = {});

 private:
  SnapshotStore() = default;
  static Result<std::unique_ptr<Database>> open_index(const std::filesystem::path& folder, std::string_view uuid,
                                                      int busy_timeout_ms, const KeyPointer& key);
  bool ready();
  RowFiles shared_rows() const { return RowFiles(*database_, file_path({})); }
  Result<void> sweep();
  Result<void> write(const SnapshotInfo& info, const SnapshotParts& parts, const RowPlan& rows);
  Result<void> enter(const SnapshotInfo& info, const SnapshotParts& parts, const RowPlan& rows, const std::string& name,
                     std::vector<std::filesystem::path>& replaced);
  Result<void> drop_rows(const std::vector<std::int64_t>& rowids, std::optional<Departure> why = std::nullopt);
  Result<void> drop_users_of(std::int64_t row_file);
  Result<std::vector<std::int64_t>> ids_of(std::optional<ConversationId> conversation) const;
  Result<std::vector<StateRow>> state_rows(const StateWishes& wishes) const;
  Result<std::map<std::int64_t, std::int64_t>> row_file_bytes() const;
  std::filesystem::path file_path(std::string_view name) const;
  FileCipher cipher() const { return {key_, KeyUse::StateFiles}; }

  std::filesystem::path folder_;
  std::string database_uuid_;
  int busy_timeout_ms_ = 0;
  KeyPointer key_;
  std::unique_ptr<Database> database_;
};

struct SnapshotStore::Opened {
  SnapshotStore store;
  std::optional<Error> notice;
};

}  // namespace eddy
