// Sleeping until another thread has changed a number.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace eddy {

/// In place of std::atomic::wait, which can sleep for ever in GCC's library wherever there is no futex (64-bit Windows): it looks at the number and then sleeps,
/// with no lock around both. Any number of threads may sleep and wake at once.
class SleepingThreads {
 public:
  /// Sleeps while `unchanged()` holds. It must read sequentially consistent atomics, written so before wake_all().
  template <class Unchanged>
  void sleep_while(const Unchanged& unchanged) {
    std::unique_lock lock(mutex_);
    ++count_;  // Dekker's way: either wake_all() sees this, or unchanged() what was written before it
    changed_.wait(lock, [&] { return !unchanged(); });
    --count_;
  }

  /// Costs one load while nobody sleeps.
  void wake_all() {
    if (count_.load() == 0) return;
    { const std::lock_guard lock(mutex_); }  // who has looked, but does not sleep yet, holds it
    changed_.notify_all();
  }

 private:
  std::atomic<int> count_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
};

}  // namespace eddy
