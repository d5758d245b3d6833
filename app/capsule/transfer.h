// Between the stores and files: what export and import do, in steps that a program can report and stop between. One thread
// at a time.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "app/capsule/capsule_reader.h"
#include "app/capsule/capsule_writer.h"
#include "app/storage/conversation_store.h"
#include "app/storage/snapshot_store.h"
#include "app/storage/state_library.h"

namespace eddy {

enum class StatesKept { None, CurrentLeaf, All };

/// A saved state that may go along, and how large it is.
struct StateToKeep {
  MessageId stored{};   ///< in the stores
  MessageId local{};    ///< in the capsule
  std::string model_fingerprint;
  std::int64_t bytes = 0;
};

/// A conversation as files hold it, and its saved states.
struct OutgoingChat {
  PortableChat chat;
  std::optional<LibraryStateId> origin;  ///< in the stores
  std::vector<StateToKeep> states;  ///< of all messages, in their order
  /// Those that `kept` names.
  std::vector<StateToKeep> chosen(StatesKept kept) const;
};

/// What is there to be exported. `snapshots` may be null: then there are no states.
Result<OutgoingChat> outgoing_chat(const ConversationStore& conversations, SnapshotStore* snapshots, const StateLibrary& library,
                                   ConversationId id);

/// Begins a capsule. What the chat begins with goes along whole when states do, or when nothing could make it again.
Result<CapsuleWriter> begin_capsule(const std::filesystem::path& file, const OutgoingChat& outgoing, const StateLibrary& library,
                                    StatesKept kept);

/// Reads a state from the store and adds it. False when it was gone, damaged or not this text's: a cache.
Result<bool> add_state(CapsuleWriter& writer, SnapshotStore& snapshots, const StateToKeep& state,
                       const ParseState& parse = parse_pieces);

/// Puts a state of an imported capsule into the store. False when it cannot be used here.
Result<bool> keep_state(const CapsuleReader& reader, std::size_t index, const ImportedConversation& imported,
                        SnapshotStore& snapshots, const ParseState& parse = parse_pieces);

/// Takes chats over. What the first one begins with (`origin_bytes`) comes into the library, unlisted, unless the same state is
/// there. All of it or, after an error, nothing.
Result<std::vector<ImportedConversation>> take_over(Database& conversations, StateLibrary& library, std::vector<PortableChat> chats,
                                                    std::span<const std::byte> origin_bytes = {});

/// A file name made of a title: no separators, no control characters, nothing that a system forbids; never empty.
std::string file_name_for(const std::string& title, const std::string& extension);

}  // namespace eddy
