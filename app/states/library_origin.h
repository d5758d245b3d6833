// Conversations that begin with a state of the library. The storage thread only.
#pragma once

#include "app/inference/turn.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// Fills in what a conversation begins with: the state, and the tokens it was made from where they are known. A file that is
/// damaged or gone is no error here: the tokens, or a snapshot of the branch, may do.
Result<void> addLibraryOrigin(Stores& stores, LibraryStateId id, StateAnswer& answer);

}  // namespace eddy
