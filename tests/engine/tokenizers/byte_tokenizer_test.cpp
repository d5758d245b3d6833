#include "engine/tokenizers/byte_tokenizer.h"

#include <QTest>

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
};

QTEST_APPLESS_MAIN(ByteTokenizerTest)
#include "byte_tokenizer_test.moc"
