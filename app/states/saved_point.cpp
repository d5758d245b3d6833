#include "app/states/saved_point.h"

namespace eddy {
namespace {

/// What the conversation began with: its text, and its tokens where they are known.
struct Beginning {
  SavedPoint point;
  bool known = true;
};

Result<Beginning> beginningOf(Stores& stores, std::optional<LibraryStateId> library, const std::string& reading) {
  Beginning beginning;
  if (!library) return beginning;
  auto state = stores.library.state(*library);
  if (!state) return state.error();
  beginning.point.text = state->text.empty() ? std::string() : state->text + "\n\n";
  beginning.known = state->replayable && state->reading == reading;
  beginning.point.tokens = std::move(state->tokens);
  return beginning;
}

void append(SavedPoint& point, const Message& message) {
  point.text += (message.author == Author::User ? "User: " : "Assistant: ") + message.text + "\n\n";
  point.tokens.insert(point.tokens.end(), message.tokens.begin(), message.tokens.end());
}

}  // namespace

Result<SavedPoint> savedPoint(Stores& stores, MessageRef place, const SnapshotKey& key, const std::string& reading) {
  std::vector<Message> branch;
  auto library = Result<std::optional<LibraryStateId>>(library_state_at(place));
  if (place > 0) {
    auto found = stores.conversations.branch(MessageId{place});
    if (!found) return found.error();
    branch = *std::move(found);
    library = stores.library.origin_of(branch.front().conversation);
    if (!library) return library.error();
  }
  auto beginning = beginningOf(stores, *library, reading);
  if (!beginning) return beginning.error();
  SavedPoint point = std::move(beginning->point);
  bool known = beginning->known;
  for (const auto& message : branch) {
    append(point, message);
    known = known && (message.text.empty() || message.tokenizer_fingerprint == reading);
  }
  // A document that was read before, or a tuned state, shows here: its tokens are not among these.
  known = known && static_cast<std::int64_t>(point.tokens.size()) == key.tokens && hash_tokens(0, point.tokens) == key.token_hash;
  if (!known) point.tokens.clear();
  return point;
}

}  // namespace eddy
