#include <QTemporaryDir>
#include <QTest>

#include "engine/model_files/model_file.h"
#include "file_builders.h"

using namespace eddy;
using namespace eddy::test;

namespace {

using Numbers = std::vector<std::uint32_t>;

std::string words(const Numbers& numbers) {
  std::string bytes;
  for (const auto n : numbers) bytes += raw(n);
  return bytes;
}

std::string header(std::uint32_t version = 101, std::uint32_t magic = 0x67676d66) {
  return words({magic, version, 256, 4, 1, 0});
}

/// Sizes innermost first, as in the file.
std::string tensor(const std::string& name, std::uint32_t type, const Numbers& sizes, const std::string& data) {
  return words({std::uint32_t(sizes.size()), std::uint32_t(name.size()), type}) + words(sizes) + name + data;
}

std::string sound_file() {
  return header() + tensor("a", 0, {2, 3}, floats({1, 2, 3, 4, 5, 6})) +
         tensor("b.weight", 1, {1, 1, 2}, raw(std::uint16_t(0x3c00)) + raw(std::uint16_t(0xc000))) +
         tensor("c", 9, {32}, raw(std::uint16_t(0x3c00)) + std::string(32, '\2'));
}

}  // namespace

class GgmfTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tensors_and_header_are_read() {
    const auto file = open_model_file(write_file(folder_.path(), "good.bin", sound_file()));
    QVERIFY2(file, file ? "" : file.error().message.c_str());
    QCOMPARE((*file)->file_format(), std::string_view("ggmf"));
    QVERIFY(*(*file)->metadata("ggmf.version") == MetadataValue(std::int64_t{101}));
    QVERIFY(*(*file)->metadata("ggmf.n_vocab") == MetadataValue(std::int64_t{256}));
    QVERIFY(*(*file)->metadata("ggmf.n_embed") == MetadataValue(std::int64_t{4}));
    QVERIFY(*(*file)->metadata("ggmf.n_layer") == MetadataValue(std::int64_t{1}));
    QCOMPARE((*file)->tensors().size(), 3u);
    QVERIFY(((*file)->find("a")->shape == std::vector<std::int64_t>{3, 2}));
    QVERIFY(((*file)->find("b.weight")->shape == std::vector<std::int64_t>{2, 1, 1}));
    QVERIFY((*file)->find("c")->format == WeightFormat::Q8_0);
    float values[2];
    traits(WeightFormat::F16).dequantise((*file)->find("b.weight")->bytes.data(), values, 2);
    QCOMPARE(values[0], 1.0f);
    QCOMPARE(values[1], -2.0f);
  }

  void version_100_holds_floats() {
    const auto file =
        open_model_file(write_file(folder_.path(), "old.bin", header(100) + tensor("a", 0, {1}, floats({1}))));
    QVERIFY2(file, file ? "" : file.error().message.c_str());
  }

  void every_cut_is_noticed() {
    const std::string whole = sound_file();
    // The file has no count of tensors: after a whole one it may end.
    const std::size_t whole_after[] = {header().size() + 12 + 8 + 1 + 24, header().size() + 45 + 12 + 12 + 8 + 4};
    for (std::size_t length = 4; length < whole.size(); ++length) {
      if (length == whole_after[0] || length == whole_after[1]) continue;
      const auto file = open_model_file(write_file(folder_.path(), "cut.bin", whole.substr(0, length)));
      QVERIFY2(!file, qPrintable(QString::number(length)));
      QVERIFY(file.error().code == ErrorCode::FileCorrupt);
      QVERIFY(file.error().message.find("cut.bin") != std::string::npos);
    }
  }

  void broken_files_are_refused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");  // part of it
    QTest::addColumn<bool>("damaged");        // otherwise a kind that we do not read
    const auto row = [](const char* name, const std::string& bytes, const char* message, bool damaged = true) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(message) << damaged;
    };
    const auto one = [](const Numbers& head, const std::string& rest) { return header() + words(head) + rest; };
    row("magic alone", raw(std::uint32_t(0x67676d66)), "ends within its header");
    row("version 99", header(99), "version 99 is not 100 or 101", false);
    row("version 102", header(102), "version 102 is not 100 or 101", false);
    row("no layers", words({0x67676d66, 101, 256, 4, 0, 0}), "a size of 0");
    row("no vocabulary", words({0x67676d66, 101, 0, 4, 1, 0}), "a size of 0");
    row("no tensors", header(), "holds no tensors");
    row("rank 0", one({0, 1, 0}, "a"), "has 0 dimensions");
    row("rank 4", one({4, 1, 0, 1, 1, 1, 1}, "a" + floats({1})), "has 4 dimensions");
    row("absurd rank", one({0xffffffff, 1, 0}, ""), "has 4294967295 dimensions");
    row("no name", one({1, 0, 0, 1}, floats({1})), "name has 0 bytes");
    row("absurd name", one({1, 0xffffffff, 0, 1}, floats({1})), "name has 4294967295 bytes");
    row("name past the end", one({1, 100, 0, 1}, "a"), "ends within the head");
    row("name is no text", header() + tensor("\xff", 0, {1}, floats({1})), "is not text");
    row("name twice", header() + tensor("a", 0, {1}, floats({1})) + tensor("a", 0, {1}, floats({1})), "appears twice");
    row("unknown type", header() + tensor("a", 4, {32}, std::string(64, '\0')), "number type 4 is unknown", false);
    row("type beyond the list", header() + tensor("a", 99, {32}, std::string(64, '\0')), "number type 99 is unknown",
        false);
    row("quantised version 100", header(100) + tensor("a", 8, {32}, std::string(24, '\0')),
        "version 100 are of a dead format", false);
    row("row is no block", header() + tensor("a", 8, {31, 32}, std::string(744, '\0')), "no whole number of blocks");
    row("size 0", header() + tensor("a", 0, {0}, ""), "sizes are impossible");
    row("product overflows", header() + tensor("a", 0, {0xffffffff, 0xffffffff, 0xffffffff}, floats({1})),
        "sizes are impossible");
    row("data past the end", header() + tensor("a", 0, {3}, floats({1, 2})),
        "should have 12 bytes, but the file ends after 8");
    row("bytes behind the last tensor", sound_file() + "abc", "ends within the head of tensor 3");
  }

  void broken_files_are_refused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, message);
    QFETCH(bool, damaged);
    const auto file = open_model_file(write_file(folder_.path(), "broken.bin", bytes.toStdString()));
    QVERIFY(!file);
    const Error& e = file.error();
    QVERIFY2(QByteArray::fromStdString(e.message).contains(message), e.message.c_str());
    QVERIFY2(e.message.starts_with("[ggmf] ") && e.message.find("broken.bin") != std::string::npos, e.message.c_str());
    QVERIFY(e.code == (damaged ? ErrorCode::FileCorrupt : ErrorCode::UnsupportedFormat));
  }

 private:
  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(GgmfTest)
#include "ggmf_test.moc"
