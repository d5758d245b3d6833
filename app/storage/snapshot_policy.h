// Which saved states go when there is no room for all. Plain data in, plain data out: nothing here touches a disk.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace eddy {

/// Why a snapshot is not there any more. The values are written to disk: add at the end, never renumber.
enum class Departure {
  Thinned = 0,  ///< one of many along a branch; an earlier one of that branch is near
  Evicted = 1,  ///< unused for longest when there was no room
  Freed = 2,    ///< the user freed the space
  Damaged = 3,  ///< it, or rows it shares with others, did not pass its checks
};

/// How dear a snapshot is; what ranks lower goes first.
enum class StateRank {
  Between,  ///< a turn inside a branch
  Corner,   ///< the last turn of a branch, or one where branches part
  OnShow,   ///< the last turn of the branch on show; what was read of documents
  Wanted,   ///< of a conversation or model whose states the user asked to keep
};

struct StateRow {
  std::int64_t id = 0;
  std::int64_t bytes = 0;                ///< its own
  std::int64_t last_used = 0;            ///< grows with use; not a time
  StateRank rank = StateRank::Between;
  std::int64_t turn = 0;                 ///< how many answers its branch has up to here
  std::vector<std::int64_t> files;       ///< it shares with others
};

struct StateDrop {
  std::int64_t id = 0;
  Departure why = Departure::Evicted;

  friend bool operator==(const StateDrop&, const StateDrop&) = default;
};

/// What all of them take; a shared file counts once.
std::int64_t bytes_of(const std::vector<StateRow>& rows, const std::map<std::int64_t, std::int64_t>& file_bytes);

/// What has to go, in this order, until at most `budget` bytes remain. First branches are thinned: only every second turn
/// between their corners stays, then every fourth, and so on, as far as needed. Then what ranks lowest and was used
/// longest ago goes.
std::vector<StateDrop> what_to_drop(std::vector<StateRow> rows, const std::map<std::int64_t, std::int64_t>& file_bytes,
                                    std::int64_t budget);

}  // namespace eddy
