// Persistent threads for parallel regions.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

#include "engine/core/sleeping_threads.h"

namespace eddy {

/// Threads that this process may really use at once: physical cores within its affinity and CPU quota, at least 1.
int usable_cores();

/// `threads` of work: the caller and threads-1 helpers. One region at a time: parallel_for is called from one thread at
/// a time and never from inside a task. Helpers wait actively for some ten microseconds after a region, then sleep.
class ThreadPool {
 public:
  /// threads <= 0 means usable_cores(). If the system refuses a thread, the pool works with fewer.
  explicit ThreadPool(int threads = 0);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const { return static_cast<int>(helpers_.size()) + 1; }

  /// Calls task(i) for every i in [0, tasks), each once, in any order on any thread; returns when all are done.
  /// Everything the tasks wrote is visible to the caller. Tasks must not throw. Every thread begins with a share of
  /// neighbouring tasks, in rising order, so that it reads memory from front to back; who is done helps the others.
  template <class Task>
  void parallel_for(std::int64_t tasks, const Task& task) {
    run(
        tasks, [](const void* context, std::int64_t i) { (*static_cast<const Task*>(context))(i); }, &task);
  }

  /// A hint: what `thread` will read first in a coming region. It asks for that memory while it waits for others.
  void expect(int thread, const std::byte* begin, std::int64_t bytes);

 private:
  using Call = void (*)(const void* context, std::int64_t index);

  /// A thread's tasks: the region's number in the upper half, how many are not yet taken in the lower. So a helper that
  /// wakes late can never take a task of a region it was not woken for.
  struct alignas(64) Share {
    std::atomic<std::uint64_t> claims{0};
    std::atomic<const std::byte*> ahead{nullptr};  // only ever asked for, never read: it may be gone meanwhile
    std::atomic<std::int64_t> ahead_bytes{0};
  };

  void run(std::int64_t tasks, Call call, const void* context);
  void help(int self);
  void work(std::uint32_t region, int self);
  void work_share(std::uint32_t region, int of);
  void await_end();
  void wait_a_little(int self, std::int64_t& asked);
  std::int64_t share_end(int of) const { return tasks_ * (of + 1) / threads(); }

  std::vector<std::thread> helpers_;
  std::vector<Share> shares_;
  std::atomic<bool> stopping_{false};

  // The region in progress.
  Call call_ = nullptr;
  const void* context_ = nullptr;
  std::int64_t tasks_ = 0;
  std::atomic<std::uint32_t> region_{0};
  std::atomic<std::uint32_t> unfinished_{0};
  SleepingThreads helpers_without_work_, caller_;
};

}  // namespace eddy
