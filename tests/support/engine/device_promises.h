// What the tests of a GPU backend have in common: a device holds what was promised, and what it cannot do is named.
#pragma once

#include <QCoreApplication>
#include <QLibrary>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/graph/plan.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"

namespace eddy::test {

/// Of a process started with `--hold`: loads the model's layers from `first` on onto the device, lets it read, write and draw, and
/// prints how many bytes were promised and the most that were held.
inline int hold(const std::string& backend, const std::string& folder, std::int64_t first) {
  const auto file = open_or_die(std::filesystem::path(folder) / "model.safetensors");
  LoadOptions options{.backend = backend};
  if (first > 0) options = {.devices = {{"cpu", 0, first}, {backend}}};
  const auto pass = make_forward_pass(file, options);
  if (!pass) qFatal("%s", pass.error().message.c_str());
  auto state = *(*pass)->new_state();
  RecurrentState* states[] = {state.get()};
  std::vector<float> logits(static_cast<std::size_t>((*pass)->vocabulary()));
  for (const int count : {(*pass)->chunk(), 1, 1}) {
    const std::vector<TokenId> tokens(static_cast<std::size_t>(count), 65);
    if (auto ran = (*pass)->run(tokens, states, LogitRows::Last, logits); !ran) qFatal("%s", ran.error().message.c_str());
  }
  if ((*pass)->can_draw()) {
    TokenId token = 65;
    const TokenDraw draw{.unit = 0.5};
    auto drawn = (*pass)->run_and_draw(std::span(&token, 1), states, std::span(&draw, 1), std::span(&token, 1));
    if (!drawn) qFatal("%s", drawn.error().message.c_str());
  }
  const auto name = QString::fromStdString(backend);
  const auto module = QString::fromLocal8Bit(qgetenv("EDDY_MODULES")) + "/libeddy-" + name + ".so";
  const auto peak = reinterpret_cast<std::int64_t (*)()>(
      QLibrary::resolve(module, ("eddy_" + name + "_peak_bytes").toUtf8().constData()));
  std::printf("%lld %lld\n", static_cast<long long>((*pass)->placement().back().total()), peak ? static_cast<long long>(peak()) : 0);
  return 0;
}

/// Runs this program with `--hold` for a model of twelve layers: alone in a process, since other models' memory would count too.
inline void check_that_promises_hold(ChatModelKind kind, int first, double least_bytes) {
  const QTemporaryDir folder;
  write_chat_model(std::filesystem::path(folder.path().toStdString()), kind, {.layers = 12, .width = 768});
  QProcess process;
  process.start(QCoreApplication::applicationFilePath(), {"--hold", folder.path(), QString::number(first)});
  QVERIFY(process.waitForFinished(200'000));
  const auto words = process.readAllStandardOutput().trimmed().split(' ');
  const double promised = words.value(0).toDouble(), held = words.value(1).toDouble();
  qInfo("said %.1f MB, held %.1f MB: %+.1f %%", promised / 1e6, held / 1e6, 100 * (held / promised - 1));
  QVERIFY2(promised > least_bytes, process.readAllStandardError());
  QVERIFY(std::abs(held / promised - 1) <= 0.05);
}

inline void check_that_an_op_without_a_kernel_is_named(const std::string& backend) {
  const OpKind unknown{"crystal_ball", nullptr};
  auto model = (*find_backend(backend))->load({}, {}, {.backend = backend}, {}, {});
  QVERIFY(model);
  Plan plan;
  plan.stages.push_back({{.kind = &unknown}});
  const auto executable = (*model)->prepare(std::move(plan));
  QVERIFY(!executable && executable.error().code == ErrorCode::UnsupportedFormat);
  QVERIFY(executable.error().message.find("crystal_ball") != std::string::npos);
}

/// main() of such a test.
template <class Test>
int run_device_test(const std::string& backend, int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--hold") return hold(backend, argv[2], std::atoll(argv[3]));
  QCoreApplication app(argc, argv);
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace eddy::test
