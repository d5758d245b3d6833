// The name of an exact model: equal fingerprints mean that states are interchangeable.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "engine/api/result.h"
#include "engine/core/thread_pool.h"
#include "engine/model_files/model_file.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// Hex over architecture, state layout, tokenizer and every tensor with name, format, shape and full content; the order
/// of tensors in the file does not count. Reads the whole file, all threads of `pool` at once; Cancelled when stopped.
Result<std::string> model_fingerprint(const ModelFile& file, std::string_view architecture, const StateLayout& layout,
                                      std::string_view tokenizer_fingerprint, ThreadPool& pool, std::stop_token stop,
                                      const std::function<void(double fraction)>& progress);

}  // namespace eddy
