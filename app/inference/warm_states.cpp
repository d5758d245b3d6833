#include "app/inference/warm_states.h"

#include <algorithm>

namespace eddy {

void WarmStates::put(MessageRef message, std::shared_ptr<const StateSnapshot> snapshot) {
  erase(message);
  entries_.push_front({message, std::move(snapshot)});
  std::size_t bytes = 0;
  auto entry = entries_.begin();
  for (; entry != entries_.end(); ++entry) {
    bytes += entry->snapshot->byte_size();
    if (bytes > budget_ && entry != entries_.begin()) break;
  }
  entries_.erase(entry, entries_.end());
}

void WarmStates::erase(MessageRef message) {
  entries_.remove_if([message](const Entry& entry) { return entry.message == message; });
}

std::shared_ptr<const StateSnapshot> WarmStates::find(MessageRef message) {
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [message](const Entry& e) { return e.message == message; });
  if (entry == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, entry);
  return entries_.front().snapshot;
}

}  // namespace eddy
