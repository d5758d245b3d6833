// From a model file to a network that runs, and what can be said of it before.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include "engine/api/engine.h"
#include "engine/api/result.h"
#include "engine/graph/weight_source.h"
#include "engine/model_files/model_file.h"
#include "engine/sequence/forward_pass.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// Facts about a network, from names and shapes alone: no weight is read.
struct NetworkFacts {
  std::string architecture;  ///< "rwkv7"
  std::int64_t layers = 0;
  std::int64_t width = 0;
  std::int64_t vocabulary = 0;
  std::int64_t parameters = 0;  ///< weights that the network uses
  StateLayout state_layout;
  std::int64_t weight_bytes = 0;  ///< as held in memory by the CPU backend
  std::int64_t weight_bytes_per_step =
      0;                          ///< of these, what one decode step reads: of the embedding only the row of a token
  std::int64_t work_bytes = 0;    ///< of the largest of the default plans
  std::int64_t plan_bytes = 0;    ///< the plans that are kept, prepared for the CPU
  std::int64_t buffers = 0;       ///< weights that get pages of their own
  std::int64_t memory_bytes = 0;  ///< weights + one state + work buffers of the default plans
};

/// UnsupportedArchitecture (naming what the file says it is), UnsupportedFormat, or FileCorrupt listing what is missing
/// or misshapen.
Result<NetworkFacts> network_facts(const ModelFile& file, const LoadOptions& options = {});

/// Which devices make_forward_pass() would take, for which layers. Errors as there.
Result<std::vector<PlacedLayers>> place_network(const ModelFile& file, const LoadOptions& options = {});

/// Loads the weights, onto several devices where LoadOptions says so or "auto" finds that one does not suffice. The file is
/// not needed afterwards. Errors as above, and Cancelled, OutOfMemory, InvalidArgument (an unknown backend or device).
/// Blocks; `progress` is called on this thread. `before_reading` as in WeightSource.
Result<std::unique_ptr<ForwardPass>> make_forward_pass(std::shared_ptr<const ModelFile> file,
                                                       const LoadOptions& options = {}, std::stop_token stop = {},
                                                       const LoadProgress& progress = {},
                                                       const BytesReader& before_reading = {});

}  // namespace eddy
