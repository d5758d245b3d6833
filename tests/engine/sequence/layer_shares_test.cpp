#include "engine/sequence/layer_shares.h"

#include <QTest>

using namespace eddy;

namespace {

/// A layer takes 10 bytes, the embedding 5, the head 7; every device another 1 for its buffers.
std::int64_t bytes(std::size_t, LayerRange range) {
  return 1 + 10 * (range.end - range.first) + (range.first == 0 ? 5 : 0) + (range.end == 8 ? 7 : 0);
}

using Ranges = std::vector<LayerRange>;

}  // namespace

class LayerSharesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void devices_are_filled_in_their_order() {
    const std::vector<DeviceRoom> devices{{"gpu:0", -1, 47}, {"gpu:1", -1, 20}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 4}, {4, 5}, {5, 8}}));
  }
  void a_byte_too_little_is_a_layer_less() {
    const std::vector<DeviceRoom> devices{{"gpu", -1, 45}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 3}, {3, 8}}));
  }
  void what_fits_on_the_first_stays_there() {
    const std::vector<DeviceRoom> devices{{"gpu", -1, 93}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 8}, {8, 8}}));
  }
  void the_last_layers_bring_the_head() {
    const std::vector<DeviceRoom> devices{{"gpu", -1, 92}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 7}, {7, 8}}));
  }
  void numbers_that_are_asked_for_are_kept_free_for_their_devices() {
    const std::vector<DeviceRoom> devices{{"gpu:0", -1, 1000}, {"gpu:1", 3, 1000}, {"cpu", 2, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 3}, {3, 6}, {6, 8}}));
  }
  void a_device_of_last_choice_gets_the_rest_wherever_it_stands() {
    const DeviceRoom cpu{"cpu", -1, 1000, true};
    // 7 for the head, 1 for buffers: four layers fit into 48 to 57.
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu", -1, 57}}, bytes) == (Ranges{{0, 4}, {4, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu", -1, 47}}, bytes) == (Ranges{{0, 5}, {5, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu", -1, 0}}, bytes) == (Ranges{{0, 0}, {0, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu", -1, 5}}, bytes) == (Ranges{{0, 8}, {8, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu:0", -1, 21}, {"gpu:1", -1, 28}}, bytes) ==
            (Ranges{{0, 4}, {4, 6}, {6, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{{"gpu:0", -1, 26}, cpu, {"gpu:1", -1, 28}}, bytes) ==
            (Ranges{{0, 2}, {2, 6}, {6, 8}}));
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{cpu, {"gpu", 3, 1000}}, bytes) == (Ranges{{0, 5}, {5, 8}}));
    const auto none = share_layers(8, std::vector<DeviceRoom>{{"cpu", -1, 30, true}, {"gpu", -1, 28}}, bytes);
    QVERIFY(!none && none.error().code == ErrorCode::OutOfMemory);
    QVERIFY2(none.error().message.find("gpu has room for 2") != std::string::npos, none.error().message.c_str());
  }
  void a_device_without_room_gets_none() {
    const std::vector<DeviceRoom> devices{{"gpu", -1, 12}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 0}, {0, 8}}));
  }
  void room_that_is_not_known_suffices() {
    QVERIFY(*share_layers(8, std::vector<DeviceRoom>{{"gpu", -1, 0}}, bytes) == (Ranges{{0, 8}}));
  }
  void one_device_named_twice_has_its_room_once() {
    const std::vector<DeviceRoom> devices{{"gpu", 2, 60}, {"gpu", -1, 60}, {"cpu", -1, 1000}};
    QVERIFY(*share_layers(8, devices, bytes) == (Ranges{{0, 2}, {2, 5}, {5, 8}}));
  }

  void errors_say_what_is_possible_data() {
    QTest::addColumn<std::vector<DeviceRoom>>("devices");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, std::vector<DeviceRoom> devices, ErrorCode code, const char* says) {
      QTest::newRow(name) << devices << static_cast<int>(code) << says;
    };
    constexpr std::int64_t kMega = 1'000'000;
    row("too many", {{"gpu", 5, 0}, {"cpu", 4, 0}}, ErrorCode::InvalidArgument,
        "9 layers are given to devices and the model has 8");
    row("too few", {{"gpu", 5, 0}}, ErrorCode::InvalidArgument, "name one device without a number");
    row("too much for a number", {{"gpu", 5, 30}, {"cpu", -1, 0}}, ErrorCode::OutOfMemory, "give it 2 at most");
    row("not even one", {{"gpu", 5, 10}, {"cpu", -1, 0}}, ErrorCode::OutOfMemory, "give it none");
    row("nothing fits", {{"gpu", -1, 3 * kMega}, {"cpu", -1, 2 * kMega}}, ErrorCode::OutOfMemory,
        "gpu has room for 2 (3 MB free), cpu has room for 1 (2 MB free)");
    row("one device", {{"gpu", -1, 3 * kMega}}, ErrorCode::OutOfMemory, "let the cpu hold the rest (devices cpu,gpu)");
  }
  void errors_say_what_is_possible() {
    QFETCH(std::vector<DeviceRoom>, devices);
    QFETCH(int, code);
    QFETCH(QString, says);
    const bool large = devices.front().bytes > 1000;
    const auto needs = [large](std::size_t device, LayerRange range) {
      return large ? 1'000'000 * (range.end - range.first) + 500'000 : bytes(device, range);
    };
    const auto ranges = share_layers(8, devices, needs);
    QVERIFY(!ranges);
    QCOMPARE(static_cast<int>(ranges.error().code), code);
    QVERIFY2(QString::fromStdString(ranges.error().message).contains(says), ranges.error().message.c_str());
  }
};

QTEST_GUILESS_MAIN(LayerSharesTest)
#include "layer_shares_test.moc"
