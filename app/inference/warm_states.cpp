#include "app/inference/warm_states.h"

#include <algorithm>
#include <set>

namespace eddy {

void WarmStates::put(MessageRef message, std::shared_ptr<const StateSnapshot> snapshot) {
  erase(message);
  Entry newest{.message = message, .snapshot = snapshot, .own_bytes = snapshot->byte_size(), .blocks = {}};
  for (const auto& block : snapshot->blocks()) {
    newest.own_bytes -= block.bytes.size();
    newest.blocks.emplace_back(block.bytes.data(), block.bytes.size());
  }
  entries_.push_front(std::move(newest));
  std::size_t bytes = 0;
  std::set<const void*> counted;
  auto entry = entries_.begin();
  for (; entry != entries_.end(); ++entry) {
    bytes += entry->own_bytes;
    for (const auto& [where, size] : entry->blocks) bytes += counted.insert(where).second ? size : 0;
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
