#include <QTest>  // before <compare>, which moc cannot read when it comes first

#include "engine/core/hash.h"

using namespace eddy;

class HashTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void values_are_those_of_xxh3() {
    // Published test values of XXH3: fingerprints on disk depend on them.
    QCOMPARE(hash64(std::string_view{}), 0x2d06800538d394c2ull);
    QCOMPARE(Hash128().hex(), std::string("99aa06d3014798d86001c324468d497f"));
  }

  void pieces_give_the_hash_of_the_whole() {
    const std::string text(1000, 'x');
    const auto bytes = std::as_bytes(std::span(text));
    Hash128 whole, pieces;
    whole.add(bytes);
    for (std::size_t i = 0; i < bytes.size(); i += 63)
      pieces.add(bytes.subspan(i, std::min<std::size_t>(63, bytes.size() - i)));
    QCOMPARE(pieces.hex(), whole.hex());
  }

  void texts_cannot_run_into_each_other() {
    Hash128 a, b;
    a.add_text("ab").add_text("c");
    b.add_text("a").add_text("bc");
    QVERIFY(a.hex() != b.hex());
  }

  void seed_and_content_matter() {
    QVERIFY(hash64("a", 1) != hash64("a", 2));
    QVERIFY(hash64("a", 1) != hash64("b", 1));
    Hash128 one, two;
    QVERIFY(one.add_number(1).hex() != two.add_number(2).hex());
  }
};

QTEST_APPLESS_MAIN(HashTest)
#include "hash_test.moc"
