// Where the snapshot store files the states of the notebook's text, which is no conversation.
#pragma once

#include "app/storage/messages.h"

namespace eddy {

/// Below the readings of documents and their places, above those of the library.
inline constexpr std::int64_t kNotebookId = -(std::int64_t{1} << 59);
inline constexpr ConversationId kNotebookOwner{kNotebookId};

/// The values are written to disk: add at the end, never renumber.
enum class NotebookPlace {
  Begun = 0,    ///< where the model began to write last
  Written = 1,  ///< where it ended
};
inline constexpr MessageId state_of(NotebookPlace place) { return MessageId{kNotebookId - static_cast<std::int64_t>(place)}; }

}  // namespace eddy
