#include "engine/sequence/make_forward_pass.h"

#include <algorithm>

#include "engine/architectures/architectures.h"
#include "engine/backends/backend.h"
#include "engine/ops/embedding.h"
#include "engine/ops/experts.h"
#include "engine/sequence/planned_forward_pass.h"

namespace eddy {
namespace {

constexpr int kLargestChunk = 4096;
constexpr int kChunkOfFacts = 64;  // what backends choose by default

Result<void> check_chunk(const LoadOptions& options) {
  if (options.prefill_chunk >= 0 && options.prefill_chunk <= kLargestChunk) return {};
  return Error{ErrorCode::InvalidArgument, "[engine] a prefill chunk of " + std::to_string(options.prefill_chunk) +
                                               " tokens is not possible; use 1 to " + std::to_string(kLargestChunk) +
                                               ", or 0 for the default"};
}

/// Bytes of weights that one run of a plan reads: of a table of embeddings only the rows of its tokens, of experts as many
/// as its tokens choose when all choose others.
std::int64_t weight_bytes_read(const Plan& plan, std::span<const WeightSource> weights, const Backend& backend) {
  std::int64_t bytes = 0;
  for (const auto& stage : plan.stages) {
    for (const auto& op : stage) {
      for (int v : op.inputs) {
        const PlannedValue& value = plan.values[v];
        if (value.kind != ValueKind::Weight) continue;
        const auto held = backend.weight_bytes(weights[value.source]);
        const auto rows = plan.shape.sequences * plan.shape.tokens;
        const bool experts = op.kind == &kGroupedLinear;
        const auto read = experts ? plan.values[op.inputs[1]].shape.rows() : rows;
        bytes += experts || op.kind == &kEmbedding ? held / value.shape[0] * std::min(read, value.shape[0]) : held;
      }
    }
  }
  return bytes;
}

Result<std::unique_ptr<ForwardPass>> load_on(const Backend& backend, const ModelFile& file, const LoadOptions& options,
                                             std::stop_token stop, const LoadProgress& progress) {
  auto network = open_network(file);
  if (!network) return std::move(network).error();
  const auto weights = bind_tensors((*network)->architecture(), (*network)->tensors(), file);
  if (!weights) return weights.error();
  auto model = backend.load(*weights, (*network)->state_layout(), options, stop, progress);
  if (!model) return std::move(model).error();
  auto pass = std::make_unique<PlannedForwardPass>(*std::move(network), *std::move(model), options.prefill_chunk);
  if (auto ready = pass->warm_up(); !ready) return std::move(ready).error();
  return std::unique_ptr<ForwardPass>(std::move(pass));
}

}  // namespace

Result<NetworkFacts> network_facts(const ModelFile& file, const LoadOptions& options) {
  if (auto checked = check_chunk(options); !checked) return std::move(checked).error();
  const auto backend = find_backend(options.backend);
  if (!backend) return backend.error();
  const auto network = open_network(file);
  if (!network) return network.error();
  const auto weights = bind_tensors((*network)->architecture(), (*network)->tensors(), file);
  if (!weights) return weights.error();
  const NetworkSize size = (*network)->size();
  NetworkFacts facts{.architecture = std::string((*network)->architecture()),
                     .layers = size.layers,
                     .width = size.width,
                     .vocabulary = size.vocabulary,
                     .state_layout = (*network)->state_layout()};
  for (const auto& weight : *weights) {
    facts.parameters += weight.shape.elements();
    facts.weight_bytes += (*backend)->weight_bytes(weight);
  }
  const int chunk = options.prefill_chunk > 0 ? options.prefill_chunk : kChunkOfFacts;
  const Plan decode = record_plan(**network, {1, 1, LogitRows::Last});
  const Plan prefill = record_plan(**network, {1, chunk, LogitRows::Last});
  facts.weight_bytes_per_step = weight_bytes_read(decode, *weights, **backend);
  facts.work_bytes =
      std::max((*backend)->work_bytes(decode, *weights, options), (*backend)->work_bytes(prefill, *weights, options));
  facts.plan_bytes = (*backend)->prepared_bytes(prefill);
  constexpr std::int64_t kLarge = 128 << 10;  // from here on an allocation gets pages of its own
  facts.buffers = std::ranges::count_if(*weights, [&](const auto& w) { return (*backend)->weight_bytes(w) >= kLarge; });
  facts.memory_bytes = facts.weight_bytes + state_bytes_of(facts.state_layout) + facts.work_bytes;
  return facts;
}

Result<std::unique_ptr<ForwardPass>> make_forward_pass(std::shared_ptr<const ModelFile> file,
                                                       const LoadOptions& options, std::stop_token stop,
                                                       const LoadProgress& progress) {
  if (auto checked = check_chunk(options); !checked) return std::move(checked).error();
  const auto backends = backends_to_try(options.backend);
  if (!backends) return backends.error();
  auto pass = load_on(*backends->front(), *file, options, stop, progress);
  // Several are there for "auto" alone: what one cannot hold or run, the next one may.
  for (std::size_t i = 1; i < backends->size() && !pass && pass.error().code != ErrorCode::Cancelled; ++i) {
    pass = load_on(*(*backends)[i], *file, options, stop, progress);
  }
  return pass;
}

}  // namespace eddy
