// Conversations to look at, for eddy-offline and for pictures.
#pragma once

#include <filesystem>

namespace eddy {

/// Writes them into a data folder that no program uses.
void makeSampleChats(const std::filesystem::path& folder);

}  // namespace eddy
