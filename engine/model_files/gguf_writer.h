// Writes a GGUF file, version 3. Header first: every tensor's size must be known before the first one is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/model_files/gguf_format.h"
#include "engine/model_files/output_file.h"
#include "engine/model_files/parsed_file.h"

namespace eddy {

/// Use: set() keys, declare() tensors, begin(), then write() the bytes of each tensor in the order declared, commit().
/// One thread.
class GgufWriter {
 public:
  /// Integers are written as u32, i32 or i64, the first that holds them; fractions as f32, arrays of them as f64 if f32
  /// loses.
  void set(const std::string& key, MetadataValue value) { metadata_.insert_or_assign(key, std::move(value)); }

  /// `shape` outermost first; the last size is a multiple of the format's block.
  void declare(const std::string& name, WeightFormat format, std::vector<std::int64_t> shape);

  Result<void> begin(const std::filesystem::path& path);
  /// A further piece of the tensor in turn; a tensor that is complete is padded and the next one's turn comes.
  Result<void> write(std::span<const std::byte> bytes);
  /// All tensors must be complete.
  Result<void> commit();
  std::int64_t written() const { return file_->written(); }

 private:
  struct Declared {
    std::string name;
    WeightFormat format;
    std::vector<std::int64_t> shape;
    std::int64_t bytes;
  };

  std::string header() const;
  Result<void> skip_finished();

  Metadata metadata_;
  std::vector<Declared> tensors_;
  std::unique_ptr<OutputFile> file_;
  std::size_t current_ = 0;         ///< tensor in turn
  std::int64_t current_bytes_ = 0;  ///< of it, written
};

}  // namespace eddy
