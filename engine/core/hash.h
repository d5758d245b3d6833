// Fast non-cryptographic hashes (XXH3): fingerprints of weights, running hashes of tokens, checksums of snapshots.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace eddy {

/// 64-bit XXH3 of the bytes. The value is the same on every machine and in every release.
std::uint64_t hash64(std::span<const std::byte> bytes, std::uint64_t seed = 0);
std::uint64_t hash64(std::string_view text, std::uint64_t seed = 0);

/// Content addresses: 128-bit XXH3. Equal hashes are taken for equal bytes.
struct ContentHash {
  std::uint64_t low = 0, high = 0;
  friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
};
ContentHash hash128(std::span<const std::byte> bytes);

/// hash64() of bytes that arrive in pieces; how they are cut does not matter. One thread at a time.
class Hash64 {
 public:
  Hash64();
  ~Hash64();
  Hash64(const Hash64&) = delete;
  Hash64& operator=(const Hash64&) = delete;

  Hash64& add(std::span<const std::byte> bytes);
  /// Of everything added so far; more may be added afterwards.
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 128-bit XXH3 of bytes that arrive in pieces; how they are cut does not matter. One thread at a time.
class Hash128 {
 public:
  Hash128();
  ~Hash128();
  Hash128(Hash128&&) noexcept;
  Hash128& operator=(Hash128&&) noexcept;

  Hash128& add(std::span<const std::byte> bytes);
  /// The text's length is hashed too, so that "ab","c" and "a","bc" differ.
  Hash128& add_text(std::string_view text);
  Hash128& add_number(std::int64_t number);

  /// 32 lower-case hexadecimal digits of everything added so far; more may be added afterwards.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace eddy
