// eddy.vault: the key of an encrypted data folder, wrapped with a key that is slow to derive from the passphrase
// (docs/storage.md has the format). Any thread; deriving takes about a second and the memory of the cost.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "app/storage/data_key.h"
#include "engine/api/result.h"

namespace eddy {

inline constexpr const char* kVaultFile = "eddy.vault";
inline constexpr std::size_t kShortestPassphrase = 8;  ///< bytes

/// What one guess at the passphrase costs.
struct VaultCost {
  std::uint64_t passes = 3;
  std::uint64_t memory = std::uint64_t{256} << 20;  ///< bytes
  static VaultCost cheapest();                      ///< for tests
};

class Vault {
 public:
  static constexpr std::size_t kFileSize = 128;

  static bool exists_in(const std::filesystem::path& folder);
  /// FileNotFound, FileCorrupt, FileTooNew.
  static Result<Vault> read(const std::filesystem::path& file);
  /// Wraps `key` with the passphrase. InvalidArgument when that is too short, OutOfMemory.
  static Result<Vault> wrap(const DataKey& key, std::string_view passphrase, VaultCost cost);

  /// Nothing when the passphrase is wrong. OutOfMemory.
  Result<std::optional<KeyPointer>> unlock(std::string_view passphrase) const;
  Result<void> write(const std::filesystem::path& file) const;

 private:
  using Bytes = std::array<std::byte, kFileSize>;
  explicit Vault(const Bytes& bytes) : bytes_(bytes) {}

  Bytes bytes_;
};

/// The folder's key under another passphrase: nothing else is written. False when the old one is wrong. Needs the folder's lock.
Result<bool> change_passphrase(const std::filesystem::path& folder, std::string_view old_passphrase, std::string_view new_passphrase,
                               VaultCost cost = {});

}  // namespace eddy
