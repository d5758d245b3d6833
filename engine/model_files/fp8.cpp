#include "engine/model_files/fp8.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <set>
#include <unordered_map>

#include "engine/core/thread_pool.h"
#include "engine/model_files/tensor_size.h"
#include "engine/quant/half.h"

namespace eddy {
namespace {

constexpr std::string_view kType = "F8_E4M3";
constexpr std::string_view kWeight = "weight";
constexpr std::int64_t kUsualBlock = 128;
constexpr std::int64_t kRowsPerTask = 64;

/// Sign, 4 bits of exponent (bias 7), 3 of mantissa; no infinities, all ones is NaN.
float value_of(unsigned code) {
  const int exponent = int(code >> 3 & 15), mantissa = int(code & 7);
  if ((code & 0x7f) == 0x7f) return NAN;
  const float magnitude =
      exponent == 0 ? std::ldexp(float(mantissa), -9) : std::ldexp(float(8 + mantissa), exponent - 10);
  return code & 0x80 ? -magnitude : magnitude;
}

std::array<float, 256> all_values() {
  std::array<float, 256> values{};
  for (unsigned code = 0; code < values.size(); ++code) values[code] = value_of(code);
  return values;
}

/// The matrices of a tensor: leading sizes count them.
struct Matrices {
  std::int64_t count = 1, rows = 1, columns = 1;
};

Matrices matrices_of(const std::vector<std::int64_t>& shape) {
  Matrices m;
  if (!shape.empty()) m.columns = shape.back();
  if (shape.size() > 1) m.rows = shape[shape.size() - 2];
  for (std::size_t i = 0; i + 2 < shape.size(); ++i) m.count *= shape[i];
  return m;
}

/// One number for every `rows` x `columns` weights of each matrix.
struct Scales {
  static constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  std::vector<float> numbers = {1};
  std::int64_t per_matrix = 0, per_row = 0;  ///< scales of a matrix (0: all share the same), of a row of blocks
  std::int64_t rows = kAll, columns = kAll;
};

class Fp8Reader {
 public:
  Fp8Reader(ParsedFile& model, std::string_view format, const std::string& name)
      : model_(model), format_(format), name_(name) {
    for (const StoredTensor& t : model.tensors) scales_.emplace(t.name, &t);
  }

  Result<void> run() {
    std::vector<StoredTensor> made;
    for (const ForeignTensor& t : model_.foreign) {
      if (t.type != kType) continue;
      if (!convert(t, made)) return std::move(error_);
    }
    std::erase_if(model_.foreign, [](const ForeignTensor& t) { return t.type == kType; });
    std::erase_if(model_.tensors, [&](const StoredTensor& t) { return used_.contains(t.name); });
    std::move(made.begin(), made.end(), std::back_inserter(model_.tensors));
    return {};
  }

 private:
  bool fail(ErrorCode code, const std::string& tensor, const std::string& problem) {
    error_ = {code, "[" + std::string(format_) + "] tensor '" + tensor + "' in " + name_ + ": " + problem, {}};
    return false;
  }

  const StoredTensor* scale_named(const std::string& name) {
    const auto found = scales_.find(name);
    if (found == scales_.end()) return nullptr;
    used_.insert(name);
    return found->second;
  }

  bool convert(const ForeignTensor& t, std::vector<StoredTensor>& made) {
    const std::string stem = t.name.ends_with(kWeight) ? t.name.substr(0, t.name.size() - kWeight.size()) : t.name + "_";
    const StoredTensor* blocks = scale_named(stem + "weight_scale_inv");
    const StoredTensor* scale = blocks ? blocks : scale_named(stem + "weight_scale");
    for (const char* unused : {"input_scale", "activation_scale"}) scale_named(stem + unused);
    const Matrices m = matrices_of(t.shape);
    Scales scales;
    if (scale && !read_scales(t, m, *scale, scales)) return false;
    auto halves = std::make_shared<std::vector<std::byte>>(t.bytes.size() * 2);
    // An empty tensor may have any number of empty rows.
    if (!t.bytes.empty() && !fill(t, m, scales, halves->data())) return false;
    made.push_back({t.name, WeightFormat::F16, t.shape, *halves});
    model_.owned.push_back(std::move(halves));
    return true;
  }

  std::int64_t block_size(std::size_t i) const {
    const auto found = model_.metadata.find("quantization_config.weight_block_size");
    if (found == model_.metadata.end()) return kUsualBlock;
    const auto* sizes = std::get_if<std::vector<std::int64_t>>(&found->second);
    return sizes && sizes->size() == 2 ? (*sizes)[i] : 0;
  }

  // What a scale covers follows from how many there are.
  bool read_scales(const ForeignTensor& t, const Matrices& m, const StoredTensor& stored, Scales& scales) {
    const std::int64_t count = *checked_product(stored.shape);
    if (traits(stored.format).block_size != 1 || count < 1)
      return fail(ErrorCode::FileCorrupt, stored.name, "is no list of scales. Get the file again.");
    scales.numbers.resize(std::size_t(count));
    traits(stored.format).dequantise(stored.bytes.data(), scales.numbers.data(), count);
    if (count == 1) return true;
    if (count == m.count * m.rows) {
      scales.rows = 1, scales.per_row = 1, scales.per_matrix = m.rows;
      return true;
    }
    scales.rows = block_size(0), scales.columns = block_size(1);
    if (scales.rows < 1 || scales.columns < 1)
      return fail(ErrorCode::FileCorrupt, t.name, "its config's weight_block_size is no pair of sizes.");
    const auto blocks = [](std::int64_t size, std::int64_t block) { return size / block + (size % block != 0); };
    scales.per_row = blocks(m.columns, scales.columns);
    scales.per_matrix = blocks(m.rows, scales.rows) * scales.per_row;
    if (count == m.count * scales.per_matrix) return true;
    return fail(ErrorCode::FileCorrupt, stored.name,
                "its " + std::to_string(count) + " scales do not fit the weights. Get the file again.");
  }

  bool fill(const ForeignTensor& t, const Matrices& m, const Scales& scales, std::byte* halves) {
    static const std::array<float, 256> values = all_values();
    const std::int64_t rows = m.count * m.rows;
    std::atomic<bool> finite = true;
    pool_.parallel_for((rows + kRowsPerTask - 1) / kRowsPerTask, [&](std::int64_t task) {
      const std::int64_t last = std::min(rows, (task + 1) * kRowsPerTask);
      bool fine = true;
      for (std::int64_t row = task * kRowsPerTask; row < last; ++row) {
        const std::int64_t matrix = row / m.rows, inner = row % m.rows;
        const float* scale = &scales.numbers[std::size_t(matrix * scales.per_matrix + inner / scales.rows * scales.per_row)];
        for (std::int64_t c = 0; c < m.columns; ++c) {
          const std::int64_t i = row * m.columns + c;
          const float v = values[std::to_integer<unsigned>(t.bytes[std::size_t(i)])] * scale[c / scales.columns];
          fine = fine && std::abs(v) <= 65504.0f;  // false for NaN too
          const std::uint16_t half = float_to_half(v);
          std::memcpy(halves + 2 * i, &half, sizeof half);
        }
      }
      if (!fine) finite = false;
    });
    return finite || fail(ErrorCode::UnsupportedFormat, t.name,
                          "it holds numbers that are undefined or too large for F16. Use a BF16 file of the model.");
  }

  ParsedFile& model_;
  std::string_view format_;
  const std::string& name_;
  std::unordered_map<std::string_view, const StoredTensor*> scales_;
  std::set<std::string, std::less<>> used_;
  ThreadPool pool_{0};
  Error error_;
};

}  // namespace

Result<void> read_fp8(ParsedFile& model, std::string_view format, const std::string& file_name) {
  const bool any =
      std::any_of(model.foreign.begin(), model.foreign.end(), [](const ForeignTensor& t) { return t.type == kType; });
  if (!any) return {};
  return Fp8Reader(model, format, file_name).run();
}

}  // namespace eddy
