// Why a model has to read a conversation again instead of going on from a saved state.
#pragma once

namespace eddy {

enum class RereadReason {
  None,               ///< nothing was read again, or nothing could have been saved yet
  NoSnapshot,         ///< none was saved yet: the program ended before the state could be saved
  Damaged,            ///< the saved state does not pass its checks, or is not of this text
  ModelChanged,       ///< the saved state is of another model
  TokenizerChanged,   ///< the stored tokens are of another tokenizer
  ChatFormatChanged,  ///< the stored tokens were laid out for another chat format
  Evicted,            ///< unused for longest, dropped to keep within the space allowed for saved states
  FormatNewer,        ///< written by a newer version
  Thinned,            ///< one of many of its branch, dropped to make room; an earlier one was near
  Freed,              ///< the user freed its space
  BeginningLost,      ///< the file of the library's state that the conversation begins with is damaged or gone
  HistoryRewritten,   ///< the text before this place is not the one the state was saved for
  StatesMissing,      ///< it could not be written, or was deleted by somebody else
  StoreUnavailable,   ///< the place for saved states cannot be used
};

}  // namespace eddy
