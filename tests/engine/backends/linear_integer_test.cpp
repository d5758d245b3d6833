#include "engine/backends/cpu/linear_integer.h"

#include <hwy/highway.h>

#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "engine/backends/cpu/coded_layout.h"
#include "engine/backends/cpu/quantised_rows.h"
#include "engine/quant/q2_k.h"
#include "engine/quant/q3_k.h"
#include "engine/quant/q4_0.h"
#include "engine/quant/q4_k.h"
#include "engine/quant/q5_0.h"
#include "engine/quant/q6_k.h"
#include "engine/quant/q8_0.h"

using namespace eddy;

namespace {

constexpr WeightFormat kFormats[] = {
#define EDDY_FORMAT(format) WeightFormat::format,
    EDDY_CODED_FORMATS(EDDY_FORMAT)
#undef EDDY_FORMAT
};
constexpr std::int64_t kColumns = 512;

std::vector<float> random_numbers(std::int64_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> draw;
  std::vector<float> numbers(static_cast<std::size_t>(n));
  for (float& number : numbers) number = draw(random);
  return numbers;
}

std::vector<std::byte> quantised(WeightFormat format, std::int64_t out) {
  const auto drawn = random_numbers(out * kColumns, 7);
  std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(format, out * kColumns)));
  traits(format).quantise(drawn.data(), bytes.data(), out * kColumns);
  return bytes;
}

/// A row of blocks in which every code is the largest, or that furthest from zero; scales and offsets are ordinary.
template <class Block>
std::vector<std::byte> extreme_codes() {
  Block block;
  std::memset(&block, 0xff, sizeof(block));
  if constexpr (std::is_same_v<Block, BlockQ8_0>) std::memset(&block, 0x80, sizeof(block));
  if constexpr (std::is_same_v<Block, BlockIQ4_NL> || std::is_same_v<Block, BlockIQ4_XS>) std::memset(&block, 0, sizeof(block));
  if constexpr (std::is_same_v<Block, BlockQ3_K>) std::memset(block.hmask, 0, sizeof(block.hmask));
  if constexpr (std::is_same_v<Block, BlockQ3_K>) std::memset(block.qs, 0, sizeof(block.qs));
  if constexpr (requires { block.e; }) block.e = 120;
  if constexpr (requires { block.d; }) block.d = float_to_half(0.01f);
  if constexpr (requires { block.m; }) block.m = float_to_half(-0.07f);
  if constexpr (requires { block.dmin; }) block.dmin = float_to_half(0.01f);
  if constexpr (std::is_same_v<Block, BlockQ6_K>) std::memset(block.scales, 3, sizeof(block.scales));
  std::vector<std::byte> bytes(static_cast<std::size_t>(kColumns / Block::kWeights) * sizeof(Block));
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(Block)) std::memcpy(bytes.data() + i, &block, sizeof(Block));
  return bytes;
}

std::vector<std::byte> extreme_codes(WeightFormat format) {
  switch (format) {
#define EDDY_EXTREME(format) \
  case WeightFormat::format: return extreme_codes<Block##format>();
    EDDY_CODED_FORMATS(EDDY_EXTREME)
#undef EDDY_EXTREME
    default: return {};
  }
}

struct Matrix {
  std::vector<float> numbers;
  PackedMatrix packed;

  Matrix(WeightFormat format, std::int64_t out) : Matrix(format, out, quantised(format, out)) {}
  Matrix(WeightFormat format, std::int64_t out, const std::vector<std::byte>& bytes) {
    numbers.resize(static_cast<std::size_t>(out * kColumns));
    traits(format).dequantise(bytes.data(), numbers.data(), out * kColumns);
    ThreadPool pool(1);
    packed = *pack_matrix({.name = "w", .shape = {out, kColumns}, .matrix = true, .parts = {{format, bytes}}}, pool);
  }
};

/// x as the kernel rounds it, by the definition.
std::vector<float> rounded(const std::vector<float>& x) {
  std::vector<float> result(x.size());
  for (std::size_t i = 0; i < x.size(); i += QuantisedBlock::kColumns) {
    float most = 0;
    for (std::size_t j = i; j < i + QuantisedBlock::kColumns; ++j) most = std::max(most, std::abs(x[j]));
    const float scale = most / 127;
    for (std::size_t j = i; j < i + QuantisedBlock::kColumns; ++j) {
      result[j] = most == 0 ? 0 : scale * std::nearbyint(x[j] * (127 / most));
    }
  }
  return result;
}

std::vector<float> multiply(const Matrix& matrix, const std::vector<float>& x, std::int64_t pieces = 1) {
  const auto rows = static_cast<std::int64_t>(x.size()) / kColumns;
  std::vector<float> y(static_cast<std::size_t>(rows * matrix.packed.rows), std::numeric_limits<float>::quiet_NaN());
  std::vector<QuantisedBlock> blocks(static_cast<std::size_t>(rows * kColumns / QuantisedBlock::kColumns));
  const auto rounded = QuantisedRows::at(blocks.data(), rows, kColumns);
  // In two parts, as two threads would.
  quantise_rows(x.data(), rounded.part(0, rows / 2));
  quantise_rows(x.data() + rows / 2 * kColumns, rounded.part(rows / 2, rows - rows / 2));
  const IntegerProduct product{.matrix = matrix.packed, .x = rounded, .y = {y.data(), {1, rows, matrix.packed.rows}}};
  for (std::int64_t i = 0; i < pieces; ++i) {
    multiply_integers(product, matrix.packed.panels() * i / pieces, matrix.packed.panels() * (i + 1) / pieces);
  }
  return y;
}

void choose_instruction_set(std::int64_t target) {
  hwy::SetSupportedTargetsForTest(target);
  target == 0 ? hwy::GetChosenTarget().DeInit() : hwy::GetChosenTarget().Update(target);
}

void add_formats() {
  QTest::addColumn<int>("format");
  for (const auto format : kFormats) QTest::newRow(traits(format).name.data()) << static_cast<int>(format);
}

}  // namespace

class LinearIntegerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void product_is_that_of_the_rounded_rows_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("out");
    for (const auto format : kFormats) {
      for (int rows : {1, 4, 7, 12, 29, 100}) {
        for (int out : {1, 7, 100}) {
          QTest::addRow("%s, %d rows, %d outputs", traits(format).name.data(), rows, out)
              << static_cast<int>(format) << rows << out;
        }
      }
    }
  }
  void product_is_that_of_the_rounded_rows() {
    QFETCH(int, format);
    QFETCH(int, rows);
    QFETCH(int, out);
    const Matrix matrix(static_cast<WeightFormat>(format), out);
    const auto x = random_numbers(rows * kColumns, 3);
    const auto seen = rounded(x);
    const auto y = multiply(matrix, x);
    double wrong = 0, size = 0;
    for (std::int64_t i = 0; i < rows * out; ++i) {
      double sum = 0;
      for (std::int64_t k = 0; k < kColumns; ++k) {
        sum += double(seen[i / out * kColumns + k]) * matrix.numbers[i % out * kColumns + k];
      }
      wrong += std::pow(y[i] - sum, 2);
      size += sum * sum;
    }
    QVERIFY2(std::sqrt(wrong / size) <= 1e-5, qPrintable(QString::number(std::sqrt(wrong / size))));
  }

  void rounding_x_stays_within_a_percent_data() { add_formats(); }
  void rounding_x_stays_within_a_percent() {
    QFETCH(int, format);
    const Matrix matrix(static_cast<WeightFormat>(format), 100);
    const auto x = random_numbers(29 * kColumns, 3);
    const auto y = multiply(matrix, x);
    double wrong = 0, size = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < kColumns; ++k) sum += double(x[i / 100 * kColumns + k]) * matrix.numbers[i % 100 * kColumns + k];
      wrong += std::pow(y[i] - sum, 2);
      size += sum * sum;
    }
    QVERIFY2(std::sqrt(wrong / size) <= 0.01, qPrintable(QString::number(std::sqrt(wrong / size))));
  }

  void sums_of_the_largest_codes_fit_data() { add_formats(); }
  void sums_of_the_largest_codes_fit() {
    QFETCH(int, format);
    const auto id = static_cast<WeightFormat>(format);
    const Matrix matrix(id, 1, extreme_codes(id));
    for (const std::int64_t target : {HWY_AVX3_DL, HWY_AVX2, HWY_SSE4, HWY_STATIC_TARGET}) {
      choose_instruction_set(0);
      if ((hwy::SupportedTargets() & target) == 0) continue;
      choose_instruction_set(target);
      for (const float sign : {1.0f, -1.0f}) {
        double sum = 0;
        for (const float weight : matrix.numbers) sum += static_cast<double>(sign) * weight;
        const auto y = multiply(matrix, std::vector<float>(7 * kColumns, sign));
        for (const float number : y) QVERIFY2(std::abs(number - sum) <= 1e-5 * std::abs(sum), hwy::TargetName(target));
      }
    }
    choose_instruction_set(0);
  }

  void a_row_alone_gives_the_bits_it_gives_among_others_data() { add_formats(); }
  void a_row_alone_gives_the_bits_it_gives_among_others() {
    QFETCH(int, format);
    const Matrix matrix(static_cast<WeightFormat>(format), 100);
    constexpr std::int64_t kRows = 70;  // more than are quantised together
    const auto x = random_numbers(kRows * kColumns, 5);
    const auto together = multiply(matrix, x);
    QVERIFY(multiply(matrix, x, 3) == together);
    for (std::int64_t row = 0; row < kRows; ++row) {
      const auto alone = multiply(matrix, {x.begin() + row * kColumns, x.begin() + (row + 1) * kColumns});
      QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + row * 100));
    }
  }

  void instruction_sets_give_the_same_bits_data() { add_formats(); }
  void instruction_sets_give_the_same_bits() {
    QFETCH(int, format);
    const Matrix matrix(static_cast<WeightFormat>(format), 100);
    const auto x = random_numbers(13 * kColumns, 5);
    std::vector<float> first;
    for (const std::int64_t target : {HWY_AVX3_DL, HWY_AVX2, HWY_SSE4}) {
      choose_instruction_set(0);
      if ((hwy::SupportedTargets() & target) == 0) continue;
      choose_instruction_set(target);
      const auto y = multiply(matrix, x);
      if (first.empty()) first = y;
      if (target != HWY_SSE4) {
        QVERIFY2(y == first, hwy::TargetName(target));
        continue;
      }
      // Without fused multiply-add every step rounds once more.
      double wrong = 0, size = 0;
      for (std::size_t i = 0; i < y.size(); ++i) {
        wrong += std::pow(double(y[i]) - first[i], 2);
        size += std::pow(double(first[i]), 2);
      }
      QVERIFY(std::sqrt(wrong / size) <= 1e-6);
    }
    choose_instruction_set(0);
  }

  void rows_of_zeros_and_of_tiny_numbers_give_zero() {
    const Matrix matrix(WeightFormat::Q4_K, 7);
    for (const float number : {0.0f, -0.0f, 1e-38f}) {
      for (const float y : multiply(matrix, std::vector<float>(kColumns, number))) QVERIFY(std::abs(y) < 1e-30f);
    }
  }
};

QTEST_APPLESS_MAIN(LinearIntegerTest)
#include "linear_integer_test.moc"
