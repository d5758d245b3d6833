#include "engine/tokenizers/byte_tokenizer.h"

#include <QTest>

#include "tests/support/engine/metadata_model_file.h"

using namespace eddy;

class ByteTokenizerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_byte_is_its_own_token() {
    const auto tokenizer = byte_tokenizer();
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    const auto ids = tokenizer->encode(all);
    QCOMPARE(ids.size(), std::size_t{256});
    for (int byte = 0; byte < 256; ++byte) {
      QCOMPARE(ids[static_cast<std::size_t>(byte)], byte);
      QCOMPARE(tokenizer->piece(byte), std::string_view(all).substr(static_cast<std::size_t>(byte), 1));
    }
    QCOMPARE(tokenizer->decode(ids), all);
    QCOMPARE(tokenizer->vocabulary(), 256);
  }

  void nothing_is_special() {
    const auto tokenizer = byte_tokenizer();
    QVERIFY(!tokenizer->special("<|endoftext|>"));
    QCOMPARE(tokenizer->encode("<s>", true), (std::vector<TokenId>{'<', 's', '>'}));
    QVERIFY(tokenizer->encode("").empty());
  }

  void ids_outside_are_no_text() {
    for (TokenId id : {-1, 256, 1000000}) QVERIFY(byte_tokenizer()->piece(id).empty());
  }

  void models_of_256_tokens_without_a_tokenizer_get_it_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<qint64>("vocabulary");
    QTest::addColumn<bool>("found");
    QTest::newRow("rwkv.cpp") << "ggmf.n_vocab" << qint64(256) << true;
    QTest::newRow("config") << "vocab_size" << qint64(256) << true;
    QTest::newRow("more than bytes") << "vocab_size" << qint64(257) << false;
  }

  void models_of_256_tokens_without_a_tokenizer_get_it() {
    QFETCH(QString, key);
    QFETCH(qint64, vocabulary);
    QFETCH(bool, found);
    const MetadataModelFile model({{key.toStdString(), std::int64_t(vocabulary)}});
    const auto tokenizer = load_tokenizer(model);
    QCOMPARE(tokenizer.has_value(), found);
    if (found) QCOMPARE((*tokenizer)->kind(), std::string_view("bytes"));
  }
};

QTEST_APPLESS_MAIN(ByteTokenizerTest)
#include "byte_tokenizer_test.moc"
