#include "engine/core/thread_pool.h"

#include <system_error>

#include "engine/core/assert.h"

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
#endif

namespace eddy {
namespace {

// A region of a small model takes 10 to 100 microseconds: waking a sleeping thread between two of them would cost as
// much as the work. After this many pauses (10 to 60 microseconds) a waiting thread sleeps.
constexpr int kPausesBeforeSleep = 1000;

void pause_briefly() {
#if defined(__x86_64__) || defined(_M_X64)
  _mm_pause();
#elif defined(__aarch64__) && defined(__GNUC__)
  asm volatile("yield");
#endif
}

// Asks for memory in slices, looking for work in between.
constexpr std::int64_t kSliceBytes = 1024, kCacheLine = 64;

void ask_for(const std::byte* line) {
#if defined(__GNUC__)
  __builtin_prefetch(line, 0, 2);  // into the second-level cache
#elif defined(_M_X64)
  _mm_prefetch(reinterpret_cast<const char*>(line), _MM_HINT_T1);
#else
  static_cast<void>(line);
#endif
}

std::uint64_t pack(std::uint32_t region, std::uint32_t left) {
  return std::uint64_t{region} << 32 | left;
}

}  // namespace

ThreadPool::ThreadPool(int threads) : shares_(static_cast<std::size_t>(threads > 0 ? threads : usable_cores())) {
  threads = static_cast<int>(shares_.size());
  helpers_.reserve(threads - 1);
  try {
    for (int self = 1; self < threads; ++self) helpers_.emplace_back([this, self] { help(self); });
  } catch (const std::system_error&) {
    // The system's limit of threads is reached; the work is done by those we have.
  }
}

ThreadPool::~ThreadPool() {
  stopping_.store(true, std::memory_order_release);
  region_.fetch_add(1);
  helpers_without_work_.wake_all();
  for (auto& helper : helpers_) helper.join();
}

void ThreadPool::run(std::int64_t tasks, Call call, const void* context) {
  EDDY_ASSERT(tasks >= 0 && tasks < (std::int64_t{1} << 31));
  if (tasks <= 1 || helpers_.empty()) {
    for (std::int64_t i = 0; i < tasks; ++i) call(context, i);
    return;
  }
  call_ = call;
  context_ = context;
  tasks_ = tasks;
  const std::uint32_t region = region_.load(std::memory_order_relaxed) + 1;
  unfinished_.store(static_cast<std::uint32_t>(tasks), std::memory_order_relaxed);
  for (int i = 0; i < threads(); ++i) {
    const auto count = static_cast<std::uint32_t>(share_end(i) - share_end(i - 1));
    shares_[static_cast<std::size_t>(i)].claims.store(pack(region, count), std::memory_order_release);
  }
  region_.store(region);
  helpers_without_work_.wake_all();
  work(region, 0);
  await_end();
}

/// Does tasks of `region` until none is left: its own, then those of the threads behind it.
void ThreadPool::work(std::uint32_t region, int self) {
  const int all = static_cast<int>(shares_.size());
  for (int i = 0; i < all; ++i) work_share(region, (self + i) % all);
}

void ThreadPool::work_share(std::uint32_t region, int of) {
  auto& share = shares_[static_cast<std::size_t>(of)].claims;
  std::uint64_t claims = share.load(std::memory_order_acquire);
  while (static_cast<std::uint32_t>(claims >> 32) == region && static_cast<std::uint32_t>(claims) > 0) {
    if (!share.compare_exchange_weak(claims, claims - 1, std::memory_order_acq_rel, std::memory_order_acquire)) continue;
    // The region cannot end before this task has, so its description stands.
    call_(context_, share_end(of) - static_cast<std::uint32_t>(claims));
    if (unfinished_.fetch_sub(1) == 1) caller_.wake_all();
    claims = share.load(std::memory_order_acquire);
  }
}

void ThreadPool::expect(int thread, const std::byte* begin, std::int64_t bytes) {
  Share& share = shares_[static_cast<std::size_t>(thread)];
  share.ahead_bytes.store(bytes, std::memory_order_relaxed);
  share.ahead.store(begin, std::memory_order_release);
}

/// `asked`: bytes of what is expected that this thread has asked for while waiting.
void ThreadPool::wait_a_little(int self, std::int64_t& asked) {
  const Share& share = shares_[static_cast<std::size_t>(self)];
  const std::byte* ahead = share.ahead.load(std::memory_order_acquire);
  if (!ahead || asked >= share.ahead_bytes.load(std::memory_order_relaxed)) return pause_briefly();
  for (std::int64_t line = 0; line < kSliceBytes; line += kCacheLine) ask_for(ahead + asked + line);
  asked += kSliceBytes;
}

void ThreadPool::await_end() {
  std::int64_t asked = 0;
  for (int i = 0; i < kPausesBeforeSleep; ++i) {
    if (unfinished_.load(std::memory_order_acquire) == 0) return;
    wait_a_little(0, asked);
  }
  caller_.sleep_while([this] { return unfinished_.load() != 0; });
}

void ThreadPool::help(int self) {
  std::uint32_t seen = 0;
  while (true) {
    std::uint32_t region = region_.load(std::memory_order_acquire);
    std::int64_t asked = 0;
    for (int i = 0; i < kPausesBeforeSleep && region == seen; ++i) {
      wait_a_little(self, asked);
      region = region_.load(std::memory_order_acquire);
    }
    if (region == seen) {
      helpers_without_work_.sleep_while([this, seen] { return region_.load() == seen; });
      continue;
    }
    if (stopping_.load(std::memory_order_acquire)) return;
    seen = region;
    work(region, self);
  }
}

}  // namespace eddy
