#include "app/cli/memory_bandwidth.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

#include "engine/core/aligned_buffer.h"

namespace eddy::cli {
namespace {

constexpr std::size_t kTotalBytes = std::size_t{1} << 30;
constexpr std::size_t kLeastBytesPerThread = std::size_t{64} << 20;
constexpr int kPasses = 7;
constexpr std::size_t kAhead = 4096;  // bytes ahead of its use that a line is asked for

// From front to back, as a matrix-vector product reads its weights. Several sums keep many loads in flight.
std::uint64_t read_once(const std::uint64_t* words, std::size_t count) {
  std::uint64_t sums[8] = {};
  for (std::size_t i = 0; i + 8 <= count; i += 8) {
#if defined(__GNUC__)
    __builtin_prefetch(reinterpret_cast<const char*>(words + i) + kAhead);
#endif
    for (std::size_t k = 0; k < 8; ++k) sums[k] += words[i + k];
  }
  std::uint64_t sum = 0;
  for (auto part : sums) sum += part;
  return sum;
}

/// Where threads wait for each other without sleeping. (std::barrier may sleep for ever where there is no futex: see SleepingThreads.)
class MeetingPoint {
 public:
  explicit MeetingPoint(int threads) : missing_(threads), threads_(threads) {}

  void arrive_and_wait() {
    const int round = round_.load();
    if (missing_.fetch_sub(1) == 1) {
      missing_ = threads_;
      ++round_;
    } else {
      while (round_.load() == round) std::this_thread::yield();
    }
  }

 private:
  std::atomic<int> missing_, round_{0};
  int threads_;
};

struct Shared {
  explicit Shared(int threads) : barrier(threads) {}
  MeetingPoint barrier;
  std::atomic<std::uint64_t> sum{0};  // keeps the reads from being optimised away
};

void read_passes(Shared& shared, std::uint64_t* words, std::size_t count, std::vector<double>* seconds) {
  for (std::size_t i = 0; i < count; ++i) words[i] = i;
  for (int pass = 0; pass < kPasses; ++pass) {
    shared.barrier.arrive_and_wait();
    const auto start = std::chrono::steady_clock::now();
    shared.sum += read_once(words, count);
    shared.barrier.arrive_and_wait();
    if (seconds) seconds->push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
}

double measure(int threads) {
  const std::size_t bytes = std::max(kLeastBytesPerThread, kTotalBytes / threads);
  const std::size_t count = bytes / sizeof(std::uint64_t);
  std::vector<AlignedBuffer> buffers;  // on huge pages, as weights are
  for (int i = 0; i < threads; ++i) {
    auto buffer = AlignedBuffer::allocate(bytes, "the bandwidth's measure");
    if (!buffer) return 0;
    buffers.push_back(*std::move(buffer));
  }
  Shared shared(threads);
  std::vector<double> seconds;
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) {
      others.emplace_back(
          [&shared, words = buffers[i].as<std::uint64_t>(), count] { read_passes(shared, words, count, nullptr); });
    }
    read_passes(shared, buffers[0].as<std::uint64_t>(), count, &seconds);
  }
  // The middle pass, as figures of models are medians: for moments some hosts give almost twice as much.
  std::ranges::nth_element(seconds, seconds.begin() + kPasses / 2);
  return static_cast<double>(bytes) * threads / seconds[kPasses / 2];
}

}  // namespace

double measure_memory_bandwidth(int threads) {
  try {
    return measure(std::clamp(threads, 1, 64));
  } catch (const std::exception&) {  // no threads
    return 0;
  }
}

}  // namespace eddy::cli
