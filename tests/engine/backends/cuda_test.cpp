// What CUDA does beside computing: devices and refusals. Its ops and networks are tested by gpu_ops_test.cpp, the tests of
// the ops and gpu_networks_test.cpp.
#include <QTest>
#include <algorithm>

#include "engine/backends/backend.h"
#include "engine/graph/plan.h"

using namespace eddy;

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

  void an_op_without_a_kernel_is_named() {
    const OpKind unknown{"crystal_ball", nullptr};
    auto model = (*find_backend("cuda"))->load({}, {}, {.backend = "cuda"}, {}, {});
    QVERIFY(model);
    Plan plan;
    plan.stages.push_back({{.kind = &unknown}});
    const auto executable = (*model)->prepare(std::move(plan));
    QVERIFY(!executable && executable.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY(executable.error().message.find("crystal_ball") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(CudaTest)
#include "cuda_test.moc"
