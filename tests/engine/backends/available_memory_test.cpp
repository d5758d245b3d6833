#include <QTest>

#include "engine/backends/cpu/available_memory.h"

using namespace eddy;

class AvailableMemoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void too_large_a_model_is_refused_with_both_numbers() {
    const auto checked = check_memory(5'200'000'000, 3'100'000'000);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::OutOfMemory);
    QVERIFY(checked.error().message.find("5.2 GB") != std::string::npos);
    QVERIFY(checked.error().message.find("3.1 GB") != std::string::npos);
  }

  void what_fits_or_cannot_be_known_is_let_pass() {
    QVERIFY(check_memory(100, 100));
    QVERIFY(check_memory(100, 0));
  }

  void this_computer_has_memory() { QVERIFY(available_memory() > 0); }
};

QTEST_APPLESS_MAIN(AvailableMemoryTest)
#include "available_memory_test.moc"
