// Walks JSON text event by event, so that hostile input can neither recurse deeply nor build a large tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

using JsonScalar =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string>;  ///< monostate: null

/// Keys from the root to a value; array elements are named by their index.
using JsonPath = std::span<const std::string>;

/// Each function returns what is wrong with the event, or "" to go on.
class JsonVisitor {
 public:
  virtual ~JsonVisitor() = default;
  virtual std::string value(JsonPath path, JsonScalar scalar) = 0;
  virtual std::string begin_object(JsonPath) { return {}; }
  virtual std::string begin_array(JsonPath) { return {}; }
  virtual std::string end_array(JsonPath) { return {}; }
};

struct JsonLimits {
  std::size_t bytes = std::size_t(16) << 20;
  std::size_t depth = 32;
};

/// The root must be an object; duplicate keys, bad UTF-8 and numbers that overflow are errors. FileCorrupt with a
/// message that starts with `where` ("[config] config.json").
Result<void> walk_json(std::string_view text, const std::string& where, const JsonLimits& limits, JsonVisitor& visitor);

}  // namespace eddy
