// What an architecture must say: five parts, see rwkv7.cpp. Everything else (loading, memory, plans) follows from them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"
#include "engine/architectures/tensor_table.h"
#include "engine/graph/graph.h"
#include "engine/model_files/model_file.h"
#include "engine/state/state_layout.h"

namespace eddy {

struct NetworkSize {
  std::int64_t layers = 0;
  std::int64_t width = 0;
  std::int64_t vocabulary = 0;
};

/// An architecture with the config of one model file. Immutable; holds no weights.
class Network {
 public:
  virtual ~Network() = default;
  virtual std::string_view architecture() const = 0;
  virtual NetworkSize size() const = 0;
  virtual TensorTable tensors() const = 0;
  virtual StateLayout state_layout() const = 0;
  /// Records the forward pass of the graph's shape class, logits included if they are wanted.
  virtual void forward(Graph& graph) const = 0;
};

struct Architecture {
  std::string_view name;
  bool (*recognises)(const ModelFile& file);
  Result<std::unique_ptr<const Network>> (*open)(const ModelFile& file);
};

/// Joins a config with the functions that take it.
template <class Config>
struct ArchitectureParts {
  std::string_view name;
  Result<Config> (*read_config)(const ModelFile& file);
  NetworkSize (*size)(const Config& config);
  TensorTable (*tensors)(const Config& config);
  StateLayout (*state_layout)(const Config& config);
  void (*forward)(Graph& graph, const Config& config);
};

template <class Config>
class ConfiguredNetwork final : public Network {
 public:
  ConfiguredNetwork(const ArchitectureParts<Config>& parts, Config config)
      : parts_(parts), config_(std::move(config)) {}
  std::string_view architecture() const override { return parts_.name; }
  NetworkSize size() const override { return parts_.size(config_); }
  TensorTable tensors() const override { return parts_.tensors(config_); }
  StateLayout state_layout() const override { return parts_.state_layout(config_); }
  void forward(Graph& graph) const override { parts_.forward(graph, config_); }

 private:
  ArchitectureParts<Config> parts_;
  Config config_;
};

template <class Config>
Result<std::unique_ptr<const Network>> open_network(const ArchitectureParts<Config>& parts, const ModelFile& file) {
  auto config = parts.read_config(file);
  if (!config) return std::move(config).error();
  return std::unique_ptr<const Network>(std::make_unique<ConfiguredNetwork<Config>>(parts, *std::move(config)));
}

}  // namespace eddy
