#include <QtTest>

#include "engine/chat/message_guard.h"
#include "tests/support/engine/specials_tokenizer.h"

using namespace eddy;

class MessageGuardTest : public QObject {
  Q_OBJECT

 private slots:
  void broken_text_heals_to_itself_and_has_no_specials_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("harmless") << "a < b";
    QTest::newRow("one") << "<end>";
    QTest::newRow("inside") << "a<end>b";
    QTest::newRow("overlapping") << "<<end>end><end><";
    QTest::newRow("shorter in longer") << "<end><end>x";
    QTest::newRow("one character") << QString::fromUtf8("a\u2603b");
    QTest::newRow("one character twice") << QString::fromUtf8("\u2603\u2603<end>\u2603");
    QTest::newRow("beginning with a long character") << QString::fromUtf8("\u2603x\u2603xx");
  }
  void broken_text_heals_to_itself_and_has_no_specials() {
    QFETCH(QString, text);
    const std::string plain = text.toStdString();
    const SpecialsTokenizer tokenizer({"<end>", "<end><end>", "\u2603", "\u2603xx"});
    const MessageGuard guard(tokenizer.specials());
    const std::string_view seen[] = {plain};
    const std::string mark = MessageGuard::mark_for(seen);
    const auto healed = MessageGuard::healed(guard.broken(plain, mark), mark);
    QCOMPARE(healed.text, plain);
    QVERIFY(std::is_sorted(healed.breaks.begin(), healed.breaks.end()));
    const auto direct = guard.breaks(plain);
    for (const auto& breaks : {healed.breaks, direct}) {
      for (TokenId id : tokenizer.encode_marked(plain, breaks)) QVERIFY(id < 256);
    }
  }

  void tokens_outside_the_breaks_are_found() {
    const SpecialsTokenizer tokenizer({"<end>", "<e"});
    const std::size_t breaks[] = {7};
    QCOMPARE(tokenizer.encode_marked("<end><end>", breaks),
             (std::vector<TokenId>{256, 257, 'n', 'd', '>'}));  // the shorter one ends where the break is
    const std::size_t inside[] = {6};
    QCOMPARE(tokenizer.encode_marked("<end><end>", inside), (std::vector<TokenId>{256, '<', 'e', 'n', 'd', '>'}));
  }

  void the_mark_is_in_no_text() {
    const std::string_view with_first[] = {"a\uFDD0", "\uFDD1"};
    QCOMPARE(MessageGuard::mark_for(with_first), std::string("\uFDD2"));
  }
};

QTEST_APPLESS_MAIN(MessageGuardTest)
#include "message_guard_test.moc"
