// What a parser finds in one file, before files are joined into a ModelFile.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/model_files/model_file.h"

namespace eddy {

using Metadata = std::map<std::string, MetadataValue, std::less<>>;

/// Numbers that had to be rearranged; never changed after a span points into them.
using OwnedBytes = std::shared_ptr<const std::vector<std::byte>>;

/// Spans point into the bytes that were parsed, or into `owned`.
struct ParsedFile {
  std::vector<StoredTensor> tensors;  ///< in file order
  std::vector<ForeignTensor> foreign;
  Metadata metadata;
  std::vector<OwnedBytes> owned;
};

}  // namespace eddy
