#include <QTest>

#include <algorithm>
#include <limits>

#include "engine/core/aligned_buffer.h"
#include "engine/core/tensor.h"

using namespace eddy;

class AlignedBufferTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void memory_is_aligned_and_zero_data() {
    QTest::addColumn<int>("bytes");
    for (int bytes : {0, 1, 63, 4096, 20'000'000}) QTest::addRow("%d", bytes) << bytes;
  }

  void memory_is_aligned_and_zero() {
    QFETCH(int, bytes);
    const auto buffer = AlignedBuffer::allocate(static_cast<std::size_t>(bytes), "a test");
    QVERIFY(buffer);
    QCOMPARE(buffer->size(), static_cast<std::size_t>(bytes));
    QCOMPARE(reinterpret_cast<std::uintptr_t>(buffer->data()) % AlignedBuffer::kAlignment, std::uintptr_t{0});
    QVERIFY(std::ranges::all_of(buffer->bytes(), [](std::byte b) { return b == std::byte{0}; }));
  }

  void impossible_size_is_out_of_memory() {
    const auto buffer = AlignedBuffer::allocate(std::numeric_limits<std::size_t>::max() / 4, "a test");
    QVERIFY(!buffer);
    QCOMPARE(buffer.error().code, ErrorCode::OutOfMemory);
    QVERIFY(buffer.error().message.find("a test") != std::string::npos);
  }

  void moving_leaves_nothing_behind() {
    auto first = *AlignedBuffer::allocate(64, "a test");
    std::byte* data = first.data();
    const AlignedBuffer second = std::move(first);
    QCOMPARE(second.data(), data);
    QCOMPARE(first.data(), nullptr);  // NOLINT: what moving promises
  }

  void shapes_count_rows_and_elements() {
    const Shape shape{2, 7, 63};
    QCOMPARE(shape.elements(), 2 * 7 * 63);
    QCOMPARE(shape.rows(), 14);
    QCOMPARE(shape.last(), 63);
    QCOMPARE(shape.text(), std::string("[2, 7, 63]"));
  }
};

QTEST_APPLESS_MAIN(AlignedBufferTest)
#include "aligned_buffer_test.moc"
