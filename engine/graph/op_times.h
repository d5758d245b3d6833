// What the ops of a network took, for whoever looks for the slow one.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace eddy {

/// Times of ops by name, summed over calls and threads. One thread at a time.
struct OpTimes {
  struct Entry {
    std::int64_t calls = 0;
    std::int64_t nanoseconds = 0;  ///< of all threads together
  };
  std::map<std::string, Entry> ops;       ///< "linear Q4_K", "wkv7", ...
  std::int64_t waiting_nanoseconds = 0;   ///< of all threads, for the last task of a stage and for waking up
  std::int64_t barriers = 0;              ///< stages that several threads share; on a GPU, all

  void add(const std::string& op, std::int64_t nanoseconds) {
    Entry& entry = ops[op];
    ++entry.calls;
    entry.nanoseconds += nanoseconds;
  }
};

}  // namespace eddy
