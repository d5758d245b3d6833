// Who may use tiles: a process that touches them without permission is killed.
#include "engine/backends/cpu/tiles.h"

#include <QTest>
#include <cstring>

#include "engine/backends/cpu/tile_instructions.h"

using namespace eddy;

namespace {

constexpr std::uint64_t kShapes = 1 << 17, kTiles = 1 << 18, kVectors = 0xe7;

/// A processor and a system; `asked` counts.
struct Machine {
  bool has = true;
  std::uint64_t kept = kVectors | kShapes | kTiles;
  std::uint64_t permitted = kVectors;
  bool grants = true;
  int asked = 0;

  bool obtain() {
    return obtain_tiles({[this] { return has; }, [this] { return kept; }, [this] { return permitted; },
                         [this] {
                           ++asked;
                           if (grants) permitted |= kTiles;
                         }});
  }
};

}  // namespace

class TilesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void permission_is_asked_for_once_and_kept() {
    Machine machine;
    QVERIFY(machine.obtain());
    QVERIFY(machine.obtain());
    QCOMPARE(machine.asked, 1);
  }
  void a_system_that_refuses_is_believed() {
    Machine machine{.grants = false};
    QVERIFY(!machine.obtain());
    QCOMPARE(machine.asked, 1);
  }
  void a_processor_without_tiles_is_not_asked_about() {
    Machine machine{.has = false};
    QVERIFY(!machine.obtain());
    QCOMPARE(machine.asked, 0);
  }
  void tiles_that_the_system_does_not_save_are_not_used() {
    for (const auto kept : {kVectors, kVectors | kShapes, kVectors | kTiles}) {
      Machine machine{.kept = kept};
      QVERIFY(!machine.obtain());
      QCOMPARE(machine.asked, 0);
    }
  }
  void permission_that_is_there_already_is_not_asked_for() {
    Machine machine{.permitted = kVectors | kTiles};
    QVERIFY(machine.obtain());
    QCOMPARE(machine.asked, 0);
  }

  void the_wish_of_the_environment_comes_first() {
    qputenv("EDDY_CPU_TILES", "off");  // before the first question
    QCOMPARE(tile_use(), TileUse::None);
  }

  /// Two rows of sums of three columns each, of eight bytes in two groups of four.
  void emulated_bytes_are_multiplied_by_the_book() {
    std::int8_t left[2][8] = {{1, -2, 3, 4, 5, 6, 7, -128}, {0, 0, 0, 0, 1, 0, 0, 127}};
    std::int8_t right[2][3][4] = {{{1, 1, 1, 1}, {-1, 2, 0, 0}, {127, 127, 127, 127}},
                                  {{1, 1, 1, 1}, {0, 0, 0, -128}, {-128, 127, -1, 3}}};
    std::int32_t sums[2][3] = {{1000, 0, 0}, {0, 0, 0}};
    EmulatedTiles tiles(TileShapes().set(0, 2, 12).set(1, 2, 8).set(2, 2, 12));
    tiles.load<0>(sums, sizeof(sums[0]));
    tiles.load<1>(left, sizeof(left[0]));
    tiles.load<2>(right, sizeof(right[0]));
    tiles.multiply_bytes<0, 1, 2>();
    tiles.store<0>(sums, sizeof(sums[0]));
    const std::int32_t wanted[2][3] = {{1000 + 6 - 110, -5 + 16384, 6 * 127 - 640 + 762 - 7 - 384},
                                       {128, -16256, -128 + 381}};
    for (int row = 0; row < 2; ++row) {
      for (int column = 0; column < 3; ++column) QCOMPARE(sums[row][column], wanted[row][column]);
    }
  }

  void emulated_pairs_are_multiplied_by_the_book() {
    const auto brain = [](float number) {
      std::uint32_t bits;
      std::memcpy(&bits, &number, sizeof(bits));
      return static_cast<std::uint16_t>(bits >> 16);
    };
    const std::uint16_t left[4] = {brain(1.5f), brain(-2.0f), brain(3.0f), brain(0.25f)};
    const std::uint16_t right[2][2] = {{brain(2.0f), brain(4.0f)}, {brain(-1.0f), brain(8.0f)}};
    float sum = 10;
    EmulatedTiles tiles(TileShapes().set(0, 1, 4).set(1, 1, 8).set(2, 2, 4));
    tiles.load<0>(&sum, 4);
    tiles.load<1>(left, sizeof(left));
    tiles.load<2>(right, sizeof(right[0]));
    tiles.multiply_brain<0, 1, 2>();
    tiles.store<0>(&sum, 4);
    QCOMPARE(sum, 10.0f + (1.5f * 2 - 3 + (-8 + 2.0f)));
  }
};

QTEST_APPLESS_MAIN(TilesTest)
#include "tiles_test.moc"
