#include "app/capsule/transfer.h"

#include <algorithm>

#include "app/storage/conversation_title.h"

namespace eddy {
namespace {

constexpr std::size_t kLongestFileName = 60;  // characters

/// Ids counted from 1.
void renumber(ConversationContent& content) {
  std::map<MessageId, MessageId> local;
  for (auto& message : content.messages) {
    const MessageId id{static_cast<std::int64_t>(local.size()) + 1};
    local.emplace(message.id, id);
    message.id = id;
    if (message.parent) message.parent = local.at(*message.parent);
  }
  for (auto& picture : content.pictures) picture.message = local.at(*picture.message);
  auto& leaf = content.conversation.current_leaf;
  if (leaf) leaf = local.at(*leaf);
}

/// The model of the last answer on the branch on show.
void note_model(PortableChat& chat) {
  const auto& messages = chat.content.messages;
  for (auto at = chat.content.conversation.current_leaf; at; at = messages[static_cast<std::size_t>(*at) - 1].parent) {
    const auto& message = messages[static_cast<std::size_t>(*at) - 1];
    if (message.model_fingerprint.empty()) continue;
    chat.model_name = message.model_name;
    chat.model_fingerprint = message.model_fingerprint;
    return;
  }
}

Result<void> add_origin(OutgoingChat& outgoing, const StateLibrary& library, ConversationId id) {
  const auto origin = library.origin_of(id);
  if (!origin) return origin.error();
  if (!*origin) return {};
  auto state = library.state(**origin);
  if (!state) return state.error();
  outgoing.origin = *origin;
  outgoing.chat.origin = PortableOrigin{*std::move(state)};
  return {};
}

/// The id in the library of what a chat begins with.
Result<LibraryStateId> library_state(StateLibrary& library, LibraryState state, std::span<const std::byte> bytes) {
  const auto same = library.find_same(state, bytes);
  if (!same) return same.error();
  if (*same) return **same;
  state.removed = true;
  return library.add(std::move(state), bytes);
}

}  // namespace

std::vector<StateToKeep> OutgoingChat::chosen(StatesKept kept) const {
  if (kept == StatesKept::None) return {};
  if (kept == StatesKept::All) return states;
  std::vector<StateToKeep> leaf;
  for (const auto& state : states) {
    if (state.local == chat.content.conversation.current_leaf) leaf.push_back(state);
  }
  return leaf;
}

Result<OutgoingChat> outgoing_chat(const ConversationStore& conversations, SnapshotStore* snapshots, const StateLibrary& library,
                                   ConversationId id) {
  auto conversation = conversations.conversation(id);
  if (!conversation) return conversation.error();
  auto messages = conversations.all_messages(id);
  if (!messages) return messages.error();
  auto pictures = conversations.all_pictures(id);
  if (!pictures) return pictures.error();
  OutgoingChat outgoing;
  outgoing.chat.content = {*std::move(conversation), *std::move(messages), *std::move(pictures), {}};
  if (auto added = add_origin(outgoing, library, id); !added) return added.error();
  std::vector<MessageId> stored;
  for (const auto& message : outgoing.chat.content.messages) stored.push_back(message.id);
  renumber(outgoing.chat.content);
  note_model(outgoing.chat);
  for (std::size_t i = 0; snapshots && i < stored.size(); ++i) {
    const auto& message = outgoing.chat.content.messages[i];
    if (message.model_fingerprint.empty()) continue;
    const auto found = snapshots->nearest(std::span(&stored[i], 1), message.model_fingerprint);
    if (found && *found) outgoing.states.push_back({stored[i], message.id, message.model_fingerprint, (*found)->bytes});
  }
  return outgoing;
}

Result<bool> add_state(CapsuleWriter& writer, SnapshotStore& snapshots, const StateToKeep& state, const ParseState& parse) {
  const auto stored = snapshots.get(state.stored, state.model_fingerprint);
  if (!stored || !*stored) return false;
  const auto snapshot = parse(**stored);
  if (!snapshot || (*snapshot)->key().model_fingerprint != state.model_fingerprint) return false;
  return writer.add_state(state.local, **snapshot);
}

Result<bool> keep_state(const CapsuleReader& reader, std::size_t index, const ImportedConversation& imported,
                        SnapshotStore& snapshots, const ParseState& parse) {
  const auto snapshot = reader.state(index, parse);
  if (!snapshot) return false;
  const auto& key = (*snapshot)->key();
  const auto local = static_cast<std::size_t>(reader.states().at(index).message);
  const SnapshotInfo info{.message = imported.messages.at(local - 1), .conversation = imported.id,
                          .model_fingerprint = key.model_fingerprint, .token_hash = key.token_hash, .tokens = key.tokens};
  if (auto kept = snapshots.put(info, **snapshot); !kept) return kept.error();
  return true;
}

Result<CapsuleWriter> begin_capsule(const std::filesystem::path& file, const OutgoingChat& outgoing, const StateLibrary& library,
                                    StatesKept kept) {
  auto writer = CapsuleWriter::create(file, outgoing.chat);
  if (!writer || !outgoing.origin) return writer;
  if (kept == StatesKept::None && outgoing.chat.origin->state.replayable) return writer;
  // One whose file is damaged or gone: its tokens, or the chat's own states, may do.
  const auto bytes = library.bytes(*outgoing.origin);
  if (!bytes) return writer;
  if (auto added = writer->add_origin(*bytes); !added) return added.error();
  return writer;
}

Result<std::vector<ImportedConversation>> take_over(Database& conversations, StateLibrary& library, std::vector<PortableChat> chats,
                                                    std::span<const std::byte> origin_bytes) {
  std::vector<ConversationContent> contents;
  for (auto& chat : chats) {
    contents.push_back(std::move(chat.content));
    if (!chat.origin) continue;
    const auto origin = library_state(library, std::move(chat.origin->state), origin_bytes);
    if (!origin) return origin.error();
    contents.back().origin = *origin;
  }
  auto imported = import_conversations(conversations, contents);
  if (!imported) (void)library.clean_up();  // or at the next start
  return imported;
}

std::string file_name_for(const std::string& title, const std::string& extension) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  std::string name = first_line(tidy_line(title), kLongestFileName);
  std::replace_if(name.begin(), name.end(), [kForbidden](char c) { return kForbidden.find(c) != std::string_view::npos; }, '-');
  while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(name.begin());
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  return (name.empty() ? std::string("Chat") : name) + "." + extension;
}

}  // namespace eddy
