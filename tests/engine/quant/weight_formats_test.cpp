#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <set>

#include "engine/model_files/model_file.h"
#include "engine/quant/half.h"
#include "engine/quant/weight_format.h"

using namespace eddy;

class WeightFormatsTest : public QObject {
  Q_OBJECT

 private slots:
  void names_and_numbers_are_unique();
  void formats_are_found_by_name_and_number();
  void halves_survive_the_way_through_float();
  void rounding_to_half_goes_to_the_nearest_even_data();
  void rounding_to_half_goes_to_the_nearest_even();
  void rounding_to_bfloat16_goes_to_the_nearest_even();
  void blocks_stand_for_the_reference_values_data();
  void blocks_stand_for_the_reference_values();
  void bell_shaped_weights_lose_little_data();
  void bell_shaped_weights_lose_little();
  void awkward_weights_stay_finite_and_close_data();
  void awkward_weights_stay_finite_and_close();
  void quantised_weights_are_a_fixed_point_data();
  void quantised_weights_are_a_fixed_point();
};

namespace {

void every_format() {
  QTest::addColumn<int>("format");
  for (const WeightFormatTraits& f : all_weight_formats()) QTest::newRow(f.name.data()) << int(f.id);
}

const WeightFormatTraits& fetched_format() {
  QFETCH(int, format);
  return traits(WeightFormat(format));
}

std::vector<float> there_and_back(const WeightFormatTraits& f, const std::vector<float>& x) {
  std::vector<std::byte> blocks(std::size_t(bytes_of(f.id, std::int64_t(x.size()))));
  std::vector<float> y(x.size());
  f.quantise(x.data(), blocks.data(), std::int64_t(x.size()));
  f.dequantise(blocks.data(), y.data(), std::int64_t(y.size()));
  return y;
}

double relative_error(const std::vector<float>& x, const std::vector<float>& y) {
  double lost = 0, total = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    lost += (double(x[i]) - y[i]) * (double(x[i]) - y[i]);
    total += double(x[i]) * x[i];
  }
  return std::sqrt(lost / total);
}

std::vector<float> bell(std::size_t n, float width, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0f, width);
  std::vector<float> x(n);
  for (float& v : x) v = normal(random);
  return x;
}

}  // namespace

void WeightFormatsTest::names_and_numbers_are_unique() {
  std::set<std::string_view> names;
  std::set<int> numbers;
  for (const WeightFormatTraits& f : all_weight_formats()) {
    QVERIFY(names.insert(f.name).second);
    QVERIFY(numbers.insert(f.gguf_type).second);
    QVERIFY(traits(f.id).name == f.name);
    QCOMPARE(bytes_of(f.id, 3 * f.block_size), std::int64_t(3 * f.block_bytes));
  }
}

void WeightFormatsTest::formats_are_found_by_name_and_number() {
  QVERIFY(weight_format_by_name("Q5_K") == WeightFormat::Q5_K);
  QVERIFY(weight_format_by_name("q5_k") == WeightFormat::Q5_K);
  QVERIFY(!weight_format_by_name("Q5"));
  QVERIFY(!weight_format_by_name(""));
  QVERIFY(weight_format_by_gguf_type(30) == WeightFormat::BF16);
  QVERIFY(!weight_format_by_gguf_type(4));
  QVERIFY(!weight_format_by_gguf_type(-1));
}

void WeightFormatsTest::halves_survive_the_way_through_float() {
  for (int bits = 0; bits < 0x10000; ++bits) {
    const float f = half_to_float(Half(bits));
    if (std::isnan(f))
      QVERIFY(std::isnan(half_to_float(float_to_half(f))));
    else
      QCOMPARE(int(float_to_half(f)), bits);
  }
}

void WeightFormatsTest::rounding_to_half_goes_to_the_nearest_even_data() {
  QTest::addColumn<float>("value");
  QTest::addColumn<int>("bits");
  QTest::newRow("tie to even below") << 1.0f + 0x1p-11f << 0x3c00;
  QTest::newRow("tie to even above") << 1.0f + 3 * 0x1p-11f << 0x3c02;
  QTest::newRow("just over the tie") << 1.0f + 0x1.002p-11f << 0x3c01;
  QTest::newRow("largest") << 65504.0f << 0x7bff;
  QTest::newRow("still the largest") << 65519.0f << 0x7bff;
  QTest::newRow("too large") << 65520.0f << 0x7c00;
  QTest::newRow("infinite") << -HUGE_VALF << 0xfc00;
  QTest::newRow("smallest") << 0x1p-24f << 0x0001;
  QTest::newRow("half of the smallest") << 0x1p-25f << 0x0000;
  QTest::newRow("over half of the smallest") << 0x1.8p-25f << 0x0001;
  QTest::newRow("rounds up to normal") << 0x1.ffep-15f << 0x0400;
  QTest::newRow("minus zero") << -0.0f << 0x8000;
}

void WeightFormatsTest::rounding_to_half_goes_to_the_nearest_even() {
  QFETCH(float, value);
  QFETCH(int, bits);
  QCOMPARE(int(float_to_half(value)), bits);
}

void WeightFormatsTest::rounding_to_bfloat16_goes_to_the_nearest_even() {
  QCOMPARE(int(float_to_bfloat16(1.0f + 0x1p-8f)), 0x3f80);
  QCOMPARE(int(float_to_bfloat16(1.0f + 3 * 0x1p-8f)), 0x3f82);
  QCOMPARE(int(float_to_bfloat16(-2.0f)), 0xc000);
  QVERIFY(std::isnan(bfloat16_to_float(float_to_bfloat16(NAN))));
  QVERIFY(std::isinf(bfloat16_to_float(float_to_bfloat16(3.4e38f))));
}

void WeightFormatsTest::blocks_stand_for_the_reference_values_data() {
  every_format();
}

void WeightFormatsTest::blocks_stand_for_the_reference_values() {
  const WeightFormatTraits& f = fetched_format();
  const auto file = open_model_file(EDDY_TEST_DATA "/quant/blocks.safetensors");
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const std::string name(f.name);
  const StoredTensor* values = (*file)->find(name + ".values");
  std::span<const std::byte> blocks;
  for (const ForeignTensor& t : (*file)->foreign_tensors()) {
    if (t.name == name + ".blocks") blocks = t.bytes;
  }
  QVERIFY(values && !blocks.empty());
  const std::int64_t n = values->shape[0];
  QCOMPARE(std::int64_t(blocks.size()), bytes_of(f.id, n));
  std::vector<float> expected(static_cast<std::size_t>(n)), got(expected);
  std::memcpy(expected.data(), values->bytes.data(), values->bytes.size());
  f.dequantise(blocks.data(), got.data(), n);
  for (std::size_t i = 0; i < got.size(); ++i) {
    QVERIFY2(std::fabs(got[i] - expected[i]) <= 1e-6f * std::fabs(expected[i]), qPrintable(QString::number(i)));
  }
}

void WeightFormatsTest::bell_shaped_weights_lose_little_data() {
  QTest::addColumn<int>("format");
  QTest::addColumn<double>("most");
  const std::pair<const char*, double> bounds[] = {
      {"F32", 0},      {"F16", 3e-4},     {"BF16", 2e-3},    {"Q4_0", 0.083}, {"Q4_1", 0.072}, {"Q5_0", 0.042},
      {"Q5_1", 0.035}, {"Q8_0", 0.0055},  {"Q4_K", 0.072},   {"Q5_K", 0.036}, {"Q6_K", 0.018}, {"Q2_K", 0.27},
      {"Q3_K", 0.15},  {"IQ4_NL", 0.077}, {"IQ4_XS", 0.078}, {"MXFP4", 0.115}};
  for (const auto& [name, most] : bounds) QTest::newRow(name) << int(*weight_format_by_name(name)) << most;
  QCOMPARE(std::size(bounds), all_weight_formats().size());
}

void WeightFormatsTest::bell_shaped_weights_lose_little() {
  QFETCH(double, most);
  const std::vector<float> x = bell(256 * 64, 0.05f, 3);
  const double error = relative_error(x, there_and_back(fetched_format(), x));
  QVERIFY2(error <= most, qPrintable(QString::number(error)));
}

void WeightFormatsTest::awkward_weights_stay_finite_and_close_data() {
  every_format();
}

void WeightFormatsTest::awkward_weights_stay_finite_and_close() {
  const WeightFormatTraits& f = fetched_format();
  std::vector<float> outlier = bell(256, 0.01f, 5);
  outlier[77] = -9.0f;
  std::vector<float> positive = bell(256, 1.0f, 6);
  for (float& v : positive) v = std::fabs(v) + 1.0f;
  std::vector<float> half_zero = bell(256, 1.0f, 7);
  std::fill(half_zero.begin(), half_zero.begin() + 128, 0.0f);
  for (const std::vector<float>& x :
       {std::vector<float>(256, 0.0f), std::vector<float>(256, 0.25f), std::vector<float>(256, -3.0f), outlier,
        positive, half_zero, bell(256, 1e-7f, 8), bell(256, 1e-30f, 9), bell(256, 5000.0f, 10)}) {
    const std::vector<float> y = there_and_back(f, x);
    const float largest =
        *std::max_element(x.begin(), x.end(), [](float a, float b) { return std::fabs(a) < std::fabs(b); });
    for (std::size_t i = 0; i < x.size(); ++i) {
      QVERIFY(std::isfinite(y[i]));
      // No weight may move by more than half the coarsest grid's reach (scales below 6e-8 do not exist in half
      // precision), and what is all zero stays zero.
      QVERIFY2(std::fabs(x[i] - y[i]) <= 0.5f * std::fabs(largest) + 6e-7f,
               qPrintable(QString("%1: %2 -> %3").arg(i).arg(x[i]).arg(y[i])));
    }
    if (largest == 0) QVERIFY(std::all_of(y.begin(), y.end(), [](float v) { return v == 0; }));
  }
}

void WeightFormatsTest::quantised_weights_are_a_fixed_point_data() {
  every_format();
}

void WeightFormatsTest::quantised_weights_are_a_fixed_point() {
  const WeightFormatTraits& f = fetched_format();
  const std::vector<float> once = there_and_back(f, bell(256 * 8, 0.05f, 11));
  const double first_loss = relative_error(bell(256 * 8, 0.05f, 11), once);
  QVERIFY(relative_error(once, there_and_back(f, once)) <= 0.35 * first_loss + 1e-12);
}

QTEST_APPLESS_MAIN(WeightFormatsTest)
#include "weight_formats_test.moc"
