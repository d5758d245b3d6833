// The name of an exact model: equal fingerprints mean that states are interchangeable.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"
#include "engine/model_files/model_file.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// Hashes the tensors of a file in pieces. Whoever reads weights anyway says so beforehand: their bytes then come from memory once
/// for both. The file must live as long.
class ModelHash {
 public:
  explicit ModelHash(const ModelFile& file);

  /// Hashes the pieces whose middle is among these bytes, those that nobody has begun with: the rest of them is near. Any thread, several at once.
  void read(std::span<const std::byte> bytes);
  /// The pieces that are left, on all threads of a pool (as for ThreadPool). Cancelled when stopped. Not while others read().
  Result<void> read_rest(int threads, std::stop_token stop, const std::function<void(double fraction)>& progress);

  /// Hex over architecture, state layout, tokenizer and every tensor with name, format, shape and full content; the order of tensors
  /// in the file does not count. After read_rest().
  std::string fingerprint(std::string_view architecture, const StateLayout& layout, std::string_view tokenizer_fingerprint) const;

 private:
  void hash(std::size_t piece);

  std::vector<const StoredTensor*> tensors_;       // by name
  std::vector<std::span<const std::byte>> pieces_;  // of those tensors, in their order
  std::vector<std::size_t> by_address_;             // pieces by where their middle is
  std::vector<std::uint64_t> hashes_;
  std::unique_ptr<std::atomic<bool>[]> begun_;
};

}  // namespace eddy
