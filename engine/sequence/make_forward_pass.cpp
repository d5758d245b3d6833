#include "engine/sequence/make_forward_pass.h"

#include <algorithm>
#include <optional>

#include "engine/architectures/architectures.h"
#include "engine/backends/backend.h"
#include "engine/ops/embedding.h"
#include "engine/ops/experts.h"
#include "engine/sequence/layer_placer.h"
#include "engine/sequence/planned_forward_pass.h"
#include "engine/sequence/split_forward_pass.h"

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

/// A network with its tensors found in a file.
struct OpenedNetwork {
  std::unique_ptr<const Network> network;
  std::vector<WeightSource> weights;

  static Result<OpenedNetwork> open(const ModelFile& file) {
    auto network = open_network(file);
    if (!network) return std::move(network).error();
    auto weights = bind_tensors((*network)->architecture(), (*network)->tensors(), file);
    if (!weights) return std::move(weights).error();
    return OpenedNetwork{*std::move(network), *std::move(weights)};
  }
};

/// The part of `options` that concerns one device.
LoadOptions options_for(const PlacedLayers& placed, LoadOptions options) {
  options.backend = placed.backend;
  options.device = placed.device;
  options.devices.clear();
  return options;
}

LoadProgress part_of(const LoadProgress& progress, double start, double share) {
  if (!progress) return {};
  return [&progress, start, share](double fraction) { progress(start + share * fraction); };
}

Result<std::unique_ptr<ForwardPass>> load_whole(OpenedNetwork opened, PlacedLayers placed, const LoadOptions& options,
                                                std::stop_token stop, const LoadProgress& progress) {
  const Backend& backend = **find_backend(placed.backend);
  auto model = backend.load(opened.weights, opened.network->state_layout(), options_for(placed, options), stop, progress);
  if (!model) return std::move(model).error();
  auto pass = std::make_unique<PlannedForwardPass>(std::move(opened.network), *std::move(model), options.prefill_chunk,
                                                   std::vector{std::move(placed)});
  if (auto ready = pass->warm_up(); !ready) return std::move(ready).error();
  return std::unique_ptr<ForwardPass>(std::move(pass));
}

Result<std::unique_ptr<ForwardPass>> load_parts(OpenedNetwork opened, const LayerPlacer& placer, int chunk,
                                                const std::vector<PlacedLayers>& placement, const LoadOptions& options,
                                                std::stop_token stop, const LoadProgress& progress) {
  double total = 0, done = 0;
  for (const auto& placed : placement) total += static_cast<double>(placed.weights);
  std::vector<NetworkPart> parts;
  for (const auto& placed : placement) {
    const LayerRange range{placed.first, placed.first + placed.layers};
    const LayerContent content = placer.content(range);
    const double share = static_cast<double>(placed.weights) / std::max(1.0, total);
    auto model = (*find_backend(placed.backend))
                     ->load(placer.weights(content), placer.cut().layout(content), options_for(placed, options), stop,
                            part_of(progress, done, share));
    if (!model) return std::move(model).error();
    parts.push_back({range, content, *std::move(model), placed});
    done += share;
  }
  auto pass =
      std::make_unique<SplitForwardPass>(std::move(opened.network), std::move(parts), chunk, placer.pieces(placement));
  if (auto ready = pass->warm_up(); !ready) return std::move(ready).error();
  return std::unique_ptr<ForwardPass>(std::move(pass));
}

Result<std::unique_ptr<ForwardPass>> load_on(OpenedNetwork opened, std::span<const DeviceShare> devices,
                                             const LoadOptions& options, std::stop_token stop,
                                             const LoadProgress& progress) {
  const auto& network = *opened.network;
  const auto weights = opened.weights;  // the placer looks at them
  const LayerPlacer placer(network, weights, options);
  const auto placement = placer.place(devices);
  if (!placement) return placement.error();
  if (placement->size() == 1) {
    LoadOptions alone = options;
    if (devices.size() > 1) alone.prefill_chunk = placer.chunk(devices);  // with which it was found to have room
    return load_whole(std::move(opened), placement->front(), alone, stop, progress);
  }
  return load_parts(std::move(opened), placer, placer.chunk(devices), *placement, options, stop, progress);
}

/// Of the failures of several lists of devices the one that tells most: the last, or what the longest list lacks.
class Failures {
 public:
  void add(Error error, std::size_t devices) {
    const bool says_less = last_ && last_->code == ErrorCode::OutOfMemory && error.code == ErrorCode::OutOfMemory &&
                           devices < devices_;
    if (says_less) return;
    last_ = std::move(error);
    devices_ = devices;
  }
  Error error() && { return *std::move(last_); }

 private:
  std::optional<Error> last_;
  std::size_t devices_ = 0;
};

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

Result<std::vector<PlacedLayers>> place_network(const ModelFile& file, const LoadOptions& options) {
  if (auto checked = check_chunk(options); !checked) return std::move(checked).error();
  const auto lists = devices_to_try(options);
  if (!lists) return lists.error();
  const auto opened = OpenedNetwork::open(file);
  if (!opened) return opened.error();
  const LayerPlacer placer(*opened->network, opened->weights, options);
  Failures failures;
  for (const auto& devices : *lists) {
    auto placement = placer.place(devices);
    if (placement) return placement;
    failures.add(std::move(placement).error(), devices.size());
  }
  return std::move(failures).error();
}

Result<std::unique_ptr<ForwardPass>> make_forward_pass(std::shared_ptr<const ModelFile> file,
                                                       const LoadOptions& options, std::stop_token stop,
                                                       const LoadProgress& progress,
                                                       const BytesReader& before_reading) {
  if (auto checked = check_chunk(options); !checked) return std::move(checked).error();
  const auto lists = devices_to_try(options);
  if (!lists) return lists.error();
  Failures failures;
  // Several are there for "auto" alone: what one cannot hold or run, the next one may.
  for (const auto& devices : *lists) {
    auto opened = OpenedNetwork::open(*file);
    if (!opened) return std::move(opened).error();
    for (auto& weight : opened->weights) weight.before_reading = before_reading;
    auto pass = load_on(*std::move(opened), devices, options, stop, progress);
    if (pass || pass.error().code == ErrorCode::Cancelled) return pass;
    failures.add(std::move(pass).error(), devices.size());
  }
  return std::move(failures).error();
}

}  // namespace eddy
