// The list of networks we can run.
#pragma once

#include <memory>
#include <span>

#include "engine/architectures/architecture.h"

namespace eddy {

std::span<const Architecture* const> all_architectures();

/// UnsupportedArchitecture, naming what the file says it is.
Result<const Architecture*> find_architecture(const ModelFile& file);

/// find_architecture, and its config read from the file.
Result<std::unique_ptr<const Network>> open_network(const ModelFile& file);

}  // namespace eddy
