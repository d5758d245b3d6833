#include "engine/backends/vulkan/self_test.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <random>
#include <set>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/vulkan/vulkan_executable.h"
#include "engine/backends/vulkan/weight_upload.h"
#include "engine/core/hash.h"
#include "engine/graph/planner.h"

namespace eddy {
namespace {

/// More than the matrix-vector kernels take; a whole run of ssd_runs.comp and some more.
std::int64_t most_tokens(const PlannedOp& op) {
  return op.kind->name == "ssd" ? 18 : 6;
}
constexpr std::int64_t kMostRows = 48, kMostColumns = 512;
constexpr double kTolerance = 1e-2;  // wrong kernels are off by more

/// One op with small operands, for the reference and for the device.
class OpTrial {
 public:
  OpTrial(const VulkanModel& model, const Plan& plan, const PlannedOp& op)
      : model_(model), plan_(plan), op_(op), tokens_(std::min(plan.shape.tokens, most_tokens(op))) {
    const bool has_matrix = is_linear() || convolves() || op.kind->name == "embedding";
    for (int v : op.inputs) shapes_.push_back(small_shape(v, has_matrix));
    for (int v : op.outputs) shapes_.push_back(small_shape(v, has_matrix));
  }

  /// Whether we know how to make operands for it.
  bool can_run() const {
    if (!op_.kind->reference || op_.outputs.empty()) return false;
    const bool made_smaller = plan_.shape.sequences > 1 || plan_.shape.tokens > tokens_ || is_linear() || convolves();
    if (op_.kind->name == "norm_linear") {
      const auto groups = op_.params.as<NormLinearParams>().groups;
      if (std::min(value_of(op_.inputs[2]).shape[0], kMostColumns) % groups != 0) return false;
    }
    for (int v : op_.inputs) {
      const PlannedValue& value = value_of(v);
      if (value.kind == ValueKind::State && slot_of(value).kind == SlotKind::PerToken) return false;
      const bool matrix = value.kind == ValueKind::Weight && model_.weight(value.source).is_matrix;
      if (matrix && value.shape.rank() != 2) return false;
      // An activation that travels as a weight, in a plan of one op: it cannot be made smaller with the others.
      const bool travels = value.kind == ValueKind::Weight && !matrix && value.shape.rank() == 3 &&
                           value.shape[0] == plan_.shape.sequences && value.shape[1] == plan_.shape.tokens;
      if (travels && made_smaller) return false;
    }
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
      const PlannedValue& value = value_of(value_index(i));
      if (value.kind == ValueKind::Activation && !follows_tokens(value.shape)) return false;
    }
    return true;
  }

  /// The same for the same kernel on operands of the same shape.
  std::string signature() const {
    std::string text(op_.kind->name);
    for (std::size_t i = 0; i < shapes_.size(); ++i) text += shapes_[i].text() + format_text(value_of(value_index(i)));
    text.append(reinterpret_cast<const char*>(&op_.params), sizeof op_.params);
    const auto hash = hash128(std::as_bytes(std::span(text)));
    std::string hex;
    for (const auto byte : std::as_bytes(std::span(&hash, 1))) {
      hex += "0123456789abcdef"[std::to_integer<int>(byte) >> 4];
      hex += "0123456789abcdef"[std::to_integer<int>(byte) & 15];
    }
    return hex;
  }

  /// The largest relative error of its outputs and states.
  Result<double> run(std::shared_ptr<vk::Device> device) {
    make_operands();
    run_reference();
    return run_on(std::move(device));
  }

 private:
  struct Matrix {
    WeightFormat format = WeightFormat::F32;
    std::vector<std::byte> bytes;
  };

  const PlannedValue& value_of(int v) const { return plan_.values[static_cast<std::size_t>(v)]; }
  int value_index(std::size_t i) const {
    return i < op_.inputs.size() ? op_.inputs[i] : op_.outputs[i - op_.inputs.size()];
  }
  const StateSlot& slot_of(const PlannedValue& value) const {
    return model_.layout().slots[static_cast<std::size_t>(value.source)];
  }
  bool is_linear() const { return op_.kind->name == "linear" || op_.kind->name == "norm_linear"; }
  /// Its outputs have channels of their own: only rows of the matrix can be made shorter.
  bool convolves() const { return op_.kind->name == "norm_linear_conv"; }
  bool has_norm() const { return op_.kind->name == "norm_linear" || convolves(); }
  bool follows_tokens(const Shape& shape) const {
    return shape.rank() == 3 && shape[0] == plan_.shape.sequences &&
           (shape[1] == plan_.shape.tokens || (shape[1] == 1 && op_.kind->name == "last_tokens"));
  }
  std::string format_text(const PlannedValue& value) const {
    if (value.kind != ValueKind::Weight || !model_.weight(value.source).is_matrix) return {};
    return std::string(traits(model_.weight(value.source).matrix.format).name);
  }

  /// One sequence, few tokens; the matrix of a linear op with fewer rows and columns.
  Shape small_shape(int v, bool has_matrix) const {
    const PlannedValue& value = value_of(v);
    const Shape& shape = value.shape;
    if (value.kind == ValueKind::Tokens) return {1, tokens_};
    if (has_norm() && v == op_.inputs[2]) return {std::min(shape[0], kMostColumns)};
    if (convolves()) {
      if (v == op_.inputs[0]) return {shape[0], std::min(shape[1], kMostColumns)};
      if (value.kind != ValueKind::Activation) return shape;
      return {1, tokens_, v == op_.inputs[1] ? std::min(shape[2], kMostColumns) : shape[2]};
    }
    const bool is_matrix = value.kind == ValueKind::Weight && has_matrix && shape.rank() == 2;
    if (is_matrix) return {std::min(shape[0], kMostRows), std::min(shape[1], kMostColumns)};
    if (value.kind != ValueKind::Activation || shape.rank() != 3) {
      return is_linear() && shape.rank() == 1 ? Shape{std::min(shape[0], kMostRows)} : shape;
    }
    std::int64_t channels = shape[2];
    if (has_matrix) channels = std::min(channels, is_linear() && v != op_.inputs[1] ? kMostRows : kMostColumns);
    return {1, shape[1] == plan_.shape.tokens ? tokens_ : 1, channels};
  }

  std::vector<float> random(std::int64_t n) {
    std::uniform_real_distribution<float> draw(0.1f, 0.9f);
    std::vector<float> values(static_cast<std::size_t>(n));
    for (float& value : values) value = draw(random_);
    return values;
  }

  void make_operands() {
    for (std::size_t i = 0; i < op_.inputs.size(); ++i) {
      const PlannedValue& value = value_of(op_.inputs[i]);
      auto& numbers = numbers_.emplace_back();
      Matrix& matrix = matrices_.emplace_back();
      if (value.kind == ValueKind::Tokens) {
        for (std::int64_t t = 0; t < tokens_; ++t) token_ids_.push_back(static_cast<TokenId>(t % 3));
        continue;
      }
      const std::int64_t count = shapes_[i].elements();
      numbers = random(count);
      if (value.kind != ValueKind::Weight || !model_.weight(value.source).is_matrix) continue;
      matrix.format = model_.weight(value.source).matrix.format;
      matrix.bytes.resize(static_cast<std::size_t>(bytes_of(matrix.format, count)));
      traits(matrix.format).quantise(numbers.data(), matrix.bytes.data(), count);
      traits(matrix.format).dequantise(matrix.bytes.data(), numbers.data(), count);
    }
  }

  void run_reference() {
    std::vector<Operand> inputs, outputs;
    std::vector<float*> pointers(op_.inputs.size());
    states_ = numbers_;
    for (std::size_t i = 0; i < op_.inputs.size(); ++i) {
      Operand operand{.tensor = {numbers_[i].data(), shapes_[i]}};
      const ValueKind kind = value_of(op_.inputs[i]).kind;
      if (kind == ValueKind::Tokens) operand.tokens = token_ids_;
      if (kind == ValueKind::State) {
        pointers[i] = states_[i].data();
        operand.states = std::span(&pointers[i], 1);
        operand.tensor.data = nullptr;
      }
      inputs.push_back(operand);
    }
    for (std::size_t i = op_.inputs.size(); i < shapes_.size(); ++i) {
      expected_.emplace_back(static_cast<std::size_t>(shapes_[i].elements()));
      outputs.push_back({.tensor = {expected_.back().data(), shapes_[i]}});
    }
    op_.kind->reference({1, tokens_, inputs, outputs, op_.params});
  }

  /// The op as a network of its own: what is an activation in the plan travels as a weight.
  Result<double> run_on(std::shared_ptr<vk::Device> device) {
    Plan plan{.shape = {1, tokens_, LogitRows::All}};
    PlannedOp op{.kind = op_.kind, .params = op_.params};
    StateLayout layout;
    std::vector<WeightSource> weights;
    std::vector<std::byte> state;
    for (std::size_t i = 0; i < op_.inputs.size(); ++i) {
      PlannedValue value{.kind = value_of(op_.inputs[i]).kind, .shape = shapes_[i]};
      if (value.kind == ValueKind::State) {
        value.source = static_cast<int>(layout.slots.size());
        layout.slots.push_back({.name = "slot", .shape = {shapes_[i].elements()}});
        const auto bytes = std::as_bytes(std::span(numbers_[i]));
        state.insert(state.end(), bytes.begin(), bytes.end());
      } else if (value.kind != ValueKind::Tokens) {
        value.kind = ValueKind::Weight;
        value.source = static_cast<int>(weights.size());
        const Matrix& matrix = matrices_[i];
        const bool packed = !matrix.bytes.empty();
        const auto bytes = packed ? std::span<const std::byte>(matrix.bytes) : std::as_bytes(std::span(numbers_[i]));
        weights.push_back({.name = "trial", .shape = shapes_[i], .matrix = packed, .parts = {{matrix.format, bytes}}});
      }
      op.inputs.push_back(static_cast<int>(plan.values.size()));
      plan.values.push_back(value);
    }
    for (std::size_t i = op_.inputs.size(); i < shapes_.size(); ++i) {
      op.outputs.push_back(static_cast<int>(plan.values.size()));
      plan.values.push_back({.kind = ValueKind::Activation, .shape = shapes_[i]});
    }
    auto loaded = upload_weights(device, weights, 1, {}, {});
    if (!loaded) return std::move(loaded).error();
    auto model = VulkanModel::create(std::move(device), *std::move(loaded), layout);
    if (!model) return std::move(model).error();
    return compare(**model, plan, op, state);
  }

  Result<double> compare(VulkanModel& model, Plan plan, const PlannedOp& op, const std::vector<std::byte>& before) {
    double worst = 0;
    for (std::size_t i = 0; i < op.outputs.size(); ++i) {
      Plan one = plan;
      one.logits = op.outputs[i];
      sort_into_stages(one, {op});
      plan_memory(one);
      auto executable = VulkanExecutable::create(model, std::move(one));
      auto state = model.new_state();
      if (!executable) return std::move(executable).error();
      if (!state) return std::move(state).error();
      if (auto written = (*state)->write(before); !written) return written.error();
      std::vector<float> got(expected_[i].size());
      RecurrentState* states[] = {state->get()};
      auto tokens = token_ids_;
      tokens.resize(static_cast<std::size_t>(tokens_));
      if (auto ran = (*executable)->run(tokens, states, got, {}); !ran) return ran.error();
      worst = std::max(worst, error_of(got, expected_[i]));
      std::vector<float> after(before.size() / sizeof(float)), wanted;
      if (auto read = (*state)->read(std::as_writable_bytes(std::span(after))); !read) return read.error();
      for (std::size_t j = 0; j < op_.inputs.size(); ++j) {
        if (value_of(op_.inputs[j]).kind == ValueKind::State) {
          wanted.insert(wanted.end(), states_[j].begin(), states_[j].end());
        }
      }
      worst = std::max(worst, error_of(after, wanted));
    }
    return worst;
  }

  static double error_of(const std::vector<float>& got, const std::vector<float>& wanted) {
    double wrong = 0, size = 1e-30;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (std::isnan(wanted[i])) continue;  // a made-up operand that means nothing to the op
      wrong += std::pow(double{got[i]} - wanted[i], 2);
      size += std::pow(double{wanted[i]}, 2);
    }
    const double error = std::sqrt(wrong / size);
    return std::isnan(error) ? 1e30 : error;
  }

  const VulkanModel& model_;
  const Plan& plan_;
  const PlannedOp& op_;
  std::int64_t tokens_;
  std::mt19937 random_{1};
  std::vector<Shape> shapes_;  // of the inputs, then of the outputs
  std::vector<std::vector<float>> numbers_, states_, expected_;
  std::vector<Matrix> matrices_;
  std::vector<TokenId> token_ids_;
};

/// What has passed on a device, also in earlier runs of this build with this driver.
class Passed {
 public:
  explicit Passed(const vk::PhysicalDevice& device) {
    const auto folder = vk::cache_folder();
    if (!folder.empty()) {
      file_ = folder / ("vulkan-" + device.uuid + "-" + std::to_string(device.driver_version) + "-" +
                        std::to_string(shaders_hash()) + ".passed");
      const auto saved = vk::read_cache(file_);
      for (std::size_t at = 0; at + kLength <= saved.size(); at += kLength + 1) {
        signatures_.emplace(saved.data() + at, kLength);
      }
    }
  }
  bool has(const std::string& signature) const { return signatures_.contains(signature); }
  void add(const std::string& signature) { changed_ = signatures_.insert(signature).second || changed_; }
  void save() {
    if (!changed_ || file_.empty()) return;
    std::vector<char> bytes;
    for (const auto& signature : signatures_) {
      bytes.insert(bytes.end(), signature.begin(), signature.end());
      bytes.push_back('\n');
    }
    vk::write_cache(file_, bytes);
    changed_ = false;
  }

 private:
  static constexpr std::size_t kLength = 32;
  std::filesystem::path file_;
  std::set<std::string> signatures_;
  bool changed_ = false;
};

}  // namespace

Result<void> self_test(const VulkanModel& model, const Plan& plan) {
  static std::mutex mutex;
  static std::map<std::string, Passed> of_devices;
  const std::scoped_lock lock(mutex);
  const auto& physical = model.device().physical();
  Passed& passed = of_devices.try_emplace(physical.uuid, physical).first->second;
  for (const auto& stage : plan.stages) {
    for (const auto& op : stage) {
      OpTrial trial(model, plan, op);
      if (!trial.can_run()) continue;
      const std::string signature = trial.signature();
      if (passed.has(signature)) continue;
      const auto error = trial.run(model.commands().shared_device());
      if (!error && error.error().code == ErrorCode::UnsupportedFormat) continue;  // the executable names it
      if (!error) return error.error();
      if (*error > kTolerance) {
        return Error{ErrorCode::DeviceLost, "[vulkan] " + physical.name + " with the driver " + physical.driver +
                                                " computes " + std::string(op.kind->name) +
                                                " wrongly, so it is not used; update the driver or choose the cpu",
                     "relative error " + std::to_string(*error)};
      }
      passed.add(signature);
    }
  }
  passed.save();
  return {};
}

}  // namespace eddy
