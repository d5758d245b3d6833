// Products of bfloat16 by tiles, of the processor or emulated, by vectors in their order, and by dot products of pairs.
#include "engine/backends/cpu/linear_brain.h"

#include <hwy/highway.h>

#include <QTest>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "engine/backends/cpu/tiles.h"
#include "engine/core/thread_pool.h"

using namespace eddy;

namespace {

std::vector<float> random_numbers(std::int64_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> draw;
  std::vector<float> numbers(static_cast<std::size_t>(n));
  for (float& number : numbers) number = draw(random);
  return numbers;
}

float brain(float number) { return std::bit_cast<float>(std::uint32_t{to_brain(number)} << 16); }

struct Matrix {
  std::vector<float> numbers;  ///< as the file has them
  PackedMatrix packed;

  Matrix(WeightFormat format, std::int64_t out, std::int64_t columns) {
    const auto drawn = random_numbers(out * columns, 7);
    std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(format, out * columns)));
    traits(format).quantise(drawn.data(), bytes.data(), out * columns);
    numbers.resize(drawn.size());
    traits(format).dequantise(bytes.data(), numbers.data(), out * columns);
    ThreadPool pool(1);
    packed = *pack_matrix({.name = "w", .shape = {out, columns}, .matrix = true, .parts = {{format, bytes}}}, pool, true);
  }
};

std::vector<float> multiply(const PackedMatrix& matrix, const std::vector<float>& x, std::int64_t first = 0, std::int64_t pieces = 1) {
  const auto all = static_cast<std::int64_t>(x.size()) / matrix.columns, rows = all - first;
  std::vector<std::byte> memory(static_cast<std::size_t>(BrainRows::bytes(all, matrix.columns)));
  const auto rounded = BrainRows::at(memory.data(), all, matrix.columns);
  // In two parts, as two threads would.
  round_to_brain(x.data(), rounded.part(0, all / 2));
  round_to_brain(x.data() + all / 2 * matrix.columns, rounded.part(all / 2, all - all / 2));
  const BrainRows part = rounded.part(first, rows);
  std::vector<float> y(static_cast<std::size_t>(rows * matrix.rows), std::numeric_limits<float>::quiet_NaN());
  const BrainProduct product{.matrix = matrix, .x = part, .y = {y.data(), {1, rows, matrix.rows}}};
  for (std::int64_t i = 0; i < pieces; ++i) {
    multiply_brain(product, matrix.panels() * i / pieces, matrix.panels() * (i + 1) / pieces);
  }
  return y;
}

/// How far `y` is from the product of these numbers, as a share of its size.
double error(const std::vector<float>& y, const std::vector<float>& weights, const std::vector<float>& x, std::int64_t columns) {
  const auto out = static_cast<std::int64_t>(weights.size()) / columns;
  double wrong = 0, size = 0;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(y.size()); ++i) {
    double sum = 0;
    for (std::int64_t k = 0; k < columns; ++k) {
      sum += static_cast<double>(x[static_cast<std::size_t>(i / out * columns + k)]) * weights[static_cast<std::size_t>(i % out * columns + k)];
    }
    wrong += std::pow(y[static_cast<std::size_t>(i)] - sum, 2);
    size += sum * sum;
  }
  return std::sqrt(wrong / size);
}

}  // namespace

class LinearBrainTest : public QObject {
  Q_OBJECT

  std::vector<TileUse> ways_ = {TileUse::None, TileUse::Emulated};

 private Q_SLOTS:
  void initTestCase() {
    const bool real = tile_use() == TileUse::Real;
    qInfo(real ? "tiles of this processor, and emulated ones" : "emulated tiles alone");
    qInfo(brain_dots() ? "dot products of pairs" : "no dot products of pairs");
    if (real) ways_.push_back(TileUse::Real);
  }
  void cleanup() { set_tile_use(TileUse::None); }

  void numbers_are_rounded_to_the_nearest() {
    for (const float number : {0.0f, 1.0f, -2.5f, 3.140625f}) QCOMPARE(brain(number), number);
    QCOMPARE(brain(1.0f + 1.0f / 256), 1.0f);             // a tie goes to the even one
    QCOMPARE(brain(1.0f + 3.0f / 256), 1.0f + 4.0f / 256);
    QCOMPARE(brain(1.0f + 1.01f / 256), 1.0f + 2.0f / 256);
    QCOMPARE(brain(-1.0f - 1.01f / 256), -1.0f - 2.0f / 256);
  }

  void product_is_that_of_the_rounded_numbers_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("columns");
    for (const auto format : {WeightFormat::F16, WeightFormat::BF16}) {
      for (int rows : {1, 7, 8, 16, 17, 32, 33, 49, 100}) {
        for (int out : {1, 16, 33, 100}) {
          for (int columns : {32, 96, 768}) {
            QTest::addRow("%s, %d rows, %d outputs, %d columns", traits(format).name.data(), rows, out, columns)
                << static_cast<int>(format) << rows << out << columns;
          }
        }
      }
    }
  }
  void product_is_that_of_the_rounded_numbers() {
    QFETCH(int, format);
    QFETCH(int, rows);
    QFETCH(int, out);
    QFETCH(int, columns);
    const Matrix matrix(static_cast<WeightFormat>(format), out, columns);
    const auto x = random_numbers(rows * columns, 3);
    auto weights = matrix.numbers, rounded = x;
    for (float& number : weights) number = brain(number);
    for (float& number : rounded) number = brain(number);
    std::vector<float> first;
    const bool fused = (hwy::SupportedTargets() & HWY_AVX3_DL) != 0;  // else the vectors round once more than tiles
    for (const TileUse use : ways_) {
      set_tile_use(use);
      const auto y = multiply(matrix.packed, x);
      const double wrong = error(y, weights, rounded, columns);
      QVERIFY2(wrong <= 1e-6, qPrintable(QString::number(wrong)));
      const double far = error(y, matrix.numbers, x, columns);
      if (rows * out >= 100) QVERIFY2(far <= 0.005, qPrintable(QString::number(far)));
      if (use == TileUse::None) continue;  // dot products of pairs, where the processor has them, add in another order
      if (first.empty()) first = y;
      if (fused) QVERIFY(y == first);
    }
  }

  void a_row_alone_gives_the_bits_it_gives_among_others() {
    const Matrix matrix(WeightFormat::F16, 100, 512);
    constexpr std::int64_t kRows = 70;
    const auto x = random_numbers(kRows * 512, 5);
    for (const TileUse use : ways_) {
      set_tile_use(use);
      const auto together = multiply(matrix.packed, x);
      QVERIFY(multiply(matrix.packed, x, 0, 3) == together);
      const auto later = multiply(matrix.packed, x, 9);
      QVERIFY(std::equal(later.begin(), later.end(), together.begin() + 9 * 100));
      for (std::int64_t row = 0; row < kRows; ++row) {
        const auto alone = multiply(matrix.packed, {x.begin() + row * 512, x.begin() + (row + 1) * 512});
        QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + row * 100));
      }
    }
  }

  void rows_come_back_as_they_were_rounded() {
    for (const auto format : {WeightFormat::F16, WeightFormat::BF16}) {
      const Matrix matrix(format, 45, 64);
      std::vector<float> row(64);
      for (std::int64_t i = 0; i < 45; ++i) {
        unpack_row(matrix.packed, i, row.data());
        for (std::int64_t k = 0; k < 64; ++k) QCOMPARE(row[static_cast<std::size_t>(k)], brain(matrix.numbers[static_cast<std::size_t>(i * 64 + k)]));
      }
    }
  }

  void widths_that_tiles_do_not_fit_are_left_alone() {
    QVERIFY(has_brain_product(WeightFormat::BF16, 96));
    QVERIFY(!has_brain_product(WeightFormat::F16, 40));
    QVERIFY(!has_brain_product(WeightFormat::F32, 64));
    QVERIFY(!has_brain_product(WeightFormat::Q8_0, 64));
  }
};

QTEST_APPLESS_MAIN(LinearBrainTest)
#include "linear_brain_test.moc"
