#include "engine/ops/embedding.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class EmbeddingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rows_are_exactly_those_of_the_table_data() {
    QTest::addColumn<int>("format");
    for (const auto& format : all_weight_formats())
      QTest::addRow("%s", format.name.data()) << static_cast<int>(format.id);
  }

  void rows_are_exactly_those_of_the_table() {
    QFETCH(int, format);
    const auto id = static_cast<WeightFormat>(format);
    const std::int64_t channels = traits(id).block_size == 1 ? 63 : 256;
    OpHarness op(3, 7);
    op.add_matrix(id, 100, channels);
    op.add_tokens(100);
    op.add_output(op.activation(channels));
    const auto wrong = op.check(kEmbedding, {}, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }
};

QTEST_APPLESS_MAIN(EmbeddingTest)
#include "embedding_test.moc"
