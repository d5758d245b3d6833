// What files may get wrong about attention, experts and rotary positions: every refusal says what it is.
#include <QTest>

#include "engine/layers/attention.h"
#include "engine/layers/experts.h"
#include "engine/layers/rope.h"
#include "tests/support/engine/metadata_model_file.h"

using namespace eddy;

namespace {

QString problem(const Result<void>& checked) {
  return checked ? QString() : QString::fromStdString(checked.error().message);
}

}  // namespace

class AttentionChecksTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void impossible_attention_is_refused_data() {
    QTest::addColumn<int>("queries");
    QTest::addColumn<int>("keys");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("window");
    QTest::addColumn<QString>("message");
    QTest::newRow("sound") << 4 << 2 << 16 << 0 << QString();
    QTest::newRow("no heads") << 0 << 2 << 16 << 0 << "its attention has 0 query heads";
    QTest::newRow("too many heads") << (1 << 21) << 2 << 16 << 0 << "its attention has 2097152 query heads";
    QTest::newRow("no channels") << 4 << 2 << 0 << 0 << "2 key heads of 0";
    QTest::newRow("heads that do not divide") << 4 << 3 << 16 << 0 << "4 query heads cannot share 3 key heads";
    QTest::newRow("wide heads") << 4 << 2 << 513 << 0 << "more than 512 channels";
    QTest::newRow("negative window") << 4 << 2 << 16 << -1 << "a window of -1 tokens";
  }

  void impossible_attention_is_refused() {
    QFETCH(int, queries);
    QFETCH(int, keys);
    QFETCH(int, size);
    QFETCH(int, window);
    QFETCH(QString, message);
    const AttentionShape shape{.query_heads = queries, .key_heads = keys, .key_size = size, .window = window};
    const QString found = problem(check_attention(shape, "[x] f: "));
    QVERIFY2(message.isEmpty() ? found.isEmpty() : found.startsWith("[x] f: ") && found.contains(message),
             qPrintable(found));
  }

  void impossible_routing_is_refused_data() {
    QTest::addColumn<int>("experts");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("kept");
    QTest::addColumn<QString>("message");
    QTest::newRow("sound") << 8 << 2 << 4 << 2 << QString();
    QTest::newRow("no experts") << 0 << 2 << 1 << 1 << "0 experts are not possible";
    QTest::newRow("too many experts") << 70000 << 2 << 1 << 1 << "70000 experts are not possible";
    QTest::newRow("none for a token") << 8 << 0 << 1 << 1 << "wants 0 of 8 experts";
    QTest::newRow("more than there are") << 8 << 9 << 1 << 1 << "wants 9 of 8 experts";
    QTest::newRow("groups that do not divide") << 8 << 2 << 3 << 1 << "from 1 of 3 groups";
    QTest::newRow("more groups than there are") << 8 << 2 << 4 << 5 << "from 5 of 4 groups";
    QTest::newRow("too few left") << 8 << 3 << 4 << 1 << "from 1 of 4 groups";
  }

  void impossible_routing_is_refused() {
    QFETCH(int, experts);
    QFETCH(int, used);
    QFETCH(int, groups);
    QFETCH(int, kept);
    QFETCH(QString, message);
    const QString found = problem(check_routing({.used = used, .groups = groups, .kept_groups = kept}, experts, "[x] f: "));
    QVERIFY2(message.isEmpty() ? found.isEmpty() : found.startsWith("[x] f: ") && found.contains(message),
             qPrintable(found));
  }

  void gguf_positions_are_read() {
    const MetadataModelFile file({{"a.rope.freq_base", 500000.0},
                                  {"a.rope.dimension_count", std::int64_t{32}},
                                  {"a.rope.scaling.type", std::string("yarn")},
                                  {"a.rope.scaling.factor", 4.0},
                                  {"a.rope.scaling.original_context_length", std::int64_t{4096}}});
    ConfigReader reader(file, "a");
    const RopeConfig c = gguf_rope(reader, "a", 64);
    QVERIFY(reader.ok());
    QCOMPARE(c.theta, 500000.0);
    QCOMPARE(c.partial_rotary_factor, 0.5);
    QCOMPARE(c.type, std::string("yarn"));
    QCOMPARE(c.factor, 4.0);
    QCOMPARE(c.original_positions, std::int64_t{4096});
    const MetadataModelFile older({{"a.rope.scale_linear", 2.0}});
    ConfigReader older_reader(older, "a");
    QCOMPARE(gguf_rope(older_reader, "a", 64).type, std::string("linear"));
  }

  void impossible_gguf_positions_are_refused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    for (const auto& [key, value] : {std::pair{"a.rope.freq_base", 0.0},
                                     {"a.rope.scaling.factor", -1.0},
                                     {"a.rope.dimension_count", 65.0},
                                     {"a.rope.scaling.original_context_length", -4.0}}) {
      QTest::newRow(key) << QString(key) << value;
    }
  }

  void impossible_gguf_positions_are_refused() {
    QFETCH(QString, key);
    QFETCH(double, value);
    const MetadataModelFile file({{key.toStdString(), value}});
    ConfigReader reader(file, "a");
    gguf_rope(reader, "a", 64);
    QVERIFY(!reader.ok());
    QVERIFY2(reader.error().message.find(key.toStdString()) != std::string::npos, reader.error().message.c_str());
  }
};

QTEST_APPLESS_MAIN(AttentionChecksTest)
#include "attention_checks_test.moc"
