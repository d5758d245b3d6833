// Cutting work into tasks.
#pragma once

#include <algorithm>
#include <cstdint>

namespace eddy {

/// Part `task` of `tasks` nearly equal parts of [0, n).
struct TaskRange {
  std::int64_t begin, end;
  TaskRange(std::int64_t n, std::int64_t task, std::int64_t tasks)
      : begin(n * task / tasks), end(n * (task + 1) / tasks) {}
};

/// Tasks for `units` of about `numbers` float operations each: none smaller than what waking a thread costs, a few per
/// thread so that a late thread does not hold up the others.
inline std::int64_t tasks_for(std::int64_t units, std::int64_t numbers, int threads) {
  constexpr std::int64_t kSmallestTask = 32768;
  const std::int64_t worth = std::max<std::int64_t>(1, units * numbers / kSmallestTask);
  return std::max<std::int64_t>(1, std::min({units, worth, std::int64_t{4} * threads}));
}

}  // namespace eddy
