#include "engine/sequence/stop_strings.h"

#include <QTest>

#include "engine/sequence/text_tail.h"

using namespace eddy;

class StopStringsTest : public QObject {
  Q_OBJECT

 private slots:
  void text_is_shown_up_to_the_stop_string_data() {
    QTest::addColumn<QStringList>("stops");
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("matched");
    const QStringList user{"\n\nUser:"};
    QTest::newRow("none") << QStringList{} << QStringList{"ab", "c"} << "abc"
                          << "" << false;
    QTest::newRow("in one piece") << user << QStringList{"Hi.\n\nUser: x"} << "Hi."
                                  << "" << true;
    QTest::newRow("over pieces") << user << QStringList{"Hi.\n", "\nUs", "er", ": x"} << "Hi."
                                 << "" << true;
    QTest::newRow("held at the end") << user << QStringList{"Hi.\n", "\nUs"} << "Hi."
                                     << "\n\nUs" << false;
    QTest::newRow("let go") << user << QStringList{"Hi.\n", "\nUs", "ing"} << "Hi.\n\nUsing"
                            << "" << false;
    QTest::newRow("begins again inside") << user << QStringList{"\n", "\n", "\n", "User:"} << "\n"
                                         << "" << true;
    QTest::newRow("one byte") << QStringList{"."} << QStringList{"a", "b.c"} << "ab"
                              << "" << true;
    QTest::newRow("first to be complete wins") << QStringList{"abcd", "bc"} << QStringList{"xabcd"} << "xa"
                                               << "" << true;
    QTest::newRow("longest of equal ends") << QStringList{"c", "bc"} << QStringList{"ab", "c"} << "a"
                                           << "" << true;
    QTest::newRow("two beginnings") << QStringList{"ab", "bc"} << QStringList{"xa", "y"} << "xay"
                                    << "" << false;
    QTest::newRow("stop string of characters") << QStringList{"é€"} << QStringList{"aé", "€b"} << "a"
                                               << "" << true;
  }

  void text_is_shown_up_to_the_stop_string() {
    QFETCH(QStringList, stops);
    QFETCH(QStringList, pieces);
    std::vector<std::string> strings;
    for (const auto& stop : stops) strings.push_back(stop.toStdString());
    StopStrings filter(strings, "");
    std::string shown;
    bool matched = false;
    for (const auto& piece : pieces) {
      auto step = filter.push(piece.toStdString());
      shown += step.text;
      matched = step.matched;
      if (matched) break;
    }
    QTEST(QString::fromStdString(shown), "shown");
    QTEST(QString::fromStdString(filter.held()), "held");
    QTEST(matched, "matched");
  }

  // Wherever the borders of tokens lie, the same bytes end at the same place.
  void borders_do_not_matter() {
    const std::string text = "one\ntwo\n\nUs\n\n\nUser: three";
    for (std::size_t size = 1; size <= text.size(); ++size) {
      StopStrings filter({"\n\nUser:", "three"}, "");
      std::string shown;
      for (std::size_t at = 0; at < text.size(); at += size) {
        auto step = filter.push(std::string_view(text).substr(at, size));
        shown += step.text;
        if (step.matched) break;
      }
      QCOMPARE(shown, std::string("one\ntwo\n\nUs\n"));
    }
  }

  void held_text_is_judged_by_the_new_stop_strings() {
    StopStrings other({"x"}, "\n\nUs");
    QCOMPARE(other.push("").text, std::string("\n\nUs"));
    StopStrings same({"\n\nUser:"}, "\n\nUs");
    QCOMPARE(same.push("").text, std::string());
    StopStrings shorter({"\n\n"}, "a\n\nUs");
    auto step = shorter.push("");
    QVERIFY(step.matched);
    QCOMPARE(step.text, std::string("a"));
  }

  void incomplete_characters_at_the_end_are_found_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("bytes");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("ASCII") << QByteArray("ab") << 0;
    QTest::newRow("whole") << QByteArray("\xE2\x82\xAC") << 0;
    QTest::newRow("1 of 2") << QByteArray("a\xC3") << 1;
    QTest::newRow("2 of 3") << QByteArray("a\xE2\x82") << 2;
    QTest::newRow("3 of 4") << QByteArray("\xF0\x9F\x98") << 3;
    QTest::newRow("never one") << QByteArray("a\xFF") << 0;
    QTest::newRow("too many followers") << QByteArray("\x80\x80\x80\x80") << 0;
    QTest::newRow("follower without lead") << QByteArray("a\x80") << 0;
  }

  void incomplete_characters_at_the_end_are_found() {
    QFETCH(QByteArray, text);
    QTEST(static_cast<int>(incomplete_character({text.data(), static_cast<std::size_t>(text.size())}).size()), "bytes");
  }

  void the_tail_keeps_the_last_bytes() {
    TextTail tail;
    std::string all;
    for (int i = 0; i < 5000; ++i) {
      const std::string piece = std::to_string(i);
      tail.append(piece);
      all += piece;
      const std::string expected = all.size() <= 256 ? all : all.substr(all.size() - 256);
      QCOMPARE(std::string(tail.view()), expected);
    }
  }
};

QTEST_APPLESS_MAIN(StopStringsTest)
#include "stop_strings_test.moc"
