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

Result<OutgoingChat> outgoing_chat(const ConversationStore& conversations, SnapshotStore* snapshots, ConversationId id) {
  auto conversation = conversations.conversation(id);
  if (!conversation) return conversation.error();
  auto messages = conversations.all_messages(id);
  if (!messages) return messages.error();
  OutgoingChat outgoing;
  outgoing.chat.content = {*std::move(conversation), *std::move(messages)};
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

std::vector<ConversationContent> contents_of(std::vector<PortableChat> chats) {
  std::vector<ConversationContent> contents;
  for (auto& chat : chats) contents.push_back(std::move(chat.content));
  return contents;
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
