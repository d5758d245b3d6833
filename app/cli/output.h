// Standard output that notices when nobody reads it any more.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "engine/api/result.h"

namespace eddy::cli {

class Output {
 public:
  /// Writes and flushes, so that readers of a pipe see text as it comes. After a failure nothing more is written.
  void write(std::string_view text);
  /// One line. Bytes that are not UTF-8 become U+FFFD.
  void write_json(const nlohmann::ordered_json& value, int indent = -1);

  bool failed() const { return error_ != 0; }
  /// An error if something could not be written; a reader that went away (head, less) is none.
  Result<void> finish();

 private:
  int error_ = 0;
};

/// The one of this program.
Output& standard_output();

}  // namespace eddy::cli
