// Writing and reading little-endian fields of the snapshot format.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace eddy {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian; a port must swap bytes here");

/// Appends fields to a growing buffer.
class ByteWriter {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    append(&value, sizeof(T));
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    append(value.data(), value.size());
  }
  template <class T>
  void array(std::span<const T> values) {
    number(static_cast<std::uint64_t>(values.size()));
    append(values.data(), values.size_bytes());
  }
  void raw(std::span<const std::byte> bytes) { append(bytes.data(), bytes.size()); }
  std::vector<std::byte>& bytes() { return bytes_; }

 private:
  void append(const void* data, std::size_t size) {
    const auto* p = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), p, p + size);
  }
  std::vector<std::byte> bytes_;
};

/// Reads fields; after the first one that does not fit, ok() is false and every read gives zero or an empty value.
/// Nothing is allocated beyond the size of the input.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <class T>
  T number() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    if (const auto* p = take(sizeof(T))) std::memcpy(&value, p, sizeof(T));
    return value;
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    const auto* p = take(size);
    return p ? std::string(reinterpret_cast<const char*>(p), size) : std::string();
  }
  template <class T>
  std::vector<T> array() {
    const auto count = number<std::uint64_t>();
    if (count > rest_.size() / sizeof(T)) ok_ = false;
    std::vector<T> values(ok_ ? count : 0);
    if (!values.empty()) std::memcpy(values.data(), take(values.size() * sizeof(T)), values.size() * sizeof(T));
    return values;
  }
  /// The next `size` bytes where they lie in the input.
  std::span<const std::byte> raw(std::size_t size) {
    const auto* p = take(size);
    return p ? std::span(p, size) : std::span<const std::byte>();
  }
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t remaining() const { return rest_.size(); }

 private:
  const std::byte* take(std::size_t size) {
    if (!ok_ || size > rest_.size()) {
      ok_ = false;
      return nullptr;
    }
    const auto* p = rest_.data();
    rest_ = rest_.subspan(size);
    return p;
  }
  std::span<const std::byte> rest_;
  bool ok_ = true;
};

}  // namespace eddy
