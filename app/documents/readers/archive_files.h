// Files inside zip archives (office documents, e-books), within bounds.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/documents/readers/reading_error.h"

namespace eddy {

/// "docx", "pptx", "epub", "opendocument"; empty for any other archive and for a damaged one.
std::string archive_kind(std::string_view bytes);

using ArchiveFiles = std::map<std::string, std::string, std::less<>>;

/// Unpacks the files that are wanted. TooLarge when they have more than `most` bytes together, Encrypted for a locked
/// archive, Damaged when it contradicts itself. Names are only compared, never used as paths.
std::optional<DocumentError> unpack(std::string_view bytes, std::size_t most,
                                    const std::function<bool(std::string_view name)>& wanted, ArchiveFiles& files);

}  // namespace eddy
