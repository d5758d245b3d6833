#include "app/storage/state_wishes.h"

#include <unordered_map>

namespace eddy {
namespace {

struct Node {
  std::int64_t parent = 0;  // 0: none
  bool answer = false;
  std::int64_t turn = 0;
  int children = 0;
  int grandchildren = 0;
};

/// Parents have smaller ids than their children: one walk in order is enough. Where they have not (a chat brought from
/// elsewhere), a turn is counted from there.
Result<void> read_places(const Database& conversations, std::map<MessageId, MessagePlace>& places) {
  std::unordered_map<std::int64_t, Node> nodes;
  Rows rows = conversations.query("SELECT id, ifnull(parent_id, 0), author FROM messages ORDER BY id");
  while (rows.next()) {
    Node node{.parent = rows.integer(1), .answer = rows.integer(2) == static_cast<std::int64_t>(Author::Assistant)};
    if (const auto parent = nodes.find(node.parent); parent != nodes.end()) {
      node.turn = parent->second.turn;
      ++parent->second.children;
      if (const auto above = nodes.find(parent->second.parent); above != nodes.end()) ++above->second.grandchildren;
    }
    node.turn += node.answer ? 1 : 0;
    nodes.emplace(rows.integer(0), node);
  }
  if (rows.failed()) return rows.error();
  for (const auto& [id, node] : nodes) {
    // One answer has one question after it, and that one answer: neither an end nor a fork.
    const bool between = node.children == 1 && node.grandchildren <= 1;
    places.emplace(MessageId{id}, MessagePlace{node.turn, !between});
  }
  return {};
}

}  // namespace

Result<StateWishes> read_state_wishes(const Database& conversations) {
  StateWishes wishes;
  if (Result<void> read = read_places(conversations, wishes.places); !read) return read.error();
  Rows leaves = conversations.query("SELECT current_leaf FROM conversations WHERE deleted_at IS NULL AND current_leaf IS NOT NULL");
  while (leaves.next()) wishes.on_show.insert(MessageId{leaves.integer(0)});
  if (leaves.failed()) return leaves.error();
  Rows kept = conversations.query("SELECT conversation_id FROM kept_conversations");
  while (kept.next()) wishes.conversations.insert(ConversationId{kept.integer(0)});
  if (kept.failed()) return kept.error();
  Rows models = conversations.query("SELECT model_fingerprint FROM kept_models");
  while (models.next()) wishes.models.insert(models.text(0));
  if (models.failed()) return models.error();
  return wishes;
}

Result<void> keep_states_of(Database& conversations, ConversationId conversation, bool kept) {
  return conversations.run(kept ? "INSERT OR IGNORE INTO kept_conversations(conversation_id) VALUES (?)"
                                : "DELETE FROM kept_conversations WHERE conversation_id = ?",
                           conversation);
}

Result<void> keep_states_of(Database& conversations, std::string_view model_fingerprint, bool kept) {
  return conversations.run(kept ? "INSERT OR IGNORE INTO kept_models(model_fingerprint) VALUES (?)"
                                : "DELETE FROM kept_models WHERE model_fingerprint = ?",
                           model_fingerprint);
}

}  // namespace eddy
