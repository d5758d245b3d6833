// Whole files, encrypted and authenticated when their folder is. Any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "app/storage/data_key.h"
#include "engine/api/result.h"
#include "engine/api/shared_bytes.h"

namespace eddy {

/// Without a key files are written and read as they are. With one every file is bound to its name and its use: one that was changed
/// anywhere, or put in another's place, is FileCorrupt.
class FileCipher {
 public:
  FileCipher() = default;
  FileCipher(KeyPointer key, KeyUse use) : key_(std::move(key)), use_(use) {}

  /// As write_file_durably() and write_parts_durably().
  Result<void> write(const std::filesystem::path& file, std::span<const std::byte> bytes) const;
  Result<void> write(const std::filesystem::path& file, std::span<const std::span<const std::byte>> parts) const;
  Result<SharedBytes> read(const std::filesystem::path& file) const;

 private:
  KeyPointer key_;
  KeyUse use_ = KeyUse::OtherFiles;
};

}  // namespace eddy
