#include "app/storage/snapshot_policy.h"

#include <algorithm>
#include <set>

namespace eddy {
namespace {

/// What is left after each drop.
class Remaining {
 public:
  Remaining(const std::vector<StateRow>& rows, const std::map<std::int64_t, std::int64_t>& file_bytes) : file_bytes_(file_bytes) {
    for (const StateRow& row : rows) {
      bytes_ += row.bytes;
      for (const std::int64_t file : row.files) {
        if (++users_[file] == 1) bytes_ += size_of(file);
      }
    }
  }

  std::int64_t bytes() const { return bytes_; }
  void drop(const StateRow& row) {
    bytes_ -= row.bytes;
    for (const std::int64_t file : row.files) {
      if (--users_[file] == 0) bytes_ -= size_of(file);
    }
  }

 private:
  std::int64_t size_of(std::int64_t file) const {
    const auto found = file_bytes_.find(file);
    return found == file_bytes_.end() ? 0 : found->second;
  }

  const std::map<std::int64_t, std::int64_t>& file_bytes_;
  std::map<std::int64_t, std::int64_t> users_;
  std::int64_t bytes_ = 0;
};

}  // namespace

std::int64_t bytes_of(const std::vector<StateRow>& rows, const std::map<std::int64_t, std::int64_t>& file_bytes) {
  return Remaining(rows, file_bytes).bytes();
}

std::vector<StateDrop> what_to_drop(std::vector<StateRow> rows, const std::map<std::int64_t, std::int64_t>& file_bytes,
                                    std::int64_t budget) {
  Remaining remaining(rows, file_bytes);
  std::vector<StateDrop> drops;
  if (remaining.bytes() <= budget) return drops;
  std::stable_sort(rows.begin(), rows.end(), [](const StateRow& a, const StateRow& b) { return a.last_used < b.last_used; });
  std::set<std::int64_t> gone;
  const auto drop_if = [&](Departure why, const auto& chosen) {
    for (const StateRow& row : rows) {
      if (remaining.bytes() <= budget) return;
      if (gone.contains(row.id) || !chosen(row)) continue;
      gone.insert(row.id);
      remaining.drop(row);
      drops.push_back({row.id, why});
    }
  };
  std::int64_t longest = 0;
  for (const StateRow& row : rows) longest = std::max(longest, row.rank == StateRank::Between ? row.turn : 0);
  for (std::int64_t k = 2; k / 2 <= longest; k *= 2) {
    drop_if(Departure::Thinned, [k](const StateRow& row) { return row.rank == StateRank::Between && row.turn % k != 0; });
  }
  for (const StateRank rank : {StateRank::Between, StateRank::Corner, StateRank::OnShow, StateRank::Wanted}) {
    drop_if(Departure::Evicted, [rank](const StateRow& row) { return row.rank == rank; });
  }
  return drops;
}

}  // namespace eddy
