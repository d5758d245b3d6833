#include <QTemporaryDir>
#include <QTest>

#include "engine/model_files/model_file.h"
#include "file_builders.h"

using namespace eddy;
using namespace eddy::test;

class GgufTest : public QObject {
  Q_OBJECT

 private slots:
  void tensors_and_metadata_are_read();
  void every_kind_of_value_is_read();
  void version_2_is_read();
  void other_alignments_are_honoured();
  void empty_tensors_and_plain_numbers_are_legal();
  void every_cut_is_noticed();
  void broken_files_are_refused_data();
  void broken_files_are_refused();

 private:
  Result<std::shared_ptr<const ModelFile>> open(const std::string& bytes) {
    return open_model_file(write_file(folder_.path(), "model.gguf", bytes));
  }
  QTemporaryDir folder_;
};

void GgufTest::tensors_and_metadata_are_read() {
  const auto file = open(sound_gguf().bytes());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE((*file)->file_format(), std::string_view("gguf"));
  QVERIFY(*(*file)->metadata("general.architecture") == MetadataValue(std::string("rwkv7")));
  QVERIFY(*(*file)->metadata("rwkv7.block_count") == MetadataValue(std::int64_t(2)));
  QCOMPARE((*file)->metadata_keys().size(), 2u);
  const StoredTensor* a = (*file)->find("a.weight");
  QVERIFY(a && (a->shape == std::vector<std::int64_t>{2, 4}));
  const StoredTensor* b = (*file)->find("b.weight");
  QVERIFY(b && b->format == WeightFormat::Q8_0 && b->bytes.size() == 34);
  float values[32];
  traits(b->format).dequantise(b->bytes.data(), values, 32);
  QCOMPARE(values[31], 2.0f);
}

void GgufTest::every_kind_of_value_is_read() {
  GgufParts g;
  g.key("u8", 0, raw(std::uint8_t(200))).key("i8", 1, raw(std::int8_t(-3))).key("u16", 2, raw(std::uint16_t(60000)));
  g.key("i16", 3, raw(std::int16_t(-300))).u32_key("u32", 4000000000u).key("i32", 5, raw(std::int32_t(-5)));
  g.key("f32", 6, raw(1.5f)).key("yes", 7, raw(std::uint8_t(1))).text_key("text", "\xc3\xa9");
  g.key("u64", 10, raw(~std::uint64_t(0))).key("i64", 11, raw(std::int64_t(-1))).key("f64", 12, raw(0.1));
  g.key("ints", 9, raw(std::uint32_t(3)) + raw(std::uint64_t(2)) + raw(std::int16_t(-1)) + raw(std::int16_t(7)));
  g.key("floats", 9, raw(std::uint32_t(6)) + raw(std::uint64_t(1)) + raw(0.5f));
  g.key("texts", 9, raw(std::uint32_t(8)) + raw(std::uint64_t(2)) + gguf_text("") + gguf_text("b"));
  const auto file = open(g.bytes());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const auto is = [&](const char* key, const MetadataValue& v) {
    return (*file)->metadata(key) && *(*file)->metadata(key) == v;
  };
  QVERIFY(is("u8", std::int64_t(200)) && is("i8", std::int64_t(-3)) && is("u16", std::int64_t(60000)) &&
          is("i16", std::int64_t(-300)));
  QVERIFY(is("u32", std::int64_t(4000000000)) && is("i32", std::int64_t(-5)) && is("i64", std::int64_t(-1)));
  QVERIFY(is("f32", 1.5) && is("f64", 0.1) && is("yes", true) && is("text", std::string("\xc3\xa9")));
  QVERIFY(is("u64", 18446744073709551615.0));
  QVERIFY(is("ints", std::vector<std::int64_t>{-1, 7}) && is("floats", std::vector<double>{0.5}));
  QVERIFY(is("texts", std::vector<std::string>{"", "b"}));
}

void GgufTest::version_2_is_read() {
  GgufParts g = sound_gguf();
  g.version = 2;
  QVERIFY(open(g.bytes()));
}

void GgufTest::other_alignments_are_honoured() {
  GgufParts g;
  g.alignment = 8;
  g.u32_key("general.alignment", 8).tensor("x", {2}, 0, 8);
  g.data = floats({9, 9, 1, 2});
  const auto file = open(g.bytes());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  float first;
  std::memcpy(&first, (*file)->find("x")->bytes.data(), 4);
  QCOMPARE(first, 1.0f);
}

void GgufTest::empty_tensors_and_plain_numbers_are_legal() {
  GgufParts g;
  g.tensor("empty", {0, 3}, 0, 0).tensor("numbers", {2}, 26, 0);
  g.data = raw(std::int32_t(1)) + raw(std::int32_t(2));
  const auto file = open(g.bytes());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE((*file)->find("empty")->bytes.size(), 0u);
  QCOMPARE((*file)->foreign_tensors()[0].type, std::string("I32"));
}

void GgufTest::every_cut_is_noticed() {
  const std::string whole = sound_gguf().bytes();
  for (std::size_t length = 0; length < whole.size() - 30; ++length) {  // the last 30 bytes are padding
    const auto file = open(whole.substr(0, length));
    QVERIFY2(!file, qPrintable(QString::number(length)));
    QVERIFY(file.error().code == ErrorCode::FileCorrupt);
  }
}

void GgufTest::broken_files_are_refused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const GgufParts& parts, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(parts.bytes()) << QByteArray(message);
  };
  const auto with = [](auto change) {
    GgufParts g = sound_gguf();
    change(g);
    return g;
  };
  const auto keyed = [](std::uint32_t kind, const std::string& value) { return GgufParts().key("k", kind, value); };
  const auto shaped = [](std::vector<std::uint64_t> sizes, std::uint32_t type, std::uint64_t offset = 0) {
    GgufParts g;
    g.tensor("x", std::move(sizes), type, offset).data = std::string(64, '\0');
    return g;
  };
  row("wrong magic", with([](auto& g) { g.magic = "GGUX"; }), "does not start with 'GGUF'");
  row("version 1", with([](auto& g) { g.version = 1; }), "version 1;");
  row("version 0", with([](auto& g) { g.version = 0; }), "version 0;");
  row("version 4", with([](auto& g) { g.version = 4; }), "version 4;");
  row("big-endian", with([](auto& g) { g.version = 0x03000000; }), "big-endian");
  row("absurd number of keys", with([](auto& g) { g.keys = std::uint64_t(1) << 60; }), "more than fit");
  row("absurd number of tensors", with([](auto& g) { g.tensors = ~std::uint64_t(0); }), "more than fit");
  row("one key too many", with([](auto& g) { g.keys += 1; }), "");
  row("one tensor too many", with([](auto& g) { g.tensors += 1; }), "");
  row("key length past the end", GgufParts{.keys = 1, .body = raw(std::uint64_t(1000)) + std::string(20, 'k')},
      "1000 bytes");
  row("key length near 2^64", GgufParts{.keys = 1, .body = raw(~std::uint64_t(7)) + std::string(20, 'k')},
      "left in the file");
  row("empty key", GgufParts().key("", 4, raw(1)), "has no name");
  row("key of 300 bytes", GgufParts().key(std::string(300, 'k'), 4, raw(1)), "too many for a name");
  row("key is not UTF-8", GgufParts().key("\xc3(", 4, raw(1)), "not valid UTF-8");
  row("duplicate key", GgufParts().u32_key("k", 1).u32_key("k", 1), "'k' in model.gguf: appears twice");
  row("unknown kind", keyed(13, raw(1)), "unknown kind 13");
  row("bool of 2", keyed(7, std::string("\2")), "neither true nor false");
  row("text value is not UTF-8", keyed(8, gguf_text("\xed\xa0\x80")), "not valid UTF-8");
  row("text value past the end", keyed(8, raw(std::uint64_t(9)) + "short"), "9 bytes");
  row("array of unknown kind", keyed(9, raw(99) + raw(std::uint64_t(0))), "elements of an unknown kind");
  row("array of arrays", keyed(9, raw(9) + raw(std::uint64_t(1)) + std::string(16, '\0')), "arrays of arrays");
  row("array longer than the file", keyed(9, raw(0) + raw(std::uint64_t(1) << 40)), "more than are left");
  row("array whose size overflows", keyed(9, raw(12) + raw(std::uint64_t(1) << 61)), "more than are left");
  row("array of texts, absurd count", keyed(9, raw(8) + raw(~std::uint64_t(0))), "more than are left");
  row("array text past the end", keyed(9, raw(8) + raw(std::uint64_t(1)) + raw(std::uint64_t(50))), "50 bytes");
  row("alignment 0", GgufParts().u32_key("general.alignment", 0), "power of two");
  row("alignment 24", GgufParts().u32_key("general.alignment", 24), "power of two");
  row("alignment 2^31", GgufParts().u32_key("general.alignment", 1u << 31), "power of two");
  row("alignment as text", GgufParts().text_key("general.alignment", "32"), "power of two");
  row("tensor without a name", GgufParts().tensor("", {1}, 0, 0), "has no name");
  row("tensor name is not UTF-8", GgufParts().tensor("\xff", {1}, 0, 0), "not valid UTF-8");
  row("duplicate tensor", GgufParts().tensor("x", {0}, 0, 0).tensor("x", {0}, 0, 0),
      "'x' in model.gguf: appears twice");
  row("five dimensions", shaped({1, 1, 1, 1, 1}, 0), "more than 4");
  row("size beyond 63 bits", shaped({std::uint64_t(1) << 63}, 0), "absurd size");
  row("product overflows", shaped({std::uint64_t(1) << 32, std::uint64_t(1) << 32}, 0), "more than any file");
  row("bytes overflow", shaped({std::uint64_t(1) << 62}, 0), "more than any file");
  row("empty with an absurd shape", shaped({0, std::uint64_t(1) << 62, 4}, 0), "more than any file");
  row("row is no multiple of the block", shaped({33}, 8), "no multiple of the block");
  row("offset not aligned", shaped({1}, 0, 4), "not aligned to 32");
  row("offset past the end", shaped({1}, 0, 4096), "past the end");
  row("offset near 2^64", shaped({1}, 0, ~std::uint64_t(31)), "past the end");
  row("data past the end", shaped({17}, 0), "past the end");
  row("overlap", GgufParts(with([](auto& g) { g.tensor("c", {1}, 0, 0); })), "overlaps tensor");
  row("unknown weight format", shaped({1}, 200), "unknown weight format number 200");
  row("weight format number beyond 8 bits", shaped({1}, 256), "unknown weight format number 256");
  row("removed weight format", shaped({32}, 4), "unknown weight format number 4");
  row("known but unsupported weight format", shaped({256}, 16), "IQ2_XXS is not supported");
}

void GgufTest::broken_files_are_refused() {
  QFETCH(QByteArray, bytes);
  QFETCH(QByteArray, message);
  const auto file = open(bytes.toStdString());
  QVERIFY(!file);
  const Error& e = file.error();
  QVERIFY2(QByteArray::fromStdString(e.message).contains(message), e.message.c_str());
  QVERIFY2(e.message.starts_with("[gguf] ") && e.message.find("model.gguf") != std::string::npos, e.message.c_str());
  QVERIFY(e.code == ErrorCode::FileCorrupt || e.code == ErrorCode::UnsupportedFormat);
}

QTEST_APPLESS_MAIN(GgufTest)
#include "gguf_test.moc"
