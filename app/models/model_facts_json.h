// What inspecting a file said, as it is kept between starts. No state.
#pragma once

#include <string>

#include "engine/api/error.h"
#include "engine/api/model_info.h"

namespace eddy {

/// Facts of one file, or why it has none.
struct ModelFacts {
  ModelInfo info;
  bool looked = false;                        ///< it was inspected
  ErrorCode code = ErrorCode::Internal;       ///< when it cannot run
  std::string program;                        ///< the version of Eddy that looked: another one looks again
};

std::string toJson(const ModelFacts& facts);
/// Facts with looked = false when the text is none of ours.
ModelFacts factsFromJson(const std::string& json);

}  // namespace eddy
