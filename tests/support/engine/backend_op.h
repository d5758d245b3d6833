// One op as a plan of its own, run on any backend through its public face: inputs travel as weights and states, each
// output in turn is the one that comes back.
#pragma once

#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/graph/planner.h"

namespace eddy {

/// The backend that tests run on, from EDDY_TEST_BACKENDS; empty: the CPU's kernels, called directly.
inline std::string test_backends() {
  const char* name = std::getenv("EDDY_TEST_BACKENDS");
  return name ? name : "";
}

class BackendOp {
 public:
  BackendOp(std::string backend, const OpKind& op, const OpParams& params, std::int64_t sequences, std::int64_t tokens)
      : backend_(std::move(backend)) {
    plan_.shape = {sequences, tokens, LogitRows::All};
    op_ = {.kind = &op, .params = params};
  }

  void add_tokens(const std::vector<TokenId>& tokens) {
    tokens_ = tokens;
    add(ValueKind::Tokens, {plan_.shape.sequences, plan_.shape.tokens}, -1);
  }
  /// `values` [B, slot]
  void add_state(const Shape& shape, const std::vector<float>& values) {
    add(ValueKind::State, shape, static_cast<int>(layout_.slots.size()));
    StateSlot slot{.name = "slot " + std::to_string(layout_.slots.size())};
    for (int i = 0; i < shape.rank(); ++i) slot.shape.push_back(shape[i]);
    layout_.slots.push_back(slot);
    states_.push_back(values);
  }
  void add_matrix(const Shape& shape, WeightFormat format, const std::vector<std::byte>& bytes) {
    add(ValueKind::Weight, shape, static_cast<int>(weights_.size()));
    weights_.push_back({.name = "matrix", .shape = shape, .matrix = true, .parts = {{format, bytes}}});
  }
  void add_numbers(const Shape& shape, const std::vector<float>& values) {
    add(ValueKind::Weight, shape, static_cast<int>(weights_.size()));
    weights_.push_back(
        {.name = "numbers", .shape = shape, .parts = {{WeightFormat::F32, std::as_bytes(std::span(values))}}});
  }

  /// The outputs, then the states: those after the last run, and every run's must be the same.
  Result<std::vector<std::vector<float>>> run(const std::vector<Shape>& outputs) {
    const auto backend = find_backend(backend_);
    if (!backend) return backend.error();
    auto model = (*backend)->load(weights_, layout_, {.backend = backend_}, {}, {});
    if (!model) return std::move(model).error();
    for (const Shape& shape : outputs) {
      op_.outputs.push_back(static_cast<int>(plan_.values.size()));
      plan_.values.push_back({.kind = ValueKind::Activation, .shape = shape});
    }
    std::vector<std::vector<float>> results(outputs.size() + states_.size());
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      if (auto done = run_output(**model, i, outputs[i], results); !done) return done.error();
    }
    return results;
  }

 private:
  void add(ValueKind kind, const Shape& shape, int source) {
    op_.inputs.push_back(static_cast<int>(plan_.values.size()));
    plan_.values.push_back({.kind = kind, .shape = shape, .source = source});
  }

  Result<void> run_output(BackendModel& model, std::size_t output, const Shape& shape,
                          std::vector<std::vector<float>>& results) {
    Plan plan = plan_;
    plan.logits = op_.outputs[output];
    sort_into_stages(plan, {op_});
    plan_memory(plan);
    auto executable = model.prepare(plan);
    if (!executable) return std::move(executable).error();
    results[output].assign(static_cast<std::size_t>(shape.elements()), std::numeric_limits<float>::quiet_NaN());
    // Three times: a first run and the replays of a recorded one may take different ways.
    for (int again = 0; again < 3; ++again) {
      if (auto done = run_once(model, **executable, results[output], results); !done) return done;
    }
    return {};
  }

  Result<void> run_once(BackendModel& model, Executable& executable, std::vector<float>& logits,
                        std::vector<std::vector<float>>& results) {
    std::vector<std::unique_ptr<RecurrentState>> owned;
    std::vector<RecurrentState*> states;
    for (std::int64_t b = 0; b < plan_.shape.sequences; ++b) {
      auto state = model.new_state();
      if (!state) return std::move(state).error();
      if (auto written = (*state)->write(canonical(b)); !written) return written;
      states.push_back(state->get());
      owned.push_back(*std::move(state));
    }
    tokens_.resize(static_cast<std::size_t>(plan_.shape.sequences * plan_.shape.tokens));
    if (auto ran = executable.run(tokens_, states, logits); !ran) return ran;
    for (std::size_t s = 0; s < states_.size(); ++s) results[results.size() - states_.size() + s].clear();
    for (const RecurrentState* state : states) {
      std::vector<std::byte> bytes(static_cast<std::size_t>(layout_.fixed_bytes()));
      if (auto read = state->read(bytes); !read) return read;
      split(bytes, results);
    }
    return {};
  }

  std::vector<std::byte> canonical(std::int64_t sequence) const {
    std::vector<std::byte> bytes(static_cast<std::size_t>(layout_.fixed_bytes()));
    std::byte* to = bytes.data();
    for (std::size_t s = 0; s < states_.size(); ++s) {
      const auto count = static_cast<std::size_t>(layout_.slots[s].elements());
      std::memcpy(to, states_[s].data() + static_cast<std::size_t>(sequence) * count, count * sizeof(float));
      to += count * sizeof(float);
    }
    return bytes;
  }

  void split(const std::vector<std::byte>& bytes, std::vector<std::vector<float>>& results) const {
    const std::byte* from = bytes.data();
    for (std::size_t s = 0; s < states_.size(); ++s) {
      std::vector<float> slot(static_cast<std::size_t>(layout_.slots[s].elements()));
      std::memcpy(slot.data(), from, slot.size() * sizeof(float));
      from += slot.size() * sizeof(float);
      auto& all = results[results.size() - states_.size() + s];
      all.insert(all.end(), slot.begin(), slot.end());
    }
  }

  std::string backend_;
  Plan plan_;
  PlannedOp op_;
  StateLayout layout_;
  std::vector<std::vector<float>> states_;
  std::vector<WeightSource> weights_;
  std::vector<TokenId> tokens_;
};

}  // namespace eddy
