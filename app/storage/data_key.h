// The key of an encrypted data folder and the keys that are derived from it. Any thread.
#pragma once

#include <cstdint>
#include <memory>

#include "app/storage/secret_bytes.h"

namespace eddy {

/// What a derived key is for, so that a file put in another's place does not open. The values are part of the format: never renumber.
enum class KeyUse : std::uint64_t {
  Conversations = 1,  ///< eddy.db and its backups
  States = 2,         ///< states.db
  Documents = 3,      ///< documents.db
  StateFiles = 4,     ///< states/
  LibraryFiles = 5,   ///< library/
  OtherFiles = 6,     ///< databases that were put aside because they cannot be opened
};

/// 32 random bytes, made with the vault and never changed: another passphrase only wraps them anew.
class DataKey {
 public:
  static constexpr std::size_t kSize = 32;
  static std::shared_ptr<const DataKey> random();
  explicit DataKey(SecretBytes bytes) : bytes_(std::move(bytes)) {}
  const SecretBytes& bytes() const { return bytes_; }
  SecretBytes derive(KeyUse use) const;

 private:
  SecretBytes bytes_;
};

/// Null: the folder is not encrypted.
using KeyPointer = std::shared_ptr<const DataKey>;

/// How one file is encrypted; without a key it is not.
struct FileKey {
  KeyPointer key;
  KeyUse use = KeyUse::OtherFiles;
};

}  // namespace eddy
