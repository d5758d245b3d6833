#include <QtTest>

#include "engine/tokenizers/unicode.h"

using namespace eddy;

class UnicodeTest : public QObject {
  Q_OBJECT

 private slots:
  void every_byte_string_survives_decode_and_encode() {
    std::string bytes;
    for (std::uint32_t i = 0, x = 1; i < 20'000; ++i) {
      x = x * 1664525u + 1013904223u;
      bytes += static_cast<char>(x >> 24);
    }
    for (const std::string& text : {bytes, std::string("\xF0\x9F\x98"), std::string("\xED\xA0\x80"), std::string("a\0b", 3)}) {
      QCOMPARE(unicode::encode(unicode::decode(text)), text);
    }
    QCOMPARE(unicode::decode("a\xC3\xA9\xF0\x9F\x98\x80\xFF"), std::u32string(U"a\u00E9\U0001F600") + char32_t(0xDCFF));
  }

  void wrong_bytes_become_one_replacement_per_maximal_subpart_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString r = QChar(0xFFFD);
    QTest::newRow("fine") << QByteArray("a\xC3\xA9") << QString::fromUtf8("a\u00E9");
    QTest::newRow("lone continuation") << QByteArray("\x80""a") << r + "a";
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << r + r;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << r + r + r;
    QTest::newRow("cut character") << QByteArray("\xF0\x9F\x98") << r;
    QTest::newRow("cut and going on") << QByteArray("\xF0\x9F\x98z") << r + "z";
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << r + r + r + r;
    QTest::newRow("example of the standard") << QByteArray("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63") << "a" + r + r + r + "b" + r + "c";
  }
  void wrong_bytes_become_one_replacement_per_maximal_subpart() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(unicode::replace_invalid(bytes.toStdString())), text);
  }

  void normal_forms_compose_and_decompose_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("nfd");
    QTest::addColumn<QString>("nfc");
    const auto row = [](const char* name, const char16_t* text, const char16_t* nfd, const char16_t* nfc) {
      QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(nfd) << QString::fromUtf16(nfc);
    };
    row("plain", u"abc", u"abc", u"abc");
    row("accent", u"\u00E9", u"e\u0301", u"\u00E9");
    row("two marks, other order", u"e\u0301\u0323", u"e\u0323\u0301", u"\u1EB9\u0301");
    row("singleton", u"\u212B", u"A\u030A", u"\u00C5");
    row("excluded", u"\u0958", u"\u0915\u093C", u"\u0915\u093C");
    row("hangul", u"\uD55C\uAE00", u"\u1112\u1161\u11AB\u1100\u1173\u11AF", u"\uD55C\uAE00");
    row("hangul in two steps", u"\uD558\u11AB", u"\u1112\u1161\u11AB", u"\uD55C");
    row("blocked", u"a\u05AE\u0301b", u"a\u05AE\u0301b", u"\u00E1\u05AE""b");
    row("mark first", u"\u0301e", u"\u0301e", u"\u0301e");
    row("starter in between", u"a\u0300 \u0301", u"a\u0300 \u0301", u"\u00E0 \u0301");
  }
  void normal_forms_compose_and_decompose() {
    QFETCH(QString, text);
    QFETCH(QString, nfd);
    QFETCH(QString, nfc);
    QCOMPARE(QString::fromStdU32String(unicode::nfd(text.toStdU32String())), nfd);
    QCOMPARE(QString::fromStdU32String(unicode::nfc(text.toStdU32String())), nfc);
  }

  /// Qt's tables are Unicode 14; ours must agree on what both know.
  void normal_forms_and_categories_agree_with_another_implementation() {
    const auto letters = *unicode::property("L"), numbers = *unicode::property("N"), marks = *unicode::property("M");
    for (char32_t c = 0; c <= unicode::kLast; c += 1 + (c > 0x3400 && c < 0x2F800 ? 37 : 0)) {
      if (QChar::category(c) == QChar::Other_NotAssigned || (c >= 0xD800 && c <= 0xDFFF)) continue;
      QCOMPARE(unicode::contains(letters, c), QChar::isLetter(c));
      QCOMPARE(unicode::contains(numbers, c), QChar::isNumber(c));
      QCOMPARE(unicode::contains(marks, c), QChar::isMark(c));
      const QString one = QString::fromUcs4(&c, 1);
      QCOMPARE(QString::fromStdU32String(unicode::nfc({&c, 1})), one.normalized(QString::NormalizationForm_C));
      QCOMPARE(QString::fromStdU32String(unicode::nfd({&c, 1})), one.normalized(QString::NormalizationForm_D));
    }
  }

  void ranges_behave_as_sets() {
    const unicode::Ranges a = {{1, 5}, {10, 20}}, b = {{4, 12}};
    QVERIFY(unicode::unite(a, b) == (unicode::Ranges{{1, 20}}));
    QVERIFY(unicode::intersect(a, b) == (unicode::Ranges{{4, 5}, {10, 12}}));
    QVERIFY(unicode::complement(unicode::complement(a)) == a);
    QVERIFY(unicode::complement({}) == (unicode::Ranges{{0, unicode::kLast}}));
    QVERIFY(unicode::complement({{0, unicode::kLast}}).empty());
    QVERIFY(unicode::contains(a, 10) && !unicode::contains(a, 9) && !unicode::contains(a, 0) && !unicode::contains({}, 0));
    QVERIFY(!unicode::property("Klingon") && !unicode::property("") && !unicode::property("X"));
    QVERIFY(unicode::contains(*unicode::property("Han"), U'\u4F60') && !unicode::contains(*unicode::property("Han"), U'\u3042'));
  }
};

QTEST_APPLESS_MAIN(UnicodeTest)
#include "unicode_test.moc"
