#include <QtTest>

#include "engine/tokenizers/tokenizer.h"
#include "engine/tokenizers/unicode.h"

using namespace eddy;

namespace {

/// World's tiny list: id = byte + 1.
std::shared_ptr<const Tokenizer> bytes() {
  return *load_tokenizer(std::filesystem::path(EDDY_TEST_DATA) / "tokenizers/tiny_world.txt");
}

}  // namespace

class DetokenizerTest : public QObject {
  Q_OBJECT

 private slots:
  void incomplete_characters_are_held_back() {
    Detokenizer stream(bytes());
    QCOMPARE(stream.push(0xF0 + 1), std::string());
    QCOMPARE(stream.push(0x9F + 1), std::string());
    QCOMPARE(stream.push(0x98 + 1), std::string());
    QCOMPARE(stream.held(), std::string("\xF0\x9F\x98"));
    QCOMPARE(stream.push(0x80 + 1), std::string("\xF0\x9F\x98\x80"));
    QVERIFY(stream.held().empty());
    QCOMPARE(stream.push('a' + 1), std::string("a"));
  }

  void hopeless_bytes_are_replaced_at_once() {
    Detokenizer stream(bytes());
    QCOMPARE(stream.push(0xFF + 1), std::string("\xEF\xBF\xBD"));
    QCOMPARE(stream.push(0xC3 + 1), std::string());
    QCOMPARE(stream.push('a' + 1), std::string("\xEF\xBF\xBD""a"));
  }

  void what_is_held_at_the_end_is_replaced() {
    Detokenizer stream(bytes());
    stream.push(0xE4 + 1);
    QCOMPARE(stream.flush(), std::string("\xEF\xBF\xBD"));
    QCOMPARE(stream.flush(), std::string());
  }

  void held_bytes_move_to_another_stream() {
    Detokenizer first(bytes()), second(bytes());
    first.push(0xC3 + 1);
    second.set_held(first.held());
    QCOMPARE(second.push(0xA9 + 1), std::string("\xC3\xA9"));
  }

  void a_stream_gives_the_same_text_as_decoding_the_whole() {
    const auto tokenizer = bytes();
    std::vector<TokenId> ids;
    for (std::uint32_t i = 0, x = 7; i < 5000; ++i) {
      x = x * 1664525u + 1013904223u;
      ids.push_back(static_cast<TokenId>(1 + (x >> 16) % 268));
    }
    Detokenizer stream(tokenizer);
    std::string text;
    for (TokenId id : ids) text += stream.push(id);
    QCOMPARE(text + stream.flush(), unicode::replace_invalid(tokenizer->decode(ids)));
  }
};

QTEST_APPLESS_MAIN(DetokenizerTest)
#include "detokenizer_test.moc"
