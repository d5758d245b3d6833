// States of messages read lately, in memory. The inference thread only.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <utility>
#include <vector>

#include "app/inference/turn.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// Least recently used goes first when the budget is exceeded; the newest one always stays. Blocks that snapshots share count
/// once.
class WarmStates {
 public:
  explicit WarmStates(std::size_t budget_bytes) : budget_(budget_bytes) {}

  void put(MessageRef message, std::shared_ptr<const StateSnapshot> snapshot);
  std::shared_ptr<const StateSnapshot> find(MessageRef message);
  void erase(MessageRef message);
  void clear() { entries_.clear(); }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    MessageRef message;
    std::shared_ptr<const StateSnapshot> snapshot;
    std::size_t own_bytes = 0;                                   // blocks left out
    std::vector<std::pair<const void*, std::size_t>> blocks;     // where they lie, and how large they are
  };
  std::size_t budget_;
  std::list<Entry> entries_;  // latest first
};

}  // namespace eddy
