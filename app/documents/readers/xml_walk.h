// XML as a sequence of starts, ends and texts, over libxml2. No network, no entities from outside, bounded depth.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/documents/readers/reading_error.h"

namespace eddy {

/// Attributes and elements go by their local names: prefixes differ between programs, local names do not.
using XmlAttributes = std::map<std::string, std::string, std::less<>>;

struct XmlHandler {
  /// Return false to stop the walk without an error.
  std::function<bool(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<bool(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

/// Damaged when the text is not XML (what came before the mistake has been handed out), TooLarge when it nests deeper than
/// `depth`.
std::optional<DocumentError> walk_xml(std::string_view bytes, const char* what, int depth, const XmlHandler& handler);

/// The value, or empty.
std::string_view value_of(const XmlAttributes& attributes, std::string_view name);

}  // namespace eddy
