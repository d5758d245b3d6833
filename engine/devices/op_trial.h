// One op with small made-up operands: what its reference makes of them, and what a device does.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "engine/backends/backend.h"

namespace eddy {

/// One sequence. On the device the op is a network of its own: what would be activations travel as weights, and each
/// output in turn is the one that comes back.
class OpTrial {
 public:
  OpTrial(const OpKind& op, std::int64_t tokens, OpParams params = {}, double tolerance = kTolerance);

  OpTrial& input(const Shape& shape, float low = -1, float high = 1);
  OpTrial& numbers(const Shape& shape, std::vector<float> values);
  /// [1, T, channels]
  OpTrial& activation(std::int64_t channels, float low = -1, float high = 1);
  /// A matrix in a weight format; the reference sees what the format makes of its numbers.
  OpTrial& matrix(WeightFormat format, const Shape& shape);
  OpTrial& tokens(std::int64_t vocabulary);
  OpTrial& state(const Shape& shape, float low = -1, float high = 1);
  /// A per-token slot with rows for `before` earlier tokens and those of the call.
  OpTrial& rows(std::int64_t width, std::int64_t before);
  OpTrial& output(const Shape& shape);
  OpTrial& output(std::int64_t channels) { return output({1, tokens_, channels}); }

  const std::string& name() const { return name_; }
  double tolerance() const { return tolerance_; }

  /// The largest relative error of all outputs and states; 1e30 where a result is no number. UnsupportedFormat when the
  /// device cannot run the op.
  Result<double> run(const Backend& backend, const LoadOptions& options) const;

  static constexpr double kTolerance = 1e-4;       ///< sums may run in another order, with other roundings
  static constexpr double kPackedTolerance = 3e-2; ///< the other factor may be rounded to eight bits

 private:
  struct Input {
    ValueKind kind = ValueKind::Weight;
    Shape shape;
    std::vector<float> values;
    std::vector<std::byte> packed;
    WeightFormat format = WeightFormat::F32;
    std::int64_t before = -1;  ///< rows of earlier tokens, of a per-token slot
  };
  /// Outputs, then the slots in the order of the inputs.
  using Values = std::vector<std::vector<float>>;

  std::vector<float> random(std::int64_t n, float low, float high);
  OpTrial& add(Input input);
  Values reference() const;
  Plan plan_of(std::size_t output) const;
  StateLayout layout() const;
  std::vector<WeightSource> weights() const;
  Result<void> write(RecurrentState& state) const;
  Result<void> read(RecurrentState& state, Values& values) const;
  Result<Values> run_output(BackendModel& model, std::size_t output) const;
  double error_of(const Values& got, const Values& expected, std::size_t output) const;

  const OpKind& op_;
  OpParams params_;
  std::int64_t tokens_;
  double tolerance_;
  std::string name_;
  std::mt19937 random_{7};
  std::vector<Input> inputs_;
  std::vector<Shape> outputs_;
  std::vector<TokenId> token_ids_;
};

/// Every op that networks are made of; linear ops in every weight format.
std::vector<OpTrial> all_op_trials();

}  // namespace eddy
