// What CUDA does beside computing: devices and refusals. Its ops and networks are tested by gpu_ops_test.cpp, the tests of
// the ops and gpu_networks_test.cpp.
#include <QTest>
#include <algorithm>

#include "engine/backends/backend.h"
#include "engine/graph/plan.h"
#include "tests/support/engine/device_promises.h"

using namespace eddy;
using namespace eddy::test;

class CudaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void devices_say_what_they_are() {
    const auto devices = devices_of_module("cuda");
    QVERIFY(std::ranges::any_of(devices, [](const auto& device) { return device.usable; }));
    for (const auto& device : devices) {
      QVERIFY(device.backend == "cuda" && device.usable == device.why_not.empty());
      if (device.usable) QVERIFY(device.id.size() == 40 && !device.name.empty() && device.memory_bytes > 0);
    }
  }

  void a_model_that_does_not_fit_is_refused_beforehand() {
    // 4 TiB that nobody reads: refused by its size alone.
    const WeightSource huge{.name = "huge", .shape = {std::int64_t{1} << 20, std::int64_t{1} << 20}, .matrix = true,
                            .parts = {{WeightFormat::F32, {}}}};
    const auto refused = (*find_backend("cuda"))->load(std::span(&huge, 1), {}, {.backend = "cuda"}, {}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::OutOfMemory);
    QVERIFY(refused.error().message.find("are free") != std::string::npos);
  }

  void a_device_holds_what_was_promised_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("first");
    QTest::newRow("rwkv7") << static_cast<int>(ChatModelKind::Rwkv7) << 0;
    QTest::newRow("rwkv7, layers behind those of the cpu") << static_cast<int>(ChatModelKind::Rwkv7) << 2;
    QTest::newRow("mamba2") << static_cast<int>(ChatModelKind::Mamba2) << 0;
  }
  void a_device_holds_what_was_promised() {
    QFETCH(int, kind);
    QFETCH(int, first);
    check_that_promises_hold(static_cast<ChatModelKind>(kind), first, 50e6);
  }

  void an_op_without_a_kernel_is_named() { check_that_an_op_without_a_kernel_is_named("cuda"); }
};

int main(int argc, char** argv) {
  return run_device_test<CudaTest>("cuda", argc, argv);
}
#include "cuda_test.moc"
