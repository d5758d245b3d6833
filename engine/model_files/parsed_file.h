// What a parser finds in one file, before files are joined into a ModelFile.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/model_files/model_file.h"

namespace eddy {

using Metadata = std::map<std::string, MetadataValue, std::less<>>;

/// Spans point into the bytes that were parsed.
struct ParsedFile {
  std::vector<StoredTensor> tensors;  ///< in file order
  std::vector<ForeignTensor> foreign;
  Metadata metadata;
};

}  // namespace eddy
