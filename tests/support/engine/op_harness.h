// Runs one op by its reference and by the CPU's kernel and compares: every instruction set this processor has, work cut
// into tasks in several ways, outputs filled with NaN beforehand and guarded behind.
#pragma once

#include <hwy/highway.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/backends/cpu/kernels.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/graph/op.h"
#include "tests/support/engine/backend_op.h"

namespace eddy {

class OpHarness {
 public:
  OpHarness(std::int64_t sequences, std::int64_t tokens, unsigned seed = 1)
      : sequences_(sequences), tokens_(tokens), random_(seed) {}

  /// Shapes that ops see: [B, T, channels].
  Shape activation(std::int64_t channels) const { return {sequences_, tokens_, channels}; }

  std::vector<float> random(std::int64_t n, float low = -1, float high = 1) {
    std::uniform_real_distribution<float> draw(low, high);
    std::vector<float> values(static_cast<std::size_t>(n));
    for (float& value : values) value = draw(random_);
    return values;
  }

  void add_input(const Shape& shape, float low = -1, float high = 1) {
    add_input(shape, random(shape.elements(), low, high));
  }
  void add_input(const Shape& shape, std::vector<float> values) {
    inputs_.push_back({.shape = shape, .values = std::move(values)});
  }

  /// A matrix in a weight format: the reference sees it dequantised, the kernel packed.
  void add_matrix(WeightFormat format, std::int64_t rows, std::int64_t columns) {
    add_matrix(format, rows, columns, {rows, columns});
  }
  void add_matrix(WeightFormat format, std::int64_t rows, std::int64_t columns, const Shape& shape) {
    const auto numbers = random(rows * columns);
    std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(format, rows * columns)));
    traits(format).quantise(numbers.data(), bytes.data(), rows * columns);
    Input input{.shape = shape};
    input.values.resize(numbers.size());
    traits(format).dequantise(bytes.data(), input.values.data(), rows * columns);
    ThreadPool pool(1);
    const WeightSource source{.name = "w", .shape = shape, .matrix = true, .parts = {{format, bytes}}};
    input.packed = std::make_shared<PackedMatrix>(*pack_matrix(source, pool));
    input.format = format;
    input.stored = std::move(bytes);
    inputs_.push_back(std::move(input));
  }

  /// The same for `stack` matrices.
  void add_matrices(WeightFormat format, std::int64_t stack, std::int64_t rows, std::int64_t columns) {
    add_matrix(format, stack * rows, columns, {stack, rows, columns});
  }

  void add_tokens(std::int64_t vocabulary) {
    Input input{.shape = {sequences_, tokens_}};
    for (std::int64_t i = 0; i < sequences_ * tokens_; ++i) {
      input.tokens.push_back(static_cast<TokenId>(random_() % static_cast<std::uint64_t>(vocabulary)));
    }
    inputs_.push_back(std::move(input));
  }

  void add_state(const Shape& shape) { add_state(shape, random(shape.elements() * sequences_)); }
  void add_state(const Shape& shape, std::vector<float> values) {
    inputs_.push_back({.shape = shape, .values = std::move(values), .is_state = true});
  }

  /// A per-token slot with rows of `width` for `before` earlier tokens and those of the call. Blocks before the first
  /// `absent` tokens are missing, as a window leaves them.
  void add_rows(std::int64_t width, std::int64_t before, std::int64_t absent = 0) {
    inputs_.push_back({.shape = {width},
                       .values = random((before + tokens_) * width * sequences_),
                       .rows_before = before,
                       .rows_absent = absent});
  }

  void add_output(const Shape& shape) { output_shapes_.push_back(shape); }

  /// For ops whose reference is what the CPU runs: only EDDY_TEST_BACKENDS has anything to compare.
  std::string check_elsewhere(const OpKind& op, const OpParams& params, double tolerance) {
    const std::string backends = test_backends();
    return backends.empty() ? "" : check_on_backend(backends, op, params, run(op, params, nullptr, 1), tolerance);
  }

  /// "" or what is wrong. Relative error over each output and state; kernels of all sets with fused multiply-add, and
  /// all ways of cutting, must agree in every bit.
  /// With EDDY_TEST_BACKENDS=cuda in the environment the op runs on that backend instead (backend_op.h).
  std::string check(const OpKind& op, const OpParams& params, double tolerance) {
    const Run expected = run(op, params, nullptr, 1);
    if (const std::string backends = test_backends(); !backends.empty()) {
      return check_on_backend(backends, op, params, expected, tolerance);
    }
    const CpuKernel kernel = cpu_kernel(op);
    if (!kernel.run) return "the CPU has no kernel for " + std::string(op.name);
    std::string wrong;
    const std::int64_t all_targets = hwy::SupportedTargets() & kCompiledTargets;
    std::unique_ptr<Run> first_fused;
    for (std::int64_t left = all_targets; left != 0 && wrong.empty(); left &= left - 1) {
      const std::int64_t target = left & -left;
      hwy::SetSupportedTargetsForTest(target);
      hwy::GetChosenTarget().Update(target);
      const std::string where = std::string(op.name) + " on " + hwy::TargetName(target);
      const Run whole = run(op, params, &kernel, 1);
      wrong = difference(whole, expected, tolerance, where);
      for (std::int64_t tasks : {2, 3, 7}) {
        if (wrong.empty() && !same_bits(whole, run(op, params, &kernel, tasks))) {
          wrong = where + ": cut into " + std::to_string(tasks) + " tasks gives other bits";
        }
      }
      if (!is_fused(target) || !wrong.empty()) continue;
      if (!first_fused) {
        first_fused = std::make_unique<Run>(whole);
      } else if (!same_bits(*first_fused, whole)) {
        wrong = where + ": other bits than with the widest vectors";
      }
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
    return wrong;
  }

 private:
  struct Input {
    Shape shape;
    std::vector<float> values;
    std::vector<TokenId> tokens;
    std::shared_ptr<PackedMatrix> packed;
    WeightFormat format = WeightFormat::F32;  ///< of `stored`
    std::vector<std::byte> stored;            ///< a matrix as a file would have it
    bool is_state = false;
    std::int64_t rows_before = -1;  ///< of a per-token slot
    std::int64_t rows_absent = 0;
  };
  /// A per-token slot in blocks, with NaN where there is no row.
  struct Blocks {
    std::vector<std::vector<std::vector<float>>> memory;
    std::vector<std::vector<float*>> addresses;
    std::vector<TokenRows> rows;

    Blocks(const Input& input, std::int64_t sequences, std::int64_t tokens) : memory(sequences), addresses(sequences) {
      const std::int64_t width = input.shape.elements(), count = input.rows_before + tokens;
      for (std::int64_t b = 0; b < sequences; ++b) {
        for (std::int64_t i = 0; i < count; i += TokenRows::kPerBlock) {
          const std::int64_t filled = std::min(TokenRows::kPerBlock, count - i);
          auto& block = memory[b].emplace_back(static_cast<std::size_t>(TokenRows::kPerBlock * width),
                                               std::numeric_limits<float>::quiet_NaN());
          std::copy_n(input.values.begin() + (b * count + i) * width, filled * width, block.begin());
          const bool absent = i + TokenRows::kPerBlock <= input.rows_absent;
          addresses[b].push_back(absent ? nullptr : block.data());
        }
        rows.push_back({.blocks = addresses[b], .before = input.rows_before, .width = width});
      }
    }
    std::vector<float> values() const {
      std::vector<float> all;
      for (const auto& sequence : memory) {
        for (const auto& block : sequence) {
          for (float value : block) {
            if (!std::isnan(value)) all.push_back(value);
          }
        }
      }
      return all;
    }
  };
  using Run = std::vector<std::vector<float>>;  // outputs, then states

  static constexpr std::int64_t kGuard = 64;

#if HWY_ARCH_X86
  // The sets that the kernels are compiled for (engine/backends/cpu/CMakeLists.txt), and those of them that round a
  // multiply-add once.
  static constexpr std::int64_t kCompiledTargets = HWY_AVX3 | HWY_AVX2 | HWY_SSE4 | HWY_STATIC_TARGET;
  static bool is_fused(std::int64_t target) {
    return target == HWY_AVX2 || target == HWY_AVX3;
  }
#else
  // ARM: NEON alone. Highway counts the sets that a processor has, SVE among them, whether kernels were compiled for them or not.
  static constexpr std::int64_t kCompiledTargets = HWY_STATIC_TARGET;
  static bool is_fused(std::int64_t) {
    return true;
  }
#endif

  Run run(const OpKind& op, const OpParams& params, const CpuKernel* kernel, std::int64_t tasks) {
    Run outputs;
    std::vector<std::vector<float>> states;
    std::vector<std::unique_ptr<Blocks>> blocks;
    std::vector<std::vector<float*>> pointers(inputs_.size());
    std::vector<Operand> in, out;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      Input& input = inputs_[i];
      Operand operand{
          .tensor = {input.values.data(), input.shape}, .tokens = input.tokens, .packed = input.packed.get()};
      if (input.is_state) {
        states.push_back(input.values);
        for (std::int64_t b = 0; b < sequences_; ++b) {
          pointers[i].push_back(states.back().data() + b * input.shape.elements());
        }
        operand.states = pointers[i];
        operand.tensor.data = nullptr;
      }
      if (input.rows_before >= 0) {
        blocks.push_back(std::make_unique<Blocks>(input, sequences_, tokens_));
        operand.rows = blocks.back()->rows;
        operand.tensor.data = nullptr;
      }
      in.push_back(operand);
    }
    for (const Shape& shape : output_shapes_) {
      outputs.emplace_back(static_cast<std::size_t>(shape.elements() + kGuard),
                           std::numeric_limits<float>::quiet_NaN());
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) out.push_back({.tensor = {outputs[i].data(), output_shapes_[i]}});
    const OpCall call{sequences_, tokens_, in, out, params};
    if (kernel) {
      for (std::int64_t task = tasks - 1; task >= 0; --task) kernel->run(call, task, tasks);
    } else {
      op.reference(call);
    }
    outputs.insert(outputs.end(), states.begin(), states.end());
    for (const auto& slot : blocks) outputs.push_back(slot->values());
    return outputs;
  }

  /// Sums run in another order there; with packed weights the other factor is rounded, to 15 bits for few rows, to fp16
  /// for many.
  std::string check_on_backend(const std::string& name, const OpKind& op, const OpParams& params, const Run& expected,
                               double tolerance) {
    constexpr double kOtherOrder = 2e-6, kFifteenBits = 2e-4, kHalfPrecision = 1e-3;
    constexpr std::int64_t kFewRows = 4;
    BackendOp there(name, op, params, sequences_, tokens_);
    double rounding = kOtherOrder;
    for (const auto& input : inputs_) {
      if (input.rows_before >= 0) {
        there.add_rows(input.shape.elements(), input.rows_before, input.rows_absent, input.values);
      } else if (!input.tokens.empty()) {
        there.add_tokens(input.tokens);
      } else if (input.is_state) {
        there.add_state(input.shape, input.values);
      } else if (input.packed) {
        there.add_matrix(input.shape, input.format, input.stored);
        const bool rounds = op.name != "embedding" && input.format != WeightFormat::F32;
        if (rounds) rounding = sequences_ * tokens_ > kFewRows ? kHalfPrecision : kFifteenBits;
      } else {
        there.add_numbers(input.shape, input.values);
      }
    }
    auto got = there.run(output_shapes_);
    const bool cannot = !got && (got.error().code == ErrorCode::UnsupportedFormat ||
                                 got.error().code == ErrorCode::UnsupportedArchitecture);
    if (cannot) return without_kernel(name, op, got.error().message);
    if (!got) return got.error().message;
    for (std::size_t i = 0; i < output_shapes_.size(); ++i) {
      (*got)[i].resize((*got)[i].size() + kGuard, std::numeric_limits<float>::quiet_NaN());
    }
    return difference(*got, expected, std::max(tolerance, rounding),
                      std::string(op.name) + " on " + name);
  }

  static std::string without_kernel(const std::string& name, const OpKind& op, const std::string& why) {
    if (std::getenv("EDDY_TEST_ALL_KERNELS")) return "no kernel for " + std::string(op.name) + ": " + why;
    std::fprintf(stderr, "NO KERNEL for %s on %s: %s\n", std::string(op.name).c_str(), name.c_str(), why.c_str());
    return {};
  }

  static bool same_bits(const Run& a, const Run& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (std::memcmp(a[i].data(), b[i].data(), a[i].size() * sizeof(float)) != 0) return false;
    }
    return true;
  }

  std::string difference(const Run& got, const Run& expected, double tolerance, const std::string& where) const {
    for (std::size_t i = 0; i < got.size(); ++i) {
      const bool output = i < output_shapes_.size();
      const std::size_t n = got[i].size() - (output ? kGuard : 0);
      double wrong = 0, size = 0;
      for (std::size_t j = 0; j < n; ++j) {
        wrong += std::pow(double(got[i][j]) - expected[i][j], 2);
        size += std::pow(double(expected[i][j]), 2);
      }
      const double error = std::sqrt(wrong / std::max(size, 1e-30));
      if (!(error <= tolerance)) return where + ": output " + std::to_string(i) + " is off by " + std::to_string(error);
      for (std::size_t j = n; j < got[i].size(); ++j) {
        if (!std::isnan(got[i][j])) return where + ": wrote behind output " + std::to_string(i);
      }
    }
    return {};
  }

  std::int64_t sequences_, tokens_;
  std::mt19937 random_;
  std::vector<Input> inputs_;
  std::vector<Shape> output_shapes_;
};

}  // namespace eddy
