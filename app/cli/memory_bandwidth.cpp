#include "app/cli/memory_bandwidth.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

namespace eddy::cli {
namespace {

constexpr std::size_t kTotalBytes = std::size_t{1} << 30;
constexpr std::size_t kLeastBytesPerThread = std::size_t{64} << 20;
constexpr int kPasses = 6;
constexpr std::size_t kStreams = 4;  // rows that a matrix-vector product reads side by side

// One sum per stream and word keeps many loads in flight.
std::uint64_t read_once(const std::uint64_t* words, std::size_t count) {
  const std::size_t rows = count / kStreams;
  std::uint64_t sums[kStreams][8] = {};
  for (std::size_t i = 0; i + 8 <= rows; i += 8) {
    for (std::size_t s = 0; s < kStreams; ++s) {
      const std::uint64_t* row = words + s * rows + i;
      for (std::size_t k = 0; k < 8; ++k) sums[s][k] += row[k];
    }
  }
  std::uint64_t sum = 0;
  for (const auto& stream : sums) {
    for (auto part : stream) sum += part;
  }
  return sum;
}

struct Shared {
  explicit Shared(int threads) : barrier(threads) {}
  std::barrier<> barrier;
  std::atomic<std::uint64_t> sum{0};  // keeps the reads from being optimised away
};

// Every thread reads what it has itself written first, so that its pages lie near it.
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
  std::vector<std::unique_ptr<std::uint64_t[]>> buffers;
  for (int i = 0; i < threads; ++i) buffers.emplace_back(new std::uint64_t[count]);
  Shared shared(threads);
  std::vector<double> seconds;
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) {
      others.emplace_back([&shared, words = buffers[i].get(), count] { read_passes(shared, words, count, nullptr); });
    }
    read_passes(shared, buffers[0].get(), count, &seconds);
  }
  return static_cast<double>(bytes) * threads / *std::ranges::min_element(seconds);
}

}  // namespace

double measure_memory_bandwidth(int threads) {
  try {
    return measure(std::clamp(threads, 1, 64));
  } catch (const std::exception&) {  // no memory, no threads
    return 0;
  }
}

}  // namespace eddy::cli
