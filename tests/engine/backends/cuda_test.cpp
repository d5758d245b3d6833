// What CUDA does beside computing: devices and refusals. Its ops and networks are tested by gpu_ops_test.cpp, the tests of
// the ops and gpu_networks_test.cpp.
#include <QCoreApplication>
#include <QLibrary>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "engine/backends/backend.h"
#include "engine/graph/plan.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"

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
    const QTemporaryDir folder;
    write_chat_model(std::filesystem::path(folder.path().toStdString()), static_cast<ChatModelKind>(kind), {.layers = 12, .width = 768});
    // Alone in a process: other models' memory would count too.
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {"--hold", folder.path(), QString::number(first)});
    QVERIFY(process.waitForFinished(60'000));
    const auto words = process.readAllStandardOutput().trimmed().split(' ');
    const double promised = words.value(0).toDouble(), held = words.value(1).toDouble();
    qInfo("said %.1f MB, held %.1f MB: %+.1f %%", promised / 1e6, held / 1e6, 100 * (held / promised - 1));
    QVERIFY2(promised > 50e6, process.readAllStandardError());
    QVERIFY(std::abs(held / promised - 1) <= 0.05);
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

namespace {

/// Loads the model's layers from `first` on onto the device, lets it read and write, and says what was promised and held.
int hold(const std::string& folder, std::int64_t first) {
  const auto file = open_or_die(std::filesystem::path(folder) / "model.safetensors");
  LoadOptions options{.backend = "cuda"};
  if (first > 0) options = {.devices = {{"cpu", 0, first}, {"cuda"}}};
  const auto pass = make_forward_pass(file, options);
  if (!pass) qFatal("%s", pass.error().message.c_str());
  auto state = *(*pass)->new_state();
  RecurrentState* states[] = {state.get()};
  std::vector<float> logits(static_cast<std::size_t>((*pass)->vocabulary()));
  for (const int count : {(*pass)->chunk(), 1, 1}) {
    const std::vector<TokenId> tokens(static_cast<std::size_t>(count), 65);
    if (auto ran = (*pass)->run(tokens, states, LogitRows::Last, logits); !ran) qFatal("%s", ran.error().message.c_str());
  }
  TokenId token = 65;
  const TokenDraw draw{.unit = 0.5};
  auto drawn = (*pass)->run_and_draw(std::span(&token, 1), states, std::span(&draw, 1), std::span(&token, 1));
  if (!drawn) qFatal("%s", drawn.error().message.c_str());
  const auto module = QString::fromLocal8Bit(qgetenv("EDDY_MODULES")) + "/libeddy-cuda.so";
  const auto peak = reinterpret_cast<std::int64_t (*)()>(QLibrary::resolve(module, "eddy_cuda_peak_bytes"));
  std::printf("%lld %lld\n", static_cast<long long>((*pass)->placement().back().total()), peak ? static_cast<long long>(peak()) : 0);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--hold") return hold(argv[2], std::atoll(argv[3]));
  QCoreApplication app(argc, argv);
  CudaTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "cuda_test.moc"
