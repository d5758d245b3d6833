// Whether the files of a model are still as they were when its loading began.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "engine/api/result.h"
#include "engine/model_files/model_file.h"

namespace eddy {

/// The fingerprint is made of a file's bytes, then the weights are arranged from them: whoever writes into the file in
/// between would give weights another model's name. Afterwards the file may change: nothing looks at it again.
class FileStamps {
 public:
  explicit FileStamps(const ModelFile& file);

  /// FileUnreadable, naming the file, when size or time of one is another now.
  Result<void> check() const;

 private:
  struct Stamp {
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type written;
  };
  static Stamp stamp_of(const std::filesystem::path& path);

  std::vector<Stamp> stamps_;
};

}  // namespace eddy
