// Bytes that are made once and then only read, wherever they are needed: states of megabytes cross threads and layers without being copied.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "engine/api/large_memory.h"

namespace eddy {

/// Immutable; copies share the memory. Free to cross threads.
class SharedBytes {
 public:
  SharedBytes() = default;
  SharedBytes(std::vector<std::byte> bytes) {  // NOLINT: a vector that was just made
    auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    bytes_ = *owner;
    owner_ = std::move(owner);
  }
  SharedBytes(std::shared_ptr<const void> owner, std::span<const std::byte> bytes) : owner_(std::move(owner)), bytes_(bytes) {}

  /// `bytes` lie within these, and keep them.
  SharedBytes part(std::span<const std::byte> bytes) const { return {owner_, bytes}; }

  const std::byte* data() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  auto begin() const { return bytes_.begin(); }
  auto end() const { return bytes_.end(); }
  std::byte operator[](std::size_t i) const { return bytes_[i]; }
  std::span<const std::byte> view() const { return bytes_; }
  operator std::span<const std::byte>() const { return bytes_; }  // NOLINT: for whoever reads bytes

  friend bool operator==(const SharedBytes& a, const SharedBytes& b) { return std::ranges::equal(a.bytes_, b.bytes_); }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const std::byte> bytes_;
};

/// Memory that is filled whole and then shared. It holds anything until then, since filling megabytes with zeros takes as long as reading them. Throws bad_alloc.
class BytesToFill {
 public:
  explicit BytesToFill(std::size_t size) : memory_(std::make_unique_for_overwrite<std::byte[]>(size)), size_(size) {
    expect_writing(memory_.get(), size);
  }
  std::span<std::byte> bytes() { return {memory_.get(), size_}; }
  /// What was filled of it.
  SharedBytes shared(std::span<const std::byte> filled) && { return {std::move(memory_), filled}; }
  SharedBytes shared() && { return {memory_, {memory_.get(), size_}}; }

 private:
  std::shared_ptr<std::byte[]> memory_;
  std::size_t size_ = 0;
};

}  // namespace eddy
