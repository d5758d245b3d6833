#include "app/states/library_origin.h"

namespace eddy {

Result<void> addLibraryOrigin(Stores& stores, LibraryStateId id, StateAnswer& answer) {
  auto state = stores.library.state(id);
  if (!state) return state.error();
  answer.origin = place_of(id);
  answer.origin_hash = state->token_hash;
  answer.origin_tokens = state->token_count;
  answer.origin_name = state->name;
  answer.origin_list = std::move(state->tokens);
  answer.origin_reading = std::move(state->reading);
  if (answer.snapshot && !answer.origin_list.empty()) return {};
  if (auto bytes = stores.library.bytes(id); bytes && !bytes->empty())
    answer.origin_state = std::make_shared<const SnapshotPieces>(SnapshotPieces{*std::move(bytes), {}});
  return {};
}

}  // namespace eddy
