// What Vulkan does beside computing: devices, the self-test, refusals. The environment names a device: lavapipe in
// tests/engine/backends/vulkan.cmake.
#include <QTest>
#include <algorithm>

#include "engine/backends/backend.h"
#include "engine/graph/plan.h"
#include "tests/support/engine/device_promises.h"

using namespace eddy;
using namespace eddy::test;

class VulkanTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto usable = [](const auto& device) { return device.usable; };
    QVERIFY2(std::ranges::any_of(devices_of_module("vulkan"), usable), "no Vulkan device: install mesa-vulkan-drivers");
  }

  void devices_say_what_they_are() {
    for (const auto& device : devices_of_module("vulkan")) {
      QVERIFY(device.backend == "vulkan" && device.usable == device.why_not.empty());
      if (device.usable) QVERIFY(device.id.size() == 36 && !device.name.empty() && device.memory_bytes > 0);
    }
  }

  void software_is_no_automatic_choice() {
    if (!std::ranges::all_of(devices_of_module("vulkan"), &DeviceInfo::software)) return;
    qunsetenv("EDDY_BACKEND");
    const auto backends = backends_to_try("auto");
    QVERIFY(backends && std::ranges::none_of(*backends, [](const Backend* one) { return one->name() == "vulkan"; }));
  }

  void a_device_that_computes_wrongly_is_not_used() {
    // The reference of this "add" says otherwise than the kernel of that name.
    const OpKind other{"add", [](const OpCall& call) { std::ranges::fill_n(call.outputs[0].tensor.data, 37, 5.0f); }};
    const std::vector<float> ones(37, 1.0f);
    const WeightSource numbers{
        .name = "x", .shape = {1, 1, 37}, .parts = {{WeightFormat::F32, std::as_bytes(std::span(ones))}}};
    auto model = (*find_backend("vulkan"))->load(std::span(&numbers, 1), {}, {.backend = "vulkan"}, {}, {});
    QVERIFY(model);
    Plan plan{.shape = {1, 1, LogitRows::Last}, .logits = 1};
    plan.values = {{.kind = ValueKind::Weight, .shape = {1, 1, 37}, .source = 0}, {.shape = {1, 1, 37}}};
    plan.stages.push_back({{.kind = &other, .inputs = {0, 0}, .outputs = {1}}});
    const auto executable = (*model)->prepare(std::move(plan));
    QVERIFY(!executable && executable.error().code == ErrorCode::DeviceLost);
    QVERIFY(executable.error().message.find("computes add wrongly") != std::string::npos);
  }

  void a_model_that_does_not_fit_is_refused_beforehand() {
    // 4 TiB that nobody reads: refused by its size alone.
    const WeightSource huge{.name = "huge", .shape = {std::int64_t{1} << 20, std::int64_t{1} << 20}, .matrix = true,
                            .parts = {{WeightFormat::F32, {}}}};
    const auto refused = (*find_backend("vulkan"))->load(std::span(&huge, 1), {}, {.backend = "vulkan"}, {}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::OutOfMemory);
    QVERIFY(refused.error().message.find("MiB are free") != std::string::npos);
  }

  void a_lost_device_ends_one_run_and_is_opened_anew() {
    const auto made = [] { return (*find_backend("vulkan"))->load({}, {}, {.backend = "vulkan"}, {}, {}); };
    const auto run = [](BackendModel& model) -> Result<void> {
      auto executable = model.prepare(Plan{.shape = {1, 1, LogitRows::None}});
      if (!executable) return std::move(executable).error();
      auto state = model.new_state();
      if (!state) return std::move(state).error();
      RecurrentState* states[] = {state->get()};
      const TokenId token = 0;
      return (*executable)->run(std::span(&token, 1), states, {});
    };
    auto model = made();
    QVERIFY(model && run(**model));
    qputenv("EDDY_VULKAN_LOSE", "1");
    const auto lost = run(**model);
    qunsetenv("EDDY_VULKAN_LOSE");
    QVERIFY(!lost && lost.error().code == ErrorCode::DeviceLost);
    QVERIFY(lost.error().message.find("choose the cpu, or start Eddy again") != std::string::npos);
    auto again = made();
    QVERIFY(again && run(**again));
  }

  // Of a model of 230 MB, whole and its last layers: the peak of what the driver was asked for, from loading to decoding.
  void a_device_holds_what_was_promised_data() {
    QTest::addColumn<int>("first");
    QTest::newRow("all layers") << 0;
    QTest::newRow("layers behind those of the cpu") << 2;
  }
  void a_device_holds_what_was_promised() {
    QFETCH(int, first);
    check_that_promises_hold(ChatModelKind::Rwkv7, first, 150e6);
  }

  void an_op_without_a_kernel_is_named() { check_that_an_op_without_a_kernel_is_named("vulkan"); }
};

int main(int argc, char** argv) {
  return run_device_test<VulkanTest>("vulkan", argc, argv);
}
#include "vulkan_test.moc"
