// Names show what they are.
#include <QTest>

#include "app/plain_name.h"

using namespace eddy;

class PlainNameTest : public QObject {
  Q_OBJECT

 private slots:
  void what_hides_is_left_out_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* test, const char* name, const char* shown) { QTest::newRow(test) << QString::fromUtf8(name) << QString::fromUtf8(shown); };
    row("plain", "report 2026.pdf", "report 2026.pdf");
    row("turned around", "invoice\xE2\x80\xAE" "fdp.exe", "invoicefdp.exe");
    row("isolates", "a\xE2\x81\xA6" "b\xE2\x81\xA9" "c", "abc");
    row("no width", "pay\xE2\x80\x8B" "pal\xEF\xBB\xBF", "paypal");
    row("lines", "one\ntwo\r\n\tthree", "one two  three");
    row("other scripts", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE4\xBD\xA0\xE5\xA5\xBD", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE4\xBD\xA0\xE5\xA5\xBD");
    row("joiners stay", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4\xD9\x88\xD8\xAF", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4\xD9\x88\xD8\xAF");
    row("a family", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
    row("nothing", "", "");
  }
  void what_hides_is_left_out() {
    QFETCH(QString, name);
    QTEST(plainName(name), "shown");
  }
};

QTEST_GUILESS_MAIN(PlainNameTest)
#include "plain_name_test.moc"
