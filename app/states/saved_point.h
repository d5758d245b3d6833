// What a place in a conversation stands for: the text and the tokens that were read up to there. The storage thread only.
#pragma once

#include <string>
#include <vector>

#include "app/inference/turn.h"
#include "app/storage/storage_service.h"

namespace eddy {

struct SavedPoint {
  std::string text;               ///< for people
  std::vector<TokenId> tokens;    ///< exactly what the state has read; empty when that is not known
};

/// Of everything up to a message, or of what a conversation begins with (`place` below 0). The tokens are given only when
/// they are those of `key`, all of one `reading`.
Result<SavedPoint> savedPoint(Stores& stores, MessageRef place, const SnapshotKey& key, const std::string& reading);

}  // namespace eddy
