#include "engine/devices/op_trial.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "engine/graph/planner.h"

namespace eddy {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

double relative_error(const std::vector<float>& got, const std::vector<float>& expected) {
  if (got.size() != expected.size()) return 1e30;
  double wrong = 0, size = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    wrong += std::pow(double{got[i]} - expected[i], 2);
    size += std::pow(double{expected[i]}, 2);
  }
  const double error = std::sqrt(wrong / std::max(size, 1e-30));
  return std::isfinite(error) ? error : 1e30;
}

}  // namespace

OpTrial::OpTrial(const OpKind& op, std::int64_t tokens, OpParams params, double tolerance)
    : op_(op), params_(params), tokens_(tokens), tolerance_(tolerance), name_(op.name) {}

std::vector<float> OpTrial::random(std::int64_t n, float low, float high) {
  std::uniform_real_distribution<float> draw(low, high);
  std::vector<float> values(static_cast<std::size_t>(n));
  for (float& value : values) value = draw(random_);
  return values;
}

OpTrial& OpTrial::add(Input input) {
  inputs_.push_back(std::move(input));
  return *this;
}

OpTrial& OpTrial::input(const Shape& shape, float low, float high) {
  return numbers(shape, random(shape.elements(), low, high));
}

OpTrial& OpTrial::numbers(const Shape& shape, std::vector<float> values) {
  return add({.shape = shape, .values = std::move(values)});
}

OpTrial& OpTrial::activation(std::int64_t channels, float low, float high) {
  return input({1, tokens_, channels}, low, high);
}

OpTrial& OpTrial::matrix(WeightFormat format, const Shape& shape) {
  Input input{.shape = shape, .values = random(shape.elements(), -1, 1), .format = format};
  input.packed.resize(static_cast<std::size_t>(bytes_of(format, shape.elements())));
  traits(format).quantise(input.values.data(), input.packed.data(), shape.elements());
  traits(format).dequantise(input.packed.data(), input.values.data(), shape.elements());
  name_ += " " + std::string(traits(format).name);
  return add(std::move(input));
}

OpTrial& OpTrial::tokens(std::int64_t vocabulary) {
  for (std::int64_t t = 0; t < tokens_; ++t) token_ids_.push_back(static_cast<TokenId>((t * 7 + 3) % vocabulary));
  return add({.kind = ValueKind::Tokens, .shape = {1, tokens_}});
}

OpTrial& OpTrial::state(const Shape& shape, float low, float high) {
  return add({.kind = ValueKind::State, .shape = shape, .values = random(shape.elements(), low, high)});
}

OpTrial& OpTrial::rows(std::int64_t width, std::int64_t before) {
  return add({.kind = ValueKind::State, .shape = {width}, .values = random((before + tokens_) * width, -1, 1), .before = before});
}

OpTrial& OpTrial::output(const Shape& shape) {
  outputs_.push_back(shape);
  return *this;
}

OpTrial::Values OpTrial::reference() const {
  Values slots(inputs_.size()), outputs;
  std::vector<std::vector<float*>> blocks(inputs_.size());
  std::vector<float*> pointers(inputs_.size());
  std::vector<TokenRows> rows(inputs_.size());
  std::vector<Operand> in, out;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const Input& input = inputs_[i];
    slots[i] = input.values;
    Operand operand{.tensor = {slots[i].data(), input.shape}};
    if (input.kind == ValueKind::Tokens) operand.tokens = token_ids_;
    if (input.kind == ValueKind::State && input.before < 0) {
      pointers[i] = slots[i].data();
      operand.states = std::span(&pointers[i], 1);
      operand.tensor.data = nullptr;
    }
    if (input.before >= 0) {
      const std::int64_t width = input.shape.elements(), count = input.before + tokens_;
      slots[i].resize(static_cast<std::size_t>((count + TokenRows::kPerBlock) * width));
      for (std::int64_t row = 0; row < count; row += TokenRows::kPerBlock) blocks[i].push_back(slots[i].data() + row * width);
      rows[i] = {.blocks = blocks[i], .before = input.before, .width = width};
      operand.rows = std::span(&rows[i], 1);
      operand.tensor.data = nullptr;
    }
    in.push_back(operand);
  }
  for (const Shape& shape : outputs_) outputs.emplace_back(static_cast<std::size_t>(shape.elements()));
  for (std::size_t i = 0; i < outputs.size(); ++i) out.push_back({.tensor = {outputs[i].data(), outputs_[i]}});
  op_.reference({1, tokens_, in, out, params_});
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    if (inputs_[i].kind != ValueKind::State) continue;
    slots[i].resize(inputs_[i].values.size());
    outputs.push_back(std::move(slots[i]));
  }
  return outputs;
}

/// Without outputs `output` is not looked at.
Plan OpTrial::plan_of(std::size_t output) const {
  Plan plan{.shape = {1, tokens_, outputs_.empty() ? LogitRows::None : LogitRows::All}};
  PlannedOp op{.kind = &op_, .params = params_};
  int weights = 0, slots = 0;
  for (const Input& input : inputs_) {
    int source = -1;
    if (input.kind == ValueKind::Weight) source = weights++;
    if (input.kind == ValueKind::State) source = slots++;
    op.inputs.push_back(static_cast<int>(plan.values.size()));
    plan.values.push_back({.kind = input.kind, .shape = input.shape, .source = source});
  }
  for (const Shape& shape : outputs_) {
    op.outputs.push_back(static_cast<int>(plan.values.size()));
    plan.values.push_back({.kind = ValueKind::Activation, .shape = shape});
  }
  plan.logits = outputs_.empty() ? -1 : op.outputs[output];
  sort_into_stages(plan, {op});
  plan_memory(plan);
  return plan;
}

StateLayout OpTrial::layout() const {
  StateLayout layout;
  for (const Input& input : inputs_) {
    if (input.kind != ValueKind::State) continue;
    StateSlot slot{.name = "slot " + std::to_string(layout.slots.size())};
    slot.kind = input.before >= 0 ? SlotKind::PerToken : SlotKind::Fixed;
    for (int i = 0; i < input.shape.rank(); ++i) slot.shape.push_back(input.shape[i]);
    layout.slots.push_back(std::move(slot));
  }
  return layout;
}

std::vector<WeightSource> OpTrial::weights() const {
  std::vector<WeightSource> weights;
  for (const Input& input : inputs_) {
    if (input.kind != ValueKind::Weight) continue;
    const bool packed = !input.packed.empty();
    const auto bytes = packed ? std::span<const std::byte>(input.packed) : std::as_bytes(std::span(input.values));
    weights.push_back({.name = "operand", .shape = input.shape, .matrix = packed, .parts = {{packed ? input.format : WeightFormat::F32, bytes}}});
  }
  return weights;
}

Result<void> OpTrial::write(RecurrentState& state) const {
  std::vector<std::byte> fixed;
  TokenRowsCopy copy;
  for (const Input& input : inputs_) {
    if (input.kind != ValueKind::State) continue;
    if (input.before < 0) {
      const auto bytes = std::as_bytes(std::span(input.values));
      fixed.insert(fixed.end(), bytes.begin(), bytes.end());
      continue;
    }
    copy.tokens = input.before;
    const std::int64_t width = input.shape.elements(), count = input.before + tokens_;
    SlotBlocks blocks;
    for (std::int64_t row = 0; row < count; row += kTokensPerBlock) {
      const std::int64_t filled = std::min(kTokensPerBlock, count - row);
      auto block = TokenBlock::allocate(static_cast<std::size_t>(filled * width) * sizeof(float));
      if (!block) return std::move(block).error();
      std::copy_n(input.values.data() + row * width, filled * width, (*block)->rows());
      (*block)->seal();
      blocks.blocks.push_back(*std::move(block));
    }
    copy.slots.push_back(std::move(blocks));
  }
  if (auto written = state.write(fixed); !written) return written;
  return copy.slots.empty() ? Result<void>{} : state.write_rows(copy);
}

/// Appends the slots in the order of the inputs.
Result<void> OpTrial::read(RecurrentState& state, Values& values) const {
  std::vector<std::byte> fixed(static_cast<std::size_t>(layout().fixed_bytes()));
  if (auto read = state.read(fixed); !read) return read;
  const auto rows = state.read_rows();
  if (!rows) return rows.error();
  std::size_t at = 0, slot = 0;
  for (const Input& input : inputs_) {
    if (input.kind != ValueKind::State) continue;
    auto& numbers = values.emplace_back();
    if (input.before < 0) {
      numbers.resize(input.values.size());
      std::memcpy(numbers.data(), fixed.data() + at, numbers.size() * sizeof(float));
      at += numbers.size() * sizeof(float);
      continue;
    }
    for (const SharedBlock& block : rows->slots[slot].blocks) {
      const auto* floats = reinterpret_cast<const float*>(block->bytes().data());
      numbers.insert(numbers.end(), floats, floats + block->bytes().size() / sizeof(float));
    }
    ++slot;
  }
  return {};
}

/// The output that came back, then the slots after the run.
Result<OpTrial::Values> OpTrial::run_output(BackendModel& model, std::size_t output) const {
  auto executable = model.prepare(plan_of(output));
  if (!executable) return std::move(executable).error();
  auto state = model.new_state();
  if (!state) return std::move(state).error();
  if (auto written = write(**state); !written) return written.error();
  Values values;
  if (!outputs_.empty()) values.emplace_back(static_cast<std::size_t>(outputs_[output].elements()), kNan);
  std::vector<float> nothing;
  auto tokens = token_ids_;
  tokens.resize(static_cast<std::size_t>(tokens_));
  RecurrentState* states[] = {state->get()};
  auto ran = (*executable)->run(tokens, states, values.empty() ? std::span<float>(nothing) : std::span<float>(values.front()));
  if (!ran) return ran.error();
  if (auto done = read(**state, values); !done) return done.error();
  return values;
}

double OpTrial::error_of(const Values& got, const Values& expected, std::size_t output) const {
  double worst = outputs_.empty() ? 0 : relative_error(got.front(), expected[output]);
  const std::size_t mine = outputs_.empty() ? 0 : 1;
  for (std::size_t i = 0; mine + i < got.size(); ++i) {
    worst = std::max(worst, relative_error(got[mine + i], expected[outputs_.size() + i]));
  }
  return worst;
}

Result<double> OpTrial::run(const Backend& backend, const LoadOptions& options) const {
  const auto sources = weights();
  auto model = backend.load(sources, layout(), options, {}, {});
  if (!model) return std::move(model).error();
  const auto expected = reference();
  double worst = 0;
  for (std::size_t i = 0; i < std::max<std::size_t>(outputs_.size(), 1); ++i) {
    const auto got = run_output(**model, i);
    if (!got) return got.error();
    worst = std::max(worst, error_of(*got, expected, i));
  }
  return worst;
}

}  // namespace eddy
