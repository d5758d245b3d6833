#include "engine/backends/cpu/packed_matrix.h"

#include <QTest>
#include <cstring>
#include <random>

using namespace eddy;

namespace {

constexpr std::int64_t kRows = 84, kColumns = 512;

std::vector<std::byte> quantised(WeightFormat format, std::int64_t rows, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> draw(-1, 1);
  std::vector<float> numbers(static_cast<std::size_t>(rows * kColumns));
  for (float& number : numbers) number = draw(random);
  std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(format, rows * kColumns)));
  traits(format).quantise(numbers.data(), bytes.data(), rows * kColumns);
  return bytes;
}

std::vector<std::vector<float>> rows_of(const WeightSource& weight) {
  ThreadPool pool(2);
  const auto matrix = *pack_matrix(weight, pool);
  std::vector<std::vector<float>> rows;
  for (std::int64_t row = 0; row < weight.shape[0]; ++row) {
    rows.emplace_back(static_cast<std::size_t>(kColumns));
    unpack_row(matrix, row, rows.back().data());
  }
  return rows;
}

}  // namespace

class PackedMatrixTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bands_of_rows_are_packed_as_if_they_lay_together_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("band");
    for (const auto& format : all_weight_formats()) {
      for (int band : {1, 7, 28, 42})  // panels have 32 rows
        QTest::addRow("%s, bands of %d", format.name.data(), band) << static_cast<int>(format.id) << band;
    }
  }

  void bands_of_rows_are_packed_as_if_they_lay_together() {
    QFETCH(int, format);
    QFETCH(int, band);
    const auto id = static_cast<WeightFormat>(format);
    const std::int64_t row_bytes = bytes_of(id, kColumns);
    // Every second band of a matrix twice as high.
    const auto stored = quantised(id, 2 * kRows, 1);
    WeightSource bands{.name = "w", .shape = {kRows, kColumns}, .matrix = true}, whole = bands;
    std::vector<std::byte> together;
    for (std::int64_t first = band; first < 2 * kRows; first += 2 * band) {
      const auto part = std::span<const std::byte>(stored).subspan(static_cast<std::size_t>(first * row_bytes),
                                                                   static_cast<std::size_t>(band * row_bytes));
      bands.parts.push_back({id, part});
      together.insert(together.end(), part.begin(), part.end());
    }
    whole.parts = {{id, together}};
    QVERIFY(rows_of(bands) == rows_of(whole));
  }
};

QTEST_APPLESS_MAIN(PackedMatrixTest)
#include "packed_matrix_test.moc"
