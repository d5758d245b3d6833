#include "engine/model_files/fp8.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "file_builders.h"

using namespace eddy;
using namespace eddy::test;
using Opened = Result<std::shared_ptr<const ModelFile>>;
using Shape = std::vector<std::int64_t>;

namespace {

struct Part {
  std::string name, dtype;
  Shape shape;
  std::string data;
};

std::string file_of(const std::vector<Part>& parts) {
  std::string header, data;
  for (const Part& p : parts) {
    std::string shape;
    for (const std::int64_t s : p.shape) shape += (shape.empty() ? "" : ",") + std::to_string(s);
    header.append(header.empty() ? "{\"" : ",\"").append(p.name).append("\":{\"dtype\":\"").append(p.dtype);
    header.append("\",\"shape\":[").append(shape).append("],\"data_offsets\":[");
    header.append(std::to_string(data.size())).append(",");
    data += p.data;
    header += std::to_string(data.size()) + "]}";
  }
  return safetensors(header + "}", data);
}

// Codes of 1, -2, 0.5, 448, the smallest number (2^-9), 0.
const std::string kCodes = "\x38\xc0\x30\x7e\x01" + std::string(1, '\0');
const std::vector<float> kValues = {1, -2, 0.5f, 448, 0x1p-9f, 0};

}  // namespace

class Fp8Test : public QObject {
  Q_OBJECT

 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void numbers_become_f16();
  void empty_tensors_cost_nothing();
  void every_code_is_read();
  void scales_are_applied_data();
  void scales_are_applied();
  void blocks_have_the_size_of_the_config();
  void broken_scales_are_refused_data();
  void broken_scales_are_refused();

 private:
  Opened open(const std::vector<Part>& parts, const char* config = nullptr) {
    if (config) write_file(folder_->path(), "config.json", config);
    return open_model_file(write_file(folder_->path(), "x.safetensors", file_of(parts)));
  }
  static std::vector<float> values(const ModelFile& file, const char* name) {
    const StoredTensor* t = file.find(name);
    if (!t) return {};
    std::vector<float> out(t->bytes.size() / 2);
    traits(t->format).dequantise(t->bytes.data(), out.data(), std::int64_t(out.size()));
    return out;
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void Fp8Test::numbers_become_f16() {
  const Opened file = open({{"a.weight", "F8_E4M3", {2, 3}, kCodes}, {"n", "F32", {1}, floats({7})}});
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QVERIFY((*file)->find("a.weight")->format == WeightFormat::F16);
  QVERIFY(((*file)->find("a.weight")->shape == Shape{2, 3}));
  QCOMPARE(values(**file, "a.weight"), kValues);
  QVERIFY((*file)->find("n") && (*file)->foreign_tensors().empty());
}

void Fp8Test::empty_tensors_cost_nothing() {
  const Opened file = open({{"a.weight", "F8_E4M3", {std::int64_t(1) << 59, 0}, ""},
                            {"a.weight_scale", "F32", {1}, floats({2})}});
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QVERIFY((*file)->find("a.weight")->bytes.empty());
}

void Fp8Test::every_code_is_read() {
  std::string codes;
  for (int c = 0; c < 256; ++c) {
    if ((c & 0x7f) != 0x7f) codes += char(c);
  }
  const Opened file = open({{"a.weight", "F8_E4M3", {254}, codes}});
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const std::vector<float> read = values(**file, "a.weight");
  float last = -1;
  for (int c = 0; c < 127; ++c) {  // magnitudes rise with the code, by 8 steps a power of two; signs mirror them
    QCOMPARE(read[std::size_t(c)], c == 0 ? 0 : last + (c <= 16 ? 0x1p-9f : std::ldexp(1.0f, (c - 1) / 8 - 10)));
    QCOMPARE(read[std::size_t(c) + 127], -read[std::size_t(c)]);
    last = read[std::size_t(c)];
  }
}

void Fp8Test::scales_are_applied_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<Shape>("shape");
  QTest::addColumn<std::vector<float>>("scales");
  QTest::addColumn<std::vector<float>>("factors");  // one a weight of [2, 3]
  using F = std::vector<float>;
  QTest::newRow("one") << "a.weight_scale" << Shape{} << F{2} << F(6, 2);
  QTest::newRow("one, as a list") << "a.weight_scale" << Shape{1} << F{2} << F(6, 2);
  QTest::newRow("one a row") << "a.weight_scale" << Shape{2, 1} << F{2, 3} << F{2, 2, 2, 3, 3, 3};
  QTest::newRow("one a row, flat") << "a.weight_scale" << Shape{2} << F{2, 3} << F{2, 2, 2, 3, 3, 3};
  QTest::newRow("one for the only block") << "a.weight_scale_inv" << Shape{1, 1} << F{0.5} << F(6, 0.5);
}

void Fp8Test::scales_are_applied() {
  QFETCH(QString, name);
  QFETCH(Shape, shape);
  QFETCH(std::vector<float>, scales);
  QFETCH(std::vector<float>, factors);
  std::string data;
  for (const float s : scales) data += raw(s);
  const Opened file = open({{"a.weight", "F8_E4M3", {2, 3}, kCodes},
                            {name.toStdString(), "F32", shape, data},
                            {"a.input_scale", "F32", {}, floats({9})}});
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  std::vector<float> expected = kValues;
  for (std::size_t i = 0; i < expected.size(); ++i) expected[i] *= factors[i];
  QCOMPARE(values(**file, "a.weight"), expected);
  QCOMPARE((*file)->tensors().size(), 1u);  // scales are used up
}

void Fp8Test::blocks_have_the_size_of_the_config() {
  // 3 x 5 weights of 1 in blocks of 2 x 2: six scales.
  const Opened file = open({{"a.weight", "F8_E4M3", {3, 5}, std::string(15, '\x38')},
                            {"a.weight_scale_inv", "F32", {2, 3}, floats({1, 2, 3, 4, 5, 6})}},
                           R"({"quantization_config":{"weight_block_size":[2,2]}})");
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE(values(**file, "a.weight"), (std::vector<float>{1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6}));
  // Two matrices in one tensor.
  const Opened stacked = open({{"a.weight", "F8_E4M3", {2, 1, 3}, std::string(6, '\x38')},
                               {"a.weight_scale_inv", "F32", {2, 1, 2}, floats({1, 2, 3, 4})}});
  QVERIFY2(stacked, stacked ? "" : stacked.error().message.c_str());
  QCOMPARE(values(**stacked, "a.weight"), (std::vector<float>{1, 1, 2, 3, 3, 4}));
}

void Fp8Test::broken_scales_are_refused_data() {
  QTest::addColumn<QByteArray>("codes");
  QTest::addColumn<Shape>("shape");
  QTest::addColumn<float>("scale");
  QTest::addColumn<QByteArray>("config");
  QTest::addColumn<QByteArray>("message");
  const QByteArray codes = QByteArray::fromStdString(kCodes);
  QTest::newRow("undefined number") << QByteArray(6, '\x7f') << Shape{1} << 1.0f << QByteArray("{}")
                                    << QByteArray("undefined or too large");
  QTest::newRow("too large") << codes << Shape{1} << 1e3f << QByteArray("{}") << QByteArray("undefined or too large");
  QTest::newRow("scale is undefined") << codes << Shape{1} << NAN << QByteArray("{}") << QByteArray("undefined");
  QTest::newRow("too many scales") << codes << Shape{5} << 1.0f << QByteArray("{}") << QByteArray("5 scales do not fit");
  QTest::newRow("no scales") << codes << Shape{0} << 1.0f << QByteArray("{}") << QByteArray("no list of scales");
  QTest::newRow("block of nothing") << codes << Shape{5} << 1.0f
                                    << QByteArray(R"({"quantization_config":{"weight_block_size":[0,1]}})")
                                    << QByteArray("no pair of sizes");
  QTest::newRow("block is one number") << codes << Shape{5} << 1.0f
                                       << QByteArray(R"({"quantization_config":{"weight_block_size":128}})")
                                       << QByteArray("no pair of sizes");
}

void Fp8Test::broken_scales_are_refused() {
  QFETCH(QByteArray, codes);
  QFETCH(Shape, shape);
  QFETCH(float, scale);
  QFETCH(QByteArray, config);
  QFETCH(QByteArray, message);
  std::string data;
  for (std::int64_t i = 0; i < shape[0]; ++i) data += raw(scale);
  const Opened file = open(
      {{"a.weight", "F8_E4M3", {2, 3}, codes.toStdString()}, {"a.weight_scale", "F32", shape, data}}, config.data());
  QVERIFY(!file);
  QVERIFY2(QByteArray::fromStdString(file.error().message).contains(message), file.error().message.c_str());
  QVERIFY(file.error().message.starts_with("[safetensors] tensor 'a.weight"));
}

QTEST_APPLESS_MAIN(Fp8Test)
#include "fp8_test.moc"
