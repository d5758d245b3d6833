// A file's bytes, mapped read-only into memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "engine/api/result.h"

namespace eddy {

/// Immutable, thread-safe. The file may be renamed or deleted while mapped; whoever cuts it short while it is being
/// read gets the process killed by the system, so copy what must live long.
class MappedFile {
 public:
  /// FileNotFound or FileUnreadable (a folder, no rights, I/O error). An empty file maps to an empty span.
  static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }

  /// Says that these bytes are not needed soon: their pages, and those brought along with them, may leave this process's
  /// memory. Bytes that lie in no mapped file are left alone. Any thread.
  static void forget(std::span<const std::byte> bytes);

 private:
  MappedFile() = default;
  std::filesystem::path path_;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  void* handle_ = nullptr;  // the mapping object on Windows, unused elsewhere
};

}  // namespace eddy
