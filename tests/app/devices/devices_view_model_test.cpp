// What can compute here, what is chosen, and that tests and measurements harm nobody.
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <atomic>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

DeviceInfo cpu() { return {.backend = "cpu", .id = "cpu", .name = "Fake processor", .detail = "8 cores, AVX2", .memory_bytes = 16'000'000'000, .usable = true, .kind = "processor", .memory_free = 8'000'000'000, .cores = 8}; }
DeviceInfo card(std::string id, std::string backend = "vulkan") {
  return {.backend = std::move(backend), .id = std::move(id), .name = "Card", .memory_bytes = 8'000'000'000, .usable = true, .kind = "discrete GPU", .driver = "one 1.0", .memory_free = 10'000'000};
}
DeviceInfo software() { return {.backend = "vulkan", .id = "soft", .name = "llvmpipe", .usable = true, .software = true, .driver = "lavapipe"}; }
DeviceInfo absent() { return {.backend = "cuda", .name = "CUDA", .why_not = "no driver is installed"}; }

DeviceCheck good() { return {.ops = {{.op = "add"}}, .right = 90}; }

/// The application with devices that exist on no computer.
struct World {
  OfflineApp app;
  std::vector<DeviceInfo> there{cpu(), absent(), card("a"), software()};
  std::atomic<int> measured = 0;
  std::map<std::string, double> speeds{{"cpu", 10e9}, {"a", 90e9}, {"b", 40e9}};
  Result<DeviceCheck> outcome = good();
  QSemaphore gate{1000};  // a test takes one of them

  World() { install(); }
  void install() {
    devices().setPorts({.list = [this] { return there; },
                        .check = [this](const DeviceInfo&, int, std::stop_token stop, const LoadProgress& progress) -> Result<DeviceCheck> {
                          progress(0.5);
                          while (!gate.tryAcquire(1, 5)) {
                            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "stopped"};
                          }
                          return outcome;
                        },
                        .measure = [this](const DeviceInfo& device, int, int, std::stop_token, const LoadProgress&) -> Result<DeviceSpeed> {
                          ++measured;
                          return DeviceSpeed{speeds[device.id], 1e12};
                        }});
    look();
  }
  DevicesViewModel& devices() { return app.composition().devices(); }
  void look() {
    QVERIFY(QTest::qWaitFor([this] { return !devices().isLooking(); }, 30'000));
    devices().refresh();
    QVERIFY(QTest::qWaitFor([this] { return !devices().isLooking() && !devices().isBusy(); }, 30'000));
  }
  bool settle() {
    return QTest::qWaitFor([this] { return !devices().isBusy(); }, 30'000);
  }
  QVariant of(const char* id, DevicesViewModel::Role role) {
    for (int row = 0; row < devices().count(); ++row) {
      const auto index = devices().index(row);
      if (index.data(DevicesViewModel::DeviceId).toString() == QLatin1String(id)) return index.data(role);
    }
    return {};
  }
  QStringList wished() { return app.settings().property("devices").toStringList(); }
};

}  // namespace

class DevicesViewModelTest : public QObject {
  Q_OBJECT

 private slots:
  void says_what_is_there_and_why_something_is_not_used() {
    World world;
    QCOMPARE(world.devices().count(), 4);
    QVERIFY(world.of("cpu:cpu", DevicesViewModel::Facts).toString().contains(u"AVX2"));
    QVERIFY(world.of("cpu:cpu", DevicesViewModel::WhyNot).toString().isEmpty());
    QVERIFY(!world.of("cuda:", DevicesViewModel::Usable).toBool());
    QVERIFY(world.of("cuda:", DevicesViewModel::WhyNot).toString().contains(u"no driver is installed"));
    QVERIFY(world.of("vulkan:soft", DevicesViewModel::WhyNot).toString().contains(u"processor"));
    QVERIFY(world.app.waitReady());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::WhyNot).toString().contains(u"84"));  // the model needs 84 MB, 10 MB are free
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Facts).toString().contains(u"one 1.0"));
  }

  void says_which_layers_of_a_divided_model_lie_where() {
    World world;
    QVERIFY(world.app.waitReady());
    QVERIFY(!world.of("cpu:cpu", DevicesViewModel::Memory).toString().contains(u"layers"));
    world.app.models().load(QStringLiteral("/fake/divided"));
    QTRY_COMPARE_WITH_TIMEOUT(world.app.models().name(), QStringLiteral("divided"), 30000);
    QVERIFY(world.app.waitReady());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Memory).toString().endsWith(u"5 of 8 layers of divided lie here"));
    QVERIFY(world.of("cpu:cpu", DevicesViewModel::Memory).toString().endsWith(u"3 of 8 layers of divided lie here"));
    QVERIFY(world.of("vulkan:a", DevicesViewModel::WhyNot).toString().isEmpty());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::InUse).toBool() && world.of("cpu:cpu", DevicesViewModel::InUse).toBool());
    QVERIFY(!world.of("vulkan:soft", DevicesViewModel::InUse).toBool());
  }

  void the_fastest_is_chosen_by_measuring_and_kept() {
    World world;
    world.devices().measure();
    QVERIFY(world.settle());
    QCOMPARE(world.measured.load(), 2);  // neither the software driver nor what is not there
    QCOMPARE(world.wished(), (QStringList{"vulkan:a", "cpu:cpu"}));
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Best).toBool());
    QVERIFY(!world.of("vulkan:a", DevicesViewModel::Speed).toString().isEmpty());
    world.app.restart();
    world.install();
    QVERIFY(!world.of("vulkan:a", DevicesViewModel::Speed).toString().isEmpty());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Best).toBool());
    QCOMPARE(world.measured.load(), 2);
  }

  void a_choice_of_the_user_goes_before_all_figures() {
    World world;
    world.devices().measure();
    QVERIFY(world.settle());
    world.devices().choose(QStringLiteral("vulkan:soft"));
    QCOMPARE(world.wished(), QStringList{"vulkan:soft"});
    QVERIFY(world.of("vulkan:soft", DevicesViewModel::Chosen).toBool());
    world.devices().choose({});
    QCOMPARE(world.wished(), (QStringList{"vulkan:a", "cpu:cpu"}));
  }

  void a_chosen_device_that_is_gone_is_said() {
    World world;
    world.devices().choose(QStringLiteral("vulkan:a"));
    QVERIFY(world.devices().missingText().isEmpty());
    world.there = {cpu()};
    world.look();
    QVERIFY(!world.devices().missingText().isEmpty());
    QCOMPARE(world.devices().choice(), QStringLiteral("vulkan:a"));
  }

  void figures_count_only_with_the_driver_they_were_measured_with() {
    World world;
    world.devices().measure();
    QVERIFY(world.settle());
    world.there[2].driver = "one 2.0";
    world.look();
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Speed).toString().isEmpty());
    QVERIFY(!world.of("cpu:cpu", DevicesViewModel::Speed).toString().isEmpty());
  }

  void a_device_that_fails_its_test_is_not_chosen_by_itself() {
    World world;
    world.devices().measure();
    QVERIFY(world.settle());
    world.outcome = DeviceCheck{.ops = {{.op = "wkv7", .outcome = OpCheck::Wrong}}, .right = 80, .wrong = 1};
    world.devices().test(QStringLiteral("vulkan:a"));
    QVERIFY(world.devices().busyText().contains(u"Card"));
    QVERIFY(world.settle());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::TestFailed).toBool());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Test).toString().contains(u"wkv7"));
    QVERIFY(world.wished().isEmpty());  // one is left: nothing to choose from
    QVERIFY(!world.of("vulkan:a", DevicesViewModel::WhyNot).toString().isEmpty());
  }

  void a_device_that_is_lost_in_its_test_says_so() {
    World world;
    world.outcome = Error{ErrorCode::DeviceLost, "[vulkan] the device went away"};
    world.devices().test(QStringLiteral("vulkan:a"));
    QVERIFY(world.settle());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Test).toString().contains(u"went away"));
    world.outcome = good();
    world.devices().test(QStringLiteral("vulkan:a"));
    QVERIFY(world.settle());
    QVERIFY(!world.of("vulkan:a", DevicesViewModel::TestFailed).toBool());
    QVERIFY(world.of("vulkan:a", DevicesViewModel::Test).toString().contains(u"90"));
  }

  void a_test_can_be_stopped_and_leaves_nothing() {
    World world;
    world.gate.acquire(1000);
    world.devices().test(QStringLiteral("cpu:cpu"));
    QVERIFY(world.devices().isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(world.devices().progress(), 0.5, 30'000);
    world.devices().stop();
    QVERIFY(world.settle());
    QVERIFY(world.of("cpu:cpu", DevicesViewModel::Test).toString().isEmpty());
  }

  void a_question_does_not_wait_for_a_test() {
    World world;
    QVERIFY(world.app.waitReady());
    world.gate.acquire(1000);
    world.devices().test(QStringLiteral("cpu:cpu"));
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QVERIFY(world.settle());
  }

  void quitting_does_not_wait_for_a_test() {
    World world;
    world.gate.acquire(1000);
    world.devices().test(QStringLiteral("cpu:cpu"));
    world.app.stop();
    world.app.start();
  }

  void models_go_where_they_are_wished() {
    World world;
    QVERIFY(world.app.waitReady());
    world.devices().choose(QStringLiteral("cpu:cpu"));
    QTRY_VERIFY_WITH_TIMEOUT(world.of("cpu:cpu", DevicesViewModel::InUse).toBool(), 30'000);
    // What the engine does not have is passed over.
    world.devices().choose(QStringLiteral("vulkan:a"));
    QTRY_VERIFY_WITH_TIMEOUT(world.app.models().status() == ModelsViewModel::Ready && !world.of("cpu:cpu", DevicesViewModel::InUse).toBool(), 30'000);
  }

  void damaged_records_are_left_out() {
    QVERIFY(recordsFromJson("no json").empty());
    QVERIFY(recordsFromJson(R"({"cpu:cpu": 3})").empty());
    const auto records = recordsFromJson(R"({"cpu:cpu": {"stamp": "s", "decode": "fast", "right": 5}})");
    QVERIFY(!records.at("cpu:cpu").speed);
    QCOMPARE(records.at("cpu:cpu").right, 5);
    DeviceRecords kept{{"vulkan:a", {.stamp = "x", .speed = DeviceSpeed{1e9, 2e12}, .right = 3, .wrong = 1, .wrongOps = "add", .problem = ""}}};
    QCOMPARE(recordsFromJson(toJson(kept)).at("vulkan:a").speed->decode_bytes_per_second, 1e9);
    QCOMPARE(recordsFromJson(toJson(kept)).at("vulkan:a").wrongOps, std::string("add"));
  }
};

QTEST_MAIN(DevicesViewModelTest)
#include "devices_view_model_test.moc"
