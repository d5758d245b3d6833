#include <QFile>
#include <QtTest>

#include "engine/tokenizers/python_literal.h"
#include "engine/tokenizers/world.h"

using namespace eddy;

namespace {

QByteArray tiny() {
  QFile file(EDDY_TEST_DATA "/tokenizers/tiny_world.txt");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture");
  return file.readAll();
}

Result<std::shared_ptr<const Tokenizer>> parse(const QByteArray& text) { return parse_world_vocabulary(text.toStdString(), "v.txt"); }

}  // namespace

class WorldTest : public QObject {
  Q_OBJECT

 private slots:
  void the_longest_match_wins_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVector<int>>("ids");
    QTest::newRow("nothing") << QByteArray() << QVector<int>{};
    QTest::newRow("single bytes") << QByteArray("ab\n") << QVector<int>{98, 99, 11};
    QTest::newRow("longest") << QByteArray("Users\n\n\n") << QVector<int>{260, 116, 257, 11};
    QTest::newRow("back to a shorter one") << QByteArray("Use") << QVector<int>{259, 102};
    QTest::newRow("with blanks") << QByteArray("a b c a b") << QVector<int>{265, 258, 33, 99};
    QTest::newRow("escapes") << QByteArray("\\nit's") << QVector<int>{267, 264};
    QTest::newRow("code point escape") << QByteArray("\xC3\xA9t\xC3\xA9") << QVector<int>{266, 261};
    QTest::newRow("whole and half character") << QByteArray("\xE4\xBD\xA0\xE4\xBD") << QVector<int>{262, 263};
    QTest::newRow("no UTF-8") << QByteArray("\xFF\0\x80", 3) << QVector<int>{256, 1, 129};
    QTest::newRow("end of document is text") << QByteArray("<|") << QVector<int>{61, 125};
    QTest::newRow("quotes") << QByteArray("say \"hi\"") << QVector<int>{268};
  }
  void the_longest_match_wins() {
    QFETCH(QByteArray, text);
    QFETCH(QVector<int>, ids);
    const auto tokenizer = *parse(tiny());
    const auto found = tokenizer->encode(text.toStdString());
    QCOMPARE(QVector<int>(found.begin(), found.end()), ids);
    QCOMPARE(QByteArray::fromStdString(tokenizer->decode(found)), text);
  }

  void the_end_of_document_is_special() {
    const auto tokenizer = *parse(tiny());
    QCOMPARE(tokenizer->kind(), std::string_view("rwkv-world"));
    QCOMPARE(tokenizer->vocabulary(), 269);
    QCOMPARE(*tokenizer->special("<|endoftext|>"), 0);
    QVERIFY(!tokenizer->special("User"));
    QCOMPARE(tokenizer->encode("a<|endoftext|>", true), (std::vector<TokenId>{98, 0}));
    QVERIFY(tokenizer->encode("a<|endoftext|>").size() > 2);
    const TokenId ids[] = {98, 0};
    QCOMPARE(tokenizer->decode(ids), std::string("a"));
    QCOMPARE(tokenizer->decode(ids, true), std::string("a<|endoftext|>"));
    QCOMPARE(tokenizer->piece(99'999), std::string_view());
    QCOMPARE(tokenizer->piece(-1), std::string_view());
  }

  void windows_line_ends_change_nothing() {
    const auto unix_file = parse(tiny()), windows_file = parse(tiny().replace("\n", "\r\n"));
    QVERIFY(windows_file);
    QCOMPARE((*windows_file)->fingerprint(), (*unix_file)->fingerprint());
    const auto other = parse(tiny().replace("268 'say \"hi\"' 8", "268 'say \"ho\"' 8"));
    QVERIFY((*other)->fingerprint() != (*unix_file)->fingerprint());
  }

  void damaged_lists_are_refused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("culprit");
    const auto row = [](const char* name, const char* from, const char* to, const char* culprit) {
      QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString(culprit);
    };
    row("length", "260 'User' 4", "260 'User' 5", "line 260: says 5 bytes, has 4");
    row("negative length", "260 'User' 4", "260 'User' -4", "line 260: says");
    row("no length", "260 'User' 4", "260 'User'", "line 260");
    row("length is no number", "260 'User' 4", "260 'User' x", "line 260: bad length");
    row("no id", "260 'User' 4", "'User' 4", "line 260");
    row("id is no number", "260 'User' 4", "abc 'User' 4", "line 260: bad token id");
    row("id 0", "260 'User' 4", "0 'User' 4", "token 0 is out of range");
    row("negative id", "260 'User' 4", "-5 'User' 4", "token -5 is out of range");
    row("huge id", "260 'User' 4", "2000000000 'User' 4", "token 2000000000 is out of range");
    row("id beyond int", "260 'User' 4", "20000000000 'User' 4", "bad token id");
    row("id twice", "260 'User' 4", "259 'User' 4", "token 259 is given twice");
    row("text twice", "260 'User' 4", "260 'Us' 2", "token 260 repeats");
    row("empty token", "260 'User' 4", "260 '' 0", "token 260 has an impossible length");
    row("no quotes", "260 'User' 4", "260 User 4", "line 260: bad Python literal");
    row("open quote", "260 'User' 4", "260 'User 4", "line 260: bad Python literal");
    row("bad escape", "260 'User' 4", "260 'Us\\q' 4", "line 260: bad Python literal");
    row("half escape", "260 'User' 4", "260 'Us\\x4' 3", "line 260: bad Python literal");
    row("surrogate", "260 'User' 4", "260 '\\ud800' 3", "line 260: bad Python literal");
    row("escape in bytes", "260 'User' 4", "260 b'\\u0041' 1", "line 260: bad Python literal");
    row("characters in bytes", "260 'User' 4", "260 b'\xC3\xA9' 2", "line 260: bad Python literal");
    row("no UTF-8", "260 'User' 4", "260 '\xFFs' 2", "line 260: bad Python literal");
    row("missing byte", "98 'a' 1\n", "", "no token for byte 97");
    row("empty line", "260 'User' 4", "\n260 'User' 4", "line 260");
  }
  void damaged_lists_are_refused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, culprit);
    QByteArray text = tiny();
    const int at = text.indexOf("\n" + from) + 1;
    QVERIFY(at > 0);
    const auto result = parse(text.replace(at, from.size(), to));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::FileCorrupt);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY2(message.contains(culprit) && message.contains("v.txt"), qPrintable(message));
  }

  void an_empty_file_is_refused() {
    QVERIFY(!parse(""));
    QVERIFY(!parse("\n\n"));
  }

  void gguf_lists_hold_escaped_bytes() {
    std::vector<std::string> tokens = {"<s>"};
    for (int b = 0; b < 256; ++b) tokens.push_back(QString("\\x%1").arg(b, 2, 16, QChar('0')).toStdString());
    tokens.insert(tokens.end(), {"\\n\\n", "it\\'s", "\\xe4\\xbd\\xa0", "[PAD260]"});
    std::vector<std::int64_t> types(tokens.size(), 1);
    types.front() = 3;
    types.back() = 5;
    const auto tokenizer = world_from_gguf(tokens, types, "m.gguf");
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QCOMPARE((*tokenizer)->encode("\n\nit's\xE4\xBD\xA0"), (std::vector<TokenId>{257, 258, 259}));
    QCOMPARE((*tokenizer)->vocabulary(), 261);
    tokens[258] = "it\\q";
    QVERIFY(QString::fromStdString(world_from_gguf(tokens, types, "m.gguf").error().message).contains("tokens[258]"));
    types.pop_back();
    QVERIFY(QString::fromStdString(world_from_gguf(tokens, types, "m.gguf").error().message).contains("token_type"));
  }

  void python_literals_are_read() {
    QCOMPARE(*parse_python_literal("'\\'\\\"\\\\\\a\\b\\f\\n\\r\\t\\v'"), std::string("'\"\\\a\b\f\n\r\t\v"));
    QCOMPARE(*parse_python_literal("\"\\U0001F600\\u00e9\\xe9\""), std::string("\xF0\x9F\x98\x80\xC3\xA9\xC3\xA9"));
    QCOMPARE(*parse_python_literal("b\"\\xe9'\""), std::string("\xE9'"));
    for (const char* bad : {"", "'", "b'", "'a\"", "'a'b'", "u'a'", "'\\U00110000'", "'\\101'", "'\\'"}) {
      QVERIFY2(!parse_python_literal(bad), bad);
    }
  }
};

QTEST_APPLESS_MAIN(WorldTest)
#include "world_test.moc"
