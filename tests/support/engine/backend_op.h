// One op as a plan of its own, run on any backend through its public face: inputs travel as weights and states, each
// output in turn is the one that comes back.
#pragma once

#include <algorithm>
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

  /// A per-token slot with rows for `before` earlier tokens and those of the call: `values` [B, before + T, width]. Blocks
  /// before the first `absent` tokens are missing.
  void add_rows(std::int64_t width, std::int64_t before, std::int64_t absent, const std::vector<float>& values) {
    add(ValueKind::State, {width}, static_cast<int>(layout_.slots.size()));
    layout_.slots.push_back({.name = "rows " + std::to_string(rows_.size()),
                             .kind = SlotKind::PerToken,
                             .shape = {width},
                             .window = absent > 0 ? before - absent + 1 : 0});
    rows_.push_back(values);
    before_ = before;
  }

  /// The outputs, then the fixed slots, then the per-token slots: those after the last run.
  Result<std::vector<std::vector<float>>> run(const std::vector<Shape>& outputs) {
    const auto backend = find_backend(backend_);
    if (!backend) return backend.error();
    auto model = (*backend)->load(weights_, layout_, {.backend = backend_}, {}, {});
    if (!model) return std::move(model).error();
    for (const Shape& shape : outputs) {
      op_.outputs.push_back(static_cast<int>(plan_.values.size()));
      plan_.values.push_back({.kind = ValueKind::Activation, .shape = shape});
    }
    std::vector<std::vector<float>> results(outputs.size() + states_.size() + rows_.size());
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      if (auto done = run_output(**model, op_.outputs[i], outputs[i].elements(), results[i], results); !done) {
        return done.error();
      }
    }
    std::vector<float> nothing;
    auto done = outputs.empty() ? run_output(**model, -1, 0, nothing, results) : Result<void>{};
    if (!done) return done.error();
    return results;
  }

 private:
  void add(ValueKind kind, const Shape& shape, int source) {
    op_.inputs.push_back(static_cast<int>(plan_.values.size()));
    plan_.values.push_back({.kind = kind, .shape = shape, .source = source});
  }

  /// `output` is the value that comes back, -1 for an op that writes into states alone.
  Result<void> run_output(BackendModel& model, int output, std::int64_t elements, std::vector<float>& logits,
                          std::vector<std::vector<float>>& results) {
    Plan plan = plan_;
    plan.logits = output;
    if (output < 0) plan.shape.logits = LogitRows::None;
    sort_into_stages(plan, {op_});
    plan_memory(plan);
    auto executable = model.prepare(plan);
    if (!executable) return std::move(executable).error();
    logits.assign(static_cast<std::size_t>(elements), std::numeric_limits<float>::quiet_NaN());
    // Three times: a first run and the replays of a recorded one may take different ways.
    for (int again = 0; again < 3; ++again) {
      if (auto done = run_once(model, **executable, logits, results); !done) return done;
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
      if (auto written = write_rows(**state, b); !written) return written;
      states.push_back(state->get());
      owned.push_back(*std::move(state));
    }
    tokens_.resize(static_cast<std::size_t>(plan_.shape.sequences * plan_.shape.tokens));
    if (auto ran = executable.run(tokens_, states, logits); !ran) return ran;
    for (std::size_t s = 0; s < states_.size() + rows_.size(); ++s) slot_result(results, s).clear();
    for (std::int64_t b = 0; b < plan_.shape.sequences; ++b) {
      RecurrentState* state = states[static_cast<std::size_t>(b)];
      std::vector<std::byte> bytes(static_cast<std::size_t>(layout_.fixed_bytes()));
      if (auto read = state->read(bytes); !read) return read;
      split(bytes, results);
      const auto rows = state->read_rows();
      if (!rows) return rows.error();
      for (std::size_t s = 0; s < rows_.size(); ++s) {
        add_rows_of(s, b, rows->slots[s], slot_result(results, states_.size() + s));
      }
    }
    return {};
  }

  std::vector<std::byte> canonical(std::int64_t sequence) const {
    std::vector<std::byte> bytes(static_cast<std::size_t>(layout_.fixed_bytes()));
    std::byte* to = bytes.data();
    for (std::size_t s = 0; s < states_.size(); ++s) {
      const auto count = static_cast<std::size_t>(slot_of(SlotKind::Fixed, s).elements());
      std::memcpy(to, states_[s].data() + static_cast<std::size_t>(sequence) * count, count * sizeof(float));
      to += count * sizeof(float);
    }
    return bytes;
  }

  void split(const std::vector<std::byte>& bytes, std::vector<std::vector<float>>& results) const {
    const std::byte* from = bytes.data();
    for (std::size_t s = 0; s < states_.size(); ++s) {
      std::vector<float> slot(static_cast<std::size_t>(slot_of(SlotKind::Fixed, s).elements()));
      std::memcpy(slot.data(), from, slot.size() * sizeof(float));
      from += slot.size() * sizeof(float);
      auto& all = slot_result(results, s);
      all.insert(all.end(), slot.begin(), slot.end());
    }
  }

  std::vector<float>& slot_result(std::vector<std::vector<float>>& results, std::size_t slot) const {
    return results[results.size() - states_.size() - rows_.size() + slot];
  }

  const StateSlot& slot_of(SlotKind kind, std::size_t number) const {
    auto slot = layout_.slots.begin();
    while (slot->kind != kind || number-- > 0) ++slot;
    return *slot;
  }

  /// Also the rows of the call's own tokens, which other ops of a network would have written.
  Result<void> write_rows(RecurrentState& state, std::int64_t sequence) const {
    TokenRowsCopy copy{.tokens = before_};
    const std::int64_t count = before_ + plan_.shape.tokens;
    for (std::size_t s = 0; s < rows_.size(); ++s) {
      const StateSlot& slot = slot_of(SlotKind::PerToken, s);
      SlotBlocks blocks{.first_block = first_needed_block(before_, slot.window)};
      for (std::int64_t i = blocks.first_block; i * kTokensPerBlock < count; ++i) {
        const std::int64_t filled = std::min(kTokensPerBlock, count - i * kTokensPerBlock);
        auto block = TokenBlock::allocate(static_cast<std::size_t>(filled * slot.elements()) * sizeof(float));
        if (!block) return std::move(block).error();
        const float* from = rows_[s].data() + (sequence * count + i * kTokensPerBlock) * slot.elements();
        std::copy_n(from, filled * slot.elements(), (*block)->rows());
        (*block)->seal();
        blocks.blocks.push_back(*std::move(block));
      }
      copy.slots.push_back(std::move(blocks));
    }
    return state.write_rows(copy);
  }

  /// All rows of a sequence; of blocks that were given up, those that were put there.
  void add_rows_of(std::size_t slot, std::int64_t sequence, const SlotBlocks& rows, std::vector<float>& all) const {
    const std::int64_t width = slot_of(SlotKind::PerToken, slot).elements(), count = before_ + plan_.shape.tokens;
    const float* from = rows_[slot].data() + sequence * count * width;
    all.insert(all.end(), from, from + std::min(rows.first_block * kTokensPerBlock, count) * width);
    for (const SharedBlock& block : rows.blocks) {
      const auto* numbers = reinterpret_cast<const float*>(block->bytes().data());
      all.insert(all.end(), numbers, numbers + block->bytes().size() / sizeof(float));
    }
  }

  std::string backend_;
  Plan plan_;
  PlannedOp op_;
  StateLayout layout_;
  std::vector<std::vector<float>> states_;
  std::vector<std::vector<float>> rows_;  // of per-token slots
  std::int64_t before_ = 0;
  std::vector<WeightSource> weights_;
  std::vector<TokenId> tokens_;
};

}  // namespace eddy
