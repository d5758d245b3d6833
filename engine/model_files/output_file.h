// A file that appears under its name only when it is complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

#include "engine/api/result.h"

namespace eddy {

/// Writes to "<path>.partial-<process>" in the same folder; commit() flushes it to the disk and renames it, replacing a
/// file of that name. Without commit() the temporary file is removed. One thread.
class OutputFile {
 public:
  static Result<std::unique_ptr<OutputFile>> create(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// DiskFull or FileUnreadable.
  Result<void> write(std::span<const std::byte> bytes);
  Result<void> commit();
  std::int64_t written() const { return written_; }

 private:
  OutputFile(std::filesystem::path path, std::filesystem::path temporary, std::FILE* file)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}
  Error failure(int number) const;

  std::filesystem::path path_, temporary_;
  std::FILE* file_;
  std::int64_t written_ = 0;
};

}  // namespace eddy
