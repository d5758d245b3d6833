// Whole networks on a Vulkan device and on the CPU, which other tests hold against references. The environment names a
// device: lavapipe in tests/engine/backends/vulkan.cmake. Without one there is nothing to compare.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "engine/backends/backend.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

namespace {

bool has_device() {
  return std::ranges::any_of(devices_of_module("vulkan"), [](const auto& device) { return device.usable; });
}

std::unique_ptr<ForwardPass> load_on(const std::filesystem::path& path, const char* backend, int chunk = 64) {
  LoadOptions options;
  options.backend = backend;
  options.prefill_chunk = chunk;
  options.exact = true;  // the CPU's faster products are rounded more than the device's
  auto pass = make_forward_pass(open_or_die(path), options);
  if (!pass) qFatal("%s", pass.error().message.c_str());
  return *std::move(pass);
}

std::vector<TokenId> made_up_tokens(std::int64_t vocabulary, std::size_t count) {
  std::vector<TokenId> tokens(count);
  std::int64_t next = 1;
  for (auto& token : tokens) token = static_cast<TokenId>(next = (next * 7919 + 13) % vocabulary);
  return tokens;
}

std::vector<float> state_numbers(const ForwardPass& pass, RecurrentState& state) {
  const auto bytes = state_bytes(pass, state);
  std::vector<float> numbers(bytes.size() / sizeof(float));
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

constexpr ChatModelKind kKinds[] = {ChatModelKind::Rwkv7, ChatModelKind::Rwkv4,    ChatModelKind::Mamba2,
                                    ChatModelKind::Bamba, ChatModelKind::FalconH1, ChatModelKind::GatedDelta};

}  // namespace

class VulkanTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const ChatModelKind kind : kKinds) write_chat_model(path_of(kind), kind);
  }

  void networks_agree_with_the_cpu_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<double>("tolerance");
    for (int chunk : {1, 64}) {
      for (const ChatModelKind kind : kKinds) {
        QTest::addRow("%s, chunks of %d", name_of(kind), chunk)
            << QString::fromStdString(path_of(kind).string()) << chunk << 5e-5;
      }
    }
    const QString starter = QString(EDDY_RESOURCES) + "/starter/starter.gguf";
    for (int chunk : {1, 64}) QTest::addRow("starter, chunks of %d", chunk) << starter << chunk << 1e-4;
  }

  void networks_agree_with_the_cpu() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    QFETCH(QString, model);
    QFETCH(int, chunk);
    QFETCH(double, tolerance);
    const auto cpu = load_on(model.toStdString(), "cpu"), vulkan = load_on(model.toStdString(), "vulkan", chunk);
    const auto tokens = made_up_tokens(cpu->vocabulary(), 70);
    auto expected_state = *cpu->new_state(), state = *vulkan->new_state();
    const auto expected = read_tokens(*cpu, *expected_state, tokens, 64);
    const auto logits = read_tokens(*vulkan, *state, tokens, static_cast<std::size_t>(chunk));
    const double off = relative_error(logits, expected);
    const double state_off = relative_error(state_numbers(*vulkan, *state), state_numbers(*cpu, *expected_state));
    qInfo("logits off by %.2g, state by %.2g", off, state_off);
    QVERIFY(off <= tolerance && state_off <= tolerance);
  }

  void sequences_of_a_batch_are_independent_data() { kinds(); }

  void sequences_of_a_batch_are_independent() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    QFETCH(int, kind);
    const auto pass = load_on(path_of(static_cast<ChatModelKind>(kind)), "vulkan");
    for (std::size_t count : {1u, 5u}) {
      constexpr std::size_t kSequences = 3;
      const auto tokens = made_up_tokens(pass->vocabulary(), kSequences * count);
      std::vector<std::unique_ptr<RecurrentState>> states;
      std::vector<RecurrentState*> looks;
      for (std::size_t b = 0; b < kSequences; ++b) {
        states.push_back(*pass->new_state());
        looks.push_back(states.back().get());
      }
      const auto row = static_cast<std::size_t>(pass->vocabulary());
      std::vector<float> together(tokens.size() * row);
      QVERIFY(pass->run(tokens, looks, LogitRows::All, together));
      for (std::size_t b = 0; b < kSequences; ++b) {
        auto alone = *pass->new_state();
        const auto logits = read_tokens(*pass, *alone, std::span(tokens).subspan(b * count, count), count);
        QVERIFY(relative_error(std::span(together).subspan(b * count * row, count * row), logits) <= 1e-5);
        QVERIFY(relative_error(state_numbers(*pass, *states[b]), state_numbers(*pass, *alone)) <= 1e-5);
      }
    }
  }

  void a_state_goes_from_cpu_to_device_and_back_data() { kinds(); }

  void a_state_goes_from_cpu_to_device_and_back() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    QFETCH(int, kind);
    const auto path = path_of(static_cast<ChatModelKind>(kind));
    const auto cpu = load_on(path, "cpu"), vulkan = load_on(path, "vulkan");
    const auto tokens = made_up_tokens(cpu->vocabulary(), 300);
    const auto part = [&](std::size_t first, std::size_t count) { return std::span(tokens).subspan(first, count); };
    auto first = *cpu->new_state(), second = *vulkan->new_state(), third = *cpu->new_state(), whole = *cpu->new_state();
    const auto expected = read_tokens(*cpu, *whole, tokens, 64);
    read_tokens(*cpu, *first, part(0, 260), 64);
    copy_state(*vulkan, *first, *second);
    QVERIFY(state_bytes(*vulkan, *second) == state_bytes(*cpu, *first));
    read_tokens(*vulkan, *second, part(260, 20), 20);
    copy_state(*cpu, *second, *third);
    const auto logits = read_tokens(*cpu, *third, part(280, 20), 20);
    const std::size_t rest = 20 * static_cast<std::size_t>(cpu->vocabulary());
    QVERIFY(relative_error(logits, std::span(expected).last(rest)) <= 5e-5);
    QVERIFY(second->clear());
    auto fresh = *vulkan->new_state();
    QVERIFY(state_bytes(*vulkan, *second) == state_bytes(*vulkan, *fresh));
  }

  void greedy_text_is_the_cpus_where_the_margin_tells() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    const std::string path = std::string(EDDY_RESOURCES) + "/starter/starter.gguf";
    const auto cpu = load_on(path, "cpu"), vulkan = load_on(path, "vulkan");
    auto there = *vulkan->new_state(), here = *cpu->new_state();
    std::vector<TokenId> tokens = made_up_tokens(std::min<std::int64_t>(cpu->vocabulary(), 400), 30);
    int compared = 0;
    for (int step = 0; step < 30; ++step) {
      const auto expected = read_tokens(*cpu, *here, tokens, 64), logits = read_tokens(*vulkan, *there, tokens, 64);
      const auto row = static_cast<std::ptrdiff_t>(cpu->vocabulary());
      const auto best = std::max_element(expected.end() - row, expected.end());
      const auto index = best - (expected.end() - row);
      float second = -1e30f;
      for (auto it = expected.end() - row; it != expected.end(); ++it) {
        if (it != best) second = std::max(second, *it);
      }
      if (*best - second > 0.05f) {
        QCOMPARE(std::max_element(logits.end() - row, logits.end()) - (logits.end() - row), index);
        ++compared;
      }
      tokens = {static_cast<TokenId>(index)};
    }
    QVERIFY2(compared > 15, std::to_string(compared).c_str());
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

  void what_cannot_be_is_an_error() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    const auto file = open_or_die(path_of(ChatModelKind::Rwkv7));
    LoadOptions options;
    options.backend = "vulkan";
    options.device = 99;
    const auto pass = make_forward_pass(file, options);
    QVERIFY(!pass && pass.error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    options.device = 0;
    const auto stopped = make_forward_pass(file, options, stop.get_token());
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
  }

  void a_device_that_computes_wrongly_is_not_used() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
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
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    // 4 TiB that nobody reads: refused by its size alone.
    const WeightSource huge{.name = "huge", .shape = {std::int64_t{1} << 20, std::int64_t{1} << 20}, .matrix = true,
                            .parts = {{WeightFormat::F32, {}}}};
    const auto refused = (*find_backend("vulkan"))->load(std::span(&huge, 1), {}, {.backend = "vulkan"}, {}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::OutOfMemory);
    QVERIFY(refused.error().message.find("MiB are free") != std::string::npos);
  }

  void an_op_without_a_kernel_is_named() {
    QVERIFY2(has_device(), "no Vulkan device: install mesa-vulkan-drivers");
    const OpKind unknown{"crystal_ball", nullptr};
    auto model = (*find_backend("vulkan"))->load({}, {}, {.backend = "vulkan"}, {}, {});
    QVERIFY(model);
    Plan plan;
    plan.stages.push_back({{.kind = &unknown}});
    const auto executable = (*model)->prepare(std::move(plan));
    QVERIFY(!executable && executable.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY(executable.error().message.find("crystal_ball") != std::string::npos);
  }

 private:
  std::filesystem::path path_of(ChatModelKind kind) const {
    return std::filesystem::path(folder_.path().toStdString()) / name_of(kind);
  }
  static void kinds() {
    QTest::addColumn<int>("kind");
    for (const ChatModelKind kind : kKinds) QTest::newRow(name_of(kind)) << static_cast<int>(kind);
  }

  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(VulkanTest)
#include "vulkan_test.moc"
