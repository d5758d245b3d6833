// What a model will take of the computer's memory, and whether it fits.
#pragma once

#include "engine/api/model_info.h"
#include "engine/api/result.h"
#include "engine/sequence/make_forward_pass.h"

namespace eddy {

/// From a network's plans; the tokenizer's tables are still to be added.
MemoryNeeds memory_needs(const NetworkFacts& facts);

/// OutOfMemory when a conversation of 256 tokens would not fit into `available` bytes (0 = unknown, let pass). The
/// message says what would fit.
Result<void> check_memory_needs(const ModelInfo& info, const NetworkFacts& facts, std::int64_t available);

}  // namespace eddy
