// Why a model has to read a conversation again instead of going on from a saved state.
#pragma once

namespace eddy {

enum class RereadReason {
  None,               ///< nothing was read again, or nothing could have been saved yet
  NoSnapshot,         ///< the program ended before the state could be saved
  Damaged,            ///< the saved state does not pass its checks, or is not of this text
  ModelChanged,       ///< the saved state is of another model
  TokenizerChanged,   ///< the stored tokens are of another tokenizer
  ChatFormatChanged,  ///< the stored tokens were laid out for another chat format
  Evicted,            ///< dropped to keep within the space allowed for saved states
  FormatNewer,        ///< written by a newer version
};

}  // namespace eddy
