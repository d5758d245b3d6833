#include <QtTest>

#include <algorithm>
#include <vector>

#include "engine/backends/gpu/wide_copy.h"

using namespace eddy;

class WideCopyTest : public QObject {
  Q_OBJECT

 private slots:
  /// Below, at and beyond what one thread, two and four take; whole pages and not.
  void every_byte_arrives_and_none_beyond_data() {
    QTest::addColumn<qint64>("bytes");
    constexpr qint64 kMegabyte = qint64{1} << 20;
    for (const qint64 bytes : {qint64{0}, qint64{1}, 8 * kMegabyte - 1, 16 * kMegabyte, 16 * kMegabyte + 5, 33 * kMegabyte + 4097, 70 * kMegabyte + 3}) {
      QTest::addRow("%lld", static_cast<long long>(bytes)) << bytes;
    }
  }
  void every_byte_arrives_and_none_beyond() {
    QFETCH(qint64, bytes);
    constexpr std::size_t kGuard = 64;
    std::vector<unsigned char> from(static_cast<std::size_t>(bytes)), to(from.size() + kGuard, 0xAA);
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<unsigned char>(i * 2654435761u >> 13);
    wide_copy(to.data(), from.data(), from.size());
    QVERIFY(std::equal(from.begin(), from.end(), to.begin()));
    QCOMPARE(std::count(to.end() - kGuard, to.end(), 0xAA), kGuard);
  }
};

QTEST_APPLESS_MAIN(WideCopyTest)
#include "wide_copy_test.moc"
