#include <QFile>
#include <QtTest>

#include "engine/tokenizers/sentencepiece.h"

using namespace eddy;

namespace {

/// 256 bytes, "hello" and parts of it, and the user-defined <|user|>; byte-pair with a space in front.
std::string tiny() {
  QFile file(EDDY_TEST_DATA "/tokenizers/tiny_sentencepiece.model");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture");
  return file.readAll().toStdString();
}

Result<std::shared_ptr<const Tokenizer>> parse(const std::string& bytes) { return parse_sentencepiece(bytes, "t.model"); }

}  // namespace

class SentencePieceTest : public QObject {
  Q_OBJECT

 private slots:
  void text_becomes_pieces_and_comes_back_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVector<int>>("ids");
    QTest::newRow("nothing") << QByteArray() << QVector<int>{};
    QTest::newRow("one piece") << QByteArray("hello") << QVector<int>{265};
    QTest::newRow("two") << QByteArray("hello wo") << QVector<int>{265, 274};
    QTest::newRow("spaces stay") << QByteArray("  hello") << QVector<int>{266, 266, 265};
    QTest::newRow("bytes") << QByteArray("a\n\xC3\xA9") << QVector<int>{266, 275, 14, 199, 173};
    QTest::newRow("control text is text") << QByteArray("<s>a") << QVector<int>{266, 64, 119, 66, 275};
    QTest::newRow("user-defined piece") << QByteArray("<|user|>hello") << QVector<int>{266, 3, 264};
  }
  void text_becomes_pieces_and_comes_back() {
    QFETCH(QByteArray, text);
    QFETCH(QVector<int>, ids);
    const auto tokenizer = *parse(tiny());
    const auto found = tokenizer->encode(text.toStdString());
    QCOMPARE(QVector<int>(found.begin(), found.end()), ids);
    QCOMPARE(QByteArray::fromStdString(tokenizer->decode(found)), text);
  }

  void control_tokens_are_found_only_on_request() {
    const auto tokenizer = *parse(tiny());
    QCOMPARE(tokenizer->kind(), std::string_view("sentencepiece"));
    QCOMPARE(tokenizer->vocabulary(), 277);
    QCOMPARE(tokenizer->encode("<s>hello</s>", true), (std::vector<TokenId>{1, 265, 2}));
    QCOMPARE(*tokenizer->special("</s>"), 2);
    QVERIFY(!tokenizer->special("hello"));
    const TokenId ids[] = {1, 265, 2, 9999, -1};
    QCOMPARE(tokenizer->decode(ids), std::string("hello"));
    QCOMPARE(tokenizer->decode(ids, true), std::string("<s> hello</s>"));
  }

  void the_first_space_of_a_stream_goes_only_at_the_start_of_a_text() {
    const auto tokenizer = *parse(tiny());
    Detokenizer whole(tokenizer, true), later(tokenizer);
    QCOMPARE(whole.push(1), std::string());
    QCOMPARE(whole.push(265), std::string("hello"));
    QCOMPARE(whole.push(265), std::string(" hello"));
    QCOMPARE(later.push(265), std::string(" hello"));
  }

  void the_fingerprint_follows_the_file() {
    std::string changed = tiny();
    changed[changed.find("aa")] = 'b';
    QCOMPARE((*parse(tiny()))->fingerprint(), (*parse(tiny()))->fingerprint());
    QVERIFY((*parse(changed))->fingerprint() != (*parse(tiny()))->fingerprint());
  }

  void damaged_models_are_refused_or_harmless() {
    const std::string good = tiny();
    for (const std::string& bad : {std::string(), std::string("no model"), good.substr(0, 100), std::string(5000, '\xFF')}) {
      const auto result = parse(bad);
      QVERIFY(!result);
      QCOMPARE(result.error().code, ErrorCode::FileCorrupt);
      QVERIFY(QString::fromStdString(result.error().message).contains("t.model"));
    }
    for (std::uint32_t i = 0, x = 9; i < 200; ++i) {
      x = x * 1664525u + 1013904223u;
      std::string bytes = good;
      bytes[(x >> 8) % bytes.size()] = static_cast<char>(x >> 24);
      if (const auto result = parse(bytes)) (*result)->decode((*result)->encode("hello wo"), true);
    }
  }
};

QTEST_APPLESS_MAIN(SentencePieceTest)
#include "sentencepiece_test.moc"
