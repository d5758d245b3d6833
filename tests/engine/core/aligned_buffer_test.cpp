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

  void a_stock_is_cut_into_zeroed_neighbours() {
    auto stock = *BufferStock::allocate(BufferStock::taken_by(100) + 64, "a test");
    const auto first = *stock.take(100, "a test"), second = *stock.take(64, "a test");
    QCOMPARE(second.data(), first.data() + BufferStock::taken_by(100));
    QCOMPARE(first.size(), std::size_t{100});
    QVERIFY(std::ranges::all_of(first.bytes(), [](std::byte b) { return b == std::byte{0}; }));
  }

  void a_part_outlives_its_stock() {
    AlignedBuffer part;
    {
      auto stock = *BufferStock::allocate(4096, "a test");
      part = *stock.take(4096, "a test");
    }
    part.bytes()[4095] = std::byte{1};
    QCOMPARE(part.bytes()[4095], std::byte{1});
  }

  void a_spent_stock_gives_memory_of_its_own() {
    auto stock = *BufferStock::allocate(64, "a test");
    const auto inside = *stock.take(64, "a test"), outside = *stock.take(64, "a test");
    QCOMPARE(outside.size(), std::size_t{64});
    QVERIFY(inside.data() != outside.data());
    BufferStock none;
    QCOMPARE(none.take(10, "a test")->size(), std::size_t{10});
  }

  void impossible_stocks_and_parts_are_out_of_memory() {
    constexpr std::size_t kTooMuch = std::numeric_limits<std::size_t>::max() / 4;
    QCOMPARE(BufferStock::allocate(kTooMuch, "a test").error().code, ErrorCode::OutOfMemory);
    BufferStock none;
    QCOMPARE(none.take(kTooMuch, "a test").error().code, ErrorCode::OutOfMemory);
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
