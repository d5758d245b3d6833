#include "engine/api/device_tools.h"

#include <QTest>
#include <algorithm>

#include "engine/api/tools.h"
#include "engine/devices/op_trial.h"

using namespace eddy;

namespace {

std::string said(const DeviceCheck& check) {
  std::string text;
  for (const auto& op : check.ops) {
    if (op.outcome == OpCheck::Wrong) text += op.op + " is off by " + std::to_string(op.error) + "; ";
    if (op.outcome == OpCheck::Absent) text += op.op + " is missing; ";
  }
  return text;
}

/// The processor, but the first number of every result is far off.
class Miscounting final : public Backend {
 public:
  std::string_view name() const override { return "miscounting"; }
  std::int64_t weight_bytes(const WeightSource& weight) const override { return cpu().weight_bytes(weight); }
  Result<std::unique_ptr<BackendModel>> load(std::span<const WeightSource> weights, const StateLayout& layout, const LoadOptions& options,
                                             std::stop_token stop, const LoadProgress& progress) const override {
    auto model = cpu().load(weights, layout, options, stop, progress);
    if (!model) return std::move(model).error();
    return std::unique_ptr<BackendModel>(new Model(*std::move(model)));
  }

 private:
  struct Run final : Executable {
    explicit Run(std::unique_ptr<Executable> right) : right_(std::move(right)) {}
    Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, std::span<float> logits,
                     std::span<const float> given) override {
      auto ran = right_->run(tokens, states, logits, given);
      if (!logits.empty()) logits.front() += 1e4f;
      return ran;
    }
    std::unique_ptr<Executable> right_;
  };
  struct Model final : BackendModel {
    explicit Model(std::unique_ptr<BackendModel> right) : right_(std::move(right)) {}
    std::int64_t weight_bytes() const override { return right_->weight_bytes(); }
    int default_chunk() const override { return right_->default_chunk(); }
    Result<std::unique_ptr<RecurrentState>> new_state() override { return right_->new_state(); }
    Result<std::unique_ptr<Executable>> prepare(Plan plan) override {
      auto run = right_->prepare(std::move(plan));
      if (!run) return std::move(run).error();
      return std::unique_ptr<Executable>(new Run(*std::move(run)));
    }
    std::unique_ptr<BackendModel> right_;
  };
  static const Backend& cpu() { return **find_backend("cpu"); }
};

}  // namespace

class DeviceToolsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_op_is_right_on_the_processor() {
    double last = -1;
    const auto check = check_device("cpu", 0, {}, [&](double fraction) {
      QVERIFY(fraction >= last && fraction <= 1);
      last = fraction;
    });
    QVERIFY2(check, check ? "" : check.error().message.c_str());
    QVERIFY2(check->wrong == 0 && check->absent == 0, said(*check).c_str());
    QVERIFY(check->right > 80);
    QCOMPARE(last, 1.0);
  }

  void every_op_is_right_on_each_vulkan_device() {
    int index = 0;
    for (const auto& device : devices_of("vulkan")) {
      const int mine = index++;
      if (!device.usable) continue;
      const auto check = check_device("vulkan", mine);
      QVERIFY2(check, check ? "" : check.error().message.c_str());
      QVERIFY2(check->wrong == 0, said(*check).c_str());
      QVERIFY2(check->right > 60, said(*check).c_str());
    }
  }

  void a_device_that_computes_something_else_is_found_out() {
    for (const auto& trial : all_op_trials()) {
      const auto error = trial.run(Miscounting(), {.backend = "cpu"});
      QVERIFY(error);
      if (trial.name() != "append_rows") QVERIFY2(*error > trial.tolerance(), trial.name().c_str());
    }
  }

  void a_test_stops_when_asked() {
    std::stop_source stop;
    stop.request_stop();
    const auto check = check_device("cpu", 0, stop.get_token());
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::Cancelled);
  }

  void unknown_backends_are_errors() {
    QCOMPARE(check_device("abacus", 0).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(measure_device("abacus", 0, 0).error().code, ErrorCode::InvalidArgument);
  }

  void a_measurement_says_how_fast_the_processor_is() {
    const auto speed = measure_device("cpu", 0, 0);
    QVERIFY2(speed, speed ? "" : speed.error().message.c_str());
    QVERIFY(speed->decode_bytes_per_second > 1e6);
    QVERIFY(speed->prefill_operations_per_second > 1e6);
  }

  void a_measurement_stops_when_asked() {
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(measure_device("cpu", 0, 0, stop.get_token()).error().code, ErrorCode::Cancelled);
  }
};

QTEST_APPLESS_MAIN(DeviceToolsTest)
#include "device_tools_test.moc"
