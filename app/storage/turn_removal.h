// Leaving a turn out of a conversation: a branch beside the one that has it. The storage thread only.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/storage/conversation_store.h"

namespace eddy {

struct TurnRemoval {
  std::optional<MessageId> leaf;  ///< on show now; nothing when the only turn was left out
  std::vector<std::pair<MessageId, MessageId>> copies;  ///< of the messages that followed, with what each is a copy of
};

/// Copies the turns that follow `question` on the branch of `leaf` to where it stands, and shows that branch. Of the copies
/// only answers keep their tokens: questions are laid out anew for what stands before them. When nothing follows, the branch
/// on show ends before the question. InvalidArgument when `question` is no question on that branch, or an answer of it is
/// still being written. One transaction: the branch with the turn stays as it was.
Result<TurnRemoval> leave_out_turn(Database& database, MessageId question, MessageId leaf);

}  // namespace eddy
