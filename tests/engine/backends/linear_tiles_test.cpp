// Products by matrix tiles against those of the other instruction sets. Where the processor has no tiles, their instructions are
// emulated: only these three are then not what runs elsewhere.
#include "engine/backends/cpu/linear_tiles.h"

#include <hwy/highway.h>

#include <QTest>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "engine/backends/cpu/coded_layout.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/quantised_rows.h"

using namespace eddy;

namespace {

constexpr WeightFormat kFormats[] = {
#define EDDY_FORMAT(format) WeightFormat::format,
    EDDY_CODED_FORMATS(EDDY_FORMAT)
#undef EDDY_FORMAT
};

std::vector<float> random_numbers(std::int64_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> draw;
  std::vector<float> numbers(static_cast<std::size_t>(n));
  for (float& number : numbers) number = draw(random);
  return numbers;
}

PackedMatrix random_matrix(WeightFormat format, std::int64_t out, std::int64_t columns) {
  const auto drawn = random_numbers(out * columns, 7);
  std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(format, out * columns)));
  traits(format).quantise(drawn.data(), bytes.data(), out * columns);
  ThreadPool pool(1);
  return *pack_matrix({.name = "w", .shape = {out, columns}, .matrix = true, .parts = {{format, bytes}}}, pool);
}

/// Rows `skipped` .. of x rounded, as an expert sees its own among others.
struct Rounded {
  std::vector<QuantisedBlock> blocks;
  QuantisedRows rows;

  Rounded(const std::vector<float>& x, std::int64_t columns, std::int64_t skipped = 0) {
    const auto count = static_cast<std::int64_t>(x.size()) / columns;
    blocks.resize(x.size() / QuantisedBlock::kColumns);
    rows = QuantisedRows::at(blocks.data(), count, columns);
    quantise_rows(x.data(), rows);
    rows = rows.part(skipped, count - skipped);
  }
};

using Multiply = void (*)(const IntegerProduct&, std::int64_t, std::int64_t);

std::vector<float> multiply(Multiply way, const PackedMatrix& matrix, const QuantisedRows& x, std::int64_t pieces = 1) {
  std::vector<float> y(static_cast<std::size_t>(x.rows * matrix.rows), std::numeric_limits<float>::quiet_NaN());
  const IntegerProduct product{.matrix = matrix, .x = x, .y = {y.data(), {1, x.rows, matrix.rows}}};
  for (std::int64_t i = 0; i < pieces; ++i) way(product, matrix.panels() * i / pieces, matrix.panels() * (i + 1) / pieces);
  return y;
}

double difference(const std::vector<float>& a, const std::vector<float>& b) {
  double wrong = 0, size = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    wrong += std::pow(double(a[i]) - b[i], 2);
    size += std::pow(double(b[i]), 2);
  }
  return std::sqrt(wrong / size);
}

/// Without tiles, by the best of the other instruction sets.
std::vector<float> expected(const PackedMatrix& matrix, const QuantisedRows& x) {
  const TileUse use = tile_use();
  set_tile_use(TileUse::None);
  const auto y = multiply(&multiply_integers, matrix, x);
  set_tile_use(use);
  return y;
}

}  // namespace

class LinearTilesTest : public QObject {
  Q_OBJECT

  void compare(TileUse use, const PackedMatrix& matrix, const QuantisedRows& x, std::int64_t pieces) {
    const auto reference = expected(matrix, x);
    set_tile_use(use);
    const auto y = multiply(&multiply_integers_by_tiles, matrix, x, pieces);
    set_tile_use(TileUse::None);
    // The other sets with fused multiply-add give the same bits; the emulation may have been compiled without it.
    const bool fused = (hwy::SupportedTargets() & HWY_AVX3_DL) != 0;
    if (fused) QVERIFY(y == reference);
    QVERIFY2(difference(y, reference) <= 1e-6, qPrintable(QString::number(difference(y, reference))));
  }

  bool has_tiles_ = false;

 private Q_SLOTS:
  void initTestCase() {
    has_tiles_ = tile_use() == TileUse::Real;
    qInfo(has_tiles_ ? "tiles of this processor, and emulated ones" : "emulated tiles alone");
    set_tile_use(TileUse::None);
  }
  void cleanup() { set_tile_use(TileUse::None); }

  void tiles_give_the_bits_of_other_products_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("columns");
    for (const auto format : kFormats) {
      for (int rows : {1, 8, 15, 16, 17, 32, 47, 129}) {
        for (int out : {1, 16, 33, 100}) {
          for (int columns : {32, 96, 256, 768}) {
            if (columns % coded_layout(format).block != 0) continue;
            QTest::addRow("%s, %d rows, %d outputs, %d columns", traits(format).name.data(), rows, out, columns)
                << static_cast<int>(format) << rows << out << columns;
          }
        }
      }
    }
  }
  void tiles_give_the_bits_of_other_products() {
    QFETCH(int, format);
    QFETCH(int, rows);
    QFETCH(int, out);
    QFETCH(int, columns);
    const auto matrix = random_matrix(static_cast<WeightFormat>(format), out, columns);
    const Rounded x(random_numbers(rows * columns, 3), columns);
    compare(TileUse::Emulated, matrix, x.rows, 1);
    if (has_tiles_) compare(TileUse::Real, matrix, x.rows, 1);
  }

  void parts_of_a_matrix_and_of_the_rows_give_the_same_data() {
    QTest::addColumn<int>("format");
    for (const auto format : kFormats) QTest::newRow(traits(format).name.data()) << static_cast<int>(format);
  }
  void parts_of_a_matrix_and_of_the_rows_give_the_same() {
    QFETCH(int, format);
    const auto matrix = random_matrix(static_cast<WeightFormat>(format), 100, 512);
    const Rounded x(random_numbers(29 * 512, 3), 512, 5);
    compare(TileUse::Emulated, matrix, x.rows, 3);
    if (has_tiles_) compare(TileUse::Real, matrix, x.rows, 3);
  }

  void vectors_of_other_sizes_give_the_same_data() { parts_of_a_matrix_and_of_the_rows_give_the_same_data(); }
  void vectors_of_other_sizes_give_the_same() {
    QFETCH(int, format);
    const auto matrix = random_matrix(static_cast<WeightFormat>(format), 45, 512);
    const Rounded x(random_numbers(21 * 512, 3), 512);
    const auto reference = expected(matrix, x.rows);
    set_tile_use(TileUse::Emulated);
    hwy::SetSupportedTargetsForTest(HWY_STATIC_TARGET);
    hwy::GetChosenTarget().Update(HWY_STATIC_TARGET);
    const auto y = multiply(&multiply_integers_by_tiles, matrix, x.rows);
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
    QVERIFY2(difference(y, reference) <= 1e-6, qPrintable(QString::number(difference(y, reference))));
  }

  void the_other_products_go_to_tiles_with_many_rows() {
    QVERIFY(!tiles_take(100));
    set_tile_use(TileUse::Emulated);
    QVERIFY(tiles_take(100));
    QVERIFY(!tiles_take(1));  // a token alone reads each weight once: tiles would gain nothing
    QVERIFY(tiles_take(WeightFormat::Q6_K, 100));
    QVERIFY(!tiles_take(WeightFormat::Q2_K, 100));  // nor where scales and offsets are most of the work
  }

  void real_tiles_are_left_alone_by_instruction_sets_without_them() {
    set_tile_use(TileUse::Real);
    hwy::SetSupportedTargetsForTest(HWY_STATIC_TARGET);
    hwy::GetChosenTarget().Update(HWY_STATIC_TARGET);
    const bool taken = tiles_take(100);
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
    QVERIFY(!taken);
  }
};

QTEST_APPLESS_MAIN(LinearTilesTest)
#include "linear_tiles_test.moc"
