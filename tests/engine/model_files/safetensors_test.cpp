#include <QTemporaryDir>
#include <QTest>

#include "engine/model_files/model_file.h"
#include "file_builders.h"

using namespace eddy;
using namespace eddy::test;

class SafetensorsTest : public QObject {
  Q_OBJECT

 private slots:
  void tensors_keep_name_shape_and_bytes();
  void scalars_and_empty_tensors_are_legal();
  void other_number_types_are_listed_as_foreign();
  void metadata_of_the_header_is_prefixed();
  void every_cut_is_noticed();
  void broken_files_are_refused_data();
  void broken_files_are_refused();

 private:
  QTemporaryDir folder_;
};

void SafetensorsTest::tensors_keep_name_shape_and_bytes() {
  const std::string bytes = safetensors(
      R"({"b":{"dtype":"BF16","shape":[1,2],"data_offsets":[16,20]},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}  )",
      floats({1, 2, 3, 4}) + raw(std::uint16_t(0x3f80)) + raw(std::uint16_t(0xc000)));
  const auto file = open_model_file(write_file(folder_.path(), "good.safetensors", bytes));
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE((*file)->file_format(), std::string_view("safetensors"));
  QCOMPARE((*file)->file_bytes(), std::int64_t(bytes.size()));
  QCOMPARE((*file)->tensors().size(), 2u);
  QVERIFY(!(*file)->find("c"));
  const StoredTensor* b = (*file)->find("b");
  QVERIFY(b);
  QVERIFY(b->format == WeightFormat::BF16);
  QVERIFY((b->shape == std::vector<std::int64_t>{1, 2}));
  float values[2];
  traits(b->format).dequantise(b->bytes.data(), values, 2);
  QCOMPARE(values[0], 1.0f);
  QCOMPARE(values[1], -2.0f);
}

void SafetensorsTest::scalars_and_empty_tensors_are_legal() {
  const std::string bytes = safetensors(
      R"({"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"e":{"dtype":"F16","shape":[0,7],"data_offsets":[4,4]}})",
      floats({2}));
  const auto file = open_model_file(write_file(folder_.path(), "scalars.safetensors", bytes));
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QVERIFY((*file)->find("s")->shape.empty());
  QCOMPARE((*file)->find("e")->bytes.size(), 0u);
}

void SafetensorsTest::other_number_types_are_listed_as_foreign() {
  const std::string bytes =
      safetensors(R"({"ids":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}})", raw(std::int64_t(7)));
  const auto file = open_model_file(write_file(folder_.path(), "foreign.safetensors", bytes));
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QVERIFY((*file)->tensors().empty());
  QCOMPARE((*file)->foreign_tensors().size(), 1u);
  QCOMPARE((*file)->foreign_tensors()[0].type, std::string("I64"));
}

void SafetensorsTest::metadata_of_the_header_is_prefixed() {
  const std::string bytes = safetensors(R"({"__metadata__":{"format":"pt"}})", "");
  const auto file = open_model_file(write_file(folder_.path(), "metadata.safetensors", bytes));
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const MetadataValue* value = (*file)->metadata("__metadata__.format");
  QVERIFY(value && *value == MetadataValue(std::string("pt")));
  QVERIFY(!(*file)->metadata("format"));
}

void SafetensorsTest::every_cut_is_noticed() {
  const std::string whole = safetensors_of({{"a", {1, 2}}, {"b", {3}}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto file = open_model_file(write_file(folder_.path(), "cut.safetensors", whole.substr(0, length)));
    QVERIFY2(!file, qPrintable(QString::number(length)));
    QVERIFY(file.error().code == ErrorCode::FileCorrupt);
    QVERIFY(file.error().message.find("cut.safetensors") != std::string::npos);
  }
}

void SafetensorsTest::broken_files_are_refused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QByteArray>("message");  // part of it
  const auto row = [](const char* name, const std::string& bytes, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(message);
  };
  const auto one = [](const std::string& entry) { return safetensors("{\"x\":" + entry + "}", std::string(8, '\0')); };
  const auto shaped = [&](const char* dtype, const char* shape, const char* offsets) {
    return one(std::string(R"({"dtype":")") + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}");
  };
  row("empty file", "", "header length");
  row("header longer than the file", raw(std::uint64_t(1000)) + "{}", "1000 bytes");
  row("header length near 2^64", raw(~std::uint64_t(0)) + "{}", "more than the format allows");
  row("no JSON", safetensors("hello", ""), "not valid JSON");
  row("JSON of another kind", safetensors("[1]", ""), "does not start with '{'");
  row("text after the JSON", safetensors("{} {}", ""), "not valid JSON");
  row("deep JSON", safetensors("{\"x\":" + std::string(100000, '['), ""), "unexpected value at 'x'");
  row("deep objects",
      safetensors(
          [] {
            std::string s;
            for (int i = 0; i < 50000; ++i) s += "{\"x\":";
            return s;
          }(),
          ""),
      "object inside 'x'");
  row("bad UTF-8 in a name", safetensors("{\"\xff\":{}}", ""), "not valid JSON");
  row("tensor without a name", safetensors(R"({"":{}})", ""), "without a name");
  row("duplicate tensor", safetensors(R"({"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"x":{}})", ""),
      "'x' appears twice");
  row("entry is no object", safetensors(R"({"x":5})", ""), "unexpected value at 'x'");
  row("unknown field", one(R"({"dtype":"F32","extra":1})"), "unexpected value at 'x.extra'");
  row("fields missing", one("{}"), "missing");
  row("dtype is a number", one(R"({"dtype":1})"), "dtype that is no text");
  row("unknown dtype", shaped("F7", "[2]", "[0,8]"), "unknown dtype 'F7'");
  row("shape is text", one(R"({"dtype":"F32","shape":"2","data_offsets":[0,8]})"), "unexpected value at 'x.shape'");
  row("negative size", shaped("F32", "[-2]", "[0,8]"), "no size");
  row("fractional size", shaped("F32", "[2.0]", "[0,8]"), "no size");
  row("size beyond 63 bits", shaped("F32", "[18446744073709551615]", "[0,8]"), "no size");
  row("product overflows", shaped("F32", "[4294967296,4294967296]", "[0,8]"), "different size");
  row("product wraps to the right size", shaped("F32", "[4611686018427387906,4]", "[0,8]"), "different size");
  row("empty with an absurd shape", shaped("F32", "[0,4611686018427387904,4611686018427387904]", "[0,0]"),
      "different size");
  row("too many dimensions", shaped("F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]"), "too many numbers");
  row("shape and bytes differ", shaped("F32", "[3]", "[0,8]"), "different size");
  row("offsets reversed", shaped("F32", "[2]", "[8,0]"), "ends at byte 0");
  row("end past the file", shaped("F32", "[4]", "[0,16]"), "ends at byte 16");
  row("offset near 2^63", shaped("F32", "[2]", "[9223372036854775800,9223372036854775807]"), "ends at byte");
  row("three offsets", shaped("F32", "[2]", "[0,4,8]"), "too many numbers");
  row("one offset", shaped("F32", "[2]", "[0]"), "missing");
  row("overlap",
      safetensors(
          R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
          std::string(8, '\0')),
      "overlaps another tensor");
  row("hole", safetensors(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", std::string(8, '\0')),
      "belong to no tensor");
  row("bytes after the last tensor",
      safetensors(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", std::string(8, '\0')),
      "4 bytes at the end");
  row("metadata value is a number", safetensors(R"({"__metadata__":{"a":1}})", ""), "no text: 'a'");
  row("metadata is nested", safetensors(R"({"__metadata__":{"a":{}}})", ""), "object inside");
  row("number too large for a double", safetensors(R"({"x":{"dtype":1e999}})", ""), "not valid JSON");
}

void SafetensorsTest::broken_files_are_refused() {
  QFETCH(QByteArray, bytes);
  QFETCH(QByteArray, message);
  const auto file = open_model_file(write_file(folder_.path(), "broken.safetensors", bytes.toStdString()));
  QVERIFY(!file);
  const Error& e = file.error();
  QVERIFY2(QByteArray::fromStdString(e.message).contains(message), e.message.c_str());
  QVERIFY2(e.message.starts_with("[safetensors] ") && e.message.find("broken.safetensors") != std::string::npos,
           e.message.c_str());
  QVERIFY(e.code == (message.startsWith("unknown dtype") ? ErrorCode::UnsupportedFormat : ErrorCode::FileCorrupt));
}

QTEST_APPLESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
